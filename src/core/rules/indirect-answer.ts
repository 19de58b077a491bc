import type { Rule } from './rule.js';

/** Words so short or frequent that two sentences share them by chance. */
const CONTENT = /[\p{L}\p{N}]{4,}/gu;
const LEAD = /^[\s\u2060*_>]*(?:(?:\*\*|__)?(?:A|Answer|답변|답)\s*\d*\s*[.:：)](?:\*\*|__)?)?[\s\u2060*_>"“‘'(]*/iu;

/** A yes-or-no question whose answer begins with something else. An answer that repeats the question's words is direct enough. */
export const indirectAnswer: Rule = {
  id: 'indirect-answer',
  summary: { en: 'A yes-or-no question is not answered first.', ko: '예/아니요로 물은 질문에 답부터 하지 않습니다.' },
  severity: 'hint',
  options: {},
  check({ analysis, messages, language, prose }, report) {
    const { yesNo, open, direct } = language.asking;
    if (!yesNo || !open || !direct || !prose) return;
    for (const question of analysis.narrative.questions) {
      if (!question.answered || !yesNo.test(question.text) || open.test(question.text)) continue;
      const raw = analysis.markdown.text.slice(question.answer.start, question.answer.end).replace(/^[\s*_]*\r?\n/, '');
      const answer = raw.replace(LEAD, '').replaceAll('’', "'");
      // Tables, lists and code answer in their own way.
      if (answer === '' || /^(?:[|`<#-]|\d+[.)]\s)/.test(answer) || direct.test(answer)) continue;
      const asked = new Set(question.text.toLowerCase().match(CONTENT));
      const opening = answer.slice(0, 80).toLowerCase().match(CONTENT) ?? [];
      if (opening.slice(0, 8).some((word) => asked.has(word))) continue;
      report(question, messages.indirect());
    }
  },
};
