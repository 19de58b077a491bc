import { JOINER } from '../markdown/mask.js';
import type { Block, Prose } from '../model.js';
import { Class, classOf, codeAt, Sign } from '../text/characters.js';
import type { Lines } from '../text/lines.js';
import type { Runs } from '../text/reading.js';
import { countWords } from '../text/words.js';
import { FOLDED, fold } from './fold.js';

/** How all of a unit is emphasised. */
export type Emphasis = 'bold' | 'italic' | null;

/**
 * What a unit is wherever it stands (see `Unit` for the meaning of each). Its block's prose keeps it, so that after an edit only the units
 * of blocks that changed are read again. What takes time to find out is found out when asked for.
 */
export class UnitText {
  readonly prose: Prose;
  /** Lines from the block's first. */
  readonly line: number;
  readonly endLine: number;
  readonly raw: string;
  readonly text: string;
  readonly emphasis: Emphasis;
  readonly level: number;
  readonly #whole: boolean;
  #plain: string | undefined;
  #words: number | undefined;
  #parted: boolean | undefined;

  /** `start` and `end` are relative to the block; `first` says whether nothing of the block stands before it. */
  constructor(
    block: Block,
    readonly start: number,
    readonly end: number,
    readonly first: boolean,
    lines: Lines,
    readonly memory: unknown[],
  ) {
    const { prose } = block;
    const whole = start === 0 && end === prose.text.length;
    this.prose = prose;
    this.line = whole ? 0 : lines.lineAt(block.start + start) - block.line;
    this.endLine = (whole ? block.endLine : lines.lineAt(block.start + end)) - block.line;
    this.raw = whole ? block.text : block.text.slice(start, end);
    this.text = whole ? prose.text : prose.text.slice(start, end);
    this.emphasis = isText(block) ? emphasisOf(this.raw) : null;
    this.#whole = whole;
    this.level = block.level || (this.#standsForHeading() ? 7 : 0);
    this.#plain = whole && isText(block) && !(prose.signs & FOLDED) ? this.text : undefined;
  }

  /** A short bold line that is a paragraph by itself. */
  #standsForHeading(): boolean {
    return this.emphasis === 'bold' && this.#whole && this.endLine === 0 && this.words <= 16;
  }

  get plain(): string {
    this.#plain ??= fold(this.text, this.prose.signs);
    return this.#plain;
  }

  get words(): number {
    if (this.#whole) return this.prose.words;
    this.#words ??= this.#countWords();
    return this.#words;
  }

  /** The last of a block's units has the words that those before it, mostly a label or question, leave it: a break parts no word. */
  #countWords(): number {
    const { text, words } = this.prose;
    return this.end === text.length ? words - countWords(text, 0, this.start) : countWords(this.text);
  }

  get runs(): Runs | undefined {
    this.#parted ??= (this.prose.signs & Sign.Joiner) !== 0 && partsWord(this.prose.text);
    return this.#parted ? undefined : this.prose.runs;
  }
}

/** Whether a block is read as running text. */
export function isText({ type }: Block): boolean {
  return type === 'paragraph' || type === 'heading';
}

/** Whether masked markup parts a word: "un**believ**able". */
function partsWord(text: string): boolean {
  for (let from = text.indexOf(JOINER); from !== -1; ) {
    let to = from + 1;
    while (codeAt(text, to) === codeAt(JOINER, 0)) to++;
    if (classOf(codeAt(text, from - 1)) === Class.Letter && classOf(codeAt(text, to)) === Class.Letter) return true;
    from = text.indexOf(JOINER, to);
  }
  return false;
}

function emphasisOf(raw: string): Emphasis {
  const first = codeAt(raw, 0);
  if (first !== 42 && first !== 95) return null;
  const second = codeAt(raw, 1);
  if (second === first && isBetween(raw, raw.slice(0, 2), '.:!?')) return 'bold';
  if (raw.startsWith('***') || raw.startsWith('**_') || raw.startsWith('_**'))
    return /^[\s\S]{4,}(?:\*\*\*|_\*\*|\*\*_)$/.test(raw) ? 'bold' : null;
  return second !== 42 && second !== 95 && isBetween(raw, raw[0]!, '') ? 'italic' : null;
}

/** Whether the sign of emphasis that opens a text closes it; one of the characters `behind` may stand behind it. */
function isBetween(raw: string, mark: string, behind: string): boolean {
  const close = raw.indexOf(mark, mark.length);
  const end = close + mark.length;
  if (close <= mark.length || end + 1 < raw.length || !behind.includes(raw.slice(end))) return false;
  return !/\s/.test(raw[mark.length]!);
}
