import { lineTops, paginate, type Sheet } from '../core/layout/paginate.js';
import { cut } from './cut.js';
import { fill, h, setAttribute } from './dom.js';
import type { Galley, Leaf } from './galley.js';
import type { Update } from './messages.js';
import { morph, morphChildren } from './morph.js';
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
 * Lays the document out into `main` as `<section class="page" data-page="N">`, each followed by the margin for its notes. Pages that
 * stay as they were are left alone, and of those that change only what differs is touched. `height` is that between the margins and
 * `margin` the one above, in pixels.
 */
export function layOut(
  main: Element,
  galley: Galley,
  update: Update,
  strings: PageStrings,
  height: number,
  margin: number,
): PaperLayout {
  const leaves = galley.set(update.html);
  const sheets = paginate(
    leaves.map((leaf) => leaf.box),
    height,
  );
  const parts = sheets.map((sheet) => leaves[sheet.pieces[0]!.box]!.part ?? 'body');
  const bodies = cut(galley.element, leaves, sheets);
  galley.clear();

  const appendixPages = parts.filter((part) => part === 'appendix').length;
  const pages = parts.length - appendixPages;
  let page = 0;
  let appendixPage = 0;
  const old = [...main.querySelectorAll<HTMLElement>(':scope > .page')];
  const all = bodies.map((body, index): PageLayout => {
    const part = parts[index]!;
    const label = part === 'appendix' ? fill(strings.appendixPage, ++appendixPage) : fill(strings.page, ++page, pages);
    const wanted = pageElement(index + 1, part, label, update, body);
    const element = old[index] ?? wanted;
    if (element === wanted) main.append(wanted, h('aside', { class: 'margin', label: `${strings.notes}: ${label}` }));
    else replacePage(element, wanted);
    return {
      element,
      sheet: element.querySelector<HTMLElement>('.sheet')!,
      margin: element.nextElementSibling as HTMLElement,
      part,
      lines: linesOf(sheets[index]!, leaves).map((top) => top + margin),
    };
  });
  for (const gone of old.slice(bodies.length)) {
    gone.nextElementSibling?.remove();
    gone.remove();
  }
  return { pages, appendixPages, all };
}

/** Rules and pictures are no lines. */
function linesOf(sheet: Sheet, leaves: readonly Leaf[]): number[] {
  return sheet.pieces.flatMap((piece) => {
    const { style, box } = leaves[piece.box]!;
    return style === 'rule' || style === 'figure' || style === 'other' ? [] : lineTops(box, piece);
  });
}

function pageElement(number: number, part: string, label: string, update: Update, body: DocumentFragment): HTMLElement {
  const title = [update.title, update.edition].filter((each) => each !== '').join(' · ');
  const text = h('div', { class: 'text' });
  text.append(body);
  // The running head and the page number are on every page; a screen reader hears the page's name instead.
  const head = h(
    'header',
    { class: 'running-head', 'aria-hidden': 'true' },
    h('span', { class: 'running-title' }, title),
  );
  if (update.mark !== '') head.append(h('span', { class: 'running-mark' }, update.mark));
  const folio = h('footer', { class: 'folio', 'aria-hidden': 'true' }, label);
  return h(
    'section',
    { class: 'page', role: 'group', label, 'data-page': number, 'data-part': part },
    h('div', { class: 'sheet' }, head, text, folio),
  );
}

/** Only the page's own three parts: what others put on the page (line numbers, marks) is theirs. */
function replacePage(have: Element, wanted: Element): void {
  for (const name of ['data-page', 'data-part', 'aria-label']) setAttribute(have, name, wanted.getAttribute(name));
  for (const part of ['.running-head', '.folio']) morph(have.querySelector(part)!, wanted.querySelector(part)!);
  morphChildren(have.querySelector('.text')!, wanted.querySelector('.text')!);
}
