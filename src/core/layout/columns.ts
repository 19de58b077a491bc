/** What a column's text asks for: the width of its longest line set on one line, and of its longest word. */
export interface NaturalWidth {
  readonly line: number;
  readonly word: number;
}

/**
 * Widths of a table's columns, in the unit of `available`, of which nothing stays unused. The preview sets its columns with this
 * too (`table-layout: fixed`), because no two browsers share an algorithm for automatic tables.
 *
 * Every column gets its longest word if that is possible at all; what is left goes to those that would rather not break, in
 * proportion to what they still want, and when all have what they want, in proportion to what they have.
 */
export function columnWidths(columns: readonly NaturalWidth[], available: number): number[] {
  const words = sum(columns, (column) => column.word);
  if (words >= available) return columns.map((column) => (available * column.word) / words);
  const lines = sum(columns, (column) => column.line);
  if (lines === 0) return columns.map(() => available / columns.length);
  if (lines <= available) return columns.map((column) => (available * column.line) / lines);
  const share = (available - words) / (lines - words);
  return columns.map((column) => column.word + (column.line - column.word) * share);
}

function sum(columns: readonly NaturalWidth[], of: (column: NaturalWidth) => number): number {
  return columns.reduce((total, column) => total + of(column), 0);
}
