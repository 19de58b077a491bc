import type { Block } from '../model.js';
import { type Analysis, partsOfBlocks } from '../narrative/narrative.js';
import type { RuleContext } from './rule.js';

const known = new WeakMap<Analysis, readonly Block[]>();

/** The paragraphs that are the author's own prose: none of a block quote, of the appendix, or in front of the narrative. */
export function proseBlocks({ analysis }: Pick<RuleContext, 'analysis'>): readonly Block[] {
  let blocks = known.get(analysis);
  if (!blocks) {
    const partOf = partsOfBlocks(analysis.recognition);
    blocks = analysis.markdown.blocks.filter((block, index) => {
      if (block.type !== 'paragraph' || block.quote > 0) return false;
      const part = partOf(index);
      return part !== null && part !== 'appendix';
    });
    known.set(analysis, blocks);
  }
  return blocks;
}
