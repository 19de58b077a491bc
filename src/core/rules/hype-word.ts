import type { Block } from '../model.js';
import { type Hit, isPlainUse, ownWords, shownAll, spotted, type Trap } from './prose-words.js';
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
  const headings: Block[] = [];
  for (const { id, range, firstBlock, endBlock } of narrative.sections) {
    if (!range || (id !== 'headline' && id !== 'subheading')) continue;
    for (let n = firstBlock; n < endBlock; n++)
      if (markdown.blocks[n]!.type === 'heading') headings.push(markdown.blocks[n]!);
  }
  return headings;
}

/** Words of praise where they praise nothing: “outstanding invoices”, “robust to hail”, “more powerful than a torch”. */
const TRAPS: ReadonlyMap<string, Trap> = new Map([
  [
    'outstanding',
    {
      before:
        /\b(?:still|remains?|(?:opinion|approval|permit|decision|answer|reply|contract|quote|review|report|result|sign-off|payment|invoice)s? (?:is|are|was|were))\s+$/i,
      after:
        /^\s+(?:invoices?|payments?|balances?|debts?|amounts?|bills?|fees?|loans?|claims?|orders?|tickets?|items?|tasks?|work|issues?|questions?|requests?|shares?)\b/i,
    },
  ],
  ['exceptional', { after: /^\s+(?:cases?|circumstances|situations?|permission|approval)\b/i }],
  ['robust', { after: /^\s+(?:to|against)\b/i }],
  ['disruptive', { after: /^\s+(?:to|noise|behaviou?r)\b/i }],
  ['premier', { after: /^\s+(?:of|league)\b/i }],
  ['innovative', { before: /\b(?:most|more|less|as|be)\s+$/i }],
  ['powerful', { before: /(?<!\b(?:an?|the|our|its|this|and|new|with)\s+)$/i, after: /^\s+(?:enough|for|but)\b/i }],
  ['최적의', { after: /^\s+(?:경로|온도|습도|값|조건|해[를는가])/ }],
  ['차세대', { after: /^\s+(?:시스템|프로젝트|사업|전산)/ }],
]);

/** “not seamless”, “완벽한 등은 없습니다”. */
const NEGATED = /\b(?:not|never|no|isn['’]t|aren['’]t|wasn['’]t|nor)\s+(?:an?\s+|the\s+)?$/i;
const NEGATED_BEHIND = /^(?:\s?[가-힣]+){0,2}(?:지는? 않|[은는이가]? 없|[은이가] 아니)/;

function praises(hit: Hit, block: Block): boolean {
  const { text } = block.prose;
  return (
    !isPlainUse(hit, block, TRAPS) &&
    !NEGATED.test(text.slice(Math.max(0, hit.start - 16), hit.start)) &&
    !NEGATED_BEHIND.test(text.slice(hit.end, hit.end + 20))
  );
}
