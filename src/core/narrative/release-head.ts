import type { Range, SectionSource } from '../model.js';
import type { CueIndex } from './cues.js';
import { datelineOfUnit } from './dateline.js';
import { unfoldedEnd } from './fold.js';
import { isDocumentTitle } from './marks.js';
import { opensQuotation } from './quotations.js';
import type { Reason } from './reasons.js';
import type { Unit } from './units.js';

/** A part that was found: where, and how it is known. */
export interface Found {
  readonly id: string;
  readonly source: SectionSource;
  readonly reason: Reason;
  /** From heading, label or first word to the end. */
  readonly range: Range;
  /** The text without heading or label. */
  readonly body: Range;
  /** First unit and one past the last. */
  readonly from: number;
  readonly to: number;
}

/** The press release of a document: units `from` to `to`; `taken` has the parts with a heading or label that units belong to. */
export interface Region {
  readonly units: readonly Unit[];
  readonly from: number;
  readonly to: number;
  readonly taken: readonly (string | undefined)[];
  readonly explicit: ReadonlySet<string>;
  readonly cues: CueIndex;
  /** Depth of the block quotes that the release itself stands in. */
  readonly depth: number;
}

const HEADLINE_WORDS = 28;
const SUBHEADING_WORDS = 45;
/** Score of a line with a verb of news in it. */
const STRONG_NEWS = 2;

export interface Head {
  readonly found: Found[];
  /** First unit after the head. */
  readonly next: number;
  /** Unit that a dateline opens, and the offset at which the text after it begins. */
  readonly opened: number;
  readonly afterDateline: number;
}

/** Headline, subheading and dateline: the short lines above the first paragraph. */
export function placeHead(region: Region): Head {
  const { units, cues } = region;
  const found: Found[] = [];
  const lines: number[] = [];
  let n = region.from;
  let opened = -1;
  let afterDateline = 0;
  /** One past the units of the points under the headline, where there are any. */
  let underEnd = 0;
  /** How many of the lines stand above "For immediate release". */
  let above = 0;
  for (; n < region.to; n++) {
    const unit = units[n]!;
    if (unit.type === 'rule' || unit.type === 'html' || isFrontLine(unit, cues)) {
      if (cues.isBoilerplate(unit)) above = lines.length;
      continue;
    }
    const taken = region.taken[n];
    if (taken !== undefined) {
      if (taken === 'headline' || taken === 'subheading' || taken === 'dateline') continue;
      const first = taken === 'summary' && !region.explicit.has('dateline') ? datelineOf(region, n) : null;
      if (first) found.push(first);
      break;
    }
    // A table of author, status and the like, or a note on the draft.
    if (
      lines.length === 0 &&
      (unit.type === 'table' || isField(units, n) || isRemark(unit) || isNote(unit, region.depth))
    )
      continue;
    if (unit.type !== 'heading' && unit.type !== 'paragraph') break;
    const points = lines.length === 1 ? endOfPoints(region, n) : n;
    if (points > n) {
      lines.push(n);
      underEnd = points;
      n = points - 1;
      continue;
    }
    const length = unit.level > 0 && unit.level < 7 ? 0 : datelineOfUnit(unit, cues);
    if (length > 0) {
      const alone = length >= unit.plain.length;
      const end = alone ? unit.end : unit.start + offsetOf(unit, length);
      if (!region.explicit.has('dateline')) found.push(part('dateline', 'place-and-date', n, n + 1, unit.start, end));
      if (alone) continue;
      opened = n;
      afterDateline = end;
      break;
    }
    if (!isHeadLine(unit, lines.length) && !(lines.length > 0 && standsOverDateline(region, n))) {
      const behind = headBehind(region, n);
      if (behind === -1) break;
      lines.length = 0;
      n = behind;
    }
    lines.push(n);
  }
  if (!lines.slice(0, above).some((line) => saysNews(region, line)) && standsByItself(units, lines.slice(above)))
    lines.splice(0, above);
  const headline = region.explicit.has('headline') ? -1 : chooseHeadline(region, lines);
  if (headline >= 0)
    found.push(part('headline', 'first-line', headline, headline + 1, units[headline]!.start, units[headline]!.end));
  const under = lines.find((line) => line > headline && units[line]!.words <= SUBHEADING_WORDS);
  if (under !== undefined && headline >= 0 && !region.explicit.has('subheading')) {
    const end = Math.max(under + 1, underEnd);
    const { list, start } = units[under]!;
    found.push(part('subheading', 'under-headline', under, end, list?.start ?? start, units[end - 1]!.end));
  }
  return { found, next: n, opened, afterDateline };
}

/** Most points that are a subheading. */
const POINTS = 3;

/** One past the short points right under a headline with the release behind them, as Korean offices write subheadings; `n` where none stand there. */
function endOfPoints({ units, to, taken }: Region, n: number): number {
  const { list } = units[n]!;
  let end = n;
  while (
    list &&
    end < to &&
    units[end]!.list === list &&
    taken[end] === undefined &&
    units[end]!.firstInItem &&
    units[end]!.words <= SUBHEADING_WORDS / 2 &&
    !FIELD.test(units[end]!.plain)
  )
    end++;
  const next = end < to ? units[end]! : undefined;
  return end - n <= POINTS && next?.type === 'paragraph' && !next.list ? end : n;
}

/** Units behind a note on the document in which the headline stands. */
const NOTES = 5;

/** The headline over the dateline that stands a little behind a unit, which is a note on the document then; -1 where none does. */
function headBehind(region: Region, note: number): number {
  for (let n = note + 1; n < Math.min(region.to, note + NOTES); n++) {
    const unit = region.units[n]!;
    if (region.taken[n] !== undefined) return -1;
    if (isFrontLine(unit, region.cues) || (unit.type !== 'heading' && unit.type !== 'paragraph')) continue;
    if (isHeadLine(unit, 0) && isOverDateline(region, n)) return n;
  }
  return -1;
}

/** Units behind a headline in which the dateline stands. */
const NEAR = 3;
/** Words of a paragraph in front of the release that introduces it. */
const INTRODUCING_WORDS = 12;

/**
 * Where a release begins that somebody introduces, say in a blog: at the heading over the dateline, where nothing but prose stands in front of it.
 * `from` where nobody does.
 */
export function behindIntroduction(region: Region): number {
  const { units, from, to, cues, taken } = region;
  let introduced = false;
  for (let n = from; n < to; n++) {
    const unit = units[n]!;
    if (taken[n] !== undefined) return from;
    if (unit.type === 'heading') {
      if (!introduced) {
        if (namesDocument(unit, cues)) continue;
        return from;
      }
      return isOverDateline(region, n) ? n : from;
    }
    if (unit.type !== 'paragraph') continue;
    if (datelineOfUnit(unit, cues) > 0) return from;
    introduced ||= unit.words >= INTRODUCING_WORDS;
  }
  return from;
}

/** Whether a dateline of the release itself stands behind a heading, in what shows. */
function isOverDateline({ units, to, cues, depth }: Region, heading: number): boolean {
  let left = NEAR;
  for (let n = heading + 1; n < to && left > 0; n++) {
    const unit = units[n]!;
    if (unit.type === 'html' || unit.type === 'rule') continue;
    if (unit.type === 'paragraph' && unit.quote <= depth && datelineOfUnit(unit, cues) > 0) return true;
    left--;
  }
  return false;
}

/** The dateline that opens the first paragraph of a summary with a heading, from unit `from` on. */
function datelineOf({ units, cues, to }: Region, from: number): Found | null {
  for (let n = from; n < Math.min(to, from + 3); n++) {
    const unit = units[n]!;
    if (unit.type !== 'paragraph' || unit.level > 0) continue;
    const length = datelineOfUnit(unit, cues);
    return length > 0
      ? part('dateline', 'place-and-date', n, n + 1, unit.start, unit.start + offsetOf(unit, length))
      : null;
  }
  return null;
}

/** Whether a line only says what the document is: "PR/FAQ: Lantern", and not "PR/FAQ: Lantern opens in Portland". */
export function namesDocument(unit: Unit, cues: CueIndex): boolean {
  if (unit.words > 12 || !isDocumentTitle(unit.plain)) return false;
  return cues.score('news', unit.plain.replace(/press release/i, '')) < STRONG_NEWS;
}

/** Lines that stand over a release and are no part of it: "For immediate release", "Status: draft". */
export function isFrontLine(unit: Unit, cues: CueIndex): boolean {
  return (
    unit.words === 0 ||
    cues.isBoilerplate(unit) ||
    namesDocument(unit, cues) ||
    /^(?:\*\*|__)[\p{L} ]{2,24}[:：](?:\*\*|__)\s/u.test(unit.raw)
  );
}

/** Lines "Author: Sora" one below the other, in one paragraph or list: what is known of the document, as a table of it. */
export function isField(units: readonly Unit[], n: number): boolean {
  if (units[n]!.list) return FIELD.test(units[n]!.plain);
  const is = (unit: Unit | undefined): boolean => unit?.block === units[n]!.block && FIELD.test(unit.plain);
  return is(units[n]) && (is(units[n - 1]) || is(units[n + 1]));
}

/** “Author: Sora” */
export const FIELD = /^[\p{L} ]{2,24}[:：]\s\S/u;

/** A short paragraph with the dateline right under it: a subheading, however it is broken into lines. */
function standsOverDateline({ units, cues, to }: Region, n: number): boolean {
  const unit = units[n]!;
  const next = units[n + 1];
  return (
    unit.type === 'paragraph' &&
    !unit.list &&
    unit.words <= SUBHEADING_WORDS &&
    n + 1 < to &&
    next?.type === 'paragraph' &&
    datelineOfUnit(next, cues) > 0
  );
}

/**
 * A line of its own that can be a headline or, under one, a subheading. Headings and emphasised lines may be; a plain line only first or
 * second. `above` is the number of such lines above it.
 */
function isHeadLine(unit: Unit, above: number): boolean {
  if (unit.list || (opensQuotation(unit) && unit.type !== 'heading')) return false;
  if (unit.level > 0 || unit.emphasis) return unit.words <= SUBHEADING_WORDS;
  if (unit.words > HEADLINE_WORDS || unit.line !== unit.endLine) return false;
  if (above === 0) return !/[.。:：]$/.test(unit.plain);
  return above === 1 && unit.words <= 18 && !SEVERAL_SENTENCES.test(unit.plain) && !/[?？:：]["”’)]*$/.test(unit.plain);
}

/** Several sentences in italics: what the author says of the draft. */
export function isRemark(unit: Unit): boolean {
  return (unit.emphasis === 'italic' || IN_BRACKETS.test(unit.plain)) && SEVERAL_SENTENCES.test(unit.plain);
}

/** The same in a block quote that the release itself doesn't stand in. */
function isNote(unit: Unit, depth: number): boolean {
  const { quote, level, plain } = unit;
  return quote > depth && level === 0 && (SEVERAL_SENTENCES.test(plain) || !isHeadLine(unit, 0));
}

/** “(I wrote this before any code.)” */
const IN_BRACKETS = /^[(（][^()（）]*[)）]$/;

const SEVERAL_SENTENCES = /[.!?。？][”"’')*_]*\s+\S/;

/** Whether lines can be a headline without those above them: a heading, or several. */
function standsByItself(units: readonly Unit[], [first, second]: readonly number[]): boolean {
  return first !== undefined && (units[first]!.type === 'heading' || second !== undefined);
}

function saysNews({ units, cues }: Region, line: number): boolean {
  return cues.scoreOf('news', units[line]!) >= STRONG_NEWS;
}

/** The first line, unless a later one has a verb of news in it and the first has none (it is the document's title then). */
function chooseHeadline(region: Region, lines: readonly number[]): number {
  const [first, second] = lines;
  if (first === undefined) return -1;
  if (second === undefined || lines.length < 3) return first;
  const titled = region.units[first]!.level > 0 && region.units[first]!.level < 7 && !saysNews(region, first);
  return titled && saysNews(region, second) && region.units[second]!.emphasis !== 'italic' ? second : first;
}

/** Offset in a unit's text (masked) of the character after `length` characters of its folded form, and a dash there. */
function offsetOf({ text, plain }: Unit, length: number): number {
  // The space behind a dash is not to be waited for: it may have been folded away.
  let at = unfoldedEnd(text, plain, plain.slice(0, length).trimEnd().length);
  while (at < text.length && /[\s\u2060—–-]/.test(text[at]!)) at++;
  return at;
}

/** A part that is known by its place or by what it says. */
export function part(id: string, reason: Reason, from: number, to: number, start: number, end: number): Found {
  return { id, source: 'position', reason, range: { start, end }, body: { start, end }, from, to };
}
