import type { Sheet } from '../core/layout/paginate.js';
import type { Leaf } from './galley.js';

/** A place between two nodes or two characters, as the DOM names it. */
interface Place {
  readonly node: Node;
  readonly offset: number;
}

/**
 * Cuts the galley into pages. Lists, quotes and paragraphs that go on over a page are there on both; what continues has the class
 * `continued`.
 */
export function cut(galley: Element, leaves: readonly Leaf[], sheets: readonly Sheet[]): DocumentFragment[] {
  const starts = sheets.map((sheet, page): Place => {
    const piece = sheet.pieces[0]!;
    return page === 0 ? { node: galley, offset: 0 } : startOf(leaves[piece.box]!, piece.from, galley);
  });
  return starts.map((start, page) => {
    const end = starts[page + 1] ?? { node: galley, offset: galley.childNodes.length };
    const range = document.createRange();
    range.setStart(start.node, start.offset);
    range.setEnd(end.node, end.offset);
    const fragment = range.cloneContents();
    markContinued(fragment, start, galley);
    return fragment;
  });
}

/** Where a line of a leaf starts. Before the first line is before all that the leaf is the first of. */
function startOf(leaf: Leaf, line: number, galley: Element): Place {
  if (line > 0) {
    if (leaf.style === 'table') return before((leaf.element as HTMLTableElement).rows[line]!);
    const place = placeOfLine(leaf, line);
    if (place !== null) return place;
  }
  let node: Element = leaf.element;
  while (node.parentElement !== null && node.parentElement !== galley && node.previousElementSibling === null)
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
function markContinued(fragment: DocumentFragment, start: Place, galley: Element): void {
  const cutElements: Element[] = [];
  for (let node: Node | null = start.node; node !== null && node !== galley; node = node.parentNode) {
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
