import type { Rule } from './rule.js';

/** Sections and answers that run over or under their words. A subheading, quotation or answer has an upper limit only. */
export const sectionLength: Rule<{ answer: number }> = {
  id: 'section-length',
  summary: { en: 'A section or answer has too many or too few words.', ko: '부분이나 답변이 너무 길거나 짧습니다.' },
  severity: 'warning',
  options: { answer: 200 },
  *check({ analysis, messages }, options) {
    const { narrative, recognition } = analysis;
    for (const section of narrative.sections) {
      const words = recognition.variant?.sections.find((definition) => definition.id === section.id)?.words;
      // The headline has a rule of its own; a section still being written is not too short.
      if (!words || !section.range || section.id === 'headline' || section.status === 'empty') continue;
      const at = { start: section.range.start, end: firstLineEnd(analysis.markdown.lines, section.range) };
      if (words.max !== undefined && section.words > words.max)
        yield { ...at, message: messages.sectionTooLong(section.title, section.words, words.max) };
      else if (words.min !== undefined && section.words < words.min && section.status !== 'placeholder') {
        yield { ...at, message: messages.sectionTooShort(section.title, section.words, words.min) };
      }
    }
    for (const question of narrative.questions) {
      if (question.answerWords > options.answer)
        yield {
          start: question.start,
          end: question.end,
          message: messages.answerTooLong(question.answerWords, options.answer),
        };
    }
  },
};

function firstLineEnd(
  lines: { lineAt(offset: number): number; end(line: number): number },
  range: { start: number; end: number },
): number {
  return Math.max(range.start, Math.min(range.end, lines.end(lines.lineAt(range.start))));
}
