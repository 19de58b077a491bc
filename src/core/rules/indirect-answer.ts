import type { Rule } from './rule.js';

/** Words but for those so short that two sentences share them by chance. */
const CONTENT = /[가-힣]{2,}|[\p{L}\p{N}]{4,}/gu;
/** How Korean words begin that any sentence may hold. */
const COMMON = new Set([
  '있습',
  '있나',
  '합니',
  '하나',
  '됩니',
  '되나',
  '우리',
  '저희',
  '이것',
  '그것',
  '수는',
  '것은',
]);
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
      const asked = contentOf(question.text);
      const repeats = (word: string): boolean => asked.some((one) => word.startsWith(one) || one.startsWith(word));
      if (contentOf(answer.slice(0, 80)).slice(0, 8).some(repeats)) continue;
      report(question, messages.indirect());
    }
  },
};

/** The words that tell what a text is about; of Korean words how they begin, since their endings change: 저장되나요, 저장하지. */
function contentOf(text: string): string[] {
  const words = text.toLowerCase().match(CONTENT) ?? [];
  return words.map((word) => (/^[가-힣]/.test(word) ? word.slice(0, 2) : word)).filter((word) => !COMMON.has(word));
}
