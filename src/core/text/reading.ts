import type { Sentence } from '../model.js';
import { Class, classOf, codeAt, Sign, signOf } from './characters.js';
import { denseEnd, denseWords } from './words.js';

/** What one pass over a block's masked prose finds; offsets are relative to it. */
export interface Reading {
  readonly words: number;
  /** White space at both ends left out. */
  readonly sentences: readonly Sentence[];
  readonly runs: Runs;
  /** The `Sign`s in it, one bit each. */
  readonly signs: number;
}

/** Runs of letters and digits, scripts without spaces left out. */
export interface Runs {
  /** Where each begins. */
  readonly starts: readonly number[];
  /**
   * For each a number for what it is in lower case. Endings are glued to Hangul and by it to Latin (“API를”): of the one its first syllable
   * counts, of the other the Latin letters.
   */
  readonly codes: readonly number[];
  /** Where those begin that open with two Latin capitals. */
  readonly capitals: readonly number[];
}

/** In characters; a test holds the languages to it. */
export const LONGEST_ABBREVIATION = 7;

/** Words that end in a full stop without ending the sentence, lower case, by language; see `languages/`. */
export type Abbreviations = ReadonlySet<string>;

/**
 * Counts the words, finds the sentences, and notes where words begin for whoever looks for some of them: all in one pass, since a loop
 * over the characters of a document is dear.
 *
 * Our own few rules rather than `Intl.Segmenter`: that one took as long as the whole Markdown parse, and its answer depends on the ICU that
 * the host ships, so the editor and the command line could disagree. Only the words of scripts without spaces it has to count.
 */
export function readText(source: string, abbreviations: Abbreviations, count = denseWords): Reading {
  // See `codeAt`: here it is worth the while to spare its checks.
  // biome-ignore lint/style/useTemplate: as there.
  const text = '' + source;
  const { length } = text;
  const sentences: Sentence[] = [];
  let runs = 0;
  let capitals = 0;
  let words = 0;
  let inWord = false;
  let start = 0;
  let wordsBefore = 0;
  let signs: number = Sign.None;
  /** The bits of all letters together. */
  let letters = 0;
  for (let i = 0; i < length; i++) {
    let c = String.prototype.charCodeAt.call(text, i);
    let kind = classOf(c);
    if (kind === Class.Letter) {
      STARTS[runs] = i;
      if (!inWord) words++;
      inWord = true;
      if (isCapital(c) && isCapital(codeAt(text, i + 1))) CAPITALS[capitals++] = i;
      let code = 0;
      const latin = c < FIRST_EASTERN;
      // Nearly all of a document are letters. In a loop of their own they take half the time, as long as no closure uses its variables.
      do {
        letters |= c;
        // Lower case, as far as it is one bit away. Of ASCII there is no class to look up.
        do {
          code = (Math.imul(code, 31) + (c | 32)) | 0;
          c = ++i < length ? String.prototype.charCodeAt.call(text, i) : 32;
        } while (latin && ((c | 32) - 97) >>> 0 < 26);
        kind = classOf(c);
      } while (kind === Class.Letter && latin && c < FIRST_EASTERN);
      while (kind === Class.Letter) {
        letters |= c;
        c = ++i < length ? String.prototype.charCodeAt.call(text, i) : 32;
        kind = classOf(c);
      }
      CODES[runs++] = code & 0x3fffffff;
    }
    if (kind === Class.Space) {
      if (c !== 32) signs |= signOf(c);
      else if (!inWord && i > 0 && codeAt(text, i - 1) === 32) signs |= Sign.Gap;
      inWord = false;
      continue;
    }
    if (kind === Class.Other) {
      signs |= signOf(c);
      continue;
    }
    if (kind === Class.Dense) {
      signs |= Sign.Eastern;
      const to = denseEnd(text, i, length);
      words += count(text.slice(i, to));
      i = to - 1;
      inWord = false;
      continue;
    }
    const end = marksEnd(text, i, kind);
    for (let mark = i; mark < end; mark++) signs |= signOf(codeAt(text, mark));
    if (kind === Class.WideEnd) inWord = false;
    if (isEnd(text, i, end, kind, abbreviations, runs === 0 ? i : STARTS[runs - 1]!)) {
      push(sentences, text, start, end, words - wordsBefore);
      start = end;
      wordsBefore = words;
      inWord = false;
    }
    i = end - 1;
  }
  push(sentences, text, start, length, words - wordsBefore);
  if (letters >= FIRST_EASTERN) signs |= Sign.Eastern;
  return { words, sentences, runs: runsSoFar(runs, capitals), signs };
}

// What is found is gathered here and copied once its number is known: arrays that grow are thrown away several times over.
const STARTS: number[] = [];
const CODES: number[] = [];
const CAPITALS: number[] = [];
const NONE: readonly number[] = [];

function runsSoFar(runs: number, capitals: number): Runs {
  return {
    starts: STARTS.slice(0, runs),
    codes: CODES.slice(0, runs),
    capitals: capitals === 0 ? NONE : CAPITALS.slice(0, capitals),
  };
}

/** Letters below are of other bits than those of the scripts from Hangul on. */
const FIRST_EASTERN = 0x1000;

const NO_ABBREVIATIONS: Abbreviations = new Set();

const none = (): number => 0;

/**
 * The runs of a text of its own, such as a phrase to look for. Words aren't counted: a first `Intl.Segmenter` takes as long as a tenth of a
 * first check, and lists have phrases in every language.
 */
export function runsOf(text: string): Runs {
  return readText(text, NO_ABBREVIATIONS, none).runs;
}

function push(sentences: Sentence[], text: string, from: number, to: number, words: number): void {
  let start = from;
  let end = to;
  while (start < end && isSpace(codeAt(text, start))) start++;
  while (end > start && isSpace(codeAt(text, end - 1))) end--;
  if (start < end) sentences.push({ start, end, words });
}

/** One past the marks that open at `at` and whatever closes behind them: `?!”)`. */
function marksEnd(text: string, at: number, kind: Class): number {
  let end = at + 1;
  while (end < text.length && classOf(codeAt(text, end)) === kind) end++;
  while (end < text.length && isClosing(codeAt(text, end), kind)) end++;
  return end;
}

/** `"'”’)]`, marks of emphasis, and `»` or `」』）`. */
function isClosing(c: number, kind: Class): boolean {
  if (c < 128) return c === 34 || c === 39 || c === 41 || c === 93;
  if (c === 0x201d || c === 0x2019 || c === 0x2060) return true;
  return kind === Class.End ? c === 0xbb : c === 0x300d || c === 0x300f || c === 0xff09;
}

/** Whether the marks from `at` to `end` end a sentence; `run` is where the last run of letters in front of them begins. */
function isEnd(text: string, at: number, end: number, kind: Class, abbreviations: Abbreviations, run: number): boolean {
  if (kind === Class.End && end < text.length && !isWhite(codeAt(text, end))) return false;
  if (codeAt(text, at) === 46) {
    if (!isFullStop(text, at, end, abbreviations, run)) return false;
    // No abbreviation is as long, so that even a name in small letters may follow: “Works with OpenTofu. driftwatch reads …”
    if (at - run > LONGEST_ABBREVIATION && end === at + 1 && classOf(codeAt(text, at - 1)) === Class.Letter)
      return true;
  }
  return opensSentence(text, end);
}

function isCapital(c: number): boolean {
  return c >= 65 && c <= 90;
}

/** White space as `\s` has it. */
function isWhite(c: number): boolean {
  return c < 128 ? c === 32 || (c >= 9 && c <= 13) : /\s/.test(String.fromCharCode(c));
}

function isSpace(c: number): boolean {
  return c <= 32 || c === 0xa0 || c === 0x3000 || c === 0x2060;
}

/** Whether the full stop at `dot` ends a sentence rather than an abbreviation, an initial or a list number. */
function isFullStop(text: string, dot: number, end: number, abbreviations: Abbreviations, run: number): boolean {
  if (isBlank(text, end)) return true;
  let from = classOf(codeAt(text, dot - 1)) === Class.Letter ? run : dot;
  while (from > 0 && !isSpace(codeAt(text, from - 1)) && !isOpening(codeAt(text, from - 1))) from--;
  // No abbreviation is as long as most words are.
  if (from > 0 && dot - from > LONGEST_ABBREVIATION && codeAt(text, dot - 2) !== 46) return true;
  // And nearly all that are as short open and end as no abbreviation does.
  const single = from > 0 && dot - from > 2 && !hasFullStop(text, from, dot);
  if (single && formsOf(abbreviations)[formOf(text, from, dot)] === 0) return true;
  const word = text.slice(from, dot).toLowerCase();
  if (abbreviations.has(word)) return false;
  // Initials ("J. Smith", "U.S. law") and a number that opens the text ("1. First", "가. 목적"). A syllable of Hangul is a word: "법무팀이 씀."
  if ((word.length < 3 || word.includes('.')) && INITIALS.test(word)) return false;
  return !(from === 0 && /^(?:\d+|[가-힣])$/.test(word));
}

const INITIALS = /^(?:\p{L}\.)*[^\P{L}가-힣]$/u;

function hasFullStop(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (codeAt(text, i) === 46) return true;
  return false;
}

/** By what `formOf` gives, whether an abbreviation is of that form. */
const forms = new WeakMap<Abbreviations, Uint8Array>();

function formsOf(abbreviations: Abbreviations): Uint8Array {
  let known = forms.get(abbreviations);
  if (!known) {
    known = new Uint8Array(32768);
    for (const word of abbreviations) known[formOf(word, 0, word.length)] = 1;
    forms.set(abbreviations, known);
  }
  return known;
}

/** A number for the first, second and last letters of a word, in either case, by their low bits. */
function formOf(text: string, from: number, to: number): number {
  return ((codeAt(text, from) & 31) << 10) | ((codeAt(text, from + 1) & 31) << 5) | (codeAt(text, to - 1) & 31);
}

/** `("“‘[` */
function isOpening(c: number): boolean {
  return c === 40 || c === 34 || c === 91 || c === 0x201c || c === 0x2018;
}

/** Whether nothing but white space follows. */
function isBlank(text: string, from: number): boolean {
  for (let i = from; i < text.length; i++) if (!isWhite(codeAt(text, i))) return false;
  return true;
}

/** How far behind a full stop the next sentence is looked for. */
const NEAR = 40;

/** Whether what follows can open a sentence: no lower-case word, unless it is a name such as "iCloud". */
function opensSentence(text: string, end: number): boolean {
  const limit = Math.min(text.length, end + NEAR);
  let at = end;
  while (at < limit && isBetween(codeAt(text, at))) at++;
  if (at === limit) return true;
  const c = codeAt(text, at);
  if (c < 128 && !(c >= 97 && c <= 122)) return true;
  return !/^\p{Ll}+(?!\p{Lu}|\p{Ll})/u.test(text.slice(at, limit));
}

/** What may stand between two sentences: white space, what opens a quotation or bracket, marks of emphasis. */
function isBetween(c: number): boolean {
  return isWhite(c) || isOpening(c) || c === 39 || c === 42 || c === 95 || c === 0xab || c === 0x2060;
}
