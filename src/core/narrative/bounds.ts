import type { KindDefinition } from '../kinds/index.js';
import type { Audience } from '../model.js';
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
  const askingLevels = faq === -1 ? NO_LEVELS : levelsThatAsk(units, heads, faq, end);
  const { from, to, container, depth } =
    kind.pages.pressRelease === undefined ? NO_RELEASE : findRelease(units, heads, faq === -1 ? end : faq);
  return { pressRelease: from, releaseEnd: to, container, depth, faq, appendix, end, askingLevels };
}

const NO_LEVELS: ReadonlySet<number> = new Set();

/** A press release: its units, the unit of the heading over it or -1, and the depth of block quotes that it stands in. */
interface Release {
  readonly from: number;
  readonly to: number;
  readonly container: number;
  readonly depth: number;
}

const NO_RELEASE: Release = { from: -1, to: -1, container: -1, depth: 0 };

function findRelease(units: readonly Unit[], heads: readonly Mark[], to: number): Release {
  const container = heads.find((mark) => mark.ids.includes('press-release') && mark.unit < to)?.unit ?? -1;
  if (container >= 0) return { from: container + 1, to, container, depth: quoteDepth(units, container + 1, to) };
  return quotedRelease(units, to) ?? { from: 0, to, container, depth: 0 };
}

/** The depth of block quotes that all paragraphs of a stretch stand in. */
function quoteDepth(units: readonly Unit[], from: number, to: number): number {
  let depth = Number.POSITIVE_INFINITY;
  for (let n = from; n < to && depth > 0; n++)
    if (units[n]!.type === 'paragraph') depth = Math.min(depth, units[n]!.quote);
  return Number.isFinite(depth) ? depth : 0;
}

/** A release that the document quotes as a whole: a block quote that opens with a heading and goes on for some paragraphs. */
function quotedRelease(units: readonly Unit[], to: number): Release | null {
  const from = units.findIndex((unit, n) => n < to && unit.type === 'heading' && unit.quote > 0);
  if (from === -1) return null;
  const depth = units[from]!.quote;
  let end = from;
  while (end < to && units[end]!.quote >= depth) end++;
  return end - from > 4 ? { from, to: end, container: -1, depth } : null;
}

function levelsThatAsk(units: readonly Unit[], heads: readonly Mark[], from: number, to: number): ReadonlySet<number> {
  /** By level, how many ask more than don't. */
  const balance: number[] = [];
  for (const mark of heads) {
    if (mark.unit <= from || mark.unit >= to || mark.ids.some(isFaq)) continue;
    balance[mark.level] = (balance[mark.level] ?? 0) + (asks(units[mark.unit]!) ? 1 : -1);
  }
  if (!balance.some((count) => count > 0)) return NO_LEVELS;
  return new Set([...balance.keys()].filter((level) => (balance[level] ?? 0) > 0));
}

/** Whether the id of a section is that of an FAQ, whoever asks in it. */
export function isFaq(id: string): boolean {
  return id === 'faq' || id === 'external-faq' || id === 'internal-faq';
}

/** The id of the FAQ for some readers. */
export function faqFor(audience: Audience): string {
  return audience ? `${audience}-faq` : 'faq';
}

/** For whom an FAQ is, by the ids of its mark; null where it doesn't say. */
export function readersOf(ids: readonly string[]): Audience {
  return ids.includes('external-faq') ? 'external' : ids.includes('internal-faq') ? 'internal' : null;
}

/** Whether a line asks: it may go on after its question mark. */
export function asks(unit: Unit): boolean {
  return /[?？]/.test(unit.raw);
}
