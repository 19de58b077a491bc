import { codeAt } from './characters.js';
import { withNext } from './phrases.js';
import type { Runs } from './reading.js';

/** A phrase of a list, lower case. */
interface Entry {
  readonly phrase: string;
  /** Length as it is written: of two that begin alike the longer one counts. */
  readonly length: number;
  readonly list: number;
  /** `launch*`: the word goes on. */
  readonly stem: boolean;
  /** Whether it has to end where a word ends. */
  readonly endsWord: boolean;
  /** The code of its second word, where it has one that is whole. */
  readonly second: number;
}

/** What the low bits of a word's code say of it: that it may open a phrase, that letters so far may be a stem, or that any second word may follow. */
const WORD = 1;
const STEM = 2;
const ALONE = 4;
const TABLE = 8191;

/**
 * Counts the phrases of several lists in one walk over a text. Whole words in scripts that have them, anything elsewhere; `stem*` goes on
 * to the end of the word, and a space stands for any white space.
 *
 * A regular expression of a hundred alternatives tries each of them at every word; here a word costs a look at a table.
 */
export class PhraseLists {
  /** By the code of a first word, by that of a stem, and by the first character of a script without words. */
  readonly #words = new Map<number, Entry[]>();
  readonly #stems = new Map<number, Entry[]>();
  readonly #others = new Map<number, Entry[]>();
  readonly #maybe = new Uint8Array(TABLE + 1);
  /** The same of the codes of two words: that a phrase may open with them. */
  readonly #pairs = new Uint8Array(TABLE + 1);
  /** The same of its first three letters, one bit each: that a stem may open with them. */
  readonly #openings = new Uint32Array(1024);
  /** The same of the low bits of a character: that a phrase may begin with it where words aren't parted. */
  readonly #firsts = new Uint8Array(TABLE + 1);
  readonly #nothing: readonly number[];
  /** Where the word ends that was looked at last. */
  #end = 0;

  constructor(lists: readonly (readonly string[])[]) {
    this.#nothing = lists.map(() => 0);
    for (const [list, phrases] of lists.entries()) for (const written of phrases) this.#add(written, list);
    for (const index of [this.#words, this.#stems, this.#others])
      for (const entries of index.values()) entries.sort(longestFirst);
  }

  #add(written: string, list: number): void {
    const stem = written.endsWith('*');
    const phrase = stem ? written.slice(0, -1) : written;
    const { length } = written;
    let code = 0;
    let end = 0;
    for (; isLetter(codeAt(phrase, end)); end++) code = withLetter(code, letterOf(codeAt(phrase, end)));
    if (end === 0) {
      this.#firsts[codeAt(phrase, 0) & TABLE] = 1;
      put(this.#others, codeAt(phrase, 0), { phrase, length, list, stem: false, endsWord: false, second: UNKNOWN });
      return;
    }
    const isStem = stem && end === phrase.length;
    this.#maybe[code & TABLE]! |= isStem ? STEM : WORD;
    if (isStem) this.#addOpening(phrase.slice(0, 3));
    const endsWord = !stem && isLetter(codeAt(phrase, phrase.length - 1));
    const second = secondWord(phrase, end, endsWord);
    if (second === UNKNOWN) this.#maybe[code & TABLE]! |= ALONE;
    else this.#pairs[withNext(code, second) & TABLE] = 1;
    put(isStem ? this.#stems : this.#words, code, { phrase, length, list, stem, endsWord, second });
  }

  #addOpening(letters: string): void {
    if (letters.length < 3) for (const letter of ALPHABET) this.#addOpening(letters + letter);
    else {
      const bits = opening(letters, 0);
      this.#openings[bits >> 5]! |= 1 << (bits & 31);
    }
  }

  /** Whether all phrases are of scripts that part their words, so that a text's runs of letters tell where they are. */
  get readsRuns(): boolean {
    return this.#others.size === 0;
  }

  /**
   * How many different phrases of each list stand in `source`, in whatever case; masked markup in it is nothing. Who knows the text's runs of
   * letters, or those of a longer one that it opens, spares nearly all words a look at their letters; then those that begin before `from`
   * don't count.
   */
  count(source: string, runs?: Runs, from = 0): readonly number[] {
    // See `codeAt`: here it is worth the while to spare its checks.
    // biome-ignore lint/style/useTemplate: as there.
    const text = '' + source;
    return runs && this.readsRuns ? this.#countRuns(text, runs, from) : this.#countAll(text);
  }

  #countRuns(text: string, runs: Runs, from: number): readonly number[] {
    const { starts, codes } = runs;
    let found: Found | undefined;
    const maybe = this.#maybe;
    const pairs = this.#pairs;
    const openings = this.#openings;
    const end = firstRun(runs, text.length);
    // The last word of a text may be the beginning of a longer one.
    const whole = end < starts.length && starts[end]! === text.length ? end : end - 1;
    for (let n = firstRun(runs, from); n < end; n++) {
      const start = starts[n]!;
      const cut = n >= whole;
      const code = codes[n]!;
      const next = n + 1 < whole ? codes[n + 1]! : UNKNOWN;
      let proposed: readonly Entry[] | undefined;
      const bits = opening(text, start);
      if (cut || (openings[bits >> 5]! & (1 << (bits & 31))) !== 0) proposed = this.#proposed(text, start);
      else {
        const opens = maybe[code & TABLE]!;
        if ((opens & WORD) === 0) continue;
        // Many phrases open with a word that is everywhere.
        const goesOn = next === UNKNOWN || (opens & ALONE) !== 0 || pairs[withNext(code, next) & TABLE] === 1;
        if (goesOn) proposed = this.#words.get(code);
      }
      if (!proposed) continue;
      found ??= new Found(this.#nothing);
      found.judge(proposed, text, start, next);
    }
    return found?.counts ?? this.#nothing;
  }

  #countAll(text: string): readonly number[] {
    let found: Found | undefined;
    for (let i = 0; i < text.length; i++) {
      const c = String.prototype.charCodeAt.call(text, i);
      const start = i;
      let proposed: readonly Entry[] | undefined;
      if (letterOf(c) !== 0) {
        proposed = this.#proposed(text, i);
        i = this.#end - 1;
      } else if (this.#firsts[c & TABLE] === 1) proposed = this.#others.get(c);
      if (!proposed) continue;
      found ??= new Found(this.#nothing);
      found.judge(proposed, text, start, UNKNOWN);
    }
    return found?.counts ?? this.#nothing;
  }

  /** The phrases that may stand where a word starts, longest first. */
  #proposed(text: string, start: number): readonly Entry[] | undefined {
    let proposed: readonly Entry[] | undefined;
    let code = 0;
    let i = start;
    const maybe = this.#maybe;
    for (let letter = letterOf(codeAt(text, i)); letter !== 0; letter = letterOf(codeAt(text, ++i))) {
      code = withLetter(code, letter);
      if ((maybe[code & TABLE]! & STEM) !== 0) proposed = both(proposed, this.#stems.get(code));
    }
    this.#end = i;
    return (maybe[code & TABLE]! & WORD) === 0 ? proposed : both(proposed, this.#words.get(code));
  }
}

/** Index of the first run that begins at an offset or behind it. */
export function firstRun({ starts }: Runs, offset: number): number {
  let low = 0;
  for (let high = offset === 0 ? 0 : starts.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (starts[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The code of a word that nobody looked at. */
const UNKNOWN = -1;

/** A number for the first three letters of a word, by their low bits. */
function opening(text: string, start: number): number {
  return ((codeAt(text, start) & 31) << 10) | ((codeAt(text, start + 1) & 31) << 5) | (codeAt(text, start + 2) & 31);
}

/** The code of a phrase's second word, behind the end of its first, unless it may go on behind the phrase. */
function secondWord(phrase: string, end: number, endsWord: boolean): number {
  let from = end;
  while (from < phrase.length && !isLetter(codeAt(phrase, from))) from++;
  let to = from;
  while (isLetter(codeAt(phrase, to))) to++;
  return to === from || (to === phrase.length && !endsWord) ? UNKNOWN : wordCode(phrase, from, to);
}

function both(some: readonly Entry[] | undefined, more: readonly Entry[] | undefined): readonly Entry[] | undefined {
  return some && more ? [...some, ...more].sort(longestFirst) : (some ?? more);
}

/** A phrase that was found. */
interface Hit {
  readonly list: number;
  /** The phrase, or the code of the word that a stem opens. */
  readonly match: string | number;
  /** Where it ends, the last time that it was found. */
  end: number;
}

/** What was found of each list so far. */
class Found {
  readonly counts: number[];
  /** Different ones; few texts have more than some. */
  readonly #hits: Hit[] = [];

  /** `nothing`: a zero for each list. */
  constructor(nothing: readonly number[]) {
    this.counts = nothing.slice();
  }

  /**
   * Takes the longest of the proposed of each list that stands at `start`; `proposed` has the longest first. `next` is the code of the
   * second word there, where it is known.
   */
  judge(proposed: readonly Entry[], text: string, start: number, next: number): void {
    for (const entry of proposed) {
      const { list, second } = entry;
      if ((second !== UNKNOWN && next !== UNKNOWN && second !== next) || this.#isInside(start, list)) continue;
      const end = matchEnd(text, start, entry);
      if (end === -1) continue;
      const match = entry.stem ? wordCode(text, start, end) : entry.phrase;
      if (this.#isKnown(list, match, end)) continue;
      this.#hits.push({ list, match, end });
      this.counts[list]!++;
    }
  }

  /** Whether a match of a list goes beyond `start`: none begins inside another. */
  #isInside(start: number, list: number): boolean {
    for (const hit of this.#hits) if (hit.list === list && start < hit.end) return true;
    return false;
  }

  /** Whether it was found before; if so, it is known to end at `end` now. */
  #isKnown(list: number, match: string | number, end: number): boolean {
    for (const hit of this.#hits) {
      if (hit.list !== list || hit.match !== match) continue;
      hit.end = end;
      return true;
    }
    return false;
  }
}

function longestFirst(a: Entry, b: Entry): number {
  return b.length - a.length;
}

function put(entries: Map<number, Entry[]>, key: number, entry: Entry): void {
  const known = entries.get(key);
  if (known) known.push(entry);
  else entries.set(key, [entry]);
}

/** As `Runs` have codes. */
export function withLetter(code: number, letter: number): number {
  return (Math.imul(code, 31) + (letter | 32)) & 0x3fffffff;
}

function wordCode(text: string, start: number, end: number): number {
  let code = 0;
  for (let i = start; i < end; i++) if (codeAt(text, i) !== JOINER) code = withLetter(code, fold(codeAt(text, i)));
  return code;
}

/** Where an entry that stands at `start` ends; -1 where it doesn't. */
function matchEnd(text: string, start: number, { phrase, stem, endsWord }: Entry): number {
  let i = start;
  const words = isLetter(codeAt(phrase, 0));
  for (let n = 0; n < phrase.length; n++) {
    const wanted = codeAt(phrase, n);
    let c = codeAt(text, i);
    while (c === JOINER) c = codeAt(text, ++i);
    if (words && wanted === 32) {
      const from = i;
      while (isSpace(codeAt(text, i)) && i < text.length) i++;
      if (i === from) return -1;
    } else if (c === wanted || fold(c) === wanted) i++;
    else return -1;
  }
  if (stem) while (isLetter(codeAt(text, i)) && !isDigit(codeAt(text, i))) i++;
  return endsWord && isLetter(codeAt(text, i)) ? -1 : i;
}

/** Letters and digits of the scripts that part their words, in lower case; 0 for anything else. */
const LETTERS = new Uint8Array(256);
const ALPHABET = 'abcdefghijklmnopqrstuvwxyzäöüß0123456789';
for (const letter of ALPHABET) {
  LETTERS[codeAt(letter, 0)] = codeAt(letter, 0);
  if (letter !== 'ß') LETTERS[codeAt(letter.toUpperCase(), 0)] = codeAt(letter, 0);
}

/** A letter or digit in lower case: what must not touch a phrase. 0 for any other character. */
export function letterOf(c: number): number {
  return c < 256 ? LETTERS[c]! : 0;
}

function isLetter(c: number): boolean {
  return letterOf(c) !== 0;
}

/** A character as phrases are written: in lower case, an apostrophe as typewriters have it. */
function fold(c: number): number {
  return letterOf(c) || (c === 0x2019 ? 39 : c);
}

function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}

/** Masked markup; see `markdown/mask.ts`. */
const JOINER = 0x2060;

/** White space as `\s` has it, and masked markup. */
function isSpace(c: number): boolean {
  if (c < 128) return c === 32 || (c >= 9 && c <= 13);
  return c === JOINER || c === 0xa0 || (c >= 0x1680 && /\s/.test(String.fromCharCode(c)));
}
