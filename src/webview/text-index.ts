import { nearest, type Spot } from '../core/preview/spots.js';
import type { Stretch } from './messages.js';

/** A block that carries text, or a piece of one that goes on over a page. */
interface Piece {
  readonly element: Element;
  /** Units of text in the block before this piece that are no white space. */
  readonly before: number;
  readonly length: number;
}

/**
 * Finds spots (see `core/preview/spots.ts`) in the pages and back: counts what shows, in all the pieces of a block in the order of
 * the pages. Made anew after each layout, and filled as it is asked.
 */
export class TextIndex {
  readonly #blocks = new Map<number, Piece[]>();

  constructor(readonly main: Element) {
    const leaves = main.querySelectorAll('.text :is(p, h1, h2, h3, h4, h5, h6, pre, table)[data-source-line]');
    for (const element of leaves) {
      const line = lineOf(element);
      const pieces = this.#blocks.get(line) ?? [];
      const last = pieces.at(-1);
      pieces.push({ element, before: last ? last.before + last.length : 0, length: countIn(element) });
      this.#blocks.set(line, pieces);
    }
  }

  /** Where a stretch stands; null where its words aren't in the pages. */
  range({ start, end, text }: Stretch): Range | null {
    let { index } = start;
    let length = end.index - index;
    if (start.line === end.line && text !== '') {
      const visible = this.#textOf(start.line);
      index = nearest(visible, text, index);
      if (!visible.startsWith(text, index)) return null;
      length = text.length;
    }
    const from = this.#place(start.line, index, false);
    const to = this.#place(end.line, start.line === end.line ? index + length : end.index, true);
    if (from === null || to === null) return null;
    const range = document.createRange();
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    return range.collapsed ? null : range;
  }

  /** The character at a spot, or the first of its line's block; null where the line isn't in the pages. */
  character({ line, index }: Spot): Range | null {
    const place = this.#place(line, index, false) ?? this.#place(line, 0, false);
    if (place === null) return null;
    const range = document.createRange();
    range.setStart(place.node, place.offset);
    range.setEnd(place.node, place.offset + 1);
    return range;
  }

  /** The stretch that a range covers, without white space at its ends; null where it covers no text of the pages. */
  stretch(range: Range): Stretch | null {
    let start: Spot | null = null;
    let end: Spot | null = null;
    let text = '';
    for (const [line, pieces] of this.#blocks) {
      for (const { element, before } of pieces) {
        if (!range.intersectsNode(element)) continue;
        let index = before;
        for (const node of textNodes(element)) {
          // Both ends of what is partly inside are compared: a range may end in front of the first word of an element.
          if (range.comparePoint(node, 0) <= 0 && range.comparePoint(node, node.length) >= 0) {
            const from = node === range.startContainer ? range.startOffset : 0;
            const to = node === range.endContainer ? range.endOffset : node.length;
            for (let i = 0; i < node.length; i++) {
              if (isSpace(node.data.charCodeAt(i))) continue;
              if (i >= from && i < to) {
                start ??= { line, index };
                end = { line, index: index + 1 };
                text += node.data[i];
              }
              index++;
            }
          } else index += countText(node.data);
        }
      }
    }
    return start && end && { start, end, text };
  }

  /** The whole of a block, from any element in it. */
  block(element: Element): Stretch | null {
    const leaf = element.closest('table') ?? element.closest('[data-source-line]');
    if (leaf === null) return null;
    const line = lineOf(leaf);
    const text = this.#textOf(line);
    return text === '' ? null : { start: { line, index: 0 }, end: { line, index: text.length }, text };
  }

  #textOf(line: number): string {
    return (this.#blocks.get(line) ?? []).map(({ element }) => element.textContent.replace(/\s+/g, '')).join('');
  }

  /** In front of the unit at `index`, or behind the one before it. */
  #place(line: number, index: number, behind: boolean): { node: Text; offset: number } | null {
    const at = behind ? index - 1 : index;
    const piece = this.#blocks.get(line)?.find(({ before, length }) => at >= before && at < before + length);
    if (piece === undefined) return null;
    let left = at - piece.before;
    for (const node of textNodes(piece.element)) {
      for (let i = 0; i < node.length; i++) {
        if (isSpace(node.data.charCodeAt(i))) continue;
        if (left-- === 0) return { node, offset: behind ? i + 1 : i };
      }
    }
    return null;
  }
}

function lineOf(element: Element): number {
  return Number(element.getAttribute('data-source-line'));
}

function countIn(element: Element): number {
  return countText(element.textContent);
}

function countText(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (!isSpace(text.charCodeAt(i))) count++;
  return count;
}

function* textNodes(element: Element): Generator<Text> {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) yield node as Text;
}

/** What `\s` is in the engine's expressions, without their cost: this looks at every character of the document. */
function isSpace(code: number): boolean {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13);
  if (code < 0x1680) return code === 0xa0;
  return (code >= 0x2000 && code <= 0x200a) || [0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff].includes(code);
}
