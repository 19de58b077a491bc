import { fill, h } from './dom.js';
import type { PageFinding } from './messages.js';
import type { PageLayout, PaperLayout } from './sheets.js';
import type { PageStrings } from './strings.js';
import type { TextIndex } from './text-index.js';

/** Every how many lines there is a number in the margin. */
const NUMBERED = 5;

/** Between two notes, in pixels. */
const GAP = 12;

/** Where something stands on a page: `top` in pixels from the paper's upper edge, unscaled; `line` counted from 1 on the page, 0 for none. */
export interface Place {
  readonly page: PageLayout;
  /** Index of the page. */
  readonly index: number;
  readonly top: number;
  readonly line: number;
}

/** The place of a range's beginning; null where it is on no page, or on one that isn't shown. */
export function placeOf(range: Range, layout: PaperLayout, scale: number): Place | null {
  const start = range.startContainer;
  const element = (start instanceof Element ? start : start.parentElement)?.closest('.page');
  const index = layout.all.findIndex((one) => one.element === element);
  const rect = range.getClientRects()[0];
  const page = layout.all[index];
  if (page === undefined || rect === undefined) return null;
  const top = (rect.top - page.element.getBoundingClientRect().top) / scale;
  const middle = top + rect.height / scale / 2;
  return { page, index, top, line: page.lines.filter((line) => line <= middle).length };
}

/** Lower edge of the words that are on the page on which they begin, so that what stands below them doesn't hide them. */
export function bottomOf(range: Range, { page, top }: Place, scale: number): number {
  const paper = page.element.getBoundingClientRect();
  const bottoms = [...range.getClientRects()].map(({ bottom }) => bottom).filter((bottom) => bottom < paper.bottom);
  return Math.max(top, ...bottoms.map((bottom) => (bottom - paper.top) / scale));
}

/** Tops as near as possible to those wanted, so that nothing overlaps and, if there is room at all, nothing is below `height`. */
export function spread(wanted: readonly number[], heights: readonly number[], height: number): number[] {
  const tops: number[] = [];
  let bottom = 0;
  for (const [i, top] of wanted.entries()) {
    tops.push(Math.max(top, bottom));
    bottom = tops[i]! + heights[i]! + GAP;
  }
  let limit = height;
  for (let i = tops.length - 1; i >= 0 && tops[i]! + heights[i]! > limit; i--) {
    tops[i] = limit - heights[i]!;
    limit = tops[i]! - GAP;
  }
  // More notes than the page is high: they go on below it.
  bottom = 0;
  return tops.map((top, i) => {
    const own = Math.max(top, bottom);
    bottom = own + heights[i]! + GAP;
    return own;
  });
}

/** Numbers every fifth line of each page, or takes the numbers away. They are the same for every reader, as the pages are. */
export function numberLines(layout: PaperLayout, shown: boolean): void {
  for (const page of layout.all) {
    const tops = shown ? page.lines.filter((_, index) => (index + 1) % NUMBERED === 0) : [];
    redraw(page, 'line-numbers', tops.join(' '), () =>
      tops.map((top, index) => {
        const number = h('span', {}, String((index + 1) * NUMBERED));
        number.style.top = `${top}px`;
        return number;
      }),
    );
  }
}

const RANK = { error: 0, warning: 1, information: 2, hint: 3 } as const;

/** Findings as quiet marks beside their lines, for the author. */
export class Findings {
  readonly #tip = h('div', { class: 'tip', id: 'finding', role: 'tooltip', popover: 'manual' });

  constructor(
    readonly strings: PageStrings,
    readonly reveal: (finding: PageFinding) => void,
  ) {
    document.body.append(this.#tip);
  }

  draw(findings: readonly PageFinding[], layout: PaperLayout, index: TextIndex | null, scale: number): void {
    const lines = new Map<PageLayout, Map<number, { top: number; findings: PageFinding[] }>>();
    const limits = new Map<PageLayout, { top: number; message: string }>();
    for (const finding of findings) {
      const range = index?.character(finding.start);
      const place = range ? placeOf(range, layout, scale) : null;
      if (place === null) continue;
      const { page, line } = place;
      const top = page.lines[line - 1] ?? place.top;
      const own = lines.get(page) ?? new Map<number, { top: number; findings: PageFinding[] }>();
      lines.set(page, own);
      const mark = own.get(line) ?? { top, findings: [] };
      own.set(line, { top, findings: [...mark.findings, finding] });
      if (finding.rule === 'page-limit') limits.set(page, { top, message: finding.message });
    }
    this.#tip.hidePopover();
    for (const page of layout.all) {
      const marks = [...(lines.get(page)?.values() ?? [])];
      const limit = limits.get(page);
      redraw(page, 'finding-marks', JSON.stringify([marks, limit]), () => [
        ...(limit ? [this.#limit(limit.top)] : []),
        ...marks.map(({ top, findings: own }) => this.#mark(top, own)),
      ]);
    }
  }

  #limit(top: number): HTMLElement {
    const line = h('div', { class: 'limit' }, h('span', {}, this.strings.limit));
    line.style.top = `${top}px`;
    return line;
  }

  #mark(top: number, findings: readonly PageFinding[]): HTMLElement {
    const [worst] = [...findings].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
    const button = h('button', {
      class: `finding ${worst!.severity}`,
      type: 'button',
      'aria-label': `${fill(this.strings.findings, findings.length)}: ${findings.map(({ message }) => message).join(' ')}`,
    });
    button.style.top = `${top}px`;
    const show = (): void => this.#show(button, findings);
    const hide = (): void => this.#tip.hidePopover();
    button.addEventListener('pointerenter', show);
    button.addEventListener('pointerleave', hide);
    button.addEventListener('focus', show);
    button.addEventListener('blur', hide);
    button.addEventListener('click', () => this.reveal(worst!));
    return button;
  }

  #show(button: HTMLElement, findings: readonly PageFinding[]): void {
    this.#tip.replaceChildren(
      ...findings.map(({ message, rule, severity }) =>
        h('p', { class: severity }, message, h('span', { class: 'rule' }, rule)),
      ),
    );
    this.#tip.showPopover();
    const { bottom, top, left } = button.getBoundingClientRect();
    const { width, height } = this.#tip.getBoundingClientRect();
    this.#tip.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`;
    this.#tip.style.top = `${bottom + height + 12 > innerHeight ? top - height - 6 : bottom + 6}px`;
  }
}

/** Draws a layer of a page anew where `state` says that it differs from what is drawn. */
function redraw(page: PageLayout, name: string, state: string, draw: () => readonly HTMLElement[]): void {
  const layer = page.sheet.querySelector<HTMLElement>(`:scope > .${name}`);
  if (drawn.get(layer ?? page.sheet) === state) return;
  const children = draw();
  if (layer === null && children.length === 0) return;
  const target = layer ?? h('div', { class: name, 'aria-hidden': name === 'line-numbers' ? 'true' : undefined });
  target.replaceChildren(...children);
  if (layer === null) page.sheet.append(target);
  drawn.set(target, state);
}

const drawn = new WeakMap<Element, string>();
