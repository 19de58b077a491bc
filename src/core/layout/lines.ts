import { codeAt } from '../text/characters.js';
import { canBreak } from './breaks.js';
import { HARD_BREAK, type Stretch, type StyledText } from './styled.js';
import { TABLE_SIZE, widthOf, widthsOf } from './widths.js';

const SPACE = 32;

/**
 * By how much of its width a line may be too long. FreeType cuts type sizes down to what it can count, which makes a line set at
 * 11 pt 0.03 % narrower than the same line on Windows or a Mac; this is the middle of the two.
 */
const TOLERANCE = 0.00015;

/**
 * Breaks `text` greedily into lines of `width` font units and gives their number, at least one. When `starts` is given, it receives for each
 * line where it starts in the source.
 *
 * As a browser does with `overflow-wrap: break-word`: a space at the end of a line takes no room, and a word longer than a line
 * starts on a line of its own and is broken wherever it is full.
 */
export function breakLines(text: StyledText, width: number, keepWords: boolean, starts?: number[]): number {
  const { stretches, count } = text;
  const room = Math.floor(width * (1 + TOLERANCE));
  const line = new Line(room);
  let lines = 1;
  const start = new Place(text, 0, count === 0 ? 0 : stretches[0]!.from);
  starts?.push(start.offset);
  for (let s = 0; s < count; s++) {
    const stretch = stretches[s]!;
    let i = s === start.stretch ? start.index : stretch.from;
    if (i < stretch.to && codeAt(stretch.text, i) === HARD_BREAK) {
      // One at the very end makes no line.
      if (!start.skipTo(s + 1)) break;
    } else {
      i = line.fill(stretch, i);
      if (i === stretch.to) continue;
      // Only now does it matter where the line could have ended; what went too far is summed up again.
      moveToBreak(start, s, i, keepWords);
      s = start.stretch - 1;
    }
    line.left = room;
    lines++;
    starts?.push(start.offset);
  }
  return lines;
}

/** A line of which `left` font units are still free. */
class Line {
  left: number;

  constructor(readonly room: number) {
    this.left = room;
  }

  /** Sets a stretch from a character on; gives the first that doesn't fit, or its end. A space always fits, and whatever stands alone. */
  fill({ text, to, style }: Stretch, from: number): number {
    const { room } = this;
    const widths = widthsOf(style);
    // See `codeAt`: the stretch is known to reach no further than its text.
    // biome-ignore lint/style/useTemplate: as there.
    const known = '' + text;
    let left = this.left;
    let i = from;
    // Every character of a document passes here: a look at the table, and whole numbers, which `| 0` makes sure of.
    for (; i < to; i++) {
      const code = String.prototype.charCodeAt.call(known, i);
      const advance = code < TABLE_SIZE ? widths[code]! : widthOf(code, style);
      left = (left - advance) | 0;
      if (left < 0 && code !== SPACE && left + advance !== room) break;
    }
    this.left = left;
    return i;
  }
}

/** The place of a character among the stretches of a text. */
class Place {
  constructor(
    readonly text: StyledText,
    public stretch: number,
    public index: number,
  ) {}

  get code(): number {
    return codeAt(this.text.stretches[this.stretch]!.text, this.index);
  }

  /** In the source. */
  get offset(): number {
    const { stretches, count } = this.text;
    if (this.stretch >= count) return 0;
    const { offset } = stretches[this.stretch]!;
    return offset === -1 ? this.index : offset;
  }

  set(stretch: number, index: number): void {
    this.stretch = stretch;
    this.index = index;
  }

  /** Goes to the first character from a stretch on; false when nothing shows there. */
  skipTo(stretch: number): boolean {
    const { stretches, count } = this.text;
    let s = stretch;
    while (s < count && stretches[s]!.from === stretches[s]!.to) s++;
    if (s === count) return false;
    this.set(s, stretches[s]!.from);
    return true;
  }

  /** The character before, if there is one from `start` on. */
  before(start: Place): Place | null {
    const { text, stretch, index } = this;
    if (stretch === start.stretch) return index > start.index ? new Place(text, stretch, index - 1) : null;
    if (index > text.stretches[stretch]!.from) return new Place(text, stretch, index - 1);
    let s = stretch - 1;
    while (s > start.stretch && text.stretches[s]!.from === text.stretches[s]!.to) s--;
    const { from, to } = text.stretches[s]!;
    return to > from ? new Place(text, s, to - 1) : null;
  }
}

/** Moves the start of a line to the last place at or before character `index` of a stretch where the line can end; to that one when there is none. */
function moveToBreak(start: Place, stretch: number, index: number, keepWords: boolean): void {
  const { text, from } = start.text.stretches[stretch]!;
  const first = stretch === start.stretch ? start.index : from;
  let i = index;
  // Nearly always it is in the same stretch: no places have to be made on the way there. What stands two before its start is elsewhere.
  for (const last = stretch === start.stretch ? first : first + 1; i > last; i--) {
    const beforeLeft = i - 2 >= first ? codeAt(text, i - 2) : SPACE;
    if (!endsBetween(beforeLeft, codeAt(text, i - 1), codeAt(text, i), keepWords)) continue;
    start.set(stretch, i);
    return;
  }
  let right = new Place(start.text, stretch, i);
  for (let left = right.before(start); left; ) {
    const beforeLeft = left.before(start);
    if (endsBetween(beforeLeft?.code ?? SPACE, left.code, right.code, keepWords)) {
      start.set(right.stretch, right.index);
      return;
    }
    right = left;
    left = beforeLeft;
  }
  start.set(stretch, index);
}

function endsBetween(beforeLeft: number, left: number, right: number, keepWords: boolean): boolean {
  return right !== SPACE && (left === SPACE || canBreak(beforeLeft, left, right, keepWords));
}

/** What a text asks for, in font units. */
export interface Natural {
  /** Width of the longest line, unbroken, and of the longest piece that can't be broken. */
  readonly line: number;
  readonly word: number;
  /** How many lines it is at least: one more than it has breaks. */
  readonly lines: number;
}

export function naturalWidths({ stretches, count }: StyledText, keepWords: boolean): Natural {
  let longestLine = 0;
  let longestWord = 0;
  let lines = 1;
  let line = 0;
  let word = 0;
  let last = SPACE;
  let beforeLast = SPACE;
  for (let s = 0; s < count; s++) {
    const { text, from, to, style } = stretches[s]!;
    for (let i = from; i < to; i++) {
      const code = codeAt(text, i);
      const space = code === SPACE || code === HARD_BREAK;
      if (code === HARD_BREAK) {
        line = 0;
        lines++;
      }
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
  }
  return { line: longestLine, word: longestWord, lines };
}
