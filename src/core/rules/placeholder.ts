import { placeholdersIn } from '../narrative/placeholders.js';
import type { Rule } from './rule.js';

/** Text still to be written: `[price]`, TBD, 미정. */
export const placeholder: Rule = {
  id: 'placeholder',
  summary: { en: 'A placeholder is still to be filled in.', ko: '채워 넣을 자리가 남아 있습니다.' },
  severity: 'warning',
  options: {},
  *check({ analysis, messages }) {
    for (const block of analysis.markdown.blocks) {
      if (block.type !== 'paragraph' && block.type !== 'heading' && block.type !== 'table') continue;
      for (const { start, end } of placeholdersIn(block.prose, analysis.narrative.language)) {
        yield {
          start: block.start + start,
          end: block.start + end,
          message: messages.placeholder(block.text.slice(start, end)),
        };
      }
    }
  },
};
