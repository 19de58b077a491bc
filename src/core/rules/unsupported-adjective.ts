import type { Block } from '../model.js';
import { givesNumber, type Hit, shownAll, spotted } from './prose-words.js';
import type { Rule } from './rule.js';

/** “Very fast” without a number in the sentence. */
export const unsupportedAdjective: Rule<{ allow: readonly string[] }> = {
  id: 'unsupported-adjective',
  summary: { en: 'An adjective stands where a number belongs.', ko: '숫자가 있어야 할 자리에 꾸미는 말이 있습니다.' },
  severity: 'hint',
  options: { allow: [] },
  check(context, report, { allow }) {
    for (const { block, sentence, hits } of spotted(context, ['adjectives'], allow, isClaim)) {
      if (givesNumber(context, block, sentence)) continue;
      const first = hits[0]!;
      const words = shownAll(block, hits);
      report(
        { start: block.start + first.start, end: block.start + first.end },
        words.length > 1 ? context.messages.adjectives(words) : context.messages.adjective(words[0]!),
      );
    }
  },
};

/** “the very first”, “highly regulated”, “not very” and “how deeply” claim nothing. */
function isClaim({ start, end }: Hit, block: Block): boolean {
  const before = block.prose.text.slice(Math.max(0, start - 12), start);
  const after = block.prose.text.slice(end, end + 12);
  return (
    !/\b(?:not|n't|n’t|how|too|so)\s+$/i.test(before) &&
    !/^\s+(?:first|last|same|end|beginning|least|regulated|paid|skilled|qualified|confidential|sensitive|housing|much\b|few|own)/i.test(
      after,
    )
  );
}
