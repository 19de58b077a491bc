import { shownAll, spotted } from './prose-words.js';
import type { Rule } from './rule.js';

/** Praise that any advertisement could print: one finding a sentence. */
export const hypeWord: Rule<{ allow: readonly string[] }> = {
  id: 'hype-word',
  summary: { en: 'A word praises instead of telling.', ko: '보여 주지 않고 추켜세우는 말이 있습니다.' },
  severity: 'information',
  options: { allow: [] },
  check(context, report, { allow }) {
    for (const { block, hits } of spotted(context, ['hype'], allow)) {
      const first = hits[0]!;
      const words = shownAll(block, hits);
      report(
        { start: block.start + first.start, end: block.start + first.end },
        words.length > 1 ? context.messages.hypeWords(words) : context.messages.hypeWord(words[0]!),
      );
    }
  },
};
