/** What a column's text asks for: the width of its longest line set on one line, and of its longest word. */
export interface NaturalWidth {
  readonly line: number;
  readonly word: number;
}

/**
 * Widths of a table's columns, in the unit of `available`, of which nothing stays unused. The preview sets its columns with this
 * too (`table-layout: fixed`), because no two browsers share an algorithm for automatic tables.
 *
 * Every column gets its longest word if that is possible at all. What is left is shared evenly, but no column takes more than it
 * needs not to break, so narrow ones keep their lines whole and the widest gives way. Room that nobody needs is spread in
 * proportion.
 */
export function columnWidths(columns: readonly NaturalWidth[], available: number): number[] {
  const words = sum(columns.map((column) => column.word));
  if (words >= available) return columns.map((column) => (available * column.word) / words);
  const widths = columns.map((column) => column.word);
  let left = available - words;
  const wants = (index: number) => columns[index]!.line - columns[index]!.word;
  const byWant = [...columns.keys()].sort((a, b) => wants(a) - wants(b));
  for (const [taken, index] of byWant.entries()) {
    const given = Math.min(wants(index), left / (columns.length - taken));
    widths[index]! += given;
    left -= given;
  }
  const used = sum(widths);
  return used === 0 ? columns.map(() => available / columns.length) : widths.map((width) => (width * available) / used);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
