import { Class, classOf, codeAt } from './characters.js';

/**
 * Number of words in `text` from `start` to `end` (UTF-16 offsets). `text` is masked prose, see `markdown/mask.ts`.
 *
 * Counted as a word processor does: runs of characters between white space (or long dashes) that hold a letter or a digit. Korean so
 * counts eojeol. `reading.ts` counts the words of a whole block in the same way.
 */
export function countWords(text: string, start = 0, end = text.length): number {
  let count = 0;
  let inWord = false;
  for (let i = start; i < end; i++) {
    const kind = classOf(codeAt(text, i));
    if (kind === Class.Letter) {
      if (!inWord) count++;
      inWord = true;
    } else if (kind === Class.Dense) {
      const to = denseEnd(text, i, end);
      count += denseWords(text.slice(i, to));
      i = to - 1;
      inWord = false;
    } else if (kind === Class.Space || kind === Class.WideEnd) inWord = false;
  }
  return count;
}

/** Where a run of characters that are written without spaces ends. */
export function denseEnd(text: string, start: number, end: number): number {
  let to = start + 1;
  while (to < end && classOf(codeAt(text, to)) === Class.Dense) to++;
  return to;
}

let segmenter: Intl.Segmenter | undefined;

/** Runs counted before: a part of a paragraph is counted after the whole. */
const counted = new Map<string, number>();
const REMEMBERED = 4000;

/**
 * Han and kana are written without spaces: `Intl.Segmenter` divides a run of them, and no more than a run at a time, because on a whole
 * document it is quadratic in Node.js 20.
 */
export function denseWords(run: string): number {
  const known = counted.get(run);
  if (known !== undefined) return known;
  segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' });
  let count = 0;
  for (const segment of segmenter.segment(run)) if (segment.isWordLike) count++;
  if (counted.size >= REMEMBERED) counted.clear();
  counted.set(run, count);
  return count;
}
