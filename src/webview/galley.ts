import { CODE_PADDING, type StyleName, styleOfHeading, TYPE } from '../core/layout/metrics.js';
import type { Box } from '../core/layout/paginate.js';
import { setColumns } from './tables.js';

/** CSS pixels in a point. */
const PIXELS = 96 / 72;

/** A block that carries text, as it stands in the galley. */
export interface Leaf {
  readonly element: Element;
  readonly style: StyleName | 'other';
  readonly box: Box;
  readonly part: string | null;
}

/**
 * A column of text without pages, outside of the window, in which the document is set to be measured. It is empty between
 * updates, so that nothing on the page is there twice.
 */
export class Galley {
  readonly element = document.createElement('div');

  constructor(readonly keepWords: () => boolean) {
    this.element.className = 'galley text';
    this.element.ariaHidden = 'true';
    this.element.inert = true;
  }

  /** Sets `html` and measures it; all reading of geometry is here, after all writing, so the browser lays out once. */
  set(html: string): Leaf[] {
    this.element.innerHTML = html;
    prepare(this.element);
    const leaves: [Element, StyleName | 'other'][] = [];
    collect(this.element, leaves);
    const columnWidth = this.element.getBoundingClientRect().width;
    for (const [element, style] of leaves)
      if (style === 'table') setColumns(element as HTMLTableElement, this.keepWords(), columnWidth);
    return this.#measure(leaves);
  }

  clear(): void {
    this.element.replaceChildren();
  }

  #measure(elements: readonly [Element, StyleName | 'other'][]): Leaf[] {
    let bottom = this.element.getBoundingClientRect().top;
    let part: string | null = null;
    const leaves: Leaf[] = [];
    for (const [index, [element, style]] of elements.entries()) {
      const rect = element.getBoundingClientRect();
      const own = partOf(element, this.element, index === 0 ? null : elements[index - 1]![0]);
      const newPage = own !== null && own !== part && index > 0;
      part = own ?? part;
      leaves.push({ element, style, part, box: boxOf(element, style, rect.height, rect.top - bottom, newPage) });
      bottom = rect.bottom;
    }
    return leaves;
  }
}

function boxOf(element: Element, style: StyleName | 'other', height: number, gap: number, newPage: boolean): Box {
  const common = { gap, newPage, keepNext: /^(?:h\d|lead)$/.test(style), whole: false, padding: 0 };
  if (style === 'table') {
    const heights = [...(element as HTMLTableElement).rows].map((row) => row.getBoundingClientRect().height);
    return { ...common, whole: true, lines: heights.length, heights };
  }
  if (style === 'other' || style === 'figure' || style === 'rule')
    return { ...common, whole: true, lines: 1, heights: height };
  const line = TYPE[style].line * PIXELS;
  const padding = style === 'code' ? 2 * CODE_PADDING * PIXELS : 0;
  const lines = Math.max(1, Math.round((height - padding) / line));
  return { ...common, whole: style === 'code', lines, heights: line, padding };
}

/** The part that starts with this leaf: marked on it, or on something that it is the first leaf of. */
function partOf(leaf: Element, root: Element, previous: Element | null): string | null {
  for (let element: Element | null = leaf; element !== null && element !== root; element = element.parentElement) {
    if (previous !== null && element.contains(previous)) return null;
    const part = element.getAttribute('data-part');
    if (part !== null) return part;
  }
  return null;
}

const CONTAINERS = new Set(['UL', 'OL', 'LI', 'BLOCKQUOTE', 'DIV', 'SECTION']);

/** The leaves in document order, with how each is set. */
function collect(parent: Element, into: [Element, StyleName | 'other'][]): void {
  for (const element of parent.children) {
    if (CONTAINERS.has(element.tagName) && element.firstElementChild !== null) collect(element, into);
    else into.push([element, styleOf(element)]);
  }
}

function styleOf(element: Element): StyleName | 'other' {
  switch (element.tagName) {
    case 'P':
      if (element.classList.contains('figure')) return 'figure';
      return element.classList.contains('lead') ? 'lead' : 'body';
    case 'LI':
      return 'item';
    case 'PRE':
      return 'code';
    case 'TABLE':
      return 'table';
    case 'HR':
      return 'rule';
  }
  const level = /^H([1-6])$/.exec(element.tagName);
  return level === null ? 'other' : styleOfHeading(Number(level[1]));
}

const FOCUSABLE = 'p, h1, h2, h3, h4, h5, h6, pre, table';

/** Gives paragraphs the class they are set by, takes out those that show nothing, and lets the keyboard go from block to block. */
function prepare(root: Element): void {
  for (const block of root.querySelectorAll(FOCUSABLE)) block.setAttribute('tabindex', '-1');
  for (const paragraph of root.querySelectorAll('p')) {
    const text = paragraph.textContent.trim();
    if (text === '') {
      if (paragraph.querySelector('img') === null) paragraph.remove();
      else paragraph.classList.add('figure');
    } else if (paragraph.closest('li') === null && isBold(paragraph, text)) paragraph.classList.add('lead');
  }
}

/** Whether all that shows is bold: the same question as `lookOf` in the engine asks. */
function isBold(paragraph: Element, text: string): boolean {
  const compact = (value: string) => value.replace(/\s+/g, '');
  let bold = '';
  for (const strong of paragraph.querySelectorAll('strong')) {
    if (strong.parentElement?.closest('strong') === null) bold += strong.textContent;
  }
  return compact(bold) === compact(text);
}
