import { codeAt } from '../text/characters.js';
/** The runs of backticks in a text by their length: code ends at the next run that is as long as the one that opens it. */
export class Backticks {
  readonly #starts = new Map<number, number[]>();

  constructor(source: string) {
    let end = 0;
    for (let at = source.indexOf('`'); at !== -1; at = source.indexOf('`', end)) {
      end = at + 1;
      while (codeAt(source, end) === 96) end++;
      const same = this.#starts.get(end - at);
      if (same) same.push(at);
      else this.#starts.set(end - at, [at]);
    }
  }

  /** Where the next run of `length` starts, at or behind `from`; -1 for none. */
  next(length: number, from: number): number {
    const starts = this.#starts.get(length) ?? [];
    let low = 0;
    for (let high = starts.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (starts[middle]! < from) low = middle + 1;
      else high = middle;
    }
    return starts[low] ?? -1;
  }
}
