import { type CueList, type Cues, type Language, languageOf } from '../languages/index.js';
import type { LanguageId } from '../model.js';

type CueName = { [K in keyof Cues]: Cues[K] extends CueList ? K : never }[keyof Cues];

interface Compiled {
  readonly strong: RegExp | null;
  readonly fair: RegExp | null;
}

const STRONG = 2;
const FAIR = 1;

/** A language's cues as regular expressions, compiled when first asked for. */
export class CueIndex {
  readonly #compiled = new Map<CueName, Compiled>();
  readonly #boilerplate: RegExp;
  readonly #months: RegExp;
  readonly #about: RegExp;

  private constructor(readonly language: Language) {
    const { cues } = language;
    const english = languageOf('en').cues;
    const phrases = alternatives([...cues.boilerplate, ...english.boilerplate]);
    // With a date or version behind it at most: "Draft 4", "Embargoed until March 3".
    this.#boilerplate = new RegExp(`^\\W*(?:${phrases})(?:\\W+(?:v?\\d|\\p{L}+\\s\\d).{0,20})?\\W*$`, 'iu');
    this.#months = words([...cues.months, ...english.months]);
    this.#about = words([...cues.aboutDocuments, ...english.aboutDocuments]);
  }

  static readonly #known = new Map<LanguageId, CueIndex>();

  static of(id: LanguageId): CueIndex {
    let index = CueIndex.#known.get(id);
    if (!index) {
      index = new CueIndex(languageOf(id));
      CueIndex.#known.set(id, index);
    }
    return index;
  }

  /** Sum of the weights of the cues of one sort in `text`, each phrase counted once. */
  score(name: CueName, text: string): number {
    return this.read(name, lowerCase(text)).score;
  }

  /** Whether `text` has a strong cue of one sort. */
  names(name: CueName, text: string): boolean {
    return distinct(this.#of(name).strong, lowerCase(text)) > 0;
  }

  /** Both at once, of text in lower case: for a text that is looked at for several sorts. */
  read(name: CueName, lower: string): { readonly score: number; readonly strong: boolean } {
    const { strong, fair } = this.#of(name);
    const strongly = distinct(strong, lower);
    return { score: STRONG * strongly + FAIR * distinct(fair, lower), strong: strongly > 0 };
  }

  isBoilerplate(line: string): boolean {
    return line.length < 80 && this.#boilerplate.test(line.trim());
  }

  namesMonth(text: string): boolean {
    return distinct(this.#months, text.toLowerCase()) > 0;
  }

  /** Whether a title says that the document is about such documents rather than one of them. */
  isAboutDocuments(title: string): boolean {
    return distinct(this.#about, title.toLowerCase()) > 0;
  }

  #of(name: CueName): Compiled {
    let compiled = this.#compiled.get(name);
    if (!compiled) {
      const list = this.language.cues[name];
      compiled = {
        strong: list.strong.length ? words(list.strong) : null,
        fair: list.fair.length ? words(list.fair) : null,
      };
      this.#compiled.set(name, compiled);
    }
    return compiled;
  }
}

/** Lower case with typewriter apostrophes: what cues are written in. */
export function lowerCase(text: string): string {
  return text.toLowerCase().replaceAll('’', "'");
}

function distinct(pattern: RegExp | null, text: string): number {
  if (!pattern) return 0;
  pattern.lastIndex = 0;
  const first = pattern.exec(text);
  if (!first) return 0;
  let found: Set<string> | undefined;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    if (match[0] === first[0]) continue;
    found ??= new Set();
    found.add(match[0]);
  }
  return 1 + (found?.size ?? 0);
}

/** `text` as a part of a regular expression that matches just it. */
export function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function alternatives(phrases: readonly string[]): string {
  return [...phrases]
    .sort((a, b) => b.length - a.length)
    .map(literal)
    .join('|');
}

/** Whole words in scripts that have them, anything elsewhere; `stem*` goes on to the end of the word. */
function words(phrases: readonly string[]): RegExp {
  const longestFirst = [...phrases].sort((a, b) => b.length - a.length);
  const isLatin = (character: string): boolean => /[a-zäöüß0-9]/.test(character);
  const [latin, other] = [
    longestFirst.filter((phrase) => isLatin(phrase[0]!)),
    longestFirst.filter((phrase) => !isLatin(phrase[0]!)),
  ];
  // One look behind for all Latin phrases: one for each of them would be tried at every character.
  const ends = latin.map((phrase) => {
    const stem = phrase.endsWith('*');
    const text = literal(stem ? phrase.slice(0, -1) : phrase).replace(/ /g, '[\\s\u2060]+');
    return stem ? `${text}[a-zäöüß]*` : isLatin(phrase.at(-1)!) ? `${text}(?![a-zäöüß0-9])` : text;
  });
  const parts = [
    ...(ends.length > 0 ? [`(?<![a-zäöüß0-9])(?:${ends.join('|')})`] : []),
    ...other.map((phrase) => literal(phrase.replace(/\*$/, ''))),
  ];
  return new RegExp(parts.join('|'), 'g');
}
