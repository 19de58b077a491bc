import { SHOWN_ONE_BY_ONE } from './places.js';
import type { Rule } from './rule.js';

/** A question with nothing under it, or nothing but a placeholder. Many for the same readers are one finding. */
export const unansweredQuestion: Rule = {
  id: 'unanswered-question',
  summary: { en: 'A question has no answer yet.', ko: '아직 답이 없는 질문이 있습니다.' },
  severity: 'warning',
  options: {},
  check({ analysis, messages }, report) {
    for (const audience of ['external', 'internal', null] as const) {
      const open = analysis.narrative.questions.filter((one) => one.audience === audience && !one.answered);
      const [first] = open;
      if (first && open.length > SHOWN_ONE_BY_ONE) report(first, messages.unansweredQuestions(open.length));
      else for (const question of open) report(question, messages.unanswered());
    }
  },
};
