import { wordLimit } from '../languages/index.js';
import type { Section } from '../model.js';
import { lineFrom } from './places.js';
import type { Rule, RuleContext } from './rule.js';

/** Sections and answers that run over or under their words. A subheading, quotation or answer has an upper limit only. */
export const sectionLength: Rule<{ answer: number }> = {
  id: 'section-length',
  summary: { en: 'A section or answer has too many or too few words.', ko: '부분이나 답변이 너무 길거나 짧습니다.' },
  severity: 'warning',
  options: { answer: 200 },
  check(context, report, options) {
    const { analysis, messages } = context;
    const { narrative } = analysis;
    for (const section of narrative.sections) {
      const { min = 0, max = Number.POSITIVE_INFINITY } = section.limits;
      // The headline has a rule of its own; a section still being written is not too short.
      if (!section.range || section.id === 'headline' || section.status === 'empty') continue;
      const { title, range } = section;
      const say = (message: string): void => report(lineFrom(analysis, range.start), message);
      if (section.limitedWords > max) say(messages.sectionTooLong(title, section.limitedWords, max));
      // A section without heading or label may go on in the next paragraph.
      else if (section.words < min && section.status !== 'placeholder' && section.source !== 'position')
        say(messages.sectionTooShort(title, section.words, min));
      if (section.id !== 'subheading' || (section.status !== 'ok' && section.status !== 'out-of-order')) continue;
      const sentences = sentencesOf(context, section);
      if (sentences > 1) say(messages.subheadingSentences(sentences));
    }
    const answer = wordLimit(narrative.language, options.answer);
    for (const question of narrative.questions) {
      if (question.answerWords > answer) report(question, messages.answerTooLong(question.answerWords, answer));
    }
  },
};

/** Sentences of a subheading: a line of several statements is a paragraph, and points below one another are no line. */
function sentencesOf({ analysis }: RuleContext, { body, firstBlock, endBlock }: Section): number {
  let sentences = 0;
  for (const block of analysis.markdown.blocks.slice(firstBlock, endBlock)) {
    if (block.type !== 'paragraph' || block.list) continue;
    for (const one of block.prose.sentences)
      if (block.start + one.start >= body!.start && block.start + one.end <= body!.end && one.words > 2) sentences++;
  }
  return sentences;
}
