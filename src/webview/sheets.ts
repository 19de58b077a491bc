import { type Box, lineTops, paginate, type Sheet } from '../core/layout/paginate.js';
import { findBreaks } from './cut.js';
import { fill, h, setAttribute, setText } from './dom.js';
import type { Galley, Leaf } from './galley.js';
import type { PageBlock, Update } from './messages.js';
import { fillPages, type Placed } from './reflow.js';
import type { PageStrings } from './strings.js';

/** A page as it is laid out. */
export interface PageLayout {
  /** `<section class="page">`, scaled as the reader likes it. */
  readonly element: HTMLElement;
  /** The paper itself, unscaled. */
  readonly sheet: HTMLElement;
  /** Where the page's notes stand, beside it. */
  readonly margin: HTMLElement;
  readonly part: string;
  /** Tops of its lines of text, in pixels from the paper's upper edge, unscaled. */
  readonly lines: readonly number[];
}

export interface PaperLayout {
  /** Pages without the appendix, and those of it. */
  readonly pages: number;
  readonly appendixPages: number;
  readonly all: readonly PageLayout[];
}

/**
 * Lays the document out into `main` as `<section class="page" data-page="N">`, each followed by the margin for its notes. Blocks that are
 * the same as before are not measured again, pages that stay as they were are left alone, and of those that change only what differs is
 * touched. `height` is that between the margins and `margin` the one above, in pixels.
 */
export function layOut(
  main: Element,
  galley: Galley,
  update: Update,
  strings: PageStrings,
  height: number,
  margin: number,
): PaperLayout {
  const column = new Column(galley, update.blocks);
  const sheets = paginate(column.boxes, height);
  const parts = sheets.map((sheet) => column.leaves[sheet.pieces[0]!.box]!.part);
  const bodies = sheets.map((sheet) => column.slices(sheet));
  findBreaks(galley, bodies.flat());

  const appendixPages = parts.filter((part) => part === 'appendix').length;
  const pages = parts.length - appendixPages;
  const title = [update.title, update.edition].filter((each) => each !== '').join(' · ');
  const old = [...main.querySelectorAll<HTMLElement>(':scope > .page')];
  let page = 0;
  let appendixPage = 0;
  const all = sheets.map((sheet, index): PageLayout => {
    const part = parts[index]!;
    const label = part === 'appendix' ? fill(strings.appendixPage, ++appendixPage) : fill(strings.page, ++page, pages);
    const element = old[index] ?? newPage(main, index + 1);
    const aside = element.nextElementSibling as HTMLElement;
    setAttribute(element, 'data-part', part);
    setAttribute(element, 'aria-label', label);
    setAttribute(aside, 'aria-label', `${strings.notes}: ${label}`);
    setText(element.querySelector('.running-title')!, title);
    setText(element.querySelector('.running-mark')!, update.mark);
    setText(element.querySelector('.folio')!, label);
    const lines = column.lines(sheet).map((top) => top + margin);
    return { element, sheet: element.querySelector<HTMLElement>('.sheet')!, margin: aside, part, lines };
  });
  fillPages(
    all.map(({ sheet }) => sheet.querySelector('.text')!),
    bodies,
  );
  for (const gone of old.slice(sheets.length)) {
    gone.nextElementSibling?.remove();
    gone.remove();
  }
  return { pages, appendixPages, all };
}

/** A block that carries text, where it stands in the document. */
interface SetLeaf {
  readonly leaf: Leaf;
  /** Index of its leaf in its unit, and of its unit. */
  readonly index: number;
  readonly block: number;
  readonly part: string;
}

/** The document as one column of boxes. */
class Column {
  readonly leaves: SetLeaf[] = [];
  readonly boxes: Box[] = [];
  readonly #units;

  constructor(
    galley: Galley,
    readonly blocks: readonly PageBlock[],
  ) {
    this.#units = galley.set(blocks.map(({ html }) => html));
    let part = 'body';
    /** A part that has begun, of which nothing showed yet. */
    let begun: string | null = null;
    let after = 0;
    for (const [block, unit] of this.#units.entries()) {
      begun = blocks[block]!.part ?? begun;
      for (const [index, leaf] of unit.leaves.entries()) {
        const newPage = begun !== null && begun !== part && this.boxes.length > 0;
        part = begun ?? part;
        begun = null;
        const first = index === 0 ? { gap: Math.max(after, unit.before), newPage } : null;
        this.boxes.push(first ? { ...leaf.box, ...first } : leaf.box);
        this.leaves.push({ leaf, index, block, part });
      }
      if (unit.leaves.length > 0) after = unit.after;
    }
  }

  /** What stands on a sheet, a slice a block. */
  slices({ pieces }: Sheet): Placed[] {
    const slices: Placed[] = [];
    for (let i = 0; i < pieces.length; ) {
      const first = pieces[i]!;
      const { block, index } = this.leaves[first.box]!;
      while (i < pieces.length && this.leaves[pieces[i]!.box]!.block === block) i++;
      const last = pieces[i - 1]!;
      const end = this.leaves[last.box]!.index;
      const unit = this.#units[block]!;
      const whole = last.to === this.boxes[last.box]!.lines;
      slices.push({
        unit,
        from: index === 0 && first.from === 0 ? null : { leaf: index, line: first.from },
        to: !whole ? { leaf: end, line: last.to } : end + 1 < unit.leaves.length ? { leaf: end + 1, line: 0 } : null,
        line: this.blocks[block]!.line,
      });
    }
    return slices;
  }

  /** Tops of a sheet's lines, in pixels from its upper margin. Rules and pictures are no lines. */
  lines(sheet: Sheet): number[] {
    return sheet.pieces.flatMap((piece) => {
      const { style, box } = this.leaves[piece.box]!.leaf;
      return style === 'rule' || style === 'figure' || style === 'other' ? [] : lineTops(box, piece);
    });
  }
}

function newPage(main: Element, number: number): HTMLElement {
  // The running head and the page number are on every page; a screen reader hears the page's name instead.
  const head = h(
    'header',
    { class: 'running-head', 'aria-hidden': 'true' },
    h('span', { class: 'running-title' }),
    h('span', { class: 'running-mark' }),
  );
  const folio = h('footer', { class: 'folio', 'aria-hidden': 'true' });
  const page = h(
    'section',
    { class: 'page', role: 'group', 'data-page': number },
    h('div', { class: 'sheet' }, head, h('div', { class: 'text' }), folio),
  );
  main.append(page, h('aside', { class: 'margin' }));
  return page;
}
