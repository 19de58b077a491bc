import { isInside, quotedRanges } from '../text/quoted.js';
import { isAllowed } from './prose-words.js';
import type { Rule } from './rule.js';

/** A verb that hides who acts. Off unless asked for: the passive has its uses. */
export const passiveVoice: Rule = {
  id: 'passive-voice',
  summary: { en: 'A passive verb hides who acts.', ko: '피동형이 누가 하는지를 가립니다.' },
  severity: 'off',
  options: {},
  check(context, report) {
    const { passive } = context.language.words;
    if (!passive || !context.prose) return;
    for (const block of context.proseBlocks()) {
      const { text, sentences } = block.prose;
      let last = -1;
      for (const match of text.matchAll(passive)) {
        const sentence = sentences.findIndex((one) => match.index >= one.start && match.index < one.end);
        const range = { start: match.index, end: match.index + match[0].length };
        if (sentence === last || isInside(match.index, quotedRanges(block.prose)) || isAllowed(block, range, context))
          continue;
        last = sentence;
        const start = block.start + match.index;
        report({ start, end: start + match[0].length }, context.messages.passive(match[0]));
      }
    }
  },
};
