/** Following the source: which line is at the top of the window, and how a place stays put while pages change around it. */

interface Anchor {
  readonly line: number;
  readonly text: string;
  /** Distance from the top of the window, in pixels. */
  readonly top: number;
}

/** Height of the line at the top, in pixels: what is behind it isn't in sight. */
const BAR = 40;

/** The topmost block whose lower edge is in sight. */
export function topBlock(main: Element): HTMLElement | null {
  const blocks = lineBlocks(main);
  // Blocks come in reading order, so their lower edges only grow (a list's own edge aside, which its items have passed).
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.getBoundingClientRect().bottom > BAR) high = middle;
    else low = middle + 1;
  }
  return blocks[low] ?? null;
}

/** The 0-based line of the source that an element stands for. */
export function lineOf(block: HTMLElement): number {
  return Number(block.dataset.sourceLine);
}

/** Where the reader is. */
export function anchor(main: Element): Anchor | null {
  const block = topBlock(main);
  if (block === null) return null;
  return { line: lineOf(block), text: block.textContent ?? '', top: block.getBoundingClientRect().top };
}

/** Scrolls so that the anchor's block is where it was. Lines above may have come or gone, so its text is looked for first. */
export function restore(main: Element, place: Anchor | null): void {
  if (place === null) return;
  let best: HTMLElement | null = null;
  let distance = Number.POSITIVE_INFINITY;
  for (const block of lineBlocks(main)) {
    const away = Math.abs(lineOf(block) - place.line) + (block.textContent === place.text ? 0 : 1000);
    if (away < distance) {
      distance = away;
      best = block;
    }
  }
  if (best !== null) scrollBy({ top: best.getBoundingClientRect().top - place.top, behavior: 'instant' });
}

/** The last block that starts on `line` or above it. */
export function blockAt(main: Element, line: number): HTMLElement | null {
  let found: HTMLElement | null = null;
  for (const block of lineBlocks(main)) {
    const own = lineOf(block);
    if (own > line) break;
    if (found === null || own > lineOf(found)) found = block;
  }
  return found;
}

function lineBlocks(main: Element): HTMLElement[] {
  return [...main.querySelectorAll<HTMLElement>('.page:not([hidden]) [data-source-line]')];
}
