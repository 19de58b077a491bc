import type { Fix, Section } from '../model.js';
import type { Analysis } from '../narrative/narrative.js';
import { eolOf, lineFrom, lineStart } from './places.js';
import type { Rule, RuleContext } from './rule.js';

/**
 * Sections that stand out of their order. Only those with a heading or label count, and not those that the kind lets stand
 * anywhere; of a six-pager's body only the required ones, since authors place tenets and goals by need. The longest run in
 * order stays, so the fewest sections are named.
 */
export const sectionOrder: Rule = {
  id: 'section-order',
  summary: { en: 'A section stands out of its order.', ko: '부분의 차례가 어긋났습니다.' },
  severity: 'warning',
  options: {},
  *check(context) {
    const { analysis, messages } = context;
    const ordered = orderedSections(analysis);
    const standing = [...ordered].sort((a, b) => a.range!.start - b.range!.start);
    const rank = new Map(ordered.map((section, index) => [section.id, index]));
    const kept = longestRun(standing.map((section) => rank.get(section.id)!));
    for (const [n, section] of standing.entries()) {
      if (kept.has(n)) continue;
      const own = rank.get(section.id)!;
      const stays = standing.filter((_, index) => kept.has(index));
      const before = stays.filter((other) => rank.get(other.id)! < own).at(-1) ?? null;
      const after = stays.find((other) => rank.get(other.id)! > own) ?? null;
      const misplaced = before && section.range!.start < before.range!.start;
      const message = misplaced
        ? messages.belongsAfter(section.title, before.title)
        : messages.belongsBefore(section.title, (after ?? before)!.title);
      const fix = move(context, section, misplaced ? before : null, after);
      yield { ...lineFrom(analysis, section.range!.start), message, ...(fix && { fixes: [fix] }) };
    }
  },
};

/** The named sections with a fixed place, in the order of the kind. */
function orderedSections({ narrative, recognition }: Analysis): Section[] {
  const definitions = new Map(recognition.variant?.sections.map((definition) => [definition.id, definition]));
  return narrative.sections.filter((section) => {
    const definition = definitions.get(section.id);
    if (!section.range || section.source === 'position' || !definition || definition.anyOrder) return false;
    return definition.required || definition.part !== 'body';
  });
}

/** Indexes of a longest increasing run of `ranks`. */
function longestRun(ranks: readonly number[]): Set<number> {
  const best: number[][] = [];
  for (const [n, rank] of ranks.entries()) {
    let run: number[] = [];
    for (let k = 0; k < n; k++) if (ranks[k]! < rank && best[k]!.length > run.length) run = best[k]!;
    best.push([...run, n]);
  }
  return new Set(best.reduce<number[]>((longest, run) => (run.length > longest.length ? run : longest), []));
}

/** Cuts the section and puts it behind `before`, else in front of `after`. */
function move(
  { analysis, messages }: RuleContext,
  section: Section,
  before: Section | null,
  after: Section | null,
): Fix | null {
  const { text } = analysis.markdown;
  const eol = eolOf(analysis);
  const from = lineStart(analysis, section.range!.start);
  let to = section.range!.end;
  while (to < text.length && /\s/.test(text[to]!)) to++;
  const body = text.slice(from, section.range!.end).trimEnd();
  const target = before ? before.range!.end : after ? lineStart(analysis, after.range!.start) : -1;
  // A section inside another, or one that shares its line with another, can't be moved by cutting.
  if (
    target === -1 ||
    (target > from && target < to) ||
    text.slice(from, section.range!.start).replace(/[#\s*_>\d.)-]/g, '') !== ''
  )
    return null;
  const put = before ? `${eol}${eol}${body}` : `${body}${eol}${eol}`;
  const cut = { start: from, end: to, text: '' };
  return {
    title: messages.moveSection(section.title),
    edits: [cut, { start: target, end: target, text: put }].sort((a, b) => a.start - b.start),
    safe: false,
  };
}
