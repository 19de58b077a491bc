import type { Galley, Leaf, Unit } from './galley.js';

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
  range.setEnd(end.node, end.offset);
  const fragment = range.cloneContents();
  markContinued(fragment, start, unit.root);
  return fragment.firstElementChild!;
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
    if (leaf.style === 'table') return before((leaf.element as HTMLTableElement).rows[at.line]!);
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

/** The first character that stands on `line` of a leaf or below it, found by halving. */
function placeOfLine(leaf: Leaf, line: number): Place | null {
  const { element, box } = leaf;
  const range = document.createRange();
  // The middle of the line's first half: above every character of this line, below all of the line before.
  const height = box.heights as number;
  const edge = element.getBoundingClientRect().top + box.padding / 2 + height * line;
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
