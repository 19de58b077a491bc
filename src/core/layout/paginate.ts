import { MIN_LINES } from './metrics.js';

/**
 * The breaking of boxes into pages: the one algorithm that both the engine and the preview use, the former with boxes it has
 * computed, the latter with boxes it has measured. Lengths are in any one unit.
 */
export interface Box {
  /** Space above it when it is not first on its page. */
  readonly gap: number;
  readonly lines: number;
  /** The height of every line, or the heights of each. */
  readonly heights: number | readonly number[];
  /** Height besides its lines, on every page that it stands on. */
  readonly padding: number;
  /** Not split as long as it fits on a page. */
  readonly whole: boolean;
  /** Stays on the page on which the next box starts. */
  readonly keepNext: boolean;
  /** Starts a page. */
  readonly newPage: boolean;
}

/** Lines `from` to `to` (exclusive) of a box, and how far below the page's upper margin they begin. */
export interface Piece {
  readonly box: number;
  readonly from: number;
  readonly to: number;
  readonly top: number;
}

export interface Sheet {
  readonly pieces: readonly Piece[];
  /** Height in use. */
  readonly used: number;
}

/** What a browser's rounding may add up to on a page without pushing a line off it, as a part of the page's height. */
const TOLERANCE = 0.0005;

/** Breaks `boxes` into pages `height` high. Every line of every box stands on exactly one page, in order. */
export function paginate(boxes: readonly Box[], height: number): Sheet[] {
  const limit = height * (1 + TOLERANCE);
  const sheets: { pieces: Piece[]; used: number }[] = [];
  let sheet: (typeof sheets)[number] | null = null;
  for (let index = 0; index < boxes.length; index++) {
    const box = boxes[index]!;
    if (
      box.newPage ||
      (box.keepNext && sheet && sheet.used > 0 && sheet.used + box.gap + chainHeight(boxes, index, limit) > limit)
    )
      sheet = null;
    for (let from = 0; from < box.lines; ) {
      const used: number = sheet?.used ?? 0;
      const top = used > 0 && from === 0 ? used + box.gap : used;
      const to = splitLine(box, from, limit - top, limit, used === 0);
      if (to > from) {
        if (!sheet) {
          sheet = { pieces: [], used: 0 };
          sheets.push(sheet);
        }
        sheet.pieces.push({ box: index, from, to, top });
        sheet.used = top + extent(box, from, to);
        from = to;
      }
      if (from < box.lines) sheet = null;
    }
  }
  return sheets;
}

/** Height of lines `from` to `to` of a box. */
function extent(box: Box, from: number, to: number): number {
  if (typeof box.heights === 'number') return box.padding + box.heights * (to - from);
  let height = box.padding;
  for (let line = from; line < to; line++) height += box.heights[line]!;
  return height;
}

/** How far below the upper margin each line of a piece begins, in order. */
export function lineTops(box: Box, { from, to, top }: Piece): number[] {
  const tops: number[] = [];
  let at = top + box.padding / 2;
  for (let line = from; line < to; line++) {
    tops.push(at);
    at += typeof box.heights === 'number' ? box.heights : box.heights[line]!;
  }
  return tops;
}

/** From the top of a box that stays with the next to the end of the lines that it must not lose. */
function chainHeight(boxes: readonly Box[], first: number, limit: number): number {
  let height = 0;
  for (let i = first; i < boxes.length; i++) {
    const box = boxes[i]!;
    if (i > first) {
      if (box.newPage) break;
      height += box.gap;
    }
    if (!box.keepNext) return height + extent(box, 0, headLines(box, limit));
    height += extent(box, 0, box.lines);
    if (height > limit) break;
  }
  return height;
}

/** The least number of a box's lines that may stand on the page on which it starts. */
function headLines(box: Box, limit: number): number {
  if (isWhole(box, limit) || box.lines < 2 * MIN_LINES) return box.lines;
  return MIN_LINES;
}

function isWhole(box: Box, limit: number): boolean {
  return box.whole && extent(box, 0, box.lines) <= limit;
}

/** The line before which a box has to be split to fit into `room`; `from` when nothing of it may stand there. */
function splitLine(box: Box, from: number, room: number, limit: number, empty: boolean): number {
  if (extent(box, from, box.lines) <= room) return box.lines;
  let to = from;
  while (extent(box, from, to + 1) <= room) to++;
  if (empty && to === from) return from + 1;
  if (isWhole(box, limit)) return empty ? box.lines : from;
  const widow = Math.min(to, box.lines - MIN_LINES);
  if (widow - from >= MIN_LINES) return widow;
  // A page too low for the rule: anything rather than never ending.
  return empty ? Math.max(to, from + 1) : from;
}
