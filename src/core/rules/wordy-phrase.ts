import type { Block } from '../model.js';
import { type Hit, inPlaceOf, shown, spotted } from './prose-words.js';
import type { Rule } from './rule.js';

/** A long way to say something short, with the short one as a fix where it fits everywhere. */
export const wordyPhrase: Rule<{ allow: readonly string[] }> = {
  id: 'wordy-phrase',
  summary: { en: 'A shorter phrase says the same.', ko: '같은 뜻의 더 짧은 말이 있습니다.' },
  severity: 'information',
  options: { allow: [] },
  check(context, report, { allow }) {
    const { messages } = context;
    for (const { block, hits } of spotted(context, ['wordy'], allow)) {
      for (const hit of hits) {
        const at = { start: block.start + hit.start, end: block.start + hit.end };
        const long = shown(block, hit);
        const short = replacement(block, hit);
        if (short === null) report(at, messages.wordy(long));
        else {
          const fix = { title: messages.replaceBy(short.trim()), edits: [{ ...at, text: short }], safe: true };
          report(at, messages.wordyInstead(long, short.trim()), [fix]);
        }
      }
    }
  },
};

/** The short phrase with the capital of the long one; null where none is known or it would not fit. */
function replacement(block: Block, { start, end, entry }: Hit): string | null {
  const { instead } = entry;
  if (instead === undefined) return null;
  // “to have the ability to”: a modal verb after “to” or another one is none.
  if (
    /^(?:can|could)\b/.test(instead) &&
    /\b(?:to|will|would|must|should|may|might|can|could|not)\s+$/i.test(
      block.prose.text.slice(Math.max(0, start - 12), start),
    )
  )
    return null;
  return inPlaceOf(block.text.slice(start, end), instead);
}
