import type { SectionDefinition } from '../kinds/index.js';
import { asks, type Bounds, isFaq } from './bounds.js';
import type { Mark } from './marks.js';
import { ONE_LINE } from './one-line.js';
import type { Found } from './release-head.js';
import type { Unit } from './units.js';

/** Sections that carry a heading, a label or the author's pin; those that stand a second time apart. */
export function explicitSections(
  units: readonly Unit[],
  marks: readonly Mark[],
  bounds: Bounds,
  ids: ReadonlyMap<string, SectionDefinition>,
): { found: Found[]; repeated: Found[] } {
  const from = firstOfRelease(units, marks, bounds);
  const named = marks.filter(
    (mark) => mark.ids.length > 0 && mark.ids.some((id) => ids.has(id)) && isInPlace(mark, ids, bounds, from),
  );
  const found: Found[] = [];
  const repeated: Found[] = [];
  const seen = new Set<string>();
  // A pin is the author's last word: of two places it is the section's.
  for (const mark of [...named].sort((a, b) => Number(b.pinned) - Number(a.pinned) || a.unit - b.unit)) {
    for (const id of meant(mark, named, ids)) {
      const section = sectionOf(units, mark, id, endOf(units, marks, mark, id, bounds));
      (seen.has(id) ? repeated : found).push(section);
      seen.add(id);
    }
  }
  return { found, repeated };
}

/** Where a release begins; "**Headline:** …" may stand above the bold line that names it. */
function firstOfRelease(units: readonly Unit[], marks: readonly Mark[], { container }: Bounds): number {
  if (units[container]?.level !== 7) return container;
  const headline = marks.find((mark) => mark.exact && mark.level > 7 && mark.ids.includes('headline'));
  return Math.min(container, headline?.unit ?? container);
}

/** Labels count where their part is: those of the press release, which begins at unit `from`, before the FAQ, the FAQ's after it. */
function isInPlace(
  mark: Mark,
  ids: ReadonlyMap<string, SectionDefinition>,
  { faq, appendix }: Bounds,
  from: number,
): boolean {
  if (mark.pinned) return appendix === -1 || mark.unit < appendix;
  const { part } = ids.get(mark.ids.find((id) => ids.has(id))!)!;
  if (part === 'appendix') return mark.unit === appendix;
  if (appendix !== -1 && mark.unit > appendix) return false;
  if (part === 'faq') return mark.level <= 7;
  if (part === 'press-release') return (faq === -1 || mark.unit < faq) && mark.unit >= from;
  if (faq !== -1 && mark.unit > faq && mark.level > 6) return false;
  return mark.level <= 6 || mark.source === 'label';
}

/** The ids a mark stands for: of a title that fits two sections, those that no other mark claims by itself. */
function meant(mark: Mark, all: readonly Mark[], ids: ReadonlyMap<string, SectionDefinition>): string[] {
  const known = mark.ids.filter((id) => ids.has(id));
  if (known.length < 2) return known;
  const free = known.filter(
    (id) => !all.some((other) => other !== mark && other.ids.length === 1 && other.ids[0] === id),
  );
  // Of a quotation nobody knows whose: the leader's stands first where there are two, and one alone is the customer's.
  if (free.length < 2 || free[0] !== 'leader-quote') return free;
  const alike = all.filter((other) => other.ids === mark.ids);
  return [alike.length > 1 && alike[0] === mark ? 'leader-quote' : 'customer-quote'];
}

/** One past the last unit of the section that `mark` opens: as far as something begins that is not of it. */
function endOf(units: readonly Unit[], marks: readonly Mark[], mark: Mark, id: string, bounds: Bounds): number {
  if (id === 'appendix') return units.length;
  const { faq, end } = bounds;
  const limit = mark.unit < faq ? faq : mark.unit < end ? end : units.length;
  if (ONE_LINE.has(id))
    return Math.min(limit, mark.body < units[mark.unit]!.end ? mark.unit + 1 : nextText(units, mark.unit) + 1);
  const ends = (next: Mark): boolean => {
    if (next.pinned) return true;
    if (next.ids.length > 0) return !isFaq(id) || next.ids.some(isFaq);
    if (next.level > Math.min(mark.level, 6)) return false;
    return !isFaq(id) || !(asks(units[next.unit]!) || bounds.askingLevels.has(next.level));
  };
  let next = firstBehind(marks, mark.unit);
  while (next < marks.length && marks[next]!.unit < limit && !ends(marks[next]!)) next++;
  const to = Math.min(limit, marks[next]?.unit ?? limit);
  if (mark.level < 7 || isFaq(id)) return to;
  // A label speaks for what follows it, up to a line that stands for a heading.
  for (let n = mark.unit + 1; n < to; n++) if (units[n]!.level > 0 && units[n]!.quote === 0) return n;
  return to;
}

/** Index of the first of the marks, which are in order, that stands behind a unit. */
function firstBehind(marks: readonly Mark[], unit: number): number {
  let low = 0;
  for (let high = marks.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (marks[middle]!.unit <= unit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first unit after `from` that holds text. */
function nextText(units: readonly Unit[], from: number): number {
  let n = from + 1;
  while (n < units.length && isEmpty(units[n]!)) n++;
  return n;
}

function isEmpty(unit: Unit): boolean {
  return unit.type === 'rule' || (unit.type === 'html' && unit.raw.startsWith('<!--'));
}

function sectionOf(units: readonly Unit[], mark: Mark, id: string, to: number): Found {
  let last = Math.max(mark.unit, to - 1);
  while (last > mark.unit && isEmpty(units[last]!)) last--;
  const { start, end: ownEnd } = units[mark.unit]!;
  const end = Math.max(ownEnd, units[last]!.end);
  return {
    id,
    source: mark.source,
    reason: mark.pinned ? 'pinned' : mark.source,
    range: { start, end },
    body: { start: Math.min(mark.body, end), end },
    from: mark.unit,
    to: last + 1,
  };
}
