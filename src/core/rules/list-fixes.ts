import { languageOf } from '../languages/index.js';
import type { Block, Fix, ListInfo } from '../model.js';
import { placeInMemory } from '../text/memo.js';
import { sectionOf } from './places.js';
import type { RuleContext } from './rule.js';

/** Whether a block stands in a list, at whatever depth. */
function inList(block: Block, list: ListInfo): boolean {
  for (let one = block.list; one; one = one.parent) if (one === list) return true;
  return false;
}

/** The blocks of a list, at whatever depth, in order. */
export function blocksOf(list: ListInfo, blocks: readonly Block[]): Block[] {
  const found: Block[] = [];
  for (let n = firstFrom(blocks, list.start); n < blocks.length && blocks[n]!.start < list.end; n++)
    if (inList(blocks[n]!, list)) found.push(blocks[n]!);
  return found;
}

/** Index of the first block that starts at an offset or behind it; their number where there is none. */
export function firstFrom(blocks: readonly Block[], offset: number): number {
  let low = 0;
  for (let high = blocks.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Joins the items of a flat list to a paragraph, each item a sentence. */
export function toSentences({ analysis, messages }: RuleContext, list: ListInfo): Fix | null {
  const blocks = blocksOf(list, analysis.markdown.blocks);
  if (
    list.quote > 0 ||
    blocks.length === 0 ||
    blocks.some((block) => block.type !== 'paragraph' || block.list !== list)
  )
    return null;
  const text = blocks.map(blockAsSentence).join(' ');
  return { title: messages.listToSentences(), edits: [{ start: list.start, end: list.end, text }], safe: false };
}

const sentencePlace = placeInMemory();

/** A block on one line as a sentence; remembered with its prose, which is the same as long as its text is. */
function blockAsSentence({ text, line, endLine, prose: { memory } }: Block): string {
  memory[sentencePlace] ??= asSentence(line === endLine ? text : text.replace(/\s*[\r\n]+\s*/g, ' '));
  return memory[sentencePlace] as string;
}

/** An item as a sentence: with a capital, unless it opens with a name such as “iCloud”, and a full stop. */
export function asSentence(item: string): string {
  const trimmed = item.trim();
  const text = withoutComma(trimmed.startsWith('[') ? trimmed.replace(/^\[[ xX]\]\s+/, '') : trimmed);
  // Most items open with a capital or a number.
  const capital = /^[*_"“‘([]*[A-Z\d]/.test(text)
    ? text
    : text.replace(
        /^([^\p{L}\p{N}]*)(\p{Ll})(?=\p{Ll}*(?:[\s,.]|$))/u,
        (_, marks: string, letter: string) => marks + letter.toUpperCase(),
      );
  const last = lastBefore(CLOSING, capital);
  if (last !== '' && ENDS.includes(last)) return capital;
  return /[\u3040-\u30ff\u4e00-\u9fff]/.test(last) ? `${capital}。` : `${capital}.`;
}

/** What ends a sentence, or opens what follows. */
const ENDS = '.!?。！？…:：';

function withoutComma(text: string): string {
  return text !== '' && ',;、；'.includes(text.at(-1)!) ? text.slice(0, -1) : text;
}

/** Marks that may close behind the end of a sentence. */
const CLOSING = `"'”’»」)*_\``;

/** The last character that is none of `marks`; empty where there is none. */
function lastBefore(marks: string, text: string): string {
  let end = text.length;
  while (end > 0 && marks.includes(text[end - 1]!)) end--;
  return text.slice(Math.max(0, end - 1), end);
}

/** Moves a list to the end of the appendix, which it opens where there is none. */
export function toAppendix({ analysis, messages }: RuleContext, list: ListInfo): Fix | null {
  const { markdown, narrative } = analysis;
  const { text, lines } = markdown;
  const start = lines.start(list.line);
  // What stands in a quotation or shares its line with something else stays.
  if (list.quote > 0 || text.slice(start, list.start).trim() !== '') return null;
  const { eol } = analysis.markdown.lines;
  const end = text.trimEnd().length;
  if (list.end > end) return null;
  const appendix = sectionOf(analysis, 'appendix');
  if (!appendix) return null;
  const heading = appendix.range
    ? ''
    : `## ${languageOf(narrative.language).sections.appendix?.title ?? 'Appendix'}${eol}${eol}`;
  const pointer = languageOf(narrative.language).listIsInAppendix;
  const moved = `${eol}${eol}${heading}${text.slice(start, list.end)}`;
  return {
    title: messages.moveToAppendix(),
    edits:
      list.end === end
        ? [{ start: list.start, end: list.end, text: pointer + moved }]
        : [
            { start: list.start, end: list.end, text: pointer },
            { start: end, end, text: moved },
          ],
    safe: false,
  };
}
