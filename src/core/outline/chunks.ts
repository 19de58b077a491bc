import type { Question, Range, Section } from '../model.js';
import type { Analysis } from '../narrative/narrative.js';
import type { Reason } from '../narrative/reasons.js';
import type { Lines } from '../text/lines.js';

/** What an author may move: one of `narrative.sections`, or of `narrative.questions`. */
export type Movable = Section | Question;

/**
 * What moves as one, in whole lines, the last line's break not included: a section or question with all that follows it.
 *
 *     ## Problem          ← start, or the line of a pin or directive above it
 *     It rains.
 *     ### Since when?     ← a heading of the author's own goes with the section that it follows
 *     Since May.          ← end
 *                         ← gap: empty lines and rules
 *     ## Solution
 */
export interface Chunk extends Range {
  readonly item: Movable;
  /** False for what its place alone makes what it is, for an item of a list, a row of a table, and for what shares its line with another. */
  readonly movable: boolean;
}

/** Chunks in document order with nothing but gaps between them. */
export type Region = readonly Chunk[];

const PLACED: ReadonlySet<Reason> = new Set<Reason>([
  ...(['first-line', 'under-headline', 'place-and-date', 'first-paragraph', 'announces', 'after-problem'] as const),
]);

/** A comment that speaks of what follows it, and goes with it. */
const SPEAKS_OF_NEXT = /^<!--\s*prfaq-(?:section|disable-next-line)\b[^\n]*-->\s*$/;

/** The sections that may change places, by part of the paper. */
export function sectionRegions(analysis: Analysis): Region[] {
  const { narrative } = analysis;
  const at = new Places(analysis);
  const there = narrative.sections.filter(isThere);
  const own = there
    .filter(({ range }) => !there.some((other) => encloses(other.range, range)))
    .sort((a, b) => a.range.start - b.range.start);
  const starts = own.map(({ range }) => at.startOf(range.start));
  const regions = new Map<string, Chunk[]>();
  for (const [n, item] of own.entries()) {
    const start = starts[n]!;
    if (start === starts[n - 1]) continue;
    const limit = Math.min(after(starts, start), at.boundAfter(start));
    const alone = start !== starts[n + 1];
    const placed = item.source === 'position' && PLACED.has(item.reason!);
    const movable = alone && !placed && !at.inRows(item.range.start);
    const key = `${item.part} ${at.boundAfter(start)}`;
    regions.set(key, [...(regions.get(key) ?? []), { item, movable, start, end: at.endBefore(start, limit) }]);
  }
  return [...regions.values()];
}

/** The questions of each FAQ, and of each group in it that a heading opens. */
export function questionRegions(analysis: Analysis): Region[] {
  const { narrative, markdown } = analysis;
  const at = new Places(analysis);
  const questions = [...narrative.questions].sort((a, b) => a.start - b.start);
  const starts = questions.map(({ start }) => at.startOf(start));
  const sections = narrative.sections.filter(isThere).map(({ range }) => at.startOf(range.start));
  const headings = markdown.blocks.filter(({ type, quote, list }) => type === 'heading' && quote === 0 && !list);
  const regions: Chunk[][] = [];
  let open = -1;
  for (const [n, item] of questions.entries()) {
    const start = starts[n]!;
    if (start === starts[n - 1]) continue;
    const next = Math.min(after(starts, start), at.boundAfter(start), after(sections, start));
    // A heading that doesn't belong to the answer opens a group of questions.
    const heading = headings.find((one) => one.start > item.answer.end && one.start < next);
    const limit = heading ? at.startOf(heading.start) : next;
    const movable = start !== starts[n + 1] && !at.inRows(item.start);
    const chunk = { item, movable, start, end: at.endBefore(start, limit) };
    if (open === start) regions.at(-1)!.push(chunk);
    else regions.push([chunk]);
    open = limit;
  }
  return regions;
}

/** What the chunks of one document are measured with. */
class Places {
  readonly #lines: Lines;
  readonly #length: number;
  /** First line of the comments that go with what follows them, or of the HTML that a line stands in, by the line. */
  readonly #leading = new Map<number, number>();
  readonly #ruleLines = new Set<number>();
  /** Lines of lists and tables, which hang together. */
  readonly #rows = new Set<number>();
  readonly #bounds: readonly number[];

  constructor({ markdown, recognition }: Analysis) {
    this.#lines = markdown.lines;
    this.#length = markdown.text.length;
    let first: number | null = null;
    for (const { type, text, line, endLine, list } of markdown.blocks) {
      if (type === 'rule') this.#ruleLines.add(line);
      if (list || type === 'table') for (let n = line; n <= endLine; n++) this.#rows.add(n);
      if (type === 'html' && SPEAKS_OF_NEXT.test(text)) first ??= line;
      else {
        if (first !== null) this.#leading.set(line, first);
        // A fold begins above the line that shows.
        if (type === 'html') for (let n = line + 1; n <= endLine; n++) this.#leading.set(n, first ?? line);
        first = null;
      }
    }
    const { pressRelease, faq, appendix } = recognition.parts;
    const units = [pressRelease - 1, faq, appendix].map((unit) => recognition.units[unit]);
    this.#bounds = units.flatMap((unit) => (unit ? [this.startOf(unit.start)] : []));
  }

  /** Start of the line of an offset, or of the comments above it that go with it. */
  startOf(offset: number): number {
    const line = this.#lines.lineAt(offset);
    return this.#lines.start(this.#leading.get(line) ?? line);
  }

  /** The next offset that no chunk reaches over: where a part of the paper begins, else the document's end. */
  boundAfter(offset: number): number {
    return Math.min(after(this.#bounds, offset), this.#length);
  }

  /** End of the last line before `limit` that is neither empty nor a rule. */
  endBefore(start: number, limit: number): number {
    let line = this.#lines.lineAt(limit === this.#length ? limit : limit - 1);
    while (this.#lines.start(line) > start && (isBlank(this.#lines.slice(line)) || this.#ruleLines.has(line))) line--;
    return this.#lines.end(line);
  }

  inRows(offset: number): boolean {
    return this.#rows.has(this.#lines.lineAt(offset));
  }
}

/** A line without content, in a block quote or out of it. */
export function isBlank(line: string): boolean {
  return /^[\s>]*$/.test(line);
}

function isThere(section: Section): section is Section & { range: Range } {
  return section.range !== null;
}

function after(offsets: readonly number[], offset: number): number {
  return Math.min(...offsets.filter((one) => one > offset));
}

function encloses(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && outer.end >= inner.end && outer.end - outer.start > inner.end - inner.start;
}
