import type { Range } from '../model.js';
import { type Phrase, PhraseMatcher } from '../text/phrases.js';

/** Gives the places of something in a text, in order and without overlap. */
export type Find = (text: string) => readonly Range[];

/** A word or phrase that a team doesn't want to read. */
export interface AvoidedInput {
  /** As it is written; whole words, any case. Either this or `pattern`. */
  readonly phrase?: string;
  /** Whoever gives it answers for its running time; those of a config file run through RE2, in linear time. */
  readonly pattern?: Find;
  /** What to write in its place. */
  readonly instead?: string;
  /** What to tell the author; the engine has words of its own. */
  readonly message?: string;
}

/** The words of a team. */
export interface VocabularyInput {
  /** Words and phrases that prose rules leave alone. */
  readonly allow?: readonly string[];
  /** Acronyms that the team's readers know. */
  readonly acronyms?: readonly string[];
  readonly avoid?: readonly AvoidedInput[];
}

/** An avoided word in a text. */
export interface Avoided extends Range {
  readonly entry: AvoidedInput;
}

/** The words of a team, ready to be looked for. */
export interface Vocabulary {
  readonly acronyms: ReadonlySet<string>;
  /** Null where nothing is allowed beyond what the rules say. */
  readonly allowed: Find | null;
  /** Null where nothing is avoided. */
  readonly avoided: ((text: string) => readonly Avoided[]) | null;
}

export const NO_VOCABULARY: Vocabulary = { acronyms: new Set(), allowed: null, avoided: null };

/** Makes the matchers of a vocabulary. */
export function compileVocabulary({ allow = [], acronyms = [], avoid = [] }: VocabularyInput): Vocabulary {
  return {
    acronyms: new Set([...acronyms, ...allow]),
    // Endings are glued to Korean words: what is allowed is allowed with any of them.
    allowed: allow.length > 0 ? finder(allow.map((phrase) => ({ phrase: `${phrase}*`, value: phrase }))) : null,
    avoided: avoid.length > 0 ? avoidedFinder(avoid) : null,
  };
}

/** Lists of words that everybody may use. */
export type WordList = 'allow' | 'acronyms';

/** The list that takes the word that a rule finds. */
const LISTS: Readonly<Record<string, WordList>> = {
  'undefined-acronym': 'acronyms',
  'avoided-word': 'allow',
  'excited-quote': 'allow',
  'hype-word': 'allow',
  'unsupported-adjective': 'allow',
  'weasel-word': 'allow',
  'wordy-phrase': 'allow',
};

/** The word that a finding in `text` is about, with the list that would excuse it; null for what is no matter of words. */
export function wordFor(
  { rule, start, end }: Range & { readonly rule: string },
  text: string,
): { readonly word: string; readonly list: WordList } | null {
  const list = LISTS[rule];
  // Emphasis is no part of a word.
  const word = text
    .slice(start, end)
    .replace(/[\s*_]+/g, ' ')
    .trim();
  return list && word !== '' ? { word, list } : null;
}

function avoidedFinder(avoid: readonly AvoidedInput[]): Vocabulary['avoided'] {
  const find = finder(avoid.flatMap((entry) => (entry.phrase ? [{ phrase: entry.phrase, value: entry }] : [])));
  const patterns = avoid.filter((entry) => entry.pattern);
  return (text) => {
    const found: Avoided[] = find(text).map(({ start, end, value: entry }) => ({ start, end, entry }));
    for (const entry of patterns) {
      for (const { start, end } of entry.pattern!(text))
        if (end > start && !found.some((other) => start < other.end && other.start < end))
          found.push({ start, end, entry });
    }
    return found.sort((a, b) => a.start - b.start);
  };
}

/** Finds phrases in the scripts that `PhraseMatcher` knows, and those in others one by one. */
function finder<T>(phrases: readonly Phrase<T>[]): (text: string) => (Range & { value: T })[] {
  const plain = phrases.map(({ phrase, value }) => ({
    phrase: phrase.toLowerCase().replace(/[‘’]/g, "'").trim().replace(/\s+/g, ' '),
    value,
  }));
  const matcher = new PhraseMatcher(
    plain
      .filter(({ phrase }) => KNOWN.test(phrase))
      .map(({ phrase, value }) => ({ phrase: HANGUL.test(phrase) ? phrase : phrase.replace(/\*$/, ''), value })),
  );
  const others = plain
    .filter(({ phrase }) => !KNOWN.test(phrase))
    .map(({ phrase, value }) => ({ pattern: literal(phrase.replace(/\*$/, '')), value }));
  return (text) => {
    const found = matcher.find(text);
    for (const { pattern, value } of others)
      for (const match of text.matchAll(pattern))
        found.push({ start: match.index, end: match.index + match[0].length, value });
    return found.sort((a, b) => a.start - b.start);
  };
}

/** What opens with a letter that `PhraseMatcher` begins phrases with. */
const KNOWN = /^\*?(?:[a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]|[가-힣])/;
const HANGUL = /^\*?[가-힣]/;

/** A phrase in any other script, with whole words where the script has them. */
function literal(phrase: string): RegExp {
  const source = phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '[\\s\\u2060]+');
  const dense = /[\u3040-\u30ff\u3400-\u9fff]/.test(phrase);
  return new RegExp(dense ? source : `(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, 'giu');
}
