import { paginate } from '../core/layout/paginate.js';
import { cut } from './cut.js';
import type { Galley } from './galley.js';
import type { Update } from './messages.js';
import { morph, morphChildren } from './morph.js';

export interface PageTotals {
  readonly pages: number;
  readonly appendixPages: number;
}

/**
 * Lays the document out into `main` as `<section class="page" data-page="N">`. Pages that stay as they were are left alone, and of
 * those that change only what differs is touched. `height` is that between the margins, in pixels.
 */
export function layOut(main: Element, galley: Galley, update: Update, height: number): PageTotals {
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
  const old = [...main.querySelectorAll(':scope > .page')];
  for (const [index, body] of bodies.entries()) {
    const part = parts[index]!;
    const label =
      part === 'appendix'
        ? fill(update.strings.appendixPage, ++appendixPage)
        : fill(update.strings.page, ++page, pages);
    const wanted = pageElement(index + 1, part, label, update, body);
    const have = old[index];
    if (have === undefined) main.append(wanted);
    else replacePage(have, wanted);
  }
  for (const gone of old.slice(bodies.length)) gone.remove();
  return { pages, appendixPages };
}

function pageElement(number: number, part: string, label: string, update: Update, body: DocumentFragment): HTMLElement {
  const page = document.createElement('section');
  page.className = 'page';
  page.dataset.page = String(number);
  page.dataset.part = part;
  page.ariaLabel = label;
  const head = element('header', 'running-head');
  const title = element(
    'span',
    'running-title',
    [update.title, update.edition].filter((each) => each !== '').join(' · '),
  );
  head.append(title, element('span', 'running-mark', update.mark));
  const text = element('div', 'text');
  text.append(body);
  page.append(head, text, element('footer', 'folio', label));
  return page;
}

/** Only the page's own three parts: what others put on the page (notes, marks in the margin) is theirs. */
function replacePage(have: Element, wanted: Element): void {
  for (const name of ['data-page', 'data-part', 'aria-label']) {
    const value = wanted.getAttribute(name)!;
    if (have.getAttribute(name) !== value) have.setAttribute(name, value);
  }
  for (const part of ['.running-head', '.folio']) morph(have.querySelector(part)!, wanted.querySelector(part)!);
  morphChildren(have.querySelector('.text')!, wanted.querySelector('.text')!);
}

function element(name: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

function fill(pattern: string, ...values: readonly number[]): string {
  return pattern.replace(/\{(\d)\}/g, (whole, index: string) => String(values[Number(index)] ?? whole));
}
