import type { Audience } from '../model.js';
import { lineFrom, sectionOf } from './places.js';
import type { Rule } from './rule.js';

/** An FAQ with fewer questions than its readers bring. Where it doesn't say for whom it is, it answers to the smaller number. */
export const tooFewQuestions: Rule<{ external: number; internal: number }> = {
  id: 'too-few-questions',
  summary: { en: 'An FAQ has too few questions.', ko: 'FAQ의 질문이 너무 적습니다.' },
  severity: 'warning',
  options: { external: 5, internal: 5 },
  check({ analysis, messages }, report, options) {
    const { narrative, recognition, markdown } = analysis;
    const own = recognition.kind?.questions;
    if (!own || recognition.parts.faq === -1) return;
    // A team's own kind brings its own numbers; what a setting says goes before them.
    const wanted = (audience: 'external' | 'internal'): number =>
      options[audience] === tooFewQuestions.options[audience] ? own[audience] : options[audience];
    const count = (audience: Audience): number => narrative.questions.filter((one) => one.audience === audience).length;
    for (const audience of ['external', 'internal'] as const) {
      const section = sectionOf(analysis, `${audience}-faq`);
      const questions = count(audience);
      if (!section?.range || section.status === 'empty' || questions >= wanted(audience)) continue;
      report(
        lineFrom(analysis, section.range.start),
        messages.tooFewQuestions(section.title, questions, wanted(audience)),
      );
    }
    const plain = narrative.questions.length;
    const least = Math.min(wanted('external'), wanted('internal'));
    if (narrative.sections.some((one) => one.part === 'faq' && one.range) || plain >= least) return;
    const heading = recognition.units[recognition.parts.faq];
    if (heading)
      report(
        lineFrom(analysis, markdown.blocks[heading.block]?.start ?? 0),
        messages.tooFewQuestions('FAQ', plain, least),
      );
  },
};
