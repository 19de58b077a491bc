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
  /** Whether it may begin inside a word, and whether the word may go on behind it. */
  readonly inside: boolean;
  readonly openEnd: boolean;
  readonly value: T;
}

/** The phrases that open with one word: the word by itself, and longer ones by the low bits of the letter that opens their second. */
interface Opening<T> {
  readonly alone: Entry<T>[];
  readonly more: Entry<T>[][];
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
/** Size of the filter in front of the look-up, a power of two. */
const MAYBE = 8192;
const JOINER = 0x2060;

/** Kind and lower case of the characters of Latin text: this loop runs over every character of a document. */
const TABLE = 0x370;
const KINDS = new Uint8Array(TABLE);
const LOWER = new Uint16Array(TABLE);
/** Lower case of what words consist of, 0 for all else: one look a character. */
const INSIDE = new Uint16Array(TABLE);
for (let c = 0; c < TABLE; c++) {
  KINDS[c] = latinKind(c);
  LOWER[c] = (c >= 65 && c <= 90) || (c >= 0xc0 && c <= 0xde && c !== 0xd7) ? c + 32 : c;
  INSIDE[c] = KINDS[c] === Kind.Other ? 0 : LOWER[c]!;
}

function latinKind(c: number): Kind {
  if ((c >= 97 && c <= 122) || (c >= 65 && c <= 90)) return Kind.Letter;
  if ((c >= 48 && c <= 57) || c === 95 || c >= 0x300) return Kind.Inner;
  return c >= 0xc0 && c < 0x250 && c !== 0xd7 && c !== 0xf7 ? Kind.Letter : Kind.Other;
}

function kindOf(c: number): Kind {
  if (c < TABLE) return KINDS[c]!;
  return c >= HANGUL && c < HANGUL + SYLLABLES ? Kind.Hangul : Kind.Other;
}

/** Lower case of a Latin letter; typographic apostrophes and hyphens as typed ones. */
function fold(c: number): number {
  if (c < TABLE) return LOWER[c]!;
  if (c === 0x2019 || c === 0x2018) return 39;
  return c === 0x2010 || c === 0x2011 ? 45 : c;
}

/** Character code at `i`, 0 past the end: reading there would make the engine give up its optimised code. */
function codeAt(text: string, i: number): number {
  return i < text.length ? text.charCodeAt(i) : 0;
}

function isSpace(c: number): boolean {
  return c <= 32 || c === 0xa0 || c === 0x202f || c === 0x3000;
}

/**
 * Finds phrases of all lists in one pass. A regular expression of a few hundred alternatives tries each of them at every
 * character and cost more than the Markdown parse; here a word costs one look-up by its hash.
 */
export class PhraseMatcher<T> {
  readonly #byFirstWord = new Map<number, Opening<T>>();
  /** By the low bits of a word's hash: whether a phrase may open with it. Spares most words the look-up. */
  readonly #maybe = new Uint8Array(MAYBE);
  /** The same for longer phrases, where something other than a space follows the first word. */
  readonly #more = new Uint8Array(MAYBE);
  /** By the low bits of two letters: whether a phrase opens with them. */
  readonly #pairs = new Uint8Array(1024);
  readonly #bySyllable = new Map<number, Entry<T>[]>();
  /** By syllable: 1 when a phrase opens a word with it, 2 when one may begin with it inside a word. */
  readonly #opens = new Uint8Array(SYLLABLES);

  constructor(phrases: Iterable<Phrase<T>>) {
    for (const { phrase, value } of phrases) {
      const inside = phrase.startsWith('*');
      const openEnd = phrase.endsWith('*');
      const entry: Entry<T> = {
        phrase: phrase.slice(inside ? 1 : 0, openEnd ? -1 : undefined),
        inside,
        openEnd,
        value,
      };
      const first = entry.phrase.charCodeAt(0);
      if (kindOf(first) === Kind.Hangul) {
        this.#opens[first - HANGUL]! |= inside ? 2 : 1;
        const known = this.#bySyllable.get(first);
        if (known) known.push(entry);
        else this.#bySyllable.set(first, [entry]);
      } else this.#addWords(entry);
    }
    for (const entries of this.#bySyllable.values()) entries.sort(byLength);
  }

  #addWords(entry: Entry<T>): void {
    const code = hash(entry.phrase);
    const space = entry.phrase.indexOf(' ');
    if (space === -1) this.#maybe[code & (MAYBE - 1)] = 1;
    else {
      this.#maybe[slot(code, pair(codeAt(entry.phrase, space + 1), codeAt(entry.phrase, space + 2)))] = 1;
      this.#more[slot(code, ANY)] = 1;
    }
    this.#pairs[pair(codeAt(entry.phrase, 0), codeAt(entry.phrase, 1))] = 1;
    let opening = this.#byFirstWord.get(code);
    if (!opening) {
      opening = { alone: [], more: [] };
      this.#byFirstWord.set(code, opening);
    }
    if (space === -1) opening.alone.push(entry);
    else {
      while (opening.more.length < 32) opening.more.push([]);
      const group = opening.more[codeAt(entry.phrase, space + 1) & 31]!;
      group.push(entry);
      group.sort(byLength);
    }
  }

  /** Scans `text`, masked prose; offsets are relative to it. */
  scan(text: string): Scan<T> {
    const matches: PhraseMatch<T>[] = [];
    const capitals: Range[] = [];
    const { length } = text;
    const maybe = this.#maybe;
    const pairs = this.#pairs;
    let before: Kind = Kind.Other;
    for (let i = 0; i < length; ) {
      const c = text.charCodeAt(i);
      const kind = kindOf(c);
      if (kind === Kind.Letter && before === Kind.Other) {
        if (c <= 90 && isCapital(codeAt(text, i + 1))) capitals.push({ start: i, end: wordEnd(text, i) });
        let end = i + 1;
        if (pairs[pair(LOWER[c]!, fold(codeAt(text, end)))] === 0) {
          // No phrase opens so: over the word and on.
          while (end < length) {
            const next = text.charCodeAt(end);
            if (next >= TABLE || INSIDE[next] === 0) break;
            end++;
          }
          i = end;
          before = Kind.Letter;
          continue;
        }
        let code = LOWER[c]!;
        for (; end < length; end++) {
          const next = text.charCodeAt(end);
          const low = next < TABLE ? INSIDE[next]! : 0;
          if (low !== 0) code = (Math.imul(code, 31) + low) | 0;
          else if (next !== 32 && goesOn(text, end)) code = (Math.imul(code, 31) + fold(next)) | 0;
          else break;
        }
        // A phrase of one word, or of more whose second begins as the next word does.
        const letter = codeAt(text, end) === 32 ? pair(fold(codeAt(text, end + 1)), fold(codeAt(text, end + 2))) : ANY;
        if (maybe[code & (MAYBE - 1)] === 1 || (letter === ANY ? this.#more : maybe)[slot(code, letter)] === 1) {
          const match = this.#words(text, i, end, code);
          if (match) {
            matches.push(match);
            end = match.end;
          }
        }
        i = end;
        before = Kind.Letter;
      } else if (kind === Kind.Hangul) {
        const opens = this.#opens[c - HANGUL]!;
        const match = opens & 2 || (opens & 1 && before === Kind.Other) ? this.#syllables(text, i, before) : null;
        if (match) matches.push(match);
        before = Kind.Hangul;
        i = match?.end ?? i + 1;
      } else {
        before = kind;
        i++;
      }
    }
    return { matches, capitals };
  }

  /** The longest phrase at `start`, whose first word ends at `end` and has the hash `code`. */
  #words(text: string, start: number, end: number, code: number): PhraseMatch<T> | null {
    const opening = this.#byFirstWord.get(code);
    if (!opening) return null;
    if (opening.more.length > 0) {
      let next = end;
      while (next < text.length && (isSpace(text.charCodeAt(next)) || text.charCodeAt(next) === JOINER)) next++;
      const found = longest(text, start, opening.more[fold(codeAt(text, next)) & 31]);
      if (found) return found;
    }
    return longest(text, start, opening.alone);
  }

  #syllables(text: string, start: number, before: Kind): PhraseMatch<T> | null {
    const entries = this.#bySyllable.get(text.charCodeAt(start))!;
    for (const entry of entries) {
      if (before !== Kind.Other && !entry.inside) continue;
      const end = matchAt(text, start, entry.phrase);
      if (end === -1) continue;
      if (entry.openEnd || kindOf(codeAt(text, end)) !== Kind.Hangul) return { start, end, value: entry.value };
    }
    return null;
  }
}

function byLength(a: { phrase: string }, b: { phrase: string }): number {
  return b.phrase.length - a.phrase.length;
}

/** The low bits of two letters as one number below 1,024. */
function pair(a: number, b: number): number {
  return ((a & 31) << 5) | (b & 31);
}

/** Stands for “whatever letters open the second word”. */
const ANY = 1024;

/** The filter's slot for a first word and the letters that open the second. */
function slot(code: number, letter: number): number {
  return (code + Math.imul(letter + 1, 0x9e3b)) & (MAYBE - 1);
}

function isCapital(c: number): boolean {
  return c >= 65 && c <= 90;
}

/** The hash of the word that opens `text`. */
function hash(text: string): number {
  let code = 0;
  for (let i = 0; i < text.length; i++) {
    if (kindOf(text.charCodeAt(i)) === Kind.Other && !goesOn(text, i)) break;
    code = (Math.imul(code, 31) + fold(text.charCodeAt(i))) | 0;
  }
  return code;
}

/** Whether a word goes on at a hyphen or apostrophe. */
function goesOn(text: string, i: number): boolean {
  const c = fold(text.charCodeAt(i));
  return (c === 45 || c === 39) && kindOf(codeAt(text, i + 1)) === Kind.Letter;
}

/** The longest of `entries` that stands at `start`. */
function longest<T>(text: string, start: number, entries: readonly Entry<T>[] | undefined): PhraseMatch<T> | null {
  if (!entries) return null;
  for (let n = 0; n < entries.length; n++) {
    const entry = entries[n]!;
    const end = matchAt(text, start, entry.phrase);
    if (end !== -1 && isWordEnd(text, end)) return { start, end, value: entry.value };
  }
  return null;
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
      for (let c = codeAt(text, i); i < text.length && (isSpace(c) || c === JOINER); c = codeAt(text, ++i))
        if (c !== JOINER) spaces++;
      if (i === from || spaces === 0) return -1;
    } else if (fold(codeAt(text, i)) === wanted) i++;
    else return -1;
  }
  return i;
}

/** Whether a Latin word ends at `end`: no letter, digit, hyphenated part or path goes on. */
function isWordEnd(text: string, end: number): boolean {
  if (end >= text.length) return true;
  const c = fold(text.charCodeAt(end));
  const kind = kindOf(c);
  if (kind !== Kind.Other) return kind === Kind.Hangul;
  const next = kindOf(codeAt(text, end + 1));
  return !((c === 45 || c === 39 || c === 47 || c === 64) && (next === Kind.Letter || next === Kind.Inner));
}
