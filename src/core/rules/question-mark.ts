import type { Rule } from './rule.js';

/** A question without its mark. A heading such as “How it works” is none. */
export const questionMark: Rule = {
  id: 'question-mark',
  summary: { en: 'A question lacks its question mark.', ko: '물음표가 빠진 질문이 있습니다.' },
  severity: 'information',
  options: {},
  check({ analysis, messages, language }, report) {
    const { unmarked, mark } = language.asking;
    if (!unmarked || analysis.narrative.language === 'und') return;
    const { questions } = analysis.narrative;
    const plain = questions.filter(({ text }) => !/[?？]/.test(text));
    // Where most questions stand without a mark, they are headings, or the author means it.
    if ((questions.length - plain.length) * 2 < questions.length - 1) return;
    for (const question of plain) {
      if (!unmarked.test(question.text)) continue;
      const source = analysis.markdown.text.slice(question.start, question.end);
      // The mark goes behind the last word, in place of a full stop, inside emphasis and brackets that close after it.
      const tail = /([\p{L}\p{N}%)”"’」』])([.。:：]?)[\s*_`~#]*$/u.exec(source);
      if (!tail) continue;
      const at = question.start + tail.index + tail[1]!.length;
      report(question, messages.questionMark(mark), [
        {
          title: messages.addQuestionMark(),
          edits: [{ start: at, end: at + tail[2]!.length, text: mark }],
          safe: true,
        },
      ]);
    }
  },
};
