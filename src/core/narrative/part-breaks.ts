import type { PartBreak } from '../layout/index.js';
import type { Block } from '../model.js';
import type { Analysis } from './narrative.js';

/** Words in front of a press release that are more than a title. */
const PREAMBLE_WORDS = 40;

/** Where the parts of the paper begin, for the layout and for the preview. */
export function partBreaks({ recognition, markdown }: Analysis): PartBreak[] {
  const { parts, units } = recognition;
  const breaks: PartBreak[] = [];
  const blockOf = (unit: number): number => units[unit]?.block ?? markdown.blocks.length;
  if (parts.pressRelease >= 0) {
    const container = blockOf(Math.max(0, parts.pressRelease - 1));
    if (isMoreThanTitle(markdown.blocks.slice(0, container)))
      breaks.push({ firstBlock: 0, part: 'body' }, { firstBlock: container, part: 'press-release' });
    else breaks.push({ firstBlock: 0, part: 'press-release' });
    if (parts.faq >= 0) breaks.push({ firstBlock: blockOf(parts.faq), part: 'faq' });
  } else breaks.push({ firstBlock: 0, part: 'body' });
  if (parts.appendix >= 0) breaks.push({ firstBlock: blockOf(parts.appendix), part: 'appendix' });
  return breaks;
}

/** Whether what stands in front of a press release goes on a page of its own, so that none of its room is taken by it. */
function isMoreThanTitle(blocks: readonly Block[]): boolean {
  const words = blocks.reduce((sum, block) => sum + (block.type === 'paragraph' ? block.prose.words : 0), 0);
  return words > PREAMBLE_WORDS || blocks.some((block) => block.type === 'table' || isPicture(block));
}

/** A picture by itself that the preview shows: none from elsewhere, as badges are. */
function isPicture({ type, text, prose }: Block): boolean {
  return type === 'paragraph' && prose.words === 0 && text.includes('![') && !/\]\(\s*<?[a-z]+:/i.test(text);
}
