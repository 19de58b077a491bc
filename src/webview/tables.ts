import { naturalWidths } from '../core/layout/lines.js';
import { BOLD, ITALIC, MONO, OBJECT, StyledText } from '../core/layout/styled.js';
import { tableColumns, widen } from '../core/layout/table.js';

const POINTS = 72 / 96;
const IMAGE = String.fromCharCode(OBJECT);
const text = new StyledText();

/** Gives a table the column widths that the engine computes for it, so that both break its cells alike. `available` is in pixels. */
export function setColumns(table: HTMLTableElement, keepWords: boolean, available: number): void {
  const columns = Array.from({ length: table.rows[0]?.cells.length ?? 0 }, () => ({ line: 0, word: 0 }));
  for (const row of table.rows) {
    for (const [c, column] of columns.entries()) {
      const cell = row.cells[c];
      if (cell === undefined) continue;
      text.clear();
      read(cell, cell.tagName === 'TH' ? BOLD : 0);
      widen(column, naturalWidths(text, keepWords));
    }
  }
  table.querySelector(':scope > colgroup')?.remove();
  const group = document.createElement('colgroup');
  for (const points of tableColumns(columns, available * POINTS)) {
    const column = document.createElement('col');
    // The attribute and not a style: pages are made of copies, and a copied style falls under the page's security policy.
    column.width = String(points / POINTS);
    group.append(column);
  }
  table.prepend(group);
}

function read(node: Node, style: number): void {
  if (node instanceof Text) {
    text.addFolded(node.data, 0, node.data.length, style);
  } else if (node instanceof Element) {
    if (node.tagName === 'BR') text.addBreak(0);
    else if (node.tagName === 'IMG') text.add(IMAGE, 0, 1, style);
    for (const child of node.childNodes) read(child, style | (BITS[node.tagName] ?? 0));
  }
}

const BITS: Readonly<Record<string, number>> = { STRONG: BOLD, EM: ITALIC, CODE: MONO };
