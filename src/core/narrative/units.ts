import type { ParsedMarkdown } from '../markdown/parse.js';
import type { Block, Prose, Range } from '../model.js';
import { codeAt } from '../text/characters.js';
import { memos, placeInMemory } from '../text/memo.js';
import type { Runs } from '../text/reading.js';
import { deliberateBreaks } from './line-breaks.js';
import { type Emphasis, isText, UnitText } from './unit-text.js';

/**
 * What recognition looks at one by one: a heading, a paragraph, or a line of a paragraph where the author broke it on purpose
 * (a headline above its subheading, a question above its answer).
 */
export interface Unit extends Range {
  /** Index of its block. */
  readonly block: number;
  readonly type: Block['type'];
  /** 1 to 6 for headings, 7 for a bold line that stands for one, else 0. */
  readonly level: number;
  /** 0-based lines. */
  readonly line: number;
  readonly endLine: number;
  readonly quote: number;
  readonly list: Block['list'];
  readonly firstInItem: boolean;
  /** Source, and the same masked: prose in place. */
  readonly raw: string;
  readonly text: string;
  /** `text` without the masks, white space folded. */
  readonly plain: string;
  readonly words: number;
  /** Its block's prose, and where in it the unit's `text` begins. */
  readonly prose: Prose;
  readonly offset: number;
  /** The runs of letters of its block's prose, where they are those of the words that a reader sees: markup parts none of them. */
  readonly runs: Runs | undefined;
  /** The `Sign`s of its block. */
  readonly signs: number;
  /** Whether all of it is emphasised: `bold`, `italic`, or not. */
  readonly emphasis: Emphasis;
  /** What was found out about it before; the same from one version of a document to the next as long as nothing of it but its place changes. */
  readonly memory: unknown[];
}

/** For what is found out about a unit that doesn't depend on where it stands. */
const unitMemos = memos<Unit>();
export const unitMemo = unitMemos.memo;

/** The key of what depends on the unit alone. */
export const ALWAYS = 'always';

/** Divides the blocks into units, in document order. */
export function readUnits(markdown: ParsedMarkdown): Unit[] {
  const units: Unit[] = [];
  const { blocks } = markdown;
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index]!;
    for (const text of textsOf(block, markdown)) units.push(new BlockUnit(text, block, index));
  }
  return units;
}

/** The units of a block as its prose keeps them. */
interface Known {
  /** What they depend on besides the prose. */
  readonly sort: number;
  readonly texts: readonly UnitText[];
}

const knownPlace = placeInMemory();

/** What the units of a block are; found out once for as long as the block stays as it is. */
function textsOf(block: Block, markdown: ParsedMarkdown): readonly UnitText[] {
  const { memory } = block.prose;
  const sort = sortOf(block);
  let known = memory[knownPlace] as Known | undefined;
  if (known?.sort !== sort) {
    known = { sort, texts: readTexts(block, markdown) };
    memory[knownPlace] = known;
  }
  return known.texts;
}

/** What a unit depends on besides its block's text, as one number. */
function sortOf({ type, level, quote, list, firstInItem }: Block): number {
  const listed = list ? (list.depth + 1) * 4 + (list.ordered ? 2 : 0) + (firstInItem ? 1 : 0) : 0;
  return ((listed * 64 + Math.min(quote, 63)) * 8 + level) * 8 + TYPES.indexOf(type);
}

const TYPES: readonly Block['type'][] = ['paragraph', 'heading', 'table', 'code', 'html', 'rule'];

function readTexts(block: Block, markdown: ParsedMarkdown): readonly UnitText[] {
  const { length } = block.prose.text;
  const breaks = block.type === 'paragraph' && block.endLine > block.line ? deliberateBreaks(block, markdown) : [];
  if (breaks.length === 0) return readText(block, 0, length, markdown);
  const texts: UnitText[] = [];
  let from = 0;
  for (const to of [...breaks, length]) {
    texts.push(...readText(block, from, to, markdown));
    from = to;
  }
  return texts;
}

/** The unit of a block between two of its breaks; none where only white space stands there. */
function readText(block: Block, from: number, to: number, { lines }: ParsedMarkdown): readonly UnitText[] {
  const { text } = block.prose;
  let start = from;
  let end = to;
  // A comment or code is masked from end to end, and stays what it is.
  if (isText(block)) {
    while (start < end && codeAt(text, start) <= 32) start++;
    while (end > start && codeAt(text, end - 1) <= 32) end--;
    if (start === end) return [];
  }
  return [new UnitText(block, start, end, from === 0, lines, unitMemos.memory())];
}

/** A unit where it stands. What is asked for of nearly every one is copied: getters all over recognition took longer. */
class BlockUnit implements Unit {
  readonly type: Unit['type'];
  readonly level: number;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly endLine: number;
  readonly quote: number;
  readonly list: Unit['list'];
  readonly firstInItem: boolean;
  readonly raw: string;
  readonly text: string;
  readonly prose: Prose;
  readonly offset: number;
  readonly signs: number;
  readonly emphasis: Emphasis;
  readonly memory: unknown[];

  constructor(
    readonly known: UnitText,
    source: Block,
    readonly block: number,
  ) {
    this.type = source.type;
    this.level = known.level;
    this.start = source.start + known.start;
    this.end = source.start + known.end;
    this.line = source.line + known.line;
    this.endLine = source.line + known.endLine;
    this.quote = source.quote;
    this.list = source.list;
    this.firstInItem = source.firstInItem && known.first;
    this.raw = known.raw;
    this.text = known.text;
    this.prose = known.prose;
    this.offset = known.start;
    this.signs = known.prose.signs;
    this.emphasis = known.emphasis;
    this.memory = known.memory;
  }

  get plain(): string {
    return this.known.plain;
  }

  get words(): number {
    return this.known.words;
  }

  get runs(): Runs | undefined {
    return this.known.runs;
  }
}
