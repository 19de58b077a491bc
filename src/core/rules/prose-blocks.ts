import type { Block } from '../model.js';
import { partOfBlock } from '../narrative/narrative.js';
import type { RuleContext } from './rule.js';

/** The paragraphs that are the author's own prose: none of a block quote, of the appendix, or in front of the narrative. */
export function* proseBlocks({ analysis }: RuleContext): Iterable<Block> {
  for (const [index, block] of analysis.markdown.blocks.entries()) {
    if (block.type !== 'paragraph' || block.quote > 0) continue;
    const part = partOfBlock(analysis.recognition, index);
    if (part !== null && part !== 'appendix') yield block;
  }
}
