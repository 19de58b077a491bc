import type { Rule } from './rule.js';

/** A question with nothing under it, or nothing but a placeholder. */
export const unansweredQuestion: Rule = {
  id: 'unanswered-question',
  summary: { en: 'A question has no answer yet.', ko: '아직 답이 없는 질문이 있습니다.' },
  severity: 'warning',
  options: {},
  *check({ analysis, messages }) {
    for (const { start, end, answered } of analysis.narrative.questions)
      if (!answered) yield { start, end, message: messages.unanswered() };
  },
};
