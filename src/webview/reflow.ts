import { copyOf, type Slice } from './cut.js';
import { morph } from './morph.js';

/** A slice with the line of the document on which its unit begins. */
export interface Placed extends Slice {
  readonly line: number;
}

/** A slice that stands on a page, as an element. */
interface Standing extends Placed {
  readonly element: Element;
}

/** What stands on each page, by the element that holds its text. */
const standing = new WeakMap<Element, readonly Standing[]>();

/**
 * Fills pages with slices. What stands on a page as it should stays untouched; what stands on another one moves; what has changed is
 * changed in its place, so that the browser keeps what it knows of it (focus, selection, loaded images); only the rest is new.
 */
export function fillPages(texts: readonly Element[], wanted: readonly (readonly Placed[])[]): void {
  const pages = texts.map((text, i) => match(standing.get(text) ?? [], wanted[i]!));
  const spare = new Map<Slice['unit'], { readonly one: Standing; readonly left: Set<Standing> }[]>();
  for (const { left } of pages)
    for (const one of left) spare.set(one.unit, [...(spare.get(one.unit) ?? []), { one, left }]);
  // All that only moves is taken first: what is left is free to become something else.
  for (const { found, slices } of pages)
    for (const [i, slice] of slices.entries()) {
      const moved = found[i]
        ? undefined
        : spare.get(slice.unit)?.find(({ one, left }) => left.has(one) && isSame(one, slice));
      moved?.left.delete(moved.one);
      found[i] ??= moved?.one;
    }
  for (const [i, { found, slices, left }] of pages.entries()) {
    const now = slices.map((slice, n) => stand(slice, found[n], left));
    for (const { element } of left) element.remove();
    put(
      texts[i]!,
      now.map(({ element }) => element),
    );
    standing.set(texts[i]!, now);
  }
}

interface Match {
  readonly slices: readonly Placed[];
  readonly found: (Standing | undefined)[];
  /** What stands on the page and isn't wanted there. */
  readonly left: Set<Standing>;
}

/** What of a page stays where it is: an edit changes one place, so both are compared from both ends. */
function match(have: readonly Standing[], slices: readonly Placed[]): Match {
  const found: (Standing | undefined)[] = slices.map(() => undefined);
  const shorter = Math.min(have.length, slices.length);
  let head = 0;
  while (head < shorter && isSame(have[head]!, slices[head]!)) {
    found[head] = have[head];
    head++;
  }
  let tail = 0;
  while (tail < shorter - head && isSame(have.at(-1 - tail)!, slices.at(-1 - tail)!)) {
    found[slices.length - 1 - tail] = have.at(-1 - tail);
    tail++;
  }
  return { slices, found, left: new Set(have.slice(head, have.length - tail)) };
}

function isSame(one: Slice, other: Slice): boolean {
  return one.unit === other.unit && isSameBreak(one.from, other.from) && isSameBreak(one.to, other.to);
}

function isSameBreak(one: Slice['from'], other: Slice['from']): boolean {
  return one === other || (one !== null && other !== null && one.leaf === other.leaf && one.line === other.line);
}

function stand(slice: Placed, known: Standing | undefined, left: Set<Standing>): Standing {
  if (known) {
    if (known.line === slice.line) return known;
    moveLines(known.element, slice.line - known.line);
    return { ...slice, element: known.element };
  }
  const wanted = copyOf(slice);
  moveLines(wanted, slice.line);
  for (const one of left) {
    if (one.element.tagName !== wanted.tagName) continue;
    left.delete(one);
    morph(one.element, wanted);
    return { ...slice, element: one.element };
  }
  return { ...slice, element: wanted };
}

/** Lines in a unit count from its own; on the page they are the document's. */
function moveLines(element: Element, by: number): void {
  if (by === 0) return;
  for (const one of [element, ...element.querySelectorAll('[data-source-line]')]) {
    const line = one.getAttribute('data-source-line');
    if (line !== null) one.setAttribute('data-source-line', String(Number(line) + by));
  }
}

function put(parent: Element, children: readonly Element[]): void {
  let next = parent.firstElementChild;
  for (const child of children) {
    if (child === next) next = next.nextElementSibling;
    else parent.insertBefore(child, next);
  }
}
