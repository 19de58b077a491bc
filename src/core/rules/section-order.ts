import type { Fix, Section } from '../model.js';
import { readOrder } from '../narrative/order.js';
import { type Destination, Mover } from '../outline/move.js';
import { lineFrom } from './places.js';
import type { Rule, RuleContext } from './rule.js';

/** Sections that stand out of their order; see `readOrder` for which count. */
export const sectionOrder: Rule = {
  id: 'section-order',
  summary: { en: 'A section stands out of its order.', ko: '부분의 차례가 어긋났습니다.' },
  severity: 'warning',
  options: {},
  check(context, report) {
    const { analysis, messages } = context;
    const { standing, strays, rank } = readOrder(analysis.narrative.sections, analysis.recognition.variant);
    if (strays.size === 0) return;
    const mover = new Mover(analysis);
    const stays = standing.filter((section) => !strays.has(section.id));
    for (const section of standing) {
      if (!strays.has(section.id)) continue;
      const own = rank.get(section.id)!;
      const before = stays.filter((other) => rank.get(other.id)! < own).at(-1) ?? null;
      const after = stays.find((other) => rank.get(other.id)! > own) ?? null;
      const misplaced = before && section.range!.start < before.range!.start;
      const message = misplaced
        ? messages.belongsAfter(section.title, before.title)
        : messages.belongsBefore(section.title, (after ?? before)!.title);
      const to = misplaced ? { behind: before } : { before: (after ?? before)! };
      report(lineFrom(analysis, section.range!.start), message, move(context, mover, section, to));
    }
  },
};

function move({ messages }: RuleContext, mover: Mover, section: Section, to: Destination): Fix[] {
  const edits = mover.edits(section, to);
  return edits ? [{ title: messages.moveSection(section.title), edits, safe: false }] : [];
}
