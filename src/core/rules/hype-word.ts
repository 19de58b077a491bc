import type { Block } from '../model.js';
import { type Hit, ownWords, shownAll, spotted } from './prose-words.js';
import type { Rule, RuleContext } from './rule.js';

/** Praise that any advertisement could print: one finding a sentence. Headline and subheading are read first, headings or not. */
export const hypeWord: Rule<{ allow: readonly string[] }> = {
  id: 'hype-word',
  summary: { en: 'A word praises instead of telling.', ko: '보여 주지 않고 추켜세우는 말이 있습니다.' },
  severity: 'information',
  options: { allow: [] },
  check(context, report, { allow }) {
    const own = [...ownWords(context, headBlocks(context)), ...context.ownWords()];
    for (const { block, hits } of spotted(context, ['hype'], allow, praises, own)) {
      const first = hits[0]!;
      const words = shownAll(block, hits);
      report(
        { start: block.start + first.start, end: block.start + first.end },
        words.length > 1 ? context.messages.hypeWords(words) : context.messages.hypeWord(words[0]!),
      );
    }
  },
};

/** The headings that are headline and subheading. */
function headBlocks({ analysis: { narrative, markdown } }: RuleContext): Block[] {
  return narrative.sections
    .filter(({ id, range }) => range && (id === 'headline' || id === 'subheading'))
    .flatMap(({ firstBlock, endBlock }) => markdown.blocks.slice(firstBlock, endBlock))
    .filter(({ type }) => type === 'heading');
}

/** “a powerful engine” praises; “more powerful than a spreadsheet” compares, and “the most innovative team” is whom a prize goes to; “be innovative” is a wish. */
function praises({ start, end }: Hit, { prose: { text } }: Block): boolean {
  const word = text.slice(start, end).toLowerCase();
  const before = text.slice(Math.max(0, start - 16), start);
  if (word === 'innovative') return !/\b(?:most|more|less|as|be)\s+$/i.test(before);
  if (word !== 'powerful') return true;
  return (
    !/^\s+(?:enough|for|but)\b/i.test(text.slice(end, end + 8)) &&
    /\b(?:an?|the|our|its|this|and|new|with)[\s\u2060]+$/i.test(before)
  );
}
