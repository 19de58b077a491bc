import type { Range } from '../model.js';
import { Class, classOf, codeAt } from './characters.js';
import { type Runs, runsOf } from './reading.js';

/** A phrase to look for and what it stands for. */
export interface Phrase<T> {
  /**
   * Lower case. Latin words match whole words, a space any white space. In scripts that glue endings to their words (Hangul) a phrase
   * opens a word and ends with it; `*` at the end leaves the ending open, `*` in front lets it begin inside the word.
   */
  readonly phrase: string;
  readonly value: T;
}

export interface PhraseMatch<T> extends Range {
  readonly value: T;
}

interface Entry<T> {
  readonly phrase: string;
  /** Whether it may begin inside a word, and whether the word may go on behind it. */
  readonly inside: boolean;
  readonly openEnd: boolean;
  readonly value: T;
}

/** Phrases by the key of how they open. */
class Index<T> {
  readonly #entries = new Map<number, Entry<T>[]>();

  add(key: number, entry: Entry<T>): void {
    const known = this.#entries.get(key);
    if (!known) this.#entries.set(key, [entry]);
    else {
      known.push(entry);
      known.sort((a, b) => b.phrase.length - a.phrase.length);
    }
  }

  /** Longest first. */
  get(key: number): readonly Entry<T>[] | undefined {
    return this.#entries.get(key);
  }

  get isEmpty(): boolean {
    return this.#entries.size === 0;
  }
}

/**
 * Finds phrases of all lists in one pass. A regular expression of a few hundred alternatives tries each of them at every
 * character and cost more than the Markdown parse; here a word costs a look at a table.
 */
export class PhraseMatcher<T> {
  /** By the code of their only word; by those of their first two words; by their first syllable. */
  readonly #words = new Index<T>();
  readonly #longer = new Index<T>();
  readonly #syllables = new Index<T>();
  /** What the low bits of a word's code say of it: that it may be a phrase (1), or open a longer one (2). Few words of a text do. */
  readonly #maybe = new Uint8Array(TABLE + 1);
  /** The same of the key of two words, or two syllables: that a longer phrase may open with them. */
  readonly #pairs = new Uint8Array(TABLE + 1);
  /** The same of a syllable: that a phrase may open with it (1), or with it and another (2). */
  readonly #opening = new Uint8Array(TABLE + 1);

  constructor(phrases: Iterable<Phrase<T>>) {
    for (const { phrase: written, value } of phrases) {
      const inside = written.startsWith('*');
      const openEnd = written.endsWith('*');
      const phrase = written.slice(inside ? 1 : 0, openEnd ? -1 : undefined);
      const entry: Entry<T> = { phrase, inside, openEnd, value };
      const { starts, codes } = runsOf(phrase);
      const first = codeAt(phrase, 0);
      if (isHangul(first)) {
        this.#syllables.add(first, entry);
        const second = codeAt(phrase, 1);
        this.#opening[first & TABLE]! |= isHangul(second) ? 2 : 1;
        this.#pairs[withNext(first, second) & TABLE] = 1;
      } else if (starts.length === 1) {
        this.#words.add(codes[0]!, entry);
        this.#maybe[codes[0]! & TABLE]! |= 1;
      } else {
        const pair = withNext(codes[0]!, codes[1]!);
        this.#longer.add(pair, entry);
        this.#maybe[codes[0]! & TABLE]! |= 2;
        this.#pairs[pair & TABLE] = 1;
      }
    }
  }

  /**
   * The phrases in `text`, masked prose, in order and without overlap: the longest at the first place wins. Offsets are relative to it.
   * Who knows its runs of letters already spares it a pass.
   */
  find(text: string, { starts, codes }: Runs = runsOf(text)): PhraseMatch<T>[] {
    const matches: PhraseMatch<T>[] = [];
    const syllables = !this.#syllables.isEmpty;
    const maybe = this.#maybe;
    const pairs = this.#pairs;
    const { length } = starts;
    /** Where the last match ended. */
    let done = 0;
    for (let n = 0; n < length; n++) {
      const code = codes[n]!;
      const opens = maybe[code & TABLE]!;
      if (opens === 0 && !syllables) continue;
      // Most words that may open a longer phrase are followed by another word than it has.
      const pair = opens & 2 && n + 1 < length ? withNext(code, codes[n + 1]!) : 0;
      const longer = pair !== 0 && pairs[pair & TABLE] === 1;
      if (!longer && (opens & 1) === 0 && !syllables) continue;
      const start = starts[n]!;
      if (start < done) continue;
      if (longer || opens & 1) {
        const match = this.#phraseAt(text, start, opens & 1 ? code : 0, longer ? pair : 0);
        if (match) {
          matches.push(match);
          done = match.end;
        }
      }
      if (syllables) done = this.#scanSyllables(text, start, done, matches);
    }
    return matches;
  }

  /** The longest phrase at `start` that opens with two words by their key, or else with one by its code; 0 for what none opens with. */
  #phraseAt(text: string, start: number, code: number, pair: number): PhraseMatch<T> | undefined {
    const longer = pair === 0 ? undefined : this.#longer.get(pair);
    const match = longer && longest(text, start, longer);
    if (match) return match;
    const words = code === 0 ? undefined : this.#words.get(code);
    return words && longest(text, start, words);
  }

  /** Looks for phrases at the syllables of the run that begins at `start`, from `done` on; gives the end of the last. */
  #scanSyllables(text: string, start: number, done: number, matches: PhraseMatch<T>[]): number {
    let end = done;
    for (let i = Math.max(start, done); i < text.length; i++) {
      const c = codeAt(text, i);
      if (classOf(c) !== Class.Letter) break;
      const opens = this.#opening[c & TABLE]!;
      if (opens === 0 || (opens === 2 && this.#pairs[withNext(c, codeAt(text, i + 1)) & TABLE] === 0)) continue;
      const entries = this.#syllables.get(c);
      const match = entries && syllablePhrase(text, i, i === start, entries);
      if (!match) continue;
      matches.push(match);
      end = match.end;
      i = end - 1;
    }
    return end;
  }
}

const TABLE = 8191;

/** A key for two words that follow one another, by their codes. */
export function withNext(code: number, next: number): number {
  return (code ^ Math.imul(next + 1, 0x9e3b)) & 0x3fffffff;
}

/** The longest of `entries` that stands at `start`. */
function longest<T>(text: string, start: number, entries: readonly Entry<T>[]): PhraseMatch<T> | undefined {
  for (const entry of entries) {
    const end = matchAt(text, start, entry.phrase);
    if (end !== -1 && isWordEnd(text, end)) return { start, end, value: entry.value };
  }
  return undefined;
}

/** The longest of `entries` that stands at `start`, where a word opens or goes on. */
function syllablePhrase<T>(
  text: string,
  start: number,
  opens: boolean,
  entries: readonly Entry<T>[],
): PhraseMatch<T> | undefined {
  for (const { phrase, inside, openEnd, value } of entries) {
    if (!opens && !inside) continue;
    const end = matchAt(text, start, phrase);
    if (end !== -1 && (openEnd || !isHangul(codeAt(text, end)))) return { start, end, value };
  }
  return undefined;
}

/** End of `phrase` at `start`, or -1. White space and marks of emphasis may stand between its words. */
function matchAt(text: string, start: number, phrase: string): number {
  let i = start;
  for (let n = 0; n < phrase.length; n++) {
    const wanted = codeAt(phrase, n);
    if (wanted === 32) {
      const from = i;
      let spaces = 0;
      for (let c = codeAt(text, i); i < text.length && (isSpace(c) || c === JOINER); c = codeAt(text, ++i))
        if (c !== JOINER) spaces++;
      if (i === from || spaces === 0) return -1;
    } else if (fold(codeAt(text, i)) === wanted) i++;
    else return -1;
  }
  return i;
}

const JOINER = 0x2060;

/** Whether a Latin word ends at `end`: no letter, digit, hyphenated part or path goes on. */
function isWordEnd(text: string, end: number): boolean {
  const c = fold(codeAt(text, end));
  if (isLatin(c)) return false;
  return !((c === 45 || c === 39 || c === 47 || c === 64) && isLatin(codeAt(text, end + 1)));
}

/** End of the run of Latin letters, digits and `_` that opens at `start`. */
export function latinEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && isLatin(codeAt(text, end))) end++;
  return end;
}

/** Letters, digits and `_`, as far as Latin goes; marks that combine with a letter too. */
function isLatin(c: number): boolean {
  if (c < 128) return classOf(c) === Class.Letter || c === 95;
  return c >= 0xc0 && c < 0x370 && c !== 0xd7 && c !== 0xf7 && (c < 0x250 || c >= 0x300);
}

function isHangul(c: number): boolean {
  return c >= 0xac00 && c < 0xd7a4;
}

function isSpace(c: number): boolean {
  return c <= 32 || c === 0xa0 || c === 0x202f || c === 0x3000;
}

/** Lower case of a Latin letter; typographic apostrophes and hyphens as typed ones. */
function fold(c: number): number {
  if (c < 128) return c >= 65 && c <= 90 ? c + 32 : c;
  if (c >= 0xc0 && c <= 0xde && c !== 0xd7) return c + 32;
  if (c === 0x2019 || c === 0x2018) return 39;
  return c === 0x2010 || c === 0x2011 ? 45 : c;
}
