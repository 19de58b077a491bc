import { CELL_PADDING, TYPE } from '../core/layout/metrics.js';
import type { Galley, Leaf, Unit } from './galley.js';
import { PIXELS } from './zoom.js';

/** Where a unit is divided: before a line of one of its leaves. */
export interface Break {
  readonly leaf: number;
  readonly line: number;
}

/** What of a unit stands on a page; null for its own beginning and end. */
export interface Slice {
  readonly unit: Unit;
  readonly from: Break | null;
  readonly to: Break | null;
}

/** A place between two nodes or two characters, as the DOM names it. */
interface Place {
  readonly node: Node;
  readonly offset: number;
  /** Where a row of a table is divided, in front of which the place is: the place in each of its cells. */
  readonly cells?: readonly Place[];
}

/** Places of breaks that were looked for already; those of a unit go with it. */
const places = new WeakMap<readonly Leaf[], Map<string, Place>>();

/** Looks for the places of breaks that only geometry knows, of all slices at once: the browser lays the galley out once. */
export function findBreaks(galley: Galley, slices: readonly Slice[]): void {
  const unknown = slices.flatMap(({ unit, from, to }) =>
    [from, to].flatMap((one) => (one && !placesOf(unit).has(keyOf(one)) ? [{ unit, at: one }] : [])),
  );
  if (unknown.length === 0) return;
  galley.lay([...new Set(unknown.map(({ unit }) => unit))], () => {
    for (const { unit, at } of unknown) placesOf(unit).set(keyOf(at), startOf(unit, at));
  });
}

/**
 * A copy of a slice, to stand on a page. Lists, quotes and paragraphs that go on over a page are there on both; what continues has the
 * class `continued`. `findBreaks` has been asked before.
 */
export function copyOf({ unit, from, to }: Slice): Element {
  if (from === null && to === null) return unit.root.firstElementChild!.cloneNode(true) as Element;
  const start = from ? placesOf(unit).get(keyOf(from))! : { node: unit.root, offset: 0 };
  const end = to ? placesOf(unit).get(keyOf(to))! : { node: unit.root, offset: unit.root.childNodes.length };
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  // A row that is divided stands on both pages.
  range.setEnd(end.node, end.offset + (end.cells ? 1 : 0));
  const fragment = contentsOf(range, unit.root);
  markContinued(fragment, start, unit.root);
  const rows = fragment.querySelectorAll('tr');
  const both = start.cells !== undefined && isSameRow(start, end);
  if (end.cells && !both) cutCells(rows[rows.length - 1]!, null, end);
  if (start.cells) cutCells(rows[0]!, start, both ? end : null);
  return fragment.firstElementChild!;
}

/** The contents of a range, in copies of all that is around them: a paragraph or a list may go on over more than one page. */
function contentsOf(range: Range, root: Element): DocumentFragment {
  const fragment = range.cloneContents();
  for (let node: Node = range.commonAncestorContainer; node !== root; node = node.parentNode!) {
    if (!(node instanceof Element)) continue;
    const around = node.cloneNode(false) as Element;
    around.append(fragment);
    fragment.append(around);
  }
  return fragment;
}

function isSameRow(one: Place, other: Place): boolean {
  return one.node === other.node && one.offset === other.offset;
}

/** Leaves of a row's copy what is behind `start` and in front of `end`, cell by cell; null for a row's own beginning and end. */
function cutCells(copy: HTMLTableRowElement, start: Place | null, end: Place | null): void {
  const { node, offset } = (start ?? end)!;
  const row = node.childNodes[offset] as HTMLTableRowElement;
  for (const [i, cell] of [...row.cells].entries()) {
    const range = document.createRange();
    range.selectNodeContents(cell);
    const [from, to] = [start?.cells?.[i], end?.cells?.[i]];
    if (from) range.setStart(from.node, from.offset);
    if (to) range.setEnd(to.node, to.offset);
    copy.cells[i]!.replaceChildren(range.cloneContents());
  }
}

function placesOf({ leaves }: Unit): Map<string, Place> {
  let known = places.get(leaves);
  if (!known) {
    known = new Map();
    places.set(leaves, known);
  }
  return known;
}

function keyOf({ leaf, line }: Break): string {
  return `${leaf}:${line}`;
}

/** Where a line of a leaf starts. Before the first line is before all that the leaf is the first of. */
function startOf({ root, leaves }: Unit, at: Break): Place {
  const leaf = leaves[at.leaf]!;
  if (at.line > 0) {
    if (leaf.rows) return placeOfRow(leaf.element as HTMLTableElement, leaf.rows, at.line);
    const place = placeOfLine(leaf, at.line);
    if (place !== null) return place;
  }
  let node: Element = leaf.element;
  while (node.parentElement !== null && node.parentElement !== root && node.previousElementSibling === null)
    node = node.parentElement;
  return before(node);
}
function before(node: Node): Place {
  return { node: node.parentNode!, offset: [...node.parentNode!.childNodes].indexOf(node as ChildNode) };
}

function placeOfRow(table: HTMLTableElement, rows: readonly number[], line: number): Place {
  const row = table.rows[rows[line]!]!;
  const inner = line - rows.indexOf(rows[line]!);
  const place = before(row);
  if (inner === 0) return place;
  const below = row.getBoundingClientRect().top + (CELL_PADDING + inner * TYPE.table.line) * PIXELS;
  const cells = [...row.cells].map((cell) => firstBelow(cell, below) ?? { node: cell, offset: cell.childNodes.length });
  return { ...place, cells };
}

/** The first character that stands on `line` of a leaf or below it. */
function placeOfLine({ element, box }: Leaf, line: number): Place | null {
  return firstBelow(element, element.getBoundingClientRect().top + box.padding / 2 + (box.heights as number) * line);
}

/** The first character whose middle is below `edge`, the top of a line in the window: it is on this line. Found by halving. */
function firstBelow(element: Element, edge: number): Place | null {
  const range = document.createRange();
  const isBelow = (text: Text, at: number): boolean => {
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    const rects = range.getClientRects();
    const rect = rects[rects.length - 1];
    return rect !== undefined && (rect.top + rect.bottom) / 2 > edge;
  };
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node as Text;
    let last = text.length - 1;
    // White space at a break has no rectangle; it belongs to the line before.
    while (last >= 0 && /\s/.test(text.data[last]!)) last--;
    if (last < 0 || !isBelow(text, last)) continue;
    let low = 0;
    let high = last;
    while (low < high) {
      const middle = (low + high) >> 1;
      let probe = middle;
      while (probe < high && /\s/.test(text.data[probe]!)) probe++;
      if (isBelow(text, probe)) high = middle;
      else low = probe + 1;
    }
    while (low < last && /\s/.test(text.data[low]!)) low++;
    return { node: text, offset: low };
  }
  return null;
}

/** Marks what was cut in two by `start`, and has numbered lists go on counting. */
function markContinued(fragment: DocumentFragment, start: Place, root: Element): void {
  const cutElements: Element[] = [];
  for (let node: Node | null = start.node; node !== null && node !== root; node = node.parentNode) {
    if (node instanceof Element) cutElements.unshift(node);
  }
  let copy: Element | null = fragment.firstElementChild;
  for (const [depth, element] of cutElements.entries()) {
    if (copy === null) return;
    copy.classList.add('continued');
    if (element instanceof HTMLOListElement) {
      const inner = cutElements[depth + 1] ?? element.childNodes[start.offset];
      const items = [...element.children];
      const index = inner instanceof Element ? items.indexOf(inner) : -1;
      if (index > 0) copy.setAttribute('start', String(element.start + index));
    }
    if (element instanceof HTMLTableElement) {
      const columns = element.querySelector('colgroup');
      if (columns !== null && copy.querySelector('colgroup') === null) copy.prepend(columns.cloneNode(true));
    }
    copy = copy.matches('table') ? (copy.querySelector('thead, tbody') ?? null) : copy.firstElementChild;
  }
}
