import { canBreak } from './breaks.js';
import { HARD_BREAK, HIDDEN, type StyledText } from './styled.js';
import { widthOf } from './widths.js';

const SPACE = 32;
const HYPHEN_SOFT = 0xad;

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
  let lines = 1;
  starts?.push(0);
  /** Width from the start of the line to here, and from the last place to break to here. */
  let line = 0;
  let sinceBreak = 0;
  /** Index of the last place to break; -1 when the line has none. */
  let breakAt = -1;
  let last = SPACE;
  let beforeLast = SPACE;

  for (let i = 0; i < length; i++) {
    const style = styles[i]!;
    if ((style & HIDDEN) !== 0) continue;
    const code = codes[i]!;
    if (code === HARD_BREAK) {
      // One at the very end makes no line.
      if (i === length - 1) break;
      lines++;
      starts?.push(i + 1);
      line = 0;
      breakAt = -1;
      last = SPACE;
      continue;
    }
    const advance = widthOf(code, style);
    if (code === SPACE) {
      line += advance;
      sinceBreak += advance;
    } else {
      if (line > 0 && (last === SPACE || canBreak(beforeLast, last, code, keepWords))) {
        breakAt = i;
        sinceBreak = 0;
      }
      if (line + advance > limit && line > 0) {
        if (breakAt === -1) {
          breakAt = i;
          sinceBreak = 0;
        }
        lines++;
        starts?.push(breakAt);
        line = sinceBreak;
        breakAt = -1;
      }
      // A soft hyphen shows only where a line ends, and words that have one are rare: it is taken to show nowhere.
      if (code !== HYPHEN_SOFT) {
        line += advance;
        sinceBreak += advance;
      }
    }
    beforeLast = last;
    last = code;
  }
  return lines;
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
    if (code === HARD_BREAK) line = 0;
    if (code === HARD_BREAK || code === SPACE || (last !== SPACE && canBreak(beforeLast, last, code, keepWords)))
      word = 0;
    const advance = widthOf(code, style);
    line += advance;
    if (code !== SPACE) {
      word += advance;
      longestWord = Math.max(longestWord, word);
      longestLine = Math.max(longestLine, line);
    }
    beforeLast = last;
    last = code === HARD_BREAK ? SPACE : code;
  }
  return { line: longestLine, word: longestWord };
}
