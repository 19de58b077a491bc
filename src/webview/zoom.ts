import { PAPER, type PaperSize } from '../core/layout/metrics.js';
import type { ViewOptions } from './messages.js';

/** CSS pixels in a point. */
export const PIXELS = 96 / 72;

/** Room around the paper, between papers, and between the paper and its notes; the style sheets of the room know them by these names. */
const DESK = 28;
const NARROW_DESK = 14;
const GAP = 28;
/** Width of the notes beside the paper. */
const NOTES = 300;
/** The paper isn't shown smaller than this to make room for notes beside it. */
const LEAST_BESIDE_NOTES = 0.72;

const STEPS = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3];

export interface Fit {
  /** By how much the paper is enlarged. */
  readonly scale: number;
  /** Whether notes stand beside the paper; else they are called up one by one. */
  readonly notesBeside: boolean;
  readonly twoUp: boolean;
  readonly desk: number;
}

/** How the paper is shown in a window `width` pixels wide, where `wantsNotes` says whether there is something to stand beside it. */
export function fit(view: ViewOptions, size: PaperSize, width: number, wantsNotes: boolean): Fit {
  const paper = PAPER[size].width * PIXELS;
  const desk = width < 700 ? NARROW_DESK : DESK;
  const room = width - 2 * desk;
  const twoUp = view.twoUp && room >= paper;
  const beside = room - GAP - NOTES;
  const wanted = typeof view.zoom === 'number' ? view.zoom : LEAST_BESIDE_NOTES;
  const notesBeside = wantsNotes && !twoUp && beside >= paper * Math.min(1, wanted);
  const papers = twoUp ? (room - GAP) / 2 : notesBeside ? beside : room;
  const full = Math.max(0.2, papers / paper);
  const scale = view.zoom === 'width' ? full : view.zoom === 'auto' ? Math.min(1, full) : view.zoom;
  return { scale, notesBeside, twoUp, desk };
}

/** The next larger or smaller size than `scale`. */
export function step(scale: number, larger: boolean): number {
  const found = larger ? STEPS.find((one) => one > scale + 0.01) : STEPS.findLast((one) => one < scale - 0.01);
  return found ?? STEPS.at(larger ? -1 : 0)!;
}
