import { wordLimit } from '../languages/index.js';
import type { Block, Sentence } from '../model.js';
import { quotedRanges } from '../text/quoted.js';
import { countWords } from '../text/words.js';
import { sectionOf } from './places.js';
import type { Rule, RuleContext } from './rule.js';

/** Sentences of more words than a reader keeps in mind ("Write like an Amazonian": under 30). */
export const sentenceLength: Rule<{ max: number }> = {
  id: 'sentence-length',
  summary: { en: 'A sentence is too long to follow.', ko: '문장이 따라가기 어렵게 깁니다.' },
  severity: 'information',
  options: { max: 30 },
  check(context, report, { max }) {
    const limit = wordLimit(context.analysis.narrative.language, max);
    for (const block of context.proseBlocks()) {
      for (const sentence of block.prose.sentences) {
        if (sentence.words <= limit) continue;
        const words = ownWords(context, block, sentence);
        if (words > limit)
          report(
            { start: block.start + sentence.start, end: block.start + sentence.end },
            context.messages.sentenceTooLong(words, limit),
          );
      }
    }
  },
};

/** Words of a sentence that are the author's: a quotation is its speaker's, and a dateline is none of the sentence. */
function ownWords({ analysis }: RuleContext, { start, prose }: Block, sentence: Sentence): number {
  let { words } = sentence;
  const dateline = sectionOf(analysis, 'dateline')?.range;
  const without = (from: number, to: number): void => {
    words -= countWords(prose.text, Math.max(from, sentence.start), Math.min(to, sentence.end));
  };
  if (
    dateline &&
    dateline.start >= start &&
    dateline.start <= start + sentence.end &&
    dateline.end > start + sentence.start
  )
    without(dateline.start - start, dateline.end - start);
  for (const quoted of quotedRanges(prose))
    if (quoted.start < sentence.end && quoted.end > sentence.start) without(quoted.start, quoted.end);
  return words;
}
