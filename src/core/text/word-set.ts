import { type Runs, runsOf } from './reading.js';

/**
 * Tells texts that can't hold any of some phrases: a phrase is there only where its longest word is. One look at a table for each word,
 * where a regular expression tries every phrase at every character. Phrases in a script without spaces count as one word.
 */
export class WordSet {
  readonly #maybe = new Uint8Array(4096);
  readonly #codes = new Set<number>();

  constructor(phrases: Iterable<string>) {
    for (const phrase of phrases) {
      const { starts, codes } = runsOf(phrase);
      const length = (n: number): number => (starts[n + 1] ?? phrase.length) - starts[n]!;
      const longest = codes.reduce((best, _, n) => (length(n) > length(best) ? n : best), 0);
      if (codes.length === 0) continue;
      this.#maybe[codes[longest]! & 4095] = 1;
      this.#codes.add(codes[longest]!);
    }
  }

  /** Whether one of the words is among the words of a text. */
  meets({ codes }: Runs): boolean {
    const maybe = this.#maybe;
    for (let n = 0; n < codes.length; n++) if (maybe[codes[n]! & 4095] === 1 && this.#codes.has(codes[n]!)) return true;
    return false;
  }
}
