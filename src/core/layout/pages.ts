import type { Block, PageCounts, Part } from '../model.js';
import { lineStarts, type Measure, measureBlock } from './measure.js';
import { type PageSetup, TYPE, textArea } from './metrics.js';
import { type Box, paginate, type Sheet } from './paginate.js';

/** Where a part of the paper begins. Of several breaks in a row with the same part, only the first starts a page. */
export interface PartBreak {
  /** Index into the blocks. */
  readonly firstBlock: number;
  readonly part: Part;
}

export interface Page {
  readonly part: Part;
  /** Block and line of it that the page starts with; indexes into the blocks and into the block's lines on paper. */
  readonly firstBlock: number;
  readonly firstLine: number;
  /** Height in use, as a part of the height between the margins: 1 is a full page. */
  readonly used: number;
}

export interface Layout {
  readonly pages: readonly Page[];
  readonly counts: PageCounts;
  /** Sheets of paper without the appendix: the number in "Page 2 of 6". */
  readonly sheets: number;
  /**
   * Where the first word stands that doesn't fit on the first `limit` pages of a part (`null`: of all but the appendix), as an
   * offset into the document; null when all of it fits.
   */
  firstOverflow(part: Part | null, limit: number): number | null;
}

export type Measurer = (block: Block, page: PageSetup) => Measure | null;

/**
 * Lays the blocks out on paper. Each part starts a page; what stands before the first break belongs to the first part, and a
 * document without breaks is all body. `measure` is there for callers that keep measures from one layout to the next.
 */
export function layoutDocument(
  blocks: readonly Block[],
  breaks: readonly PartBreak[],
  page: PageSetup,
  measure: Measurer = measureBlock,
): Layout {
  const parts = partsOf(blocks, breaks);
  const boxes: Box[] = [];
  /** The block of each box. */
  const origin: number[] = [];
  let last: Measure | null = null;
  let before = -1;
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index]!;
    const own = measure(block, page);
    if (own === null) continue;
    boxes.push({
      gap: last === null ? 0 : gapBetween(blocks[before]!, last, block, own),
      lines: own.lines,
      heights: own.heights,
      padding: own.padding,
      whole: isWhole(own),
      keepNext: block.type === 'heading' || own.style === TYPE.lead,
      newPage: last !== null && parts[before] !== parts[index],
    });
    origin.push(index);
    last = own;
    before = index;
  }

  const { height } = textArea(page);
  const sheets = paginate(boxes, height);
  const pages = sheets.map((sheet) => pageOf(sheet, origin, parts, height));
  return {
    pages,
    counts: {
      pressRelease: countPages(pages, 'press-release'),
      faq: countPages(pages, 'faq'),
      body: countPages(pages, 'body'),
      appendix: countPages(pages, 'appendix'),
    },
    sheets: pages.filter((each) => each.part !== 'appendix').length,
    firstOverflow: (part, limit) => {
      const over = pages.filter((each) => (part === null ? each.part !== 'appendix' : each.part === part))[limit];
      if (over === undefined) return null;
      const block = blocks[over.firstBlock]!;
      return block.start + (over.firstLine === 0 ? 0 : (lineStarts(block, page)[over.firstLine] ?? 0));
    },
  };
}

function partsOf(blocks: readonly Block[], breaks: readonly PartBreak[]): Part[] {
  const parts: Part[] = [];
  let next = 0;
  let part = breaks[0]?.part ?? 'body';
  for (let index = 0; index < blocks.length; index++) {
    while (next < breaks.length && breaks[next]!.firstBlock <= index) part = breaks[next++]!.part;
    parts.push(part);
  }
  return parts;
}

function pageOf(sheet: Sheet, origin: readonly number[], parts: readonly Part[], height: number): Page {
  const first = sheet.pieces[0]!;
  const firstBlock = origin[first.box]!;
  return { part: parts[firstBlock]!, firstBlock, firstLine: first.from, used: Math.min(1, sheet.used / height) };
}

/**
 * Full pages and the used part of the last one, to a tenth. It is rounded up, so that a part that is over its limit by a line
 * never shows the limit itself.
 */
function countPages(pages: readonly Page[], part: Part): number {
  const own = pages.filter((page) => page.part === part);
  const last = own.at(-1);
  return last === undefined ? 0 : own.length - 1 + Math.ceil(last.used * 10 - 1e-6) / 10;
}

function isWhole({ style }: Measure): boolean {
  return style === TYPE.table || style === TYPE.code || style === TYPE.figure || style === TYPE.rule;
}

/** The larger of what the one wants below it and the other above it, as margins collapse in CSS. */
export function gapBetween(upper: Block, upperMeasure: Measure, lower: Block, lowerMeasure: Measure): number {
  let below = upperMeasure.style.after;
  let above = lowerMeasure.style.before;
  // A list as a whole, and a quote as a whole, is followed by the space that follows a paragraph.
  const leavesList = upper.list !== null && root(upper) !== root(lower);
  const leavesQuote = upper.quote > lower.quote;
  if (leavesList || (leavesQuote && upper.list === null)) below = Math.max(below, TYPE.body.after);
  // The first item of an inner list keeps the distance between items.
  if (lower.list !== null && lower.list.depth > 0 && lower.firstInItem) above = Math.max(above, TYPE.item.after);
  return Math.max(below, above);
}

function root(block: Block): Block['list'] {
  let list = block.list;
  while (list !== null && list.parent !== null) list = list.parent;
  return list;
}
