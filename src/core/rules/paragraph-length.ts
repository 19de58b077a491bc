import { wordLimit } from '../languages/index.js';
import { lineFrom } from './places.js';
import type { Rule } from './rule.js';

/** A paragraph of more words than a reader takes in at one look. */
export const paragraphLength: Rule<{ max: number }> = {
  id: 'paragraph-length',
  summary: { en: 'A paragraph is too long.', ko: '문단이 너무 깁니다.' },
  severity: 'information',
  options: { max: 150 },
  check(context, report, { max }) {
    const limit = wordLimit(context.analysis.narrative.language, max);
    for (const block of context.proseBlocks()) {
      const { words } = block.prose;
      if (words > limit)
        report(lineFrom(context.analysis, block.start), context.messages.paragraphTooLong(words, limit));
    }
  },
};
