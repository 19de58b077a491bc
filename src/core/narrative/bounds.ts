import type { KindDefinition } from '../kinds/index.js';
import type { Mark } from './marks.js';
import type { Unit } from './units.js';

/** Where the big parts of a document begin and end, as indexes of units. */
export interface Bounds {
  /** First unit of the press release, -1 for kinds without one. */
  readonly pressRelease: number;
  /** One past its last unit. */
  readonly releaseEnd: number;
  /** Unit of the heading over the release, or -1. */
  readonly container: number;
  /** Depth of the block quotes that the release stands in. */
  readonly depth: number;
  /** Unit of the first FAQ's heading, or -1. */
  readonly faq: number;
  /** Unit of the appendix's heading, or -1. */
  readonly appendix: number;
  /** First unit of the appendix, else the number of units. */
  readonly end: number;
  /** Levels of headings in the FAQ at which more than half ask: there the others are questions too. */
  readonly askingLevels: ReadonlySet<number>;
}

/** Where the parts of a document begin, as indices of units; -1 for a part that isn’t there. */
export function findBounds(units: readonly Unit[], marks: readonly Mark[], kind: KindDefinition): Bounds {
  const heads = marks.filter((mark) => mark.level <= 7 || mark.pinned);
  const appendix = heads.find((mark) => mark.ids.includes('appendix'))?.unit ?? -1;
  const end = appendix === -1 ? units.length : appendix;
  const faq = heads.find((mark) => mark.unit < end && mark.ids.some(isFaq))?.unit ?? -1;
  const askingLevels = faq === -1 ? new Set<number>() : levelsThatAsk(units, heads, faq, end);
  const common = { faq, appendix, end, askingLevels };
  if (kind.pages.pressRelease === undefined)
    return { ...common, pressRelease: -1, releaseEnd: -1, container: -1, depth: 0 };
  const releaseEnd = faq === -1 ? end : faq;
  const container = heads.find((mark) => mark.ids.includes('press-release') && mark.unit < releaseEnd)?.unit ?? -1;
  if (container >= 0) {
    const depth = quoteDepth(units, container + 1, releaseEnd);
    return { ...common, pressRelease: container + 1, releaseEnd, container, depth };
  }
  return { ...common, container, ...(quotedRelease(units, releaseEnd) ?? { pressRelease: 0, releaseEnd, depth: 0 }) };
}

/** The depth of block quotes that all paragraphs of a stretch stand in. */
function quoteDepth(units: readonly Unit[], from: number, to: number): number {
  const depths = units
    .slice(from, to)
    .filter((unit) => unit.type === 'paragraph')
    .map((unit) => unit.quote);
  return depths.length > 0 ? Math.min(...depths) : 0;
}

/** A release that the document quotes as a whole: a block quote that opens with a heading and goes on for some paragraphs. */
function quotedRelease(
  units: readonly Unit[],
  to: number,
): Pick<Bounds, 'pressRelease' | 'releaseEnd' | 'depth'> | null {
  const from = units.findIndex((unit, n) => n < to && unit.type === 'heading' && unit.quote > 0);
  if (from === -1) return null;
  const depth = units[from]!.quote;
  let end = from;
  while (end < to && units[end]!.quote >= depth) end++;
  return end - from > 4 ? { pressRelease: from, releaseEnd: end, depth } : null;
}

function levelsThatAsk(units: readonly Unit[], heads: readonly Mark[], from: number, to: number): Set<number> {
  const counts = new Map<number, { all: number; asking: number }>();
  for (const mark of heads) {
    if (mark.unit <= from || mark.unit >= to || mark.ids.some(isFaq)) continue;
    const count = counts.get(mark.level) ?? { all: 0, asking: 0 };
    count.all++;
    if (asks(units[mark.unit]!)) count.asking++;
    counts.set(mark.level, count);
  }
  return new Set([...counts].filter(([, { all, asking }]) => asking * 2 > all).map(([level]) => level));
}

/** Whether the id of a section is that of an FAQ, whoever asks in it. */
export function isFaq(id: string): boolean {
  return id === 'faq' || id === 'external-faq' || id === 'internal-faq';
}

/** Whether a line asks: it may go on after its question mark. */
export function asks(unit: Unit): boolean {
  return /[?？]/.test(unit.raw);
}
