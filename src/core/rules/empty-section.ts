import type { Rule } from './rule.js';

/** A heading or label with nothing under it. */
export const emptySection: Rule = {
  id: 'empty-section',
  summary: { en: 'A heading has nothing under it.', ko: '제목만 있고 내용이 없습니다.' },
  severity: 'warning',
  options: {},
  check({ analysis, messages }, report) {
    const { lines } = analysis.markdown;
    for (const section of analysis.narrative.sections) {
      if (section.status !== 'empty' || !section.range) continue;
      const line = lines.lineAt(section.range.start);
      report(
        { start: section.range.start, end: Math.max(section.range.start, lines.end(line)) },
        messages.emptySection(section.title),
      );
    }
  },
};
