import { UNITS_PER_EM } from './carlito.js';
import { columnWidths, type NaturalWidth } from './columns.js';
import { breakLines, naturalWidths } from './lines.js';
import { CELL_GUTTER, CELL_PADDING, CELL_RULE, TYPE } from './metrics.js';
import { readInline } from './runs.js';
import { BOLD, StyledText } from './styled.js';

const { size, line } = TYPE.table;
const scratch = new StyledText();

/** A row of more lines than this may go on over a page: it could be higher than one. */
const LONGEST_ROW = 16;

/** Heights in points that a row of so many lines has: its own, or those of its lines where it may be divided between them. */
export function rowParts(lines: number): number[] {
  const [above, below] = [CELL_PADDING, CELL_PADDING + CELL_RULE];
  if (lines <= LONGEST_ROW) return [above + lines * line + below];
  return Array.from({ length: lines }, (_, n) => line + (n === 0 ? above : 0) + (n === lines - 1 ? below : 0));
}

/** Heights in points of the rows of a Markdown table set `width` points wide, the first one its head; of a long row those of its lines. */
export function rowHeights(source: string, width: number, keepWords: boolean): number[] {
  const rows = readRows(source);
  const columns = Array.from({ length: rows[0]?.length ?? 0 }, () => ({ line: 0, word: 0 }));
  const cells = rows.map((row, r) =>
    columns.map((column, c) => {
      const natural = naturalWidths(readCell(row[c], r), keepWords);
      widen(column, natural);
      return natural;
    }),
  );
  const widths = tableColumns(columns, width).map(
    (column) => (Math.max(column - 2 * CELL_GUTTER, size) * UNITS_PER_EM) / size,
  );
  return rows.flatMap((row, r) => {
    let lines = 1;
    for (const [c, cellWidth] of widths.entries()) {
      const natural = cells[r]![c]!;
      // What fits on a line, as in most cells, doesn't have to be broken.
      if (natural.lines === 1 && natural.line <= cellWidth) continue;
      lines = Math.max(lines, breakLines(readCell(row[c], r), cellWidth, keepWords));
    }
    return rowParts(lines);
  });
}

/** A cell's text, until the next is read. */
function readCell(source: string | undefined, row: number): StyledText {
  readInline(source ?? '', scratch, row === 0 ? BOLD : 0, 0);
  return scratch;
}

/** Column widths in points, gutters included, from what the columns' texts ask for in font units. */
export function tableColumns(natural: readonly NaturalWidth[], width: number): number[] {
  // A hair over a pixel more than the text needs, so that a browser that rounds a column down doesn't break its line.
  const points = (units: number) => (units * size) / UNITS_PER_EM + 2 * CELL_GUTTER + 1;
  return columnWidths(
    natural.map((column) => ({ line: points(column.line), word: points(column.word) })),
    width,
  );
}

/** Makes a column as wide as a cell needs, in units of the font: its longest line, and its longest word. */
export function widen(column: { line: number; word: number }, by: NaturalWidth): void {
  column.line = Math.max(column.line, by.line);
  column.word = Math.max(column.word, by.word);
}

/** The cells' sources, row by row, without the row of dashes. */
function readRows(source: string): string[][] {
  const lines = source.split(/\r\n?|\n/);
  lines.splice(1, 1);
  return lines.filter((text) => text.trim() !== '').map(readCells);
}

/** The same way as markdown-it: a bar ends a cell unless it is escaped, be it in code or not. */
function readCells(row: string): string[] {
  const text = row.replace(/^[\s>]*/, '').trimEnd();
  const cells: string[] = [];
  let start = text.startsWith('|') ? 1 : 0;
  for (let bar = text.indexOf('|', start); bar !== -1; bar = text.indexOf('|', bar + 1)) {
    if (bar > start && text[bar - 1] === '\\') continue;
    cells.push(text.slice(start, bar).replaceAll('\\|', '|').trim());
    start = bar + 1;
  }
  if (start < text.length || !text.endsWith('|')) cells.push(text.slice(start).replaceAll('\\|', '|').trim());
  return cells;
}
