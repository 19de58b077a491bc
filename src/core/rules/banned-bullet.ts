import { BULLETS } from '../kinds/index.js';
import type { Fix, ListInfo, Part } from '../model.js';
import { definitionOf, partsOfBlocks } from '../narrative/narrative.js';
import { blocksOf, firstFrom, toAppendix, toSentences } from './list-fixes.js';
import { lineFrom } from './places.js';
import type { Rule, RuleContext } from './rule.js';

type BulletOptions = { readonly answerItems: number; readonly steps: boolean };

/**
 * Lists where prose belongs, by what the kind says of each section: none in the press release and the body of a six-pager, few in
 * an answer, any in the appendix and under a six-pager's tenets. A list is one finding, however deep it goes. A numbered FAQ is
 * structure, and steps may be numbered in an answer and in getting started.
 */
export const bannedBullet: Rule<BulletOptions> = {
  id: 'banned-bullet',
  summary: { en: 'A list stands where prose belongs.', ko: '글로 써야 할 자리에 목록이 있습니다.' },
  severity: 'warning',
  options: { answerItems: 5, steps: true },
  check(context, report, options) {
    const { markdown, recognition } = context.analysis;
    const partOf = partsOfBlocks(recognition);
    for (const list of markdown.lists) {
      // One point is no list of points.
      if (list.depth > 0 || list.items < 2) continue;
      const first = firstFrom(markdown.blocks, list.start);
      const part = first === markdown.blocks.length ? null : partOf(first);
      const judged = part && judge(context, list, part, options);
      if (judged) report(lineFrom(context.analysis, list.start), judged.message, judged.fixes);
    }
  },
};

/** “1. **Retention** — …”: numbered points under a name each, no steps. */
const LABELLED = /^\s*\d+[.)]\s+(?:\*\*|__)[^*_\n]+(?:[:：](?:\*\*|__)|(?:\*\*|__)\s*[:：—–-])/u;

function judge(
  context: RuleContext,
  list: ListInfo,
  part: Part,
  options: BulletOptions,
): { readonly message: string; readonly fixes: readonly Fix[] } | null {
  const { analysis, messages } = context;
  const { narrative, markdown } = analysis;
  // What is known of the document, one below the other: when it goes out, who answers for it.
  const headline = narrative.sections.find(({ id }) => id === 'headline');
  if (headline?.range && list.end <= headline.range.start) return null;
  const section = narrative.sections.find(
    (one) => one.body && list.start >= one.body.start && list.end <= one.body.end,
  );
  const policy = (section && definitionOf(analysis, section.id)?.bullets) ?? BULLETS[part];
  if (policy === 'allow') return null;
  let around = section?.words ?? 0;
  if (part === 'faq') {
    const question = narrative.questions.find((one) => list.start >= one.end && list.end <= one.answer.end);
    if (!question || narrative.questions.some((one) => one.start >= list.start && one.end <= list.end)) return null;
    around = question.answerWords;
  }
  const long = list.items > options.answerItems;
  const fixes = (...all: (Fix | null)[]) => all.filter((fix) => fix !== null);
  const sentences = () => toSentences(context, list);
  const appendix = () => (long && part !== 'appendix' ? toAppendix(context, list) : null);
  if (policy === 'few') {
    if (long)
      return {
        message: messages.bulletsTooMany(list.items, options.answerItems),
        fixes: fixes(appendix(), sentences()),
      };
    if (options.steps && list.ordered && !LABELLED.test(markdown.text.slice(list.start, list.start + 120))) return null;
    const words = blocksOf(list, markdown.blocks).reduce((sum, block) => sum + block.prose.words, 0);
    return words * 2 > around ? { message: messages.bulletsOutweigh(), fixes: fixes(sentences()) } : null;
  }
  if (options.steps && list.ordered && section?.id === 'getting-started') return null;
  return { message: messages.bulletsForbidden(list.items, part), fixes: fixes(sentences(), appendix()) };
}
