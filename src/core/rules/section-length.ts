import type { Section } from '../model.js';
import { definitionOf } from '../narrative/narrative.js';
import { lineFrom } from './places.js';
import type { Rule, RuleContext } from './rule.js';

/** Sections and answers that run over or under their words. A subheading, quotation or answer has an upper limit only. */
export const sectionLength: Rule<{ answer: number }> = {
  id: 'section-length',
  summary: { en: 'A section or answer has too many or too few words.', ko: '부분이나 답변이 너무 길거나 짧습니다.' },
  severity: 'warning',
  options: { answer: 200 },
  *check(context, options) {
    const { analysis, messages } = context;
    const { narrative } = analysis;
    for (const section of narrative.sections) {
      const words = definitionOf(analysis, section.id)?.words;
      // The headline has a rule of its own; a section still being written is not too short.
      if (!words || !section.range || section.id === 'headline' || section.status === 'empty') continue;
      const at = lineFrom(analysis, section.range.start);
      if (words.max !== undefined && section.limitedWords > words.max)
        yield { ...at, message: messages.sectionTooLong(section.title, section.limitedWords, words.max) };
      else if (words.min !== undefined && section.words < words.min && section.status !== 'placeholder') {
        yield { ...at, message: messages.sectionTooShort(section.title, section.words, words.min) };
      }
      const sentences = section.id === 'subheading' && section.status === 'ok' ? sentencesOf(context, section) : 1;
      if (sentences > 1) yield { ...at, message: messages.subheadingSentences(sentences) };
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

/** Sentences of a subheading: a line of several statements is a paragraph. */
function sentencesOf({ analysis }: RuleContext, { body, firstBlock, endBlock }: Section): number {
  let sentences = 0;
  for (const block of analysis.markdown.blocks.slice(firstBlock, endBlock)) {
    if (block.type !== 'paragraph') continue;
    for (const one of block.prose.sentences)
      if (block.start + one.start >= body!.start && block.start + one.end <= body!.end && one.words > 2) sentences++;
  }
  return sentences;
}
