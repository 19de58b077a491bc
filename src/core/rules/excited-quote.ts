import type { Block, Range } from '../model.js';
import { withoutJoiners } from '../text/characters.js';
import { isInside, quotedRanges } from '../text/quoted.js';
import { shown, wordsOf } from './prose-words.js';
import type { Rule, RuleContext } from './rule.js';

/** A quotation in which the company is excited, thrilled or proud: it tells the customer nothing. One finding a quotation. */
export const excitedQuote: Rule = {
  id: 'excited-quote',
  summary: { en: 'A quotation speaks of emotion instead of the customer.', ko: '인용문이 고객 대신 감정을 말합니다.' },
  severity: 'information',
  options: {},
  check(context, report) {
    if (!context.prose) return;
    const { analysis, messages } = context;
    const release = analysis.narrative.sections.filter((section) => section.part === 'press-release' && section.range);
    if (release.length === 0) return;
    const end = Math.max(...release.map((section) => section.range!.end));
    const quotes = release.filter((section) => section.id.endsWith('-quote'));
    for (const block of analysis.markdown.blocks) {
      if (block.type !== 'paragraph' || block.start < release[0]!.range!.start || block.start >= end) continue;
      const hits = wordsOf(block, context).hits.filter((hit) => hit.list === 'excited');
      if (hits.length === 0) continue;
      const own = quotes.some((section) => block.start >= section.range!.start && block.start < section.range!.end);
      const seen = new Set<Range>();
      for (const hit of hits) {
        const speech = speechAround(block, hit, own);
        if (!speech || seen.has(speech) || !isOwnEmotion(block, hit, context)) continue;
        seen.add(speech);
        report({ start: block.start + hit.start, end: block.start + hit.end }, messages.excited(shown(block, hit)));
      }
    }
  },
};

/** The quotation that a word stands in: between quotation marks, in a block quote, or in a section that is a quotation. */
function speechAround(block: Block, hit: Range, own: boolean): Range | null {
  const quoted = quotedRanges(block.prose);
  const speech = quoted.find((range) => isInside(hit.start, [range]));
  if (speech) return speech;
  return quoted.length === 0 && (block.quote > 0 || own) ? block : null;
}

/** “We are excited to …”, not “excited customers” or “the proud owner”. */
function isOwnEmotion(block: Block, { start, end }: Range, { language }: RuleContext): boolean {
  if (language.id !== 'en') return true;
  const word = block.prose.text.slice(start, end);
  if (/\s/.test(word)) return true;
  const { text, signs } = block.prose;
  const before = withoutJoiners(text.slice(Math.max(0, start - 48), start), signs);
  const after = withoutJoiners(text.slice(end, end + 12), signs);
  if (/\b(?:not|n't|n’t|never|nobody|an?|the)\s+$/i.test(before)) return false;
  return (
    /\b(?:i|we|i['’]?m|we['’]?re|us|our \w+|team|everyone|all of us)\b[^.!?]{0,30}$/i.test(before) ||
    /^\s+(?:to|that|by|about|for|with|at)\b/i.test(after)
  );
}
