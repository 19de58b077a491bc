import { lineFrom, sectionOf } from './places.js';
import type { Rule } from './rule.js';

/** The same section twice. FAQs may be divided by topic, and a release may quote two leaders or customers. */
export const duplicateSection: Rule = {
  id: 'duplicate-section',
  summary: { en: 'A section stands twice.', ko: '같은 부분이 두 번 나옵니다.' },
  severity: 'warning',
  options: {},
  check({ analysis, messages }, report) {
    const { recognition, markdown } = analysis;
    for (const again of recognition.repeated) {
      const section = sectionOf(analysis, again.id);
      if (!section?.range || section.part === 'faq' || section.part === 'appendix' || again.id.endsWith('-quote'))
        continue;
      if (again.source === 'position' || again.range.start === section.range.start) continue;
      const line = markdown.lines.lineAt(section.range.start) + 1;
      report(lineFrom(analysis, again.range.start), messages.duplicateSection(section.title, line));
    }
  },
};
