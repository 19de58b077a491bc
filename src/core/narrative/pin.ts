import type { TextEdit } from '../model.js';
import type { Analysis } from './narrative.js';

/**
 * The edit that makes the author's word final: the block at `offset` is section `id`. It puts `<!-- prfaq-section id -->` above the
 * block, in place of a pin that is there, and takes away another pin of the same section. Empty where there is no block.
 */
export function pinEdits({ markdown }: Analysis, id: string, offset: number): TextEdit[] {
  const { lines, text, blocks } = markdown;
  const { eol } = lines;
  const line = lines.lineAt(offset);
  const block = blocks.find(
    (one) => one.type !== 'html' && one.type !== 'rule' && line >= one.line && line <= one.endLine,
  );
  if (!block) return [];
  const comment = `<!-- prfaq-section ${id} -->`;
  const edits: TextEdit[] = [];
  const pins = blocks.filter(
    (one) => one.type === 'html' && /^<!--\s*prfaq-section\s+[\w-]+\s*-->\s*$/.test(one.text.trim()),
  );
  const above = pins.find(
    (pin) => pin.endLine < block.line && text.slice(pin.end, lines.start(block.line)).trim() === '',
  );
  for (const pin of pins) {
    if (pin === above) edits.push({ start: pin.start, end: pin.end, text: comment });
    else if (pin.text.includes(` ${id} `))
      edits.push({ start: pin.start, end: lines.start(pin.endLine + 1), text: '' });
  }
  if (!above) {
    const start = lines.start(block.line);
    const indent = text.slice(start, block.start).replace(/[^\s>].*$/, '');
    edits.push({ start, end: start, text: `${indent}${comment}${eol}` });
  }
  return edits;
}
