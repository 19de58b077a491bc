import { partOfBlock } from '../narrative/narrative.js';
import { inList, toAppendix, toSentences } from './list-fixes.js';
import { lineFrom } from './places.js';
import type { Rule } from './rule.js';

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
      const at = lineFrom(analysis, list.start);
      if (part === 'faq') {
        const question = narrative.questions.find((one) => list.start >= one.end && list.end <= one.answer.end);
        if (!question || narrative.questions.some((one) => one.start >= list.start && one.end <= list.end)) continue;
        const words = markdown.blocks
          .filter((block) => inList(block, list))
          .reduce((sum, block) => sum + block.prose.words, 0);
        if (list.items > options.answerItems)
          yield {
            ...at,
            message: messages.bulletsTooMany(list.items, options.answerItems),
            fixes: [toAppendix(context, list), toSentences(context, list)].filter((fix) => fix !== null),
          };
        else if (words * 2 > question.answerWords)
          yield {
            ...at,
            message: messages.bulletsOutweigh(),
            fixes: [toSentences(context, list)].filter((fix) => fix !== null),
          };
        continue;
      }
      const section = narrative.sections.find(
        (one) => one.body && list.start >= one.body.start && list.end <= one.body.end,
      );
      const definition = recognition.variant?.sections.find((one) => one.id === section?.id);
      if (definition && definition.bullets !== 'forbid') continue;
      if (options.steps && list.ordered && section?.id === 'getting-started') continue;
      const long = list.items > options.answerItems ? toAppendix(context, list) : null;
      yield {
        ...at,
        message: messages.bulletsForbidden(list.items, part),
        fixes: [toSentences(context, list), long].filter((fix) => fix !== null),
      };
    }
  },
};
