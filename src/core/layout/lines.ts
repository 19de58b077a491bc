import { canBreak } from './breaks.js';
import { HARD_BREAK, HIDDEN, MONO, type StyledText } from './styled.js';
import { TABLE_SIZE, widthOf, widthTable } from './widths.js';

const SPACE = 32;

/**
 * By how much of its width a line may be too long. FreeType cuts type sizes down to what it can count, which makes a line set at
 * 11 pt 0.03 % narrower than the same line on Windows or a Mac; this is the middle of the two.
 */
const TOLERANCE = 0.00015;

/**
 * Breaks `text` greedily into lines of `width` font units and gives their number, at least one. When `starts` is given, it
 * receives the index into `text` at which each line starts.
 *
 * As a browser does with `overflow-wrap: break-word`: a space at the end of a line takes no room, and a word longer than a line
 * starts on a line of its own and is broken wherever it is full.
 */
export function breakLines(text: StyledText, width: number, keepWords: boolean, starts?: number[]): number {
  const { codes, styles, length } = text;
  const limit = width * (1 + TOLERANCE);
  const widths = widthTable();
  let lines = 1;
  let start = 0;
  let used = 0;
  starts?.push(0);
  for (let i = 0; i < length; i++) {
    const style = styles[i]!;
    if ((style & HIDDEN) !== 0) continue;
    const code = codes[i]!;
    if (code === HARD_BREAK) {
      // One at the very end makes no line.
      if (i === length - 1) break;
      start = i + 1;
      used = 0;
    } else {
      const before = used;
      used +=
        code < TABLE_SIZE && (style & MONO) === 0 ? widths[(style & 3) * TABLE_SIZE + code]! : widthOf(code, style);
      if (used <= limit || code === SPACE || before === 0) continue;
      // Only now does it matter where the line could have ended; what went too far is summed up again.
      start = lastBreak(text, start, i, keepWords);
      used = 0;
      i = start - 1;
    }
    lines++;
    starts?.push(start);
  }
  return lines;
}

/** The last place at or before `at` where the line that starts at `start` can end; `at` itself when there is none. */
function lastBreak(text: StyledText, start: number, at: number, keepWords: boolean): number {
  const { codes } = text;
  let right = at;
  let left = previous(text, right, start);
  while (left !== -1) {
    const beforeLeft = previous(text, left, start);
    const code = codes[left]!;
    if (codes[right] !== SPACE) {
      if (code === SPACE || canBreak(beforeLeft === -1 ? SPACE : codes[beforeLeft]!, code, codes[right]!, keepWords))
        return right;
    }
    right = left;
    left = beforeLeft;
  }
  return at;
}

/** Index of the character before `at` that shows, -1 when there is none from `start` on. */
function previous(text: StyledText, at: number, start: number): number {
  let i = at - 1;
  while (i >= start && (text.styles[i]! & HIDDEN) !== 0) i--;
  return i >= start ? i : -1;
}

/** Width of the longest line, unbroken, and of the longest piece that can't be broken, in font units. */
export function naturalWidths(text: StyledText, keepWords: boolean): { readonly line: number; readonly word: number } {
  const { codes, styles, length } = text;
  let longestLine = 0;
  let longestWord = 0;
  let line = 0;
  let word = 0;
  let last = SPACE;
  let beforeLast = SPACE;
  for (let i = 0; i < length; i++) {
    const style = styles[i]!;
    if ((style & HIDDEN) !== 0) continue;
    const code = codes[i]!;
    const space = code === SPACE || code === HARD_BREAK;
    if (code === HARD_BREAK) line = 0;
    if (space || (last !== SPACE && canBreak(beforeLast, last, code, keepWords))) word = 0;
    const advance = widthOf(code, style);
    line += advance;
    if (!space) {
      word += advance;
      longestWord = Math.max(longestWord, word);
      longestLine = Math.max(longestLine, line);
    }
    beforeLast = last;
    last = space ? SPACE : code;
  }
  return { line: longestLine, word: longestWord };
}
