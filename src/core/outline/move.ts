import { frontMatter } from '../markdown/front-matter.js';
import { parseMarkdown } from '../markdown/parse.js';
import type { Prose, Range, Section, TextEdit } from '../model.js';
import type { Analysis } from '../narrative/narrative.js';
import { Lines } from '../text/lines.js';
import { type Chunk, isBlank, type Movable, questionRegions, type Region, sectionRegions } from './chunks.js';

export type { Movable } from './chunks.js';

/** Where to: over the neighbour in the document, in front of or behind another of its kind, or to the end of an FAQ. */
export type Destination =
  | 'up'
  | 'down'
  | { readonly before: Movable }
  | { readonly behind: Movable }
  | { readonly into: Section };

/** A move that is possible: what is cut, with the gap on the side to which it goes, and where it is put. */
interface Plan {
  readonly chunk: Chunk;
  readonly cut: Range;
  readonly target: Chunk;
  readonly side: 'before' | 'behind';
}

/**
 * Moves sections and questions in the text of one version of a document. Whole lines are cut and put elsewhere, with the empty lines
 * between them and their neighbour, so that no character is lost and the reverse move restores the text. Where two paragraphs would run
 * together an empty line is added.
 */
export class Mover {
  #sections: readonly Region[] | undefined;
  #questions: readonly Region[] | undefined;

  constructor(readonly analysis: Analysis) {}

  canMove(item: Movable, to: Destination): boolean {
    return this.#plan(item, to) !== null;
  }

  /**
   * The edits that move an item, in document order, to be applied as one change. Null where it can't be moved there: the item, or what
   * it would take the place of, is known by its place alone, is an item of a list, or shares its line with another.
   */
  edits(item: Movable, to: Destination): TextEdit[] | null {
    const plan = this.#plan(item, to);
    return plan && this.#edits(plan);
  }

  // -------------------------------------------------------------- Where it may go

  #plan(item: Movable, to: Destination): Plan | null {
    const regions = isQuestion(item) ? this.#questionRegions() : this.#sectionRegions();
    const place = find(regions, item);
    if (!place?.chunk.movable) return null;
    const { region, index, chunk } = place;
    const own = regions[region]!;
    if (to === 'up' && index > 0) return this.#within(own, index, index - 1);
    if (to === 'down' && index < own.length - 1) return this.#within(own, index, index + 1);
    if (to === 'up' || to === 'down') return isQuestion(item) ? this.#beyond(regions, region, chunk, to) : null;
    if ('into' in to) return this.#into(place, own, regions, to.into);
    const other = find(regions, 'before' in to ? to.before : to.behind);
    if (!other) return null;
    const side = 'before' in to ? 'before' : 'behind';
    if (other.region !== region)
      return samePart(item, other.chunk.item) ? this.#across(chunk, other.chunk, side) : null;
    const slot = side === 'before' ? other.index : other.index + 1;
    return this.#within(own, index, slot > index ? slot - 1 : slot);
  }

  /** Out of its region: into an FAQ without questions that stands next, else to the near end of the next region. */
  #beyond(regions: readonly Region[], region: number, chunk: Chunk, to: 'up' | 'down'): Plan | null {
    const next = to === 'up' ? regions[region - 1]?.at(-1) : regions[region + 1]?.[0];
    const [from, end] =
      to === 'up' ? [next?.end ?? 0, chunk.start] : [chunk.end, next?.start ?? Number.POSITIVE_INFINITY];
    const empty = this.#sectionRegions()
      .flat()
      .filter((faq) => 'part' in faq.item && faq.item.part === 'faq' && faq.start >= from && faq.end <= end);
    const faq = to === 'up' ? empty.at(-1) : empty[0];
    if (faq) return this.#across(chunk, faq, 'behind');
    return next ? this.#across(chunk, next, to === 'up' ? 'behind' : 'before') : null;
  }

  /** To the end of an FAQ: behind its last question, else behind what stands under its heading. */
  #into({ chunk, index }: Place, own: Region, regions: readonly Region[], section: Section): Plan | null {
    const faq = find(this.#sectionRegions(), section)?.chunk;
    if (!faq || !isQuestion(chunk.item)) return null;
    const last = regions.flat().findLast(({ start, end }) => start >= faq.start && end <= faq.end);
    if (last && own.includes(last)) return this.#within(own, index, own.length - 1);
    return last === chunk ? null : this.#across(chunk, last ?? faq, 'behind');
  }

  #within(own: Region, from: number, to: number): Plan | null {
    const chunk = own[from]!;
    const target = own[to]!;
    if (from === to || !target.movable) return null;
    return to < from
      ? { chunk, target, side: 'before', cut: { start: own[from - 1]!.end, end: chunk.end } }
      : { chunk, target, side: 'behind', cut: { start: chunk.start, end: own[from + 1]!.start } };
  }

  /** To another stretch of the document, past headings and rules, which stay where they are. */
  #across(chunk: Chunk, target: Chunk, side: Plan['side']): Plan {
    const { lines } = this.analysis.markdown;
    const cut =
      target.start < chunk.start
        ? { start: lines.end(this.#content(lines.lineAt(chunk.start) - 1, -1)!), end: chunk.end }
        : { start: chunk.start, end: lines.start(this.#content(lines.lineAt(chunk.end) + 1, 1)!) };
    return { chunk, target, side, cut };
  }

  #sectionRegions(): readonly Region[] {
    this.#sections ??= sectionRegions(this.analysis);
    return this.#sections;
  }

  #questionRegions(): readonly Region[] {
    this.#questions ??= questionRegions(this.analysis);
    return this.#questions;
  }

  // -------------------------------------------------------------- The edits

  #edits({ chunk, cut, target, side }: Plan): TextEdit[] {
    const { lines, text } = this.analysis.markdown;
    const own = { first: lines.lineAt(chunk.start), last: lines.lineAt(chunk.end) };
    const other = { first: lines.lineAt(target.start), last: lines.lineAt(target.end) };
    const body = text.slice(chunk.start, chunk.end);
    const down = cut.start === chunk.start;
    const gap = down ? text.slice(chunk.end, cut.end) : text.slice(cut.start, chunk.start);
    const gapLines = gap.split(/\r\n|\r|\n/).slice(1, -1);

    // What it leaves behind meets.
    const left = down
      ? this.#joint(this.#content(own.first - 1, -1), this.#blanks(own.first - 1, -1), lines.lineAt(cut.end))?.line
      : this.#joint(lines.lineAt(cut.start), this.#blanks(own.last + 1, 1), this.#content(own.last + 1, 1))?.end;
    const put =
      side === 'before'
        ? [
            this.#joint(this.#content(other.first - 1, -1), this.#blanks(other.first - 1, -1), own.first)?.line,
            body,
            this.#joint(own.last, gapLines, other.first)?.end,
            gap,
          ]
        : [
            this.#joint(other.last, gapLines, own.first)?.end,
            gap,
            body,
            this.#joint(own.last, this.#blanks(other.last + 1, 1), this.#content(other.last + 1, 1))?.end,
          ];
    const at = side === 'before' ? target.start : target.end;
    const edits = [
      { ...cut, text: left ?? '' },
      { start: at, end: at, text: put.join('') },
    ];
    return at <= cut.start ? edits.reverse() : edits;
  }

  /**
   * The empty line to add where line `above` comes to stand over line `below`: as an end to the one, or as a line in front of the other;
   * null where the two don't run together anyway.
   */
  #joint(above: number | null, between: readonly string[], below: number | null): { end: string; line: string } | null {
    if (above === null || below === null) return null;
    const { lines } = this.analysis.markdown;
    const upper = lines.slice(above);
    const lower = between[0] ?? lines.slice(below);
    if (isBlank(lower) || standsAlone(upper) || (between.length === 0 && standsAlone(lower))) return null;
    const { eol } = lines;
    const quote = /^\s{0,3}>/.test(upper) && /^\s{0,3}>/.test(lower) ? '>' : '';
    return { end: eol + quote, line: quote + eol };
  }

  /** The lines without content from `line` on. */
  #blanks(line: number, step: 1 | -1): string[] {
    const { lines } = this.analysis.markdown;
    const out: string[] = [];
    for (let n = line; n >= 0 && n < lines.count && isBlank(lines.slice(n)); n += step) out.push(lines.slice(n));
    return out;
  }

  /** The first line with content from `line` on, or null. */
  #content(line: number, step: 1 | -1): number | null {
    const { lines } = this.analysis.markdown;
    for (let n = line; n >= 0 && n < lines.count; n += step) if (!isBlank(lines.slice(n))) return n;
    return null;
  }
}

interface Place {
  readonly chunk: Chunk;
  readonly region: number;
  readonly index: number;
}

function find(regions: readonly Region[], item: Movable): Place | null {
  for (const [region, chunks] of regions.entries()) {
    const index = chunks.findIndex((chunk) => chunk.item === item);
    if (index >= 0) return { chunk: chunks[index]!, region, index };
  }
  return null;
}

function isQuestion(item: Movable): boolean {
  return 'answer' in item;
}

function samePart(a: Movable, b: Movable): boolean {
  return isQuestion(a) || ('part' in a && 'part' in b && a.part === b.part);
}

/** A heading or comment, which never runs together with the paragraph above or below it. */
function standsAlone(line: string): boolean {
  return /^[\s>]*(?:#{1,6}(?:\s|$)|<!--.*-->\s*$)/.test(line);
}

/**
 * Whether a document consists of the same lines in the same kinds of block after some edits. A fence that is never closed, for
 * example, would swallow what it is moved in front of.
 *
 * @param edits in document order, none over another.
 */
export function keepsBlocks(text: string, edits: readonly TextEdit[]): boolean {
  const before = signature(text);
  const after = signature(applyEdits(text, edits));
  return before.length === after.length && before.every((line, n) => line === after[n]);
}

/** @param edits in document order, none over another. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let out = '';
  let at = 0;
  for (const edit of edits) {
    out += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return out + text.slice(at);
}

const NO_PROSE: Prose = {
  source: '',
  text: '',
  words: 0,
  sentences: [],
  runs: { starts: [], codes: [], capitals: [] },
  signs: 0,
  memory: [],
};

function signature(text: string): string[] {
  const lines = new Lines(text);
  const { blocks } = parseMarkdown(text, lines, frontMatter(text, lines), () => NO_PROSE);
  return blocks
    .flatMap(({ type, level, quote, list, text: source }) =>
      source.split(/\r\n|\r|\n/).map((line) => `${type}${level} ${quote} ${list?.depth ?? -1} ${line.trim()}`),
    )
    .sort();
}
