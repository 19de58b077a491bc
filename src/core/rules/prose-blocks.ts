import type { Block } from '../model.js';
import { type Analysis, partsOfBlocks } from '../narrative/narrative.js';

/** The paragraphs that are the author's own prose: none of a block quote, of the appendix, or in front of the narrative. */
export function proseBlocks({ recognition, markdown }: Analysis): readonly Block[] {
  const partOf = partsOfBlocks(recognition);
  return markdown.blocks.filter((block, index) => {
    if (block.type !== 'paragraph' || block.quote > 0) return false;
    const part = partOf(index);
    return part !== null && part !== 'appendix';
  });
}
