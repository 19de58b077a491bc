import { JOINER } from '../markdown/mask.js';
import type { ParsedMarkdown } from '../markdown/parse.js';
import type { Block, Range } from '../model.js';
import { codeAt, Sign } from '../text/characters.js';
import type { Lines } from '../text/lines.js';
import { type Memos, memo, memos, placeInMemory } from '../text/memo.js';
import type { Runs } from '../text/reading.js';
import { countWords } from '../text/words.js';

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
  /** The runs of letters of `plain`, where they are known: where nothing of its block had to be folded. */
  readonly runs: Runs | undefined;
  /** The `Sign`s of its block. */
  readonly signs: number;
  /** Whether all of it is emphasised: `bold`, `italic`, or not. */
  readonly emphasis: 'bold' | 'italic' | null;
  /** What was found out about it before; the same from one version of a document to the next as long as nothing of it but its place changes. */
  readonly memory: unknown[];
}

/** For what is found out about a unit that doesn't depend on where it stands. */
const unitMemos = memos<Unit>();
export const unitMemo = unitMemos.memo;

/** Divides the blocks into units, in document order. */
export function readUnits(markdown: ParsedMarkdown): Unit[] {
  const units: Unit[] = [];
  const { blocks } = markdown;
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index]!;
    const memories = memoriesOf(block.prose, sortOf(block));
    const breaks = block.type === 'paragraph' && block.endLine > block.line ? breaksOf(block, markdown) : NO_BREAKS;
    let start = block.start;
    for (let n = 0; n <= breaks.length; n++) {
      const end = n < breaks.length ? block.start + breaks[n]! : block.end;
      if (n === memories.length) memories.push(unitMemos.memory());
      const unit = unitOf(block, index, start, end, markdown, n === 0, memories[n]!);
      if (unit) units.push(unit);
      start = end;
    }
  }
  return units;
}

/** The memories of a block's units. */
const memoriesOf = memo((_, _sort: number): unknown[][] => [unitMemos.memory()]);

/** What a unit depends on besides its block's text, as one number. */
function sortOf({ type, level, quote, list, firstInItem }: Block): number {
  const listed = list ? (list.depth + 1) * 4 + (list.ordered ? 2 : 0) + (firstInItem ? 1 : 0) : 0;
  return ((listed * 64 + Math.min(quote, 63)) * 8 + level) * 8 + TYPES.indexOf(type);
}

const TYPES: readonly Block['type'][] = ['paragraph', 'heading', 'table', 'code', 'html', 'rule'];

const NO_BREAKS: readonly number[] = [];

function unitOf(
  block: Block,
  index: number,
  from: number,
  to: number,
  markdown: ParsedMarkdown,
  first: boolean,
  memory: unknown[],
): Unit | null {
  const { text } = block.prose;
  let start = from - block.start;
  let end = to - block.start;
  // A comment or code is masked from end to end, and stays what it is.
  if (block.type !== 'paragraph' && block.type !== 'heading')
    return new BlockUnit(block, index, start, end, first, memory, markdown.lines);
  while (start < end && codeAt(text, start) <= 32) start++;
  while (end > start && codeAt(text, end - 1) <= 32) end--;
  if (start === end) return null;
  return new BlockUnit(block, index, start, end, first, memory, markdown.lines);
}

/** A unit of a block; what takes time to find out is found out when asked for. */
class BlockUnit implements Unit {
  readonly type: Unit['type'];
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly endLine: number;
  readonly quote: number;
  readonly list: Unit['list'];
  readonly firstInItem: boolean;
  readonly whole: boolean;
  readonly raw: string;
  readonly text: string;
  readonly emphasis: Unit['emphasis'];
  readonly level: number;

  constructor(
    readonly source: Block,
    readonly block: number,
    start: number,
    end: number,
    first: boolean,
    readonly memory: unknown[],
    lines: Lines,
  ) {
    const { text } = source.prose;
    this.whole = start === 0 && end === text.length;
    this.type = source.type;
    this.start = source.start + start;
    this.end = source.start + end;
    this.line = this.whole ? source.line : lines.lineAt(this.start);
    this.endLine = this.whole ? source.endLine : lines.lineAt(this.end);
    this.quote = source.quote;
    this.list = source.list;
    this.firstInItem = source.firstInItem && first;
    this.raw = this.whole ? source.text : source.text.slice(start, end);
    this.text = this.whole ? text : text.slice(start, end);
    this.emphasis = source.type === 'paragraph' || source.type === 'heading' ? emphasisOf(this.raw) : null;
    this.level = source.level || (this.#standsForHeading() ? 7 : 0);
  }

  /** A short bold line that is a paragraph by itself. */
  #standsForHeading(): boolean {
    const { source } = this;
    return this.emphasis === 'bold' && this.whole && source.line === source.endLine && this.words <= 16;
  }

  get plain(): string {
    return plainOf(this, ALWAYS);
  }

  get runs(): Runs | undefined {
    return isClean(this) ? this.source.prose.runs : undefined;
  }

  get signs(): number {
    return this.source.prose.signs;
  }

  get words(): number {
    return this.whole ? this.source.prose.words : wordsOf(this, ALWAYS);
  }
}

/** The key of what depends on the unit alone. */
export const ALWAYS = 'always';

const { memo: blockUnitMemo } = unitMemos as unknown as Memos<BlockUnit>;

const wordsOf = blockUnitMemo(({ text }, _: typeof ALWAYS) => countWords(text));

const plainOf = blockUnitMemo((unit, _: typeof ALWAYS) => (isClean(unit) ? unit.text : fold(unit.text)));

/** Whether a unit's text is plain as it stands: as their signs tell, most are. */
function isClean({ whole, source, type }: BlockUnit): boolean {
  return whole && (type === 'paragraph' || type === 'heading') && !(source.prose.signs & FOLDED);
}

const FOLDED = Sign.Break | Sign.Gap | Sign.Joiner;

/** Masked text as a reader sees it, on one line. */
export function fold(masked: string): string {
  const visible = masked.includes(JOINER) ? masked.replaceAll(JOINER, '') : masked;
  // Most lines are clean already, and looking for this is all but free.
  const folded = /[\n\t\r]| {2}/.test(visible) ? visible.replace(UNFOLDED, ' ') : visible;
  return isBlank(codeAt(folded, 0)) || isBlank(codeAt(folded, folded.length - 1)) ? folded.trim() : folded;
}

/** White space that is not a single space already. */
const UNFOLDED = /[^\S ]\s*| \s+/g;

/** What `trim` may cut off. */
function isBlank(c: number): boolean {
  return c <= 32 || c >= 0xa0;
}

function emphasisOf(raw: string): Unit['emphasis'] {
  const first = codeAt(raw, 0);
  if (first !== 42 && first !== 95) return null;
  const second = codeAt(raw, 1);
  if (second === first && isBetween(raw, raw.slice(0, 2), /^[.:!?]?$/)) return 'bold';
  if (/^(?:\*\*\*|\*\*_|_\*\*)/.test(raw)) return /^[\s\S]{4,}(?:\*\*\*|_\*\*|\*\*_)$/.test(raw) ? 'bold' : null;
  return second !== 42 && second !== 95 && isBetween(raw, raw[0]!, /^$/) ? 'italic' : null;
}

/** Whether the sign of emphasis that opens a text closes it; `behind` is what may stand behind it. */
function isBetween(raw: string, mark: string, behind: RegExp): boolean {
  const close = raw.indexOf(mark, mark.length);
  return close > mark.length && !/\s/.test(raw[mark.length]!) && behind.test(raw.slice(close + mark.length));
}

/** What opens a line that starts something of its own: a bold label, a question or answer mark, an attribution. */
const OPENER =
  /^(?:\*\*|__)[^*_\n]{1,160}(?:\*\*|__)|^(?:\*\*|__|\*|_)?(?:Q|A|F|Question|Answer|Frage|Antwort|질문|답변|답|문|问|問|答|回答|質問)\s*\d*\s*[.:：)]/i;

const breaksPlace = placeInMemory();

/** Where in a block the author began a new line on purpose rather than because the line was full: offsets relative to it. */
function breaksOf(block: Block, markdown: ParsedMarkdown): readonly number[] {
  const { memory } = block.prose;
  memory[breaksPlace] ??= deliberateBreaks(block, markdown);
  return memory[breaksPlace] as readonly number[];
}

function deliberateBreaks(block: Block, { text, lines }: ParsedMarkdown): readonly number[] {
  const last = block.endLine - block.line;
  const start = (n: number): number => Math.max(block.start, lines.start(block.line + n));
  const rows: string[] = [];
  let longest = 0;
  for (let n = 0; n <= last; n++) {
    const row = text.slice(start(n), Math.min(block.end, lines.end(block.line + n))).replace(/^[\s>]+/, '');
    rows.push(row);
    longest = Math.max(longest, row.trimEnd().length);
  }
  const width = Math.min(longest, 72);
  const breaks: number[] = [];
  for (let n = 1; n <= last; n++) if (isDeliberate(rows[n - 1]!, rows[n]!, width)) breaks.push(start(n) - block.start);
  return breaks;
}

/** Whether an author who writes lines of some width began a new one on purpose. */
function isDeliberate(before: string, here: string, width: number): boolean {
  const end = before.trimEnd();
  // What follows would have had room on the line before, and opens as a line of its own does.
  const firstWord = here.search(/\s|$/);
  if (end.length + 1 + firstWord < width && !/[,;]$/.test(end) && /^[\s*_"“'‘(]*[\p{Lu}\p{Lo}\p{N}]/u.test(here))
    return true;
  if (before.endsWith('  ') || before.endsWith('\\')) return true;
  return OPENER.test(here) || /^\W*for immediate release\W*$/i.test(before);
}
