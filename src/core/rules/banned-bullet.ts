import type { Block, Fix, ListInfo } from '../model.js';
import { partOfBlock } from '../narrative/narrative.js';
import type { Rule, RuleContext } from './rule.js';

/**
 * Lists where prose belongs: none in the press release and the body of a six-pager, few in an answer, any in the appendix.
 * A list is one finding, however deep it goes. A numbered FAQ is structure, and steps of getting started may be numbered.
 */
export const bannedBullet: Rule<{ answerItems: number; steps: boolean }> = {
  id: 'banned-bullet',
  summary: { en: 'A list stands where prose belongs.', ko: '글로 써야 할 자리에 목록이 있습니다.' },
  severity: 'warning',
  options: { answerItems: 5, steps: true },
  *check(context, options) {
    const { analysis, messages } = context;
    const { narrative, recognition, markdown } = analysis;
    for (const list of markdown.lists) {
      if (list.depth > 0 || list.items === 0) continue;
      const first = markdown.blocks.findIndex((block) => block.start >= list.start);
      const part = first === -1 ? null : partOfBlock(recognition, first);
      if (part === null || part === 'appendix') continue;
      if (part === 'faq') {
        const question = narrative.questions.find((one) => list.start >= one.end && list.end <= one.answer.end);
        if (!question || narrative.questions.some((one) => one.start >= list.start && one.end <= list.end)) continue;
        const words = markdown.blocks
          .filter((block) => inList(block, list))
          .reduce((sum, block) => sum + block.prose.words, 0);
        if (list.items > options.answerItems)
          yield { ...firstLine(context, list), message: messages.bulletsTooMany(list.items, options.answerItems) };
        else if (words * 2 > question.answerWords)
          yield { ...firstLine(context, list), message: messages.bulletsOutweigh() };
        continue;
      }
      const section = narrative.sections.find(
        (one) => one.body && list.start >= one.body.start && list.end <= one.body.end,
      );
      const definition = recognition.variant?.sections.find((one) => one.id === section?.id);
      if (definition && definition.bullets !== 'forbid') continue;
      if (options.steps && list.ordered && section?.id === 'getting-started') continue;
      const fix = toSentences(context, list);
      yield {
        ...firstLine(context, list),
        message: messages.bulletsForbidden(list.items, part),
        ...(fix && { fixes: [fix] }),
      };
    }
  },
};

function firstLine({ analysis }: RuleContext, list: ListInfo): { start: number; end: number } {
  const { lines } = analysis.markdown;
  return { start: list.start, end: Math.max(list.start, lines.end(lines.lineAt(list.start))) };
}

function inList(block: Block, list: ListInfo): boolean {
  for (let one = block.list; one; one = one.parent) if (one === list) return true;
  return false;
}

/** Joins the items of a flat list to a paragraph, each item a sentence. */
function toSentences({ analysis, messages }: RuleContext, list: ListInfo): Fix | null {
  const blocks = analysis.markdown.blocks.filter((block) => inList(block, list));
  if (list.quote > 0 || blocks.some((block) => block.type !== 'paragraph' || block.list !== list)) return null;
  const text = blocks.map((block) => asSentence(block.text.replace(/\s*[\r\n]+\s*/g, ' ').trim())).join(' ');
  return { title: messages.listToSentences(), edits: [{ start: list.start, end: list.end, text }], safe: false };
}

function asSentence(item: string): string {
  const text = item.replace(/^\[[ xX]\]\s+/, '').replace(/[,;]$/, '');
  const capital = text.replace(
    /^(\W*)(\p{Ll})(?=\p{Ll}*(?:[\s,.]|$))/u,
    (_, marks: string, letter: string) => marks + letter.toUpperCase(),
  );
  return /[.!?。…:：]["'”’)*_`]*$/.test(capital) ? capital : `${capital}.`;
}
