import type { Range } from '../model.js';

/** A text in which each run of white space is one space, with the way back to the text itself. */
export interface Squeezed {
  readonly text: string;
  /** A stretch of the squeezed text in the text itself, without white space at its edges. */
  range(range: Range): Range;
  /** Where an offset into the text itself falls in the squeezed text. */
  at(offset: number): number;
}

/** `"a \r\n b"` → `"a b"`: the same for every way of wrapping lines and of ending them. */
export function squeeze(text: string): Squeezed {
  /** Squeezed and own offset of the first character after each run that was shortened. */
  const squeezed: number[] = [0];
  const own: number[] = [0];
  const parts: string[] = [];
  let from = 0;
  let length = 0;
  for (const { index, 0: run } of text.matchAll(/[^\S ]\s*| \s+/g)) {
    parts.push(text.slice(from, index), ' ');
    length += index - from + 1;
    from = index + run.length;
    squeezed.push(length);
    own.push(from);
  }
  parts.push(text.slice(from));
  const result = parts.join('');
  const back = (offset: number): number => {
    const n = lastUpTo(squeezed, offset);
    return Math.min(text.length, own[n]! + offset - squeezed[n]!);
  };
  return {
    text: result,
    range: ({ start, end }) => {
      while (start < end && result[start] === ' ') start++;
      while (end > start && result[end - 1] === ' ') end--;
      return { start: back(start), end: end > start ? back(end - 1) + 1 : back(start) };
    },
    at: (offset) => {
      const n = lastUpTo(own, offset);
      return Math.min(squeezed[n]! + offset - own[n]!, squeezed[n + 1] ?? result.length);
    },
  };
}

/** Index of the last number that is not greater than `value`; the numbers ascend from 0. */
function lastUpTo(numbers: readonly number[], value: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (numbers[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
