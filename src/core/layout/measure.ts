import type { Block, Prose } from '../model.js';
import { codeAt, Sign } from '../text/characters.js';
import { placeInMemory } from '../text/memo.js';
import { UNITS_PER_EM } from './carlito.js';
import { breakLines } from './lines.js';
import {
  CODE_PADDING,
  LIST_INDENT,
  MONO_ADVANCE,
  type PageSetup,
  QUOTE_INDENT,
  styleOfHeading,
  TYPE,
  type TypeStyle,
  textArea,
} from './metrics.js';
import { readHtml, readInline } from './runs.js';
import { BOLD, HARD_BREAK, OBJECT, StyledText } from './styled.js';
import { rowHeights } from './table.js';

/** What a block takes on paper, wherever it stands. */
export interface Measure {
  readonly style: TypeStyle;
  /** Lines of text, rows of a table, or 1. */
  readonly lines: number;
  /** Height of each line, in points, or of each row of a table. */
  readonly heights: number | readonly number[];
  /** Height besides its lines. */
  readonly padding: number;
}

/** What of a block its measure depends on. */
export type Measurable = Pick<Block, 'type' | 'level' | 'quote' | 'list' | 'text'> & {
  readonly prose: Pick<Prose, 'text' | 'signs'>;
};

const scratch = new StyledText();

/** Measures one block on its own; null when nothing of it shows. Pure. */
export function measureBlock(block: Measurable, page: PageSetup): Measure | null {
  return measureWithin(block, blockWidth(block, page), page.language === 'ko');
}

function measureWithin(block: Measurable, width: number, keepWords: boolean): Measure | null {
  switch (block.type) {
    case 'rule':
      return { style: TYPE.rule, lines: 1, heights: TYPE.rule.line, padding: 0 };
    case 'table': {
      const heights = rowHeights(block.text, width, keepWords);
      return { style: TYPE.table, lines: heights.length, heights, padding: 0 };
    }
    case 'code':
      return measureCode(block.text, width);
    default:
      return measureText(block, width, keepWords);
  }
}

interface Remembered {
  readonly width: number;
  readonly keepWords: boolean;
  readonly level: number;
  readonly quote: number;
  readonly inList: boolean;
  readonly measure: Measure | null;
}

const remembered = placeInMemory();

/** Measures a block, or remembers what it measured: it is kept on the block's prose, which stays the same as long as the block's text does. */
export function measured(block: Block, page: PageSetup): Measure | null {
  const { memory } = block.prose;
  const width = blockWidth(block, page);
  const keepWords = page.language === 'ko';
  const inList = block.list !== null;
  const known = memory[remembered] as Remembered | undefined;
  if (
    known &&
    known.width === width &&
    known.keepWords === keepWords &&
    known.level === block.level &&
    known.quote === block.quote &&
    known.inList === inList
  )
    return known.measure;
  const measure = measureWithin(block, width, keepWords);
  memory[remembered] = { width, keepWords, level: block.level, quote: block.quote, inList, measure };
  return measure;
}

/** Places in the block's source at which its lines of text start; what doesn't break into lines starts where it starts. */
export function lineStarts(block: Measurable, page: PageSetup): number[] {
  if (block.type !== 'heading' && block.type !== 'paragraph') return [0];
  const style = readBlock(block, scratch);
  if (style === null) return [0];
  const starts: number[] = [];
  breakLines(scratch, (blockWidth(block, page) * UNITS_PER_EM) / style.size, page.language === 'ko', starts);
  return starts;
}

function blockWidth(block: Measurable, page: PageSetup): number {
  const lists = block.list === null ? 0 : block.list.depth + 1;
  return textArea(page).width - lists * LIST_INDENT - block.quote * QUOTE_INDENT;
}

function measureText(block: Measurable, width: number, keepWords: boolean): Measure | null {
  const style = readBlock(block, scratch);
  if (style === null) return null;
  const { size, line } = style;
  if (style === TYPE.figure) return { style, lines: 1, heights: line, padding: 0 };
  return { style, lines: breakLines(scratch, (width * UNITS_PER_EM) / size, keepWords), heights: line, padding: 0 };
}

/** Reads the block's text into `out` and says how it is set; null when nothing of it shows. */
function readBlock(block: Measurable, out: StyledText): TypeStyle | null {
  if (block.type === 'heading') {
    if (block.text === '') return null;
    readSource(block, out, BOLD);
    return TYPE[styleOfHeading(block.level)];
  }
  if (block.type === 'html') readHtml(block.text, out);
  else readSource(block, out, 0);
  const look = lookOf(out);
  if (look === 'empty') return null;
  if (look === 'figure') return TYPE.figure;
  if (block.list !== null) return TYPE.item;
  return look === 'lead' ? TYPE.lead : TYPE.body;
}

function readSource({ text, quote, prose }: Measurable, out: StyledText, style: number): void {
  // Most blocks show as they are written, as the signs of their prose tell.
  if (text === prose.text && !(prose.signs & FORMATTED)) out.set(text, style);
  else readInline(text, out, style, quote, prose.text);
}

const FORMATTED = Sign.Markup | Sign.Break | Sign.Gap;

/** What shows of a paragraph: nothing, images alone, nothing but bold type, or text like any other. */
function lookOf({ stretches, count }: StyledText): 'empty' | 'figure' | 'lead' | 'text' {
  let images = false;
  let bold = false;
  for (let s = 0; s < count; s++) {
    const { text, from, to, style } = stretches[s]!;
    for (let i = from; i < to; i++) {
      const code = codeAt(text, i);
      if (code === 32 || code === HARD_BREAK) continue;
      if (code === OBJECT) images = true;
      else if ((style & BOLD) === 0) return 'text';
      else bold = true;
    }
  }
  return bold ? 'lead' : images ? 'figure' : 'empty';
}

/** Code breaks wherever a line is full, at the fixed advance that the style sheet gives every fixed-width font. */
function measureCode(source: string, width: number): Measure {
  const { size, line } = TYPE.code;
  const perLine = Math.max(1, Math.floor((width - 2 * CODE_PADDING) / (size * MONO_ADVANCE) + 0.001));
  let lines = 0;
  for (const text of codeLines(source)) lines += Math.max(1, Math.ceil(lengthOfCode(text) / perLine));
  return { style: TYPE.code, lines: Math.max(lines, 1), heights: line, padding: 2 * CODE_PADDING };
}

/** The lines of a fenced or indented block, without fences and the indentation that isn't code. */
function codeLines(source: string): string[] {
  const lines = source.split(/\r\n?|\n/);
  const fence = /^[\s>]*(`{3,}|~{3,})/.exec(lines[0]!);
  if (fence === null) return lines.map((text) => text.replace(/^(?: {4}|\t)/, ''));
  const closed = lines.length > 1 && lines.at(-1)!.trimEnd().endsWith(fence[1]!);
  const indent = /^[\s>]*/.exec(lines[0]!)![0].length;
  return lines
    .slice(1, closed ? -1 : undefined)
    .map((text) => text.slice(Math.min(indent, /^[\s>]*/.exec(text)![0].length)));
}

/** In columns: a tab goes to the next multiple of four, characters of full width take two. */
function lengthOfCode(text: string): number {
  if (!/[^ -~]/.test(text)) return text.trimEnd().length;
  let length = 0;
  for (const character of text.trimEnd()) {
    if (character === '\t') length += 4 - (length % 4);
    else length += character.codePointAt(0)! >= 0x2e80 ? 2 : 1;
  }
  return length;
}
