import search from 'approx-string-match';
import type { Range } from '../model.js';
import type { NoteTarget } from './model.js';
import { type Squeezed, squeeze } from './squeeze.js';

/** How much of what stands around a quotation is kept with it, in UTF-16 units on each side. */
export const CONTEXT = 64;

/** How much of a quotation may have changed, in parts of its length: anywhere in the text, and where its surroundings are still there. */
const ERRORS = 0.25;
const ERRORS_IN_PLACE = 0.6;
/** How much of the surroundings may have changed, and how far from the quotation they are looked for, in their own lengths. */
const ERRORS_AROUND = 0.4;
const REACH = 4;
/** A quotation this long is hardly there twice by chance. A Chinese or Korean character counts twice. */
const LONG = 24;
const SHORT = 8;
/** So many letters beside a quotation are enough to know the place by. */
const BORDER = 12;
const VERY_LONG = 60;
/** Longer quotations, in UTF-16 units, are looked for in pieces of this length where they aren't there as a whole. */
const PIECE = 240;
const LONGEST = 1.5 * PIECE;
/** Candidates that are looked at closely. */
const CANDIDATES = 24;
/** What a fuzzy search may cost, in steps of the search: some 30 ms. Longer texts are searched around the old place only. */
const STEPS = 4_000_000;

/** What a note on `range` of `text` has to remember to find its place again. */
export function targetAt(text: string, { start, end }: Range): NoteTarget {
  return {
    exact: text.slice(start, end),
    prefix: withoutHalves(text.slice(Math.max(0, start - CONTEXT), start)),
    suffix: withoutHalves(text.slice(end, end + CONTEXT)),
    start,
    end,
  };
}

/** Without the halves of surrogate pairs that a cut leaves at the ends: they aren't text, and JSON in UTF-8 can't carry them. */
function withoutHalves(text: string): string {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
}

/**
 * Finds where the words of a note stand now: where they stood, else where they stand among the same words, else where words like
 * them stand. Null where that isn't sure: a note on the wrong words is worse than one that is listed with its quotation.
 */
export function anchor(text: string, target: NoteTarget): Range | null {
  return new Anchorer(text).place(target);
}

interface Candidate extends Range {
  /** How much of the quotation, and of what stood in front and behind, is there: 0 to 1. */
  readonly quote: number;
  readonly before: number;
  readonly after: number;
  /** Letters right in front of it and behind it that are those that stood there. */
  readonly border: number;
  /** Weight of the unbroken stretch that is letter for letter what stood there; 0 where the quotation isn't. */
  readonly same: number;
  readonly score: number;
}

/** Places many notes in one text, which it reads once. Ranges are UTF-16 offsets into `text`. */
export class Anchorer {
  #squeezed: Squeezed | undefined;

  constructor(readonly text: string) {}

  /** `alone` says, where the caller knows it, whether the words of `target` stood in the text once only. */
  place(target: NoteTarget, alone?: boolean): Range | null {
    const { text } = this;
    const { exact, prefix, suffix, start } = target;
    const end = start + exact.length;
    if (exact.trim() === '') return null;
    if (text.startsWith(exact, start) && text.endsWith(prefix, start) && text.startsWith(suffix, end))
      return { start, end };
    this.#squeezed ??= squeeze(text);
    const found = new Search(this.#squeezed, target, alone).best();
    if (found) return this.#squeezed.range(found);
    return exact.length > LONGEST ? this.#placePieces(target) : null;
  }

  /** From the first to the last piece that is there, where at least half of them are, in their order and not far apart. */
  #placePieces(target: NoteTarget): Range | null {
    const places = piecesOf(target).map((piece) => this.place(piece));
    const there = places.filter((place) => place !== null);
    const [first, last] = [there[0], there.at(-1)];
    if (!first || !last || there.length * 2 < places.length) return null;
    const ordered = there.every((place, n) => n === 0 || place.start >= there[n - 1]!.end);
    const near = last.end - first.start <= target.exact.length * 1.5 + PIECE;
    return ordered && near ? { start: first.start, end: last.end } : null;
  }
}

/** A long quotation as several short ones, each with its surroundings. */
function piecesOf({ exact, prefix, suffix, start }: NoteTarget): NoteTarget[] {
  const count = Math.round(exact.length / PIECE);
  const whole = prefix + exact + suffix;
  return Array.from({ length: count }, (_, n) => {
    const from = prefix.length + Math.round((exact.length * n) / count);
    const to = prefix.length + Math.round((exact.length * (n + 1)) / count);
    return {
      ...targetAt(whole, { start: from, end: to }),
      start: start + from - prefix.length,
      end: start + to - prefix.length,
    };
  });
}

/** The search for one quotation in a text whose white space is squeezed, so that line breaks and wrapping make no difference. */
class Search {
  readonly #text: string;
  readonly #exact: string;
  readonly #prefix: string;
  readonly #suffix: string;
  /** Where the quotation stood, as near as can be said. */
  readonly #near: number;

  constructor(
    squeezed: Squeezed,
    target: NoteTarget,
    readonly alone: boolean | undefined,
  ) {
    const plain = (text: string): string => text.replace(/\s+/g, ' ');
    this.#text = squeezed.text;
    this.#exact = plain(target.exact).trim();
    // White space at the edge of a selection is not what the reader meant.
    this.#prefix = plain(target.prefix + /^\s*/.exec(target.exact)![0]);
    this.#suffix = plain(/\s*$/.exec(target.exact)![0] + target.suffix);
    this.#near = squeezed.at(target.start);
  }

  best(): Range | null {
    const candidates = this.#candidates().sort((a, b) => b.score - a.score);
    const [first] = candidates;
    if (!first) return null;
    const rivals = candidates.filter((one) => one.end <= first.start || one.start >= first.end);
    if (!this.#isSure(first, rivals)) return null;
    return this.#standsOut(first, rivals) ? first : null;
  }

  // ---------------------------------------------------------------- judging

  #isSure({ quote, before, after, border, same }: Candidate, rivals: readonly Candidate[]): boolean {
    const length = weight(this.#exact);
    const around = before + after;
    if (quote === 1) {
      // Written by a program that keeps no surroundings: all that can be asked is that the words are there once.
      if (this.#prefix === '' && this.#suffix === '') return length >= SHORT && rivals.every((one) => one.same === 0);
      if (around >= (length >= LONG ? 0.75 : 1)) return true;
      if (this.alone !== undefined) return this.alone && length >= SHORT && rivals.every((one) => one.same === 0);
      return same >= LONG && rivals.every((one) => one.same * 2 < same);
    }
    if (quote >= 1 - ERRORS && (around >= 1.5 || (around >= 0.75 && border >= BORDER))) return true;
    if (quote >= 0.9 && length >= VERY_LONG && rivals.every((one) => one.quote < 1 - ERRORS)) return true;
    return quote >= 1 - ERRORS_IN_PLACE && before >= 0.85 && after >= 0.85;
  }

  /** Whether it is better than any other, or else, where the same words stand twice among the same words, clearly the nearer one. */
  #standsOut(first: Candidate, rivals: readonly Candidate[]): boolean {
    const distance = (one: Candidate): number => Math.abs(one.start - this.#near);
    return rivals.every((one) => first.score - one.score > 0.06 || distance(first) * 2 < distance(one));
  }

  #judge({ start, end }: Range, quote: number): Candidate {
    const text = this.#text;
    const reach = REACH * CONTEXT;
    const [front, back] = [this.#front(start), this.#back(end)];
    const before = likeness(this.#prefix, text.slice(Math.max(0, start - reach), start), front, true);
    const after = likeness(this.#suffix, text.slice(end, end + reach), back, false);
    const same = quote === 1 ? weight(text.slice(start - front, end + back)) : 0;
    const closeness = 1 / (1 + Math.abs(start - this.#near) / 200);
    const score = 0.5 * quote + 0.25 * (before + after) + 0.02 * closeness;
    return { start, end, quote, before, after, border: front + back, same, score };
  }

  /** How many letters in front of an offset are those that stood in front of the quotation, one after the other. */
  #front(start: number): number {
    let same = 0;
    while (same < this.#prefix.length && this.#text[start - 1 - same] === this.#prefix.at(-1 - same)) same++;
    return same;
  }

  /** And behind it. */
  #back(end: number): number {
    let same = 0;
    while (same < this.#suffix.length && this.#text[end + same] === this.#suffix[same]) same++;
    return same;
  }

  // ---------------------------------------------------------------- finding

  #candidates(): Candidate[] {
    const whole = occurrences(this.#text, this.#exact).filter((start) => this.#isWhole(start));
    const exact = this.#nearest(whole).map((start) => this.#judge({ start, end: start + this.#exact.length }, 1));
    // The same words in the same surroundings: nothing else can be better.
    if (exact.some((one) => one.before > 0.95 && one.after > 0.95)) return exact;
    if (this.#exact.length > LONGEST) return exact;
    return [...exact, ...(exact.length === 0 ? this.#alike() : []), ...this.#inPlace()];
  }

  /** "our" is not there in "four": an occurrence must not begin or end inside a word where the quotation didn't. */
  #isWhole(start: number): boolean {
    const [text, end] = [this.#text, start + this.#exact.length];
    return !(
      (IN_WORD.test(text.slice(Math.max(0, start - 1), start + 1)) &&
        !IN_WORD.test(this.#prefix.slice(-1) + this.#exact[0])) ||
      (IN_WORD.test(text.slice(end - 1, end + 1)) && !IN_WORD.test(this.#exact.at(-1) + this.#suffix.slice(0, 1)))
    );
  }

  /** Of many places those that are nearest to the old one, and those that stand among the same letters. */
  #nearest(starts: readonly number[]): readonly number[] {
    if (starts.length <= CANDIDATES) return starts;
    const half = CANDIDATES / 2;
    const near = starts.toSorted((a, b) => Math.abs(a - this.#near) - Math.abs(b - this.#near)).slice(0, half);
    const length = this.#exact.length;
    const border = new Map(starts.map((start) => [start, this.#front(start) + this.#back(start + length)]));
    const framed = starts.toSorted((a, b) => border.get(b)! - border.get(a)!).slice(0, half);
    return [...new Set([...near, ...framed])];
  }

  /** Where words like the quotation stand. */
  #alike(): Candidate[] {
    if (weight(this.#exact) < LONG) return [];
    const errors = Math.floor(this.#exact.length * ERRORS);
    const steps = this.#text.length * Math.ceil(errors / 32);
    const reach = steps <= STEPS ? this.#text.length : Math.floor(STEPS / Math.ceil(errors / 32) / 2);
    const from = Math.max(0, this.#near - reach);
    return this.#matches(from, this.#near + reach, errors);
  }

  /** Where the words stand that stood around the quotation, whatever has become of it. */
  #inPlace(): Candidate[] {
    const length = this.#exact.length;
    const errors = Math.floor(length * ERRORS_IN_PLACE);
    const room = Math.ceil(length * 1.5) + 16;
    const starts = this.#neighbours((size) => this.#prefix.slice(-size)).map(({ end }) => end);
    // At the very start of a document there may be no more than a title in front.
    if (this.#prefix.length < BORDER && this.#text.startsWith(this.#prefix)) starts.push(this.#prefix.length);
    const ends = this.#neighbours((size) => this.#suffix.slice(0, size)).map(({ start }) => start);
    const found: Candidate[] = [];
    for (const start of starts) {
      const end = ends.find((one) => one > start && one - start <= room);
      if (end === undefined) found.push(...this.#matches(start, start + room, errors));
      else found.push(this.#judge({ start, end }, similarity(this.#exact, this.#text.slice(start, end))));
    }
    for (const end of ends)
      if (!starts.some((start) => end > start && end - start <= room))
        found.push(...this.#matches(Math.max(0, end - room), end, errors));
    return found;
  }

  #wholeWords(start: number, end: number): Range {
    while (IN_WORD.test(this.#text.slice(Math.max(0, start - 1), start + 1))) start--;
    while (IN_WORD.test(this.#text.slice(end - 1, end + 1))) end++;
    return { start, end };
  }

  /** Where what stood next to the quotation stands: much of it, or else a little. */
  #neighbours(take: (size: number) => string): Range[] {
    for (const size of [2 * BORDER, BORDER]) {
      const part = take(size);
      const starts = part.length < BORDER ? [] : this.#nearest(occurrences(this.#text, part));
      if (starts.length > 0) return starts.map((start) => ({ start, end: start + part.length }));
    }
    return [];
  }

  /** The best approximate matches between two offsets; of several that end nearly at one place, the one of the likeliest length. */
  #matches(from: number, to: number, errors: number): Candidate[] {
    const length = this.#exact.length;
    const best: Range[] = [];
    for (const match of search(this.#text.slice(from, to), this.#exact, errors)) {
      const range = this.#wholeWords(from + match.start, from + match.end);
      const last = best.at(-1);
      const odd = (one: Range): number => Math.abs(one.end - one.start - length);
      if (!last || range.start >= last.end) best.push(range);
      else if (odd(range) < odd(last)) best[best.length - 1] = range;
    }
    return best
      .slice(0, CANDIDATES)
      .map((range) => this.#judge(range, similarity(this.#exact, this.#text.slice(range.start, range.end))));
  }
}

/** Two letters side by side; not in scripts that write words without spaces or put particles to them. */
const IN_WORD = /[\p{Script=Latin}\p{N}]{2}/u;

function occurrences(text: string, part: string): number[] {
  const starts: number[] = [];
  for (let at = text.indexOf(part); at !== -1 && starts.length < 5_000; at = text.indexOf(part, at + 1))
    starts.push(at);
  return starts;
}

/** How much of a quotation a text is, 0 to 1: what of the longer one needs no change. */
function similarity(quotation: string, text: string): number {
  if (quotation === text) return 1;
  const long = Math.max(quotation.length, text.length);
  const [match] = search(text, quotation, quotation.length);
  if (!match) return 0;
  const rest = text.length - (match.end - match.start);
  return Math.max(0, 1 - (match.errors + Math.max(0, rest)) / long);
}

/**
 * How much of what stood beside a quotation stands there still, 0 to 1: a little less where something has come between. `same` letters of it
 * are known to be there. Where nothing stood there, at the edge of a document, it says whether nothing does now.
 */
function likeness(context: string, text: string, same: number, atEnd: boolean): number {
  if (context.trim() === '') return text.trim() === '' ? 1 : 0;
  if (same === context.length) return 1;
  let best = same / (same + 8);
  for (const { start, end, errors } of search(text, context, Math.floor(context.length * ERRORS_AROUND))) {
    const gap = (atEnd ? text.length - end : start) / (REACH * CONTEXT);
    best = Math.max(best, (1 - errors / context.length) * (1 - 0.2 * gap));
  }
  return best;
}

/** The length of a text in letters, of which a syllable or ideograph is worth two. */
function weight(text: string): number {
  return text.length + (text.match(/[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/g)?.length ?? 0);
}
