import type { PartBreak } from '../layout/index.js';
import type { Analysis } from './narrative.js';

/** Words in front of a press release that are more than a title: they go on a page of their own. */
const PREAMBLE_WORDS = 40;

/** Where the parts of the paper begin, for the layout and for the preview. */
export function partBreaks({ recognition, markdown }: Analysis): PartBreak[] {
  const { parts, units } = recognition;
  const breaks: PartBreak[] = [];
  const blockOf = (unit: number): number => units[unit]?.block ?? markdown.blocks.length;
  if (parts.pressRelease >= 0) {
    const container = blockOf(Math.max(0, parts.pressRelease - 1));
    const preamble = markdown.blocks
      .slice(0, container)
      .reduce((sum, block) => sum + (block.type === 'paragraph' ? block.prose.words : 0), 0);
    if (preamble > PREAMBLE_WORDS)
      breaks.push({ firstBlock: 0, part: 'body' }, { firstBlock: container, part: 'press-release' });
    else breaks.push({ firstBlock: 0, part: 'press-release' });
    if (parts.faq >= 0) breaks.push({ firstBlock: blockOf(parts.faq), part: 'faq' });
  } else breaks.push({ firstBlock: 0, part: 'body' });
  if (parts.appendix >= 0) breaks.push({ firstBlock: blockOf(parts.appendix), part: 'appendix' });
  return breaks;
}
