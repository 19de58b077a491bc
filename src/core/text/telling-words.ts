import { codeAt } from './characters.js';
import { letterOf, withLetter } from './phrase-lists.js';
import type { Runs } from './reading.js';

const WORD = 1;
const STEM = 2;
const OTHER = 4;
const TABLE = 4095;

/**
 * Tells which of some lists of phrases a text may hold one of, by the longest word of each phrase: a look at a table for each word, where
 * most texts have none. `stem*` goes on to the end of the word; in scripts that don't part their words a word may stand anywhere.
 */
export class TellingWords {
  /** By code (see `Runs`), as bits, the lists that a word or stem is of. */
  readonly #words = new Map<number, number>();
  readonly #stems = new Map<number, number>();
  readonly #maybe = new Uint8Array(TABLE + 1);
  /** The same of words in other scripts, by their first character. */
  readonly #others = new Map<number, { readonly word: string; readonly bit: number }[]>();

  /** Whether all letters are: a text may write any other in several ways. */
  readonly #isAscii: boolean;

  constructor(lists: readonly (readonly string[])[]) {
    for (const [n, phrases] of lists.entries())
      for (const phrase of phrases) for (const word of longestWord(phrase)) this.#add(word, 1 << n);
    this.#isAscii = lists.every((phrases) => phrases.every((phrase) => !/(?![a-z])\p{L}/iu.test(phrase)));
  }

  #add(written: string, bit: number): void {
    const word = written.replace('*', '');
    const first = codeAt(word, 0);
    if ([...word].some((letter) => letterOf(codeAt(letter, 0)) === 0)) {
      const same = this.#others.get(first);
      if (same) same.push({ word, bit });
      else this.#others.set(first, [{ word, bit }]);
      this.#maybe[first & TABLE]! |= OTHER;
      return;
    }
    let code = 0;
    for (let i = 0; i < word.length; i++) code = withLetter(code, letterOf(codeAt(word, i)));
    const isStem = word !== written;
    const codes = isStem ? this.#stems : this.#words;
    codes.set(code, (codes.get(code) ?? 0) | bit);
    this.#maybe[code & TABLE]! |= isStem ? STEM : WORD;
  }

  /** The lists of which a word stands in `text`, one bit each, the first list's the lowest. */
  listsIn(source: string): number {
    // See `codeAt`: here it is worth the while to spare its checks.
    // biome-ignore lint/style/useTemplate: as there.
    const text = '' + (this.#isAscii ? source : source.normalize('NFC'));
    const maybe = this.#maybe;
    let lists = 0;
    let code = 0;
    for (let i = 0; i <= text.length; i++) {
      const c = i < text.length ? String.prototype.charCodeAt.call(text, i) : 0;
      const letter = letterOf(c);
      if (letter !== 0) {
        code = withLetter(code, letter);
        if ((maybe[code & TABLE]! & STEM) !== 0) lists |= this.#stems.get(code) ?? 0;
        continue;
      }
      if ((maybe[code & TABLE]! & WORD) !== 0) lists |= this.#words.get(code) ?? 0;
      code = 0;
      if ((maybe[c & TABLE]! & OTHER) !== 0) lists |= this.#otherAt(text, i);
    }
    return lists;
  }

  /** Whether the words of a text that was read already tell, without a look at its letters. */
  get readsRuns(): boolean {
    return this.#stems.size === 0 && this.#others.size === 0;
  }

  /** The same of the words of a text. */
  listsAmong({ codes }: Runs): number {
    const maybe = this.#maybe;
    let lists = 0;
    for (let n = 0; n < codes.length; n++) if (maybe[codes[n]! & TABLE] !== 0) lists |= this.#words.get(codes[n]!) ?? 0;
    return lists;
  }

  #otherAt(text: string, i: number): number {
    let lists = 0;
    for (const { word, bit } of this.#others.get(codeAt(text, i)) ?? []) if (text.startsWith(word, i)) lists |= bit;
    return lists;
  }
}

/** The longest word of a phrase, with the phrase's star where it is the last. A word in two scripts is two. */
function longestWord(phrase: string): string[] {
  const words = phrase.match(/[\da-zäöüß]+\*?|(?:(?![\da-zäöüß])[\p{L}\p{N}])+/gu);
  return words ? [words.reduce((longest, word) => (word.length > longest.length ? word : longest))] : [];
}
