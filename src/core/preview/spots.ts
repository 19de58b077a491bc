import { entityAt } from '../layout/entities.js';
import { readHtml, readInline } from '../layout/runs.js';
import { HARD_BREAK, MONO, OBJECT, StyledText } from '../layout/styled.js';
import type { ParsedMarkdown } from '../markdown/parse.js';
import type { Block, Range } from '../model.js';

/**
 * A place in the text as it shows: in the block that begins on `line` (0-based), after `index` UTF-16 units that are no white space.
 * Page and engine count alike however lines break and pages are cut, since both count what shows:
 *
 *     source   Sales **rose** by 4 %     offset 14, in front of "by"
 *     shows    Sales rose by 4 %         index 9: "Salesrose"
 */
export interface Spot {
  readonly line: number;
  readonly index: number;
}

/** What shows of a block, without white space, and the range in the document that each unit of it comes from. */
interface Visible {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Where an offset of the document shows; at the nearest text behind it where nothing shows there, null where there is none. */
export function spotAt(markdown: ParsedMarkdown, offset: number): Spot | null {
  const { blocks } = markdown;
  let first = firstBlock(blocks, offset);
  for (; first < blocks.length; first++) {
    const block = blocks[first]!;
    const visible = visibleOf(block);
    const index = countBefore(visible.ends, offset);
    if (index < visible.text.length) return { line: block.line, index };
  }
  return null;
}

/** Where a range of the document shows, and what shows there; null where nothing of it does. */
export function stretchAt(
  markdown: ParsedMarkdown,
  range: Range,
): { readonly start: Spot; readonly end: Spot; readonly text: string } | null {
  const { blocks } = markdown;
  let start: Spot | null = null;
  let end: Spot | null = null;
  let text = '';
  for (let i = firstBlock(blocks, range.start); i < blocks.length && blocks[i]!.start < range.end; i++) {
    const block = blocks[i]!;
    const visible = visibleOf(block);
    const from = countBefore(visible.ends, range.start);
    const to = countBefore(visible.starts, range.end - 1);
    if (to <= from) continue;
    start ??= { line: block.line, index: from };
    end = { line: block.line, index: to };
    text += visible.text.slice(from, to);
  }
  return start && end && { start, end, text };
}

/**
 * The range of the document that shows from `start` to `end`. `text` is what was seen there, without white space. Should the document
 * have changed since, or page and engine read the Markdown differently, it is looked for near by. Null where there is no such place.
 */
export function rangeOf(markdown: ParsedMarkdown, start: Spot, end: Spot, text: string): Range | null {
  const { blocks } = markdown;
  const shows = blocks.filter((block) => visibleOf(block).text !== '');
  if (start.line === end.line && text !== '') {
    const near = shows
      .filter((block) => visibleOf(block).text.includes(text))
      .sort((a, b) => Math.abs(a.line - start.line) - Math.abs(b.line - start.line))[0];
    if (!near) return null;
    const visible = visibleOf(near);
    const from = nearest(visible.text, text, start.index);
    return { start: visible.starts[from]!, end: visible.ends[from + text.length - 1]! };
  }
  const first = shows.find((block) => block.line === start.line);
  const last = shows.find((block) => block.line === end.line);
  const from = first && visibleOf(first).starts[start.index];
  const to = last && visibleOf(last).ends[end.index - 1];
  return from !== undefined && to !== undefined && from < to ? { start: from, end: to } : null;
}

/** The offset of a spot in the document; the start of its line where nothing shows there any more. */
export function offsetAt(markdown: ParsedMarkdown, { line, index }: Spot): number {
  for (const block of markdown.blocks) {
    const at = block.line === line ? visibleOf(block).starts[index] : undefined;
    if (at !== undefined) return at;
  }
  return markdown.lines.start(line);
}

/** Where `wanted` stands in `text`, as near to `at` as possible; `at` itself where it doesn't. */
export function nearest(text: string, wanted: string, at: number): number {
  if (wanted === '' || text.startsWith(wanted, at)) return at;
  const before = text.lastIndexOf(wanted, at);
  const after = text.indexOf(wanted, at);
  if (before === -1 || after === -1) return Math.max(before, after) === -1 ? at : Math.max(before, after);
  return at - before <= after - at ? before : after;
}

/** Index of the first block that ends behind `offset`. */
function firstBlock(blocks: readonly Block[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** How many of the ascending `offsets` are at `offset` or before it. */
function countBefore(offsets: readonly number[], offset: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsets[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const scratch = new StyledText();

/** Reads what shows of a block. Cheap enough not to be kept: it is asked for a few blocks at a time. */
export function visibleOf(block: Block): Visible {
  const reader = new VisibleReader(block);
  switch (block.type) {
    case 'rule':
      break;
    case 'code':
      reader.code();
      break;
    case 'table':
      reader.table();
      break;
    case 'html':
      readHtml(block.text, scratch);
      reader.take(0, false);
      break;
    default:
      readInline(block.text, scratch, 0, block.quote, block.prose.text);
      reader.take(0, false);
  }
  return { text: reader.text, starts: reader.starts, ends: reader.ends };
}

const SPACE = /\s/;
const BAR = 124;
const BACKSLASH = 92;

class VisibleReader {
  text = '';
  readonly starts: number[] = [];
  readonly ends: number[] = [];

  constructor(readonly block: Block) {}

  /** What `scratch` holds, read from the block's text from `at` on. In a cell, a bar is escaped even within code. */
  take(at: number, cell: boolean): void {
    const characters = [...scratch.characters()];
    for (const [i, { code, style, offset }] of characters.entries()) {
      if (code === HARD_BREAK || code === OBJECT) continue;
      const mono = (style & MONO) !== 0;
      const escapedBar = cell && mono && code === BACKSLASH && characters[i + 1]?.code === BAR;
      if (!escapedBar) this.#push(String.fromCharCode(code), at + offset, mono);
    }
  }

  code(): void {
    const { text } = this.block;
    const lines = linesOf(text);
    const first = text.slice(lines[0]!.start, lines[0]!.end).replace(PREFIX, '');
    const fence = /^(`{3,}|~{3,})/.exec(first)?.[1];
    const closed = fence !== undefined && lines.length > 1 && text.trimEnd().endsWith(fence);
    for (const { start, end } of fence === undefined ? lines : lines.slice(1, closed ? -1 : undefined)) {
      const skipped = start === 0 ? PREFIX.exec(text.slice(start, end))![0].length : this.#quoteMarks(start, end);
      for (let i = start + skipped; i < end; i++) this.#push(text[i]!, i, true);
    }
  }

  table(): void {
    const { text } = this.block;
    const rows = linesOf(text);
    rows.splice(1, 1);
    let columns = 0;
    for (const [r, { start, end }] of rows.entries()) {
      const cells = cellsOf(text, start, end);
      if (r === 0) columns = cells.length;
      for (const cell of cells.slice(0, columns)) {
        readInline(text.slice(cell.start, cell.end), scratch, 0, 0);
        this.take(cell.start, true);
      }
    }
  }

  /** `at` is an offset into the block's text. */
  #push(character: string, at: number, literal: boolean): void {
    if (SPACE.test(character)) return;
    this.text += character;
    this.starts.push(this.block.start + at);
    this.ends.push(this.block.start + at + this.#lengthAt(character, at, literal));
  }

  /** How many units of the source make a unit that shows: several in escapes and entities. */
  #lengthAt(character: string, at: number, literal: boolean): number {
    const { text } = this.block;
    if (literal) return 1;
    if (text.charCodeAt(at) === BACKSLASH && text[at + 1] === character) return 2;
    return text[at] === '&' ? (entityAt(text, at)?.length ?? 1) : 1;
  }

  /** Length of what stands in front of a line because of the quotes around the block. */
  #quoteMarks(start: number, end: number): number {
    let at = start;
    for (let quotes = this.block.quote; at < end; at++) {
      if (this.block.text[at] === '>') {
        if (quotes-- === 0) break;
      } else if (!SPACE.test(this.block.text[at]!)) break;
    }
    return at - start;
  }
}

/** Marks of quotes and list items at the start of a block's first line. */
const PREFIX = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*/;

function linesOf(text: string): { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(/[^\r\n]*(?:\r\n|\r|\n|$)/g)]
    .filter((match) => match[0] !== '')
    .map((match) => ({ start: match.index, end: match.index + match[0].replace(/[\r\n]+$/, '').length }));
}

/** A row's cells, without the white space around them; the same way as `layout/table.ts` reads them. */
function cellsOf(text: string, start: number, end: number): Range[] {
  const row = text.slice(start, end).trimEnd();
  const cells: Range[] = [];
  let at = /^[\s>]*/.exec(row)![0].length;
  if (row[at] === '|') at++;
  let from = at;
  const push = (to: number): void => {
    const cell = row.slice(from, to);
    const lead = cell.length - cell.trimStart().length;
    cells.push({ start: start + from + lead, end: start + from + Math.max(lead, cell.trimEnd().length) });
    from = to + 1;
  };
  for (; at < row.length; at++) {
    if (row[at] === '\\' && row[at + 1] === '|') at++;
    else if (row[at] === '|') push(at);
  }
  if (from < row.length) push(row.length);
  return cells;
}
