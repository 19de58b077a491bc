import { wordLimit } from './places.js';
import { proseBlocks } from './prose-blocks.js';
import type { Rule } from './rule.js';

/** Sentences of more words than a reader keeps in mind ("Write like an Amazonian": under 30). */
export const sentenceLength: Rule<{ max: number }> = {
  id: 'sentence-length',
  summary: { en: 'A sentence is too long to follow.', ko: '문장이 따라가기 어렵게 깁니다.' },
  severity: 'information',
  options: { max: 30 },
  *check(context, { max }) {
    const limit = wordLimit(context.analysis, max);
    for (const block of proseBlocks(context)) {
      for (const sentence of block.prose.sentences) {
        if (sentence.words > limit)
          yield {
            start: block.start + sentence.start,
            end: block.start + sentence.end,
            message: context.messages.sentenceTooLong(sentence.words, limit),
          };
      }
    }
  },
};
