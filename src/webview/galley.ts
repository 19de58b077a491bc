import { CELL_PADDING, CELL_RULE, CODE_PADDING, type StyleName, styleOfHeading, TYPE } from '../core/layout/metrics.js';
import type { Box } from '../core/layout/paginate.js';
import { rowParts } from '../core/layout/table.js';
import { setColumns } from './tables.js';
import { PIXELS } from './zoom.js';

/** A block that carries text, as it stands in the galley. Its box begins no page and has the gap that it has within its own unit. */
export interface Leaf {
  readonly element: Element;
  readonly style: StyleName | 'other';
  readonly box: Box;
  /** Of a table, the index of the row that each line of its box is or belongs to. */
  readonly rows?: readonly number[];
}

/**
 * An outermost block of the document, set and measured. It stays the same object as long as its HTML and the paper do; what stands on
 * pages are copies of it, whole or in pieces.
 */
export class Unit {
  /** Holds the block as it was measured: in the galley while it is measured, in no document otherwise. */
  readonly root = document.createElement('div');
  leaves: readonly Leaf[] = [];
  /** The margins above its first leaf and below its last, in pixels: they collapse with those of the blocks around. */
  before = 0;
  after = 0;

  constructor(html: string) {
    this.root.innerHTML = html;
    prepare(this.root);
  }

  /** What is loaded may come in another size than before. */
  get hasImages(): boolean {
    return this.root.querySelector('img') !== null;
  }
}

/** A column of text without pages, outside of the window, in which blocks are set to be measured. It is empty in between. */
export class Galley {
  readonly element = document.createElement('div');
  #units = new Map<string, Unit>();

  constructor(
    readonly keepWords: () => boolean,
    /** An image knows its height only now. */
    readonly onImage: () => void,
  ) {
    this.element.className = 'galley text';
    this.element.ariaHidden = 'true';
    this.element.inert = true;
  }

  /** Other fonts, other paper: nothing that was measured holds. */
  forget(): void {
    this.#units.clear();
  }

  /** The units of blocks, by their HTML. Measures those that weren't there the last time; the others cost nothing. */
  set(blocks: readonly string[]): Unit[] {
    const known = this.#units;
    this.#units = new Map();
    const unmeasured: Unit[] = [];
    const units = blocks.map((html) => {
      const same = this.#units.get(html);
      if (same) return same;
      const unit = known.get(html) ?? this.#make(html);
      if (unit.leaves.length === 0 || unit.hasImages) unmeasured.push(unit);
      this.#units.set(html, unit);
      return unit;
    });
    if (unmeasured.length > 0) this.lay(unmeasured, () => this.#measure(unmeasured));
    return units;
  }

  #make(html: string): Unit {
    const unit = new Unit(html);
    // The event doesn't bubble, hence the capture.
    if (unit.hasImages) unit.root.addEventListener('load', this.onImage, { capture: true });
    return unit;
  }

  /** Sets units in the galley for `read`, which reads their geometry. */
  lay(units: readonly Unit[], read: () => void): void {
    // What is first in a column has no margin above it, in the style sheet of the paper: that isn't one of them.
    this.element.replaceChildren(document.createElement('div'), ...units.map(({ root }) => root));
    read();
    this.element.replaceChildren();
  }

  /** All reading of geometry is here, after all writing, so that the browser lays out once, and once more for tables. */
  #measure(units: readonly Unit[]): void {
    const all = units.map((unit) => {
      const leaves: [Element, StyleName | 'other'][] = [];
      collect(unit.root, leaves);
      return { unit, leaves };
    });
    const tables = all.flatMap(({ leaves }) =>
      leaves.flatMap(([element, style]) => (style === 'table' ? [element] : [])),
    );
    const widths = tables.map((table) => table.parentElement!.clientWidth);
    for (const [i, table] of tables.entries()) setColumns(table as HTMLTableElement, this.keepWords(), widths[i]!);
    for (const { unit, leaves } of all) measure(unit, leaves);
  }
}

function measure(unit: Unit, elements: readonly [Element, StyleName | 'other'][]): void {
  const outer = unit.root.getBoundingClientRect();
  let bottom = outer.top;
  unit.leaves = elements.map(([element, style], index) => {
    const rect = element.getBoundingClientRect();
    const gap = rect.top - bottom;
    if (index === 0) unit.before = gap;
    bottom = rect.bottom;
    if (style === 'table') return tableLeaf(element as HTMLTableElement, gap);
    return { element, style, box: boxOf(style, rect.height, gap) };
  });
  unit.after = outer.bottom - bottom;
}

function tableLeaf(element: HTMLTableElement, gap: number): Leaf {
  const heights: number[] = [];
  const rows: number[] = [];
  for (const [index, row] of [...element.rows].entries()) {
    const { height } = row.getBoundingClientRect();
    const lines = Math.round((height / PIXELS - 2 * CELL_PADDING - CELL_RULE) / TYPE.table.line);
    const parts = rowParts(lines);
    heights.push(...(parts.length === 1 ? [height] : parts.map((points) => points * PIXELS)));
    rows.push(...parts.map(() => index));
  }
  const box = { gap, newPage: false, keepNext: false, whole: true, padding: 0, lines: heights.length, heights };
  return { element, style: 'table', box, rows };
}

function boxOf(style: Exclude<StyleName, 'table'> | 'other', height: number, gap: number): Box {
  const common = { gap, newPage: false, keepNext: /^(?:h\d|lead)$/.test(style), whole: false, padding: 0 };
  if (style === 'other' || style === 'figure' || style === 'rule')
    return { ...common, whole: true, lines: 1, heights: height };
  const line = TYPE[style].line * PIXELS;
  const padding = style === 'code' ? 2 * CODE_PADDING * PIXELS : 0;
  const lines = Math.max(1, Math.round((height - padding) / line));
  return { ...common, whole: style === 'code', lines, heights: line, padding };
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
  // The line break that ends the renderer's HTML.
  root.normalize();
  for (const node of [...root.childNodes]) if (!(node instanceof Element)) node.remove();
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
