import type { Fix } from '../model.js';
import { isInside, quotedRanges } from '../text/quoted.js';
import { avoidedWords, inPlaceOf, inQuestion, isAllowed, shown } from './prose-words.js';
import type { Rule } from './rule.js';

/** A word that the team's own config lists as one to avoid, in any language. */
export const avoidedWord: Rule = {
  id: 'avoided-word',
  summary: { en: 'A word that the team has agreed to avoid.', ko: '팀이 쓰지 않기로 한 말이 있습니다.' },
  severity: 'warning',
  options: {},
  check(context, report) {
    const { analysis, messages, vocabulary } = context;
    if (!vocabulary.avoided) return;
    for (const block of context.proseBlocks()) {
      for (const hit of avoidedWords(block.prose, vocabulary)) {
        const start = block.start + hit.start;
        if (
          isInside(hit.start, quotedRanges(block.prose)) ||
          inQuestion(analysis, start) ||
          isAllowed(block, hit, context)
        )
          continue;
        const { instead, message } = hit.entry;
        const word = shown(block, hit);
        const at = { start, end: block.start + hit.end };
        const text = instead ? inPlaceOf(block.text.slice(hit.start, hit.end), instead) : null;
        const fixes: Fix[] = text
          ? [{ title: messages.replaceBy(instead!), edits: [{ ...at, text }], safe: false }]
          : [];
        report(at, message ?? (instead ? messages.avoidedInstead(word, instead) : messages.avoided(word)), fixes);
      }
    }
  },
};
