import type { Range } from '../model.js';

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

/** What one pass over a text gives. */
export interface Scan<T> {
  /** In order and without overlap: the longest phrase at the first place wins. */
  readonly matches: readonly PhraseMatch<T>[];
  /** Words that open with two Latin capitals: acronyms and shouting. */
  readonly capitals: readonly Range[];
}

interface Entry<T> {
  readonly phrase: string;
  readonly openEnd: boolean;
  readonly value: T;
}

enum Kind {
  Other,
  Letter,
  /** A letter that takes part in a word but opens no phrase: digits, marks that combine. */
  Inner,
  Hangul,
}

const HANGUL = 0xac00;
const SYLLABLES = 11172;
const JOINER = 0x2060;

function kindOf(c: number): Kind {
  if (c < 128) {
    if ((c >= 97 && c <= 122) || (c >= 65 && c <= 90)) return Kind.Letter;
    return (c >= 48 && c <= 57) || c === 95 ? Kind.Inner : Kind.Other;
  }
  if (c >= HANGUL && c < HANGUL + SYLLABLES) return Kind.Hangul;
  if (c >= 0xc0 && c < 0x250) return c === 0xd7 || c === 0xf7 ? Kind.Other : Kind.Letter;
  return c >= 0x300 && c < 0x370 ? Kind.Inner : Kind.Other;
}

/** Lower case of a Latin letter; typographic apostrophes and hyphens as typed ones. */
function fold(c: number): number {
  if (c >= 65 && c <= 90) return c + 32;
  if (c < 128) return c;
  if (c >= 0xc0 && c <= 0xde && c !== 0xd7) return c + 32;
  if (c === 0x2019 || c === 0x2018) return 39;
  return c === 0x2010 || c === 0x2011 ? 45 : c;
}

function isSpace(c: number): boolean {
  return c <= 32 || c === 0xa0 || c === 0x202f || c === 0x3000;
}

/**
 * Finds phrases of all lists in one pass. A regular expression of a few hundred alternatives tries each of them at every
 * character and cost more than the Markdown parse; here a word costs one look-up by its hash.
 */
export class PhraseMatcher<T> {
  readonly #byFirstWord = new Map<number, Entry<T>[]>();
  readonly #bySyllable = new Map<number, Entry<T>[]>();
  /** By syllable: 1 when a phrase opens a word with it, 2 when one may begin with it inside a word. */
  readonly #opens = new Uint8Array(SYLLABLES);

  constructor(phrases: Iterable<Phrase<T>>) {
    for (const { phrase, value } of phrases) {
      const inside = phrase.startsWith('*');
      const openEnd = phrase.endsWith('*');
      const entry = { phrase: phrase.slice(inside ? 1 : 0, openEnd ? -1 : undefined), openEnd, value };
      const first = entry.phrase.charCodeAt(0);
      if (kindOf(first) === Kind.Hangul) {
        this.#opens[first - HANGUL]! |= inside ? 2 : 1;
        push(this.#bySyllable, first, entry, inside);
      } else push(this.#byFirstWord, hash(entry.phrase), entry, false);
    }
    for (const entries of [...this.#byFirstWord.values(), ...this.#bySyllable.values()])
      entries.sort((a, b) => b.phrase.length - a.phrase.length);
  }

  /** Scans `text`, masked prose; offsets are relative to it. */
  scan(text: string): Scan<T> {
    const matches: PhraseMatch<T>[] = [];
    const capitals: Range[] = [];
    let before: Kind = Kind.Other;
    for (let i = 0; i < text.length; ) {
      const c = text.charCodeAt(i);
      const kind = kindOf(c);
      if (kind === Kind.Hangul) {
        const opens = this.#opens[c - HANGUL]!;
        const match = opens & 2 || (opens & 1 && before === Kind.Other) ? this.#syllables(text, i, before) : null;
        if (match) matches.push(match);
        before = Kind.Hangul;
        i = match?.end ?? i + 1;
      } else if (kind === Kind.Letter && before === Kind.Other) {
        if (isCapital(c) && isCapital(text.charCodeAt(i + 1))) capitals.push({ start: i, end: wordEnd(text, i) });
        const { end, code } = readWord(text, i);
        const match = this.#words(text, i, code);
        if (match) matches.push(match);
        i = match?.end ?? end;
        before = kind;
      } else {
        before = kind;
        i++;
      }
    }
    return { matches, capitals };
  }

  #words(text: string, start: number, code: number): PhraseMatch<T> | null {
    const entries = this.#byFirstWord.get(code);
    if (!entries) return null;
    for (const { phrase, value } of entries) {
      const end = matchAt(text, start, phrase);
      if (end !== -1 && isWordEnd(text, end)) return { start, end, value };
    }
    return null;
  }

  #syllables(text: string, start: number, before: Kind): PhraseMatch<T> | null {
    const entries = this.#bySyllable.get(text.charCodeAt(start))!;
    for (const entry of entries) {
      if (before !== Kind.Other && !inner.has(entry)) continue;
      const end = matchAt(text, start, entry.phrase);
      if (end === -1) continue;
      if (entry.openEnd || kindOf(text.charCodeAt(end)) !== Kind.Hangul) return { start, end, value: entry.value };
    }
    return null;
  }
}

/** Entries that may begin inside a word. */
const inner = new WeakSet<object>();

function push<T>(map: Map<number, Entry<T>[]>, key: number, entry: Entry<T>, inside: boolean): void {
  if (inside) inner.add(entry);
  const known = map.get(key);
  if (known) known.push(entry);
  else map.set(key, [entry]);
}

function isCapital(c: number): boolean {
  return c >= 65 && c <= 90;
}

/** The hash of the word that opens `text`, as `readWord` makes it. */
function hash(text: string): number {
  return readWord(text, 0).code;
}

/** Reads the word at `start`: letters, digits, hyphens and apostrophes between them. */
function readWord(text: string, start: number): { end: number; code: number } {
  let code = 0;
  let i = start;
  for (; i < text.length; i++) {
    const c = fold(text.charCodeAt(i));
    const kind = kindOf(c);
    if (kind === Kind.Letter || kind === Kind.Inner) code = (Math.imul(code, 31) + c) | 0;
    else if ((c === 45 || c === 39) && kindOf(text.charCodeAt(i + 1)) === Kind.Letter)
      code = (Math.imul(code, 31) + c) | 0;
    else break;
  }
  return { end: i, code };
}

/** End of a run of letters and digits. */
function wordEnd(text: string, start: number): number {
  let end = start;
  while (
    end < text.length &&
    (kindOf(text.charCodeAt(end)) === Kind.Letter || kindOf(text.charCodeAt(end)) === Kind.Inner)
  )
    end++;
  return end;
}

/** End of `phrase` at `start`, or -1. White space and marks of emphasis may stand between its words. */
function matchAt(text: string, start: number, phrase: string): number {
  let i = start;
  for (let n = 0; n < phrase.length; n++) {
    const wanted = phrase.charCodeAt(n);
    if (wanted === 32) {
      const from = i;
      let spaces = 0;
      for (let c = text.charCodeAt(i); i < text.length && (isSpace(c) || c === JOINER); c = text.charCodeAt(++i))
        if (c !== JOINER) spaces++;
      if (i === from || spaces === 0) return -1;
    } else if (fold(text.charCodeAt(i)) === wanted) i++;
    else return -1;
  }
  return i;
}

/** Whether a Latin word ends at `end`: no letter, digit, hyphenated part or path goes on. */
function isWordEnd(text: string, end: number): boolean {
  const c = fold(text.charCodeAt(end));
  if (Number.isNaN(c)) return true;
  const kind = kindOf(c);
  if (kind !== Kind.Other) return kind === Kind.Hangul;
  const next = kindOf(text.charCodeAt(end + 1));
  return !((c === 45 || c === 39 || c === 47 || c === 64) && (next === Kind.Letter || next === Kind.Inner));
}
