import { insertion } from '../templates/insert.js';
import type { Rule } from './rule.js';

/** A required section that is nowhere. Where the FAQ doesn't say for whom it is, neither of its two is called missing. */
export const missingSection: Rule = {
  id: 'missing-section',
  summary: { en: 'A required section is missing.', ko: '꼭 있어야 할 부분이 빠졌습니다.' },
  severity: 'warning',
  options: {},
  check({ analysis, messages, texts }, report) {
    const { narrative, recognition } = analysis;
    const plainFaq = recognition.parts.faq !== -1 && narrative.questions.some((question) => question.audience === null);
    // Without headings, the paragraph on where to go next is often the one on how to start as well.
    const callsToAction = narrative.sections.some(({ id, source }) => id === 'call-to-action' && source === 'position');
    for (const section of narrative.sections) {
      if (!section.required || section.status !== 'missing' || recognition.isDoubtful(section.id)) continue;
      if (plainFaq && section.part === 'faq') continue;
      if (section.id === 'getting-started' && callsToAction) continue;
      const { anchor, edit } = insertion(analysis, section.id, texts);
      report(
        anchor,
        messages.missingSection(section.title),
        edit ? [{ title: messages.insertSection(section.title), edits: [edit], safe: false }] : [],
      );
    }
  },
};
