import { type CueList, type Cues, type Language, languageOf } from '../languages/index.js';
import type { LanguageId } from '../model.js';
import { Sign } from '../text/characters.js';
import { PhraseLists } from '../text/phrase-lists.js';
import { WordSet } from '../text/word-set.js';
import { unfoldedEnd } from './fold.js';
import { type Unit, unitMemo } from './units.js';

type CueName = { [K in keyof Cues]: Cues[K] extends CueList ? K : never }[keyof Cues];

/** What a strong cue weighs. */
export const STRONG = 2;
const FAIR = 1;

const NAMES: readonly CueName[] = [
  'announcement',
  'problem',
  'solution',
  'gettingStarted',
  'callToAction',
  'news',
  'quotation',
  'attribution',
  'insider',
  'leader',
  'customer',
];
const PLACES = Object.fromEntries(NAMES.map((name, place) => [name, place])) as Readonly<Record<CueName, number>>;

/** How many different cues of each sort a text has. */
export type CueCounts = readonly number[];

/** A language's cues, ready to be looked for. */
export class CueIndex {
  /** The strong cues of each name, and behind them the fair ones. */
  readonly #cues: PhraseLists;
  readonly #boilerplate: RegExp;
  /** The words that tell its lines from others. */
  readonly #telling: WordSet;
  readonly #months: PhraseLists;
  readonly #about: PhraseLists;

  private constructor(readonly language: Language) {
    const { cues } = language;
    const english = languageOf('en').cues;
    const lines = [...cues.boilerplate, ...english.boilerplate];
    const phrases = alternatives(lines);
    this.#telling = new WordSet(lines);
    // With a date or version behind it at most: "Draft 4", "Embargoed until March 3".
    this.#boilerplate = new RegExp(`^\\W*(?:${phrases})(?:\\W+(?:v?\\d|\\p{L}+\\s\\d).{0,20})?\\W*$`, 'iu');
    this.#cues = new PhraseLists(NAMES.flatMap((name) => [cues[name].strong, cues[name].fair]));
    this.#months = new PhraseLists([[...cues.months, ...english.months]]);
    this.#about = new PhraseLists([[...cues.aboutDocuments, ...english.aboutDocuments]]);
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
    return this.read(name, this.count(text));
  }

  /** Whether `text` has a strong cue of one sort. */
  names(name: CueName, text: string): boolean {
    return this.isStrong(name, this.count(text));
  }

  /** Counts all cues of `text`: for one that is looked at for several sorts. */
  count(text: string): CueCounts {
    return this.#cues.count(text);
  }

  /** The same of a unit, or of its first characters as far as `length`. */
  countIn(unit: Unit, length = Number.POSITIVE_INFINITY): CueCounts {
    const { text, prose, offset, runs } = unit;
    if (!runs || !this.#cues.readsRuns) return this.#cues.count(unit.plain.slice(0, length));
    const end = length >= text.length ? text.length : unfoldedEnd(text, unit.plain, length);
    return this.#cues.count(prose.text.slice(0, offset + end), runs, offset);
  }

  /** The score of one sort. */
  read(name: CueName, counts: CueCounts): number {
    const place = 2 * PLACES[name];
    return STRONG * counts[place]! + FAIR * counts[place + 1]!;
  }

  /** Whether a strong cue of one sort is among those counted. */
  isStrong(name: CueName, counts: CueCounts): boolean {
    return counts[2 * PLACES[name]]! > 0;
  }

  /** The score of one sort in a unit. */
  scoreOf(name: CueName, unit: Unit): number {
    return this.read(name, cuesOf(unit, this));
  }

  isBoilerplate({ plain, runs, signs }: Unit): boolean {
    if (plain.length >= 80) return false;
    return (!runs || (signs & Sign.Eastern) !== 0 || this.#telling.meets(runs)) && this.#boilerplate.test(plain);
  }

  namesMonth(text: string): boolean {
    return this.#months.count(text)[0]! > 0;
  }

  /** Whether a title says that the document is about such documents rather than one of them. */
  isAboutDocuments(title: string): boolean {
    return this.#about.count(title)[0]! > 0;
  }
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

/** How much of a paragraph is looked at for what it is about, in characters: it says so in its first sentences. */
const OPENING = 480;

/** The cues of how a unit opens, and of all of it. */
export const openingCues = unitMemo((unit, cues: CueIndex) => cues.countIn(unit, OPENING));
export const cuesOf = unitMemo((unit, cues: CueIndex) =>
  unit.text.length <= OPENING ? openingCues(unit, cues) : cues.countIn(unit),
);
