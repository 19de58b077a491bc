import type { Layout } from '../layout/index.js';
import type { Range } from '../model.js';

/** Where each sheet of paper begins, as offsets into the document in ascending order; the first at 0. */
export function pageStarts(layout: Layout): number[] {
  const starts = [0];
  // The first sheet of the appendix begins where the appendix does, not where a page of it is full.
  for (const [part, count] of [
    [null, layout.sheets],
    ['appendix', layout.pages.length - layout.sheets],
  ] as const)
    for (let page = 1; page <= count; page++) {
      const start = layout.firstOverflow(part, page - (part === null ? 0 : 1));
      if (start !== null && start > 0) starts.push(start);
    }
  return starts.sort((a, b) => a - b);
}

/** The sheet on which the words of a range begin, counted from 1: the signs in front of a heading are on no page. */
export function pageOf(starts: readonly number[], text: string, { start, end }: Range): number {
  const word = text.slice(start, end).search(/[\p{L}\p{N}]/u);
  return pageAt(starts, start + Math.max(0, word));
}

/** The sheet that an offset is on, counted from 1. */
function pageAt(starts: readonly number[], offset: number): number {
  let page = 1;
  while (page < starts.length && starts[page]! <= offset) page++;
  return page;
}
