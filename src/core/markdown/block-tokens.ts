import MarkdownIt, { type StateBlock, type Token } from 'markdown-it';
import { codeAt } from '../text/characters.js';
import { Lines } from '../text/lines.js';
import { readCallouts } from './callouts.js';
import { NO_REFERENCES, type References } from './references.js';

/**
 * Runs markdown-it's block pass over `text` from a 0-based line on and gives its tokens, with line numbers of the whole text.
 *
 * Only the block pass: it takes a third of the time of a whole parse, and what rules need from the inline level (masked markup,
 * emphasis, links) `mask.ts` finds in one pass. HTML is recognised so that comments are no words; the preview escapes every other HTML
 * (`preview/render.ts`), so nothing raw is ever shown.
 */
export function blockTokens(
  text: string,
  lines: Lines,
  firstLine: number,
): { readonly tokens: readonly (Token | ParagraphToken)[]; readonly references: References } {
  parser ??= makeParser();
  const state = new parser.State(normalised(text), parser.markdown, lines);
  parser.markdown.block.tokenize(state as unknown as StateBlock, firstLine, state.lineMax);
  const { tokens, env } = state;
  return { tokens, references: env.references ? new Set(Object.keys(env.references)) : NO_REFERENCES };
}

/**
 * A paragraph with its place in the text as given. It stands for markdown-it's three tokens of a paragraph, which hold a copy of its lines
 * that would have to be looked for in the text again, and make up much of what a parse leaves to be collected.
 */
export class ParagraphToken {
  readonly type = 'paragraph';

  constructor(
    readonly level: number,
    readonly start: number,
    readonly end: number,
    /** 0-based first and last line. */
    readonly line: number,
    readonly endLine: number,
    /** From and to of what stands in front of its further lines, where it isn't blank, relative to `start`. */
    readonly prefixes: readonly number[],
  ) {}
}

const NO_PREFIXES: readonly number[] = [];

let parser: ReturnType<typeof makeParser> | undefined;

type Parser = ReturnType<typeof MarkdownIt>;

function makeParser(): { readonly markdown: Parser; readonly State: typeof State } {
  const markdown = new MarkdownIt({ html: true, linkify: false });
  markdown.block.ruler.before('table', 'plain_lines', plainLines);
  readCallouts(markdown);
  markdown.block.ruler.at('paragraph', paragraph);
  Object.setPrototypeOf(State.prototype, markdown.block.State.prototype);
  return { markdown, State };
}

/**
 * Markdown-it's state of a block pass with its methods but for `push`, made in another way: its constructor and its tokens' define each
 * property one by one, which took a third of the block pass, and it looks for the lines, which are known.
 */
class State {
  readonly env: { readonly references?: Readonly<Record<string, unknown>> } = {};
  readonly tokens: (Token | ParagraphToken)[] = [];
  readonly bMarks: number[];
  readonly eMarks: number[];
  readonly tShift: number[];
  readonly sCount: number[];
  readonly bsCount: number[];
  blkIndent = 0;
  line = 0;
  lineMax: number;
  tight = false;
  listIndent = -1;
  parentType = 'root';
  level = 0;
  /** Those of `src`, whose line breaks may be others than those of the text as given. */
  readonly #lines: Lines;

  constructor(
    readonly src: string,
    readonly md: Parser,
    /** Those of the text as given. */
    readonly given: Lines,
  ) {
    const lines = src.length === given.text.length ? given : new Lines(src);
    this.#lines = lines;
    const most = lines.count + 1;
    this.bMarks = new Array<number>(most);
    this.eMarks = new Array<number>(most);
    this.tShift = new Array<number>(most);
    this.sCount = new Array<number>(most);
    this.bsCount = new Array<number>(most);
    this.lineMax = lines.count;
    this.#readLines(lines);
  }

  /** Where lines begin and end and how far they are indented; behind them all stands an empty one. */
  #readLines(lines: Lines): void {
    const { src } = this;
    const { length } = src;
    for (let line = 0; line < lines.count; line++) {
      const start = lines.start(line);
      const end = lines.end(line);
      let at = start;
      let column = 0;
      for (; at < end; at++) {
        const c = codeAt(src, at);
        if (c === 32) column++;
        else if (c === 9) column += 4 - (column % 4);
        else break;
      }
      // White space after the last line break is no line.
      if (at === end && line === lines.count - 1) {
        this.lineMax = line;
        this.#setLine(line, length, length, 0, 0);
      } else this.#setLine(line, start, end, at - start, column);
    }
    this.#setLine(lines.count, length, length, 0, 0);
  }

  /** Sets all of a line: to fill the arrays first takes as long again. */
  #setLine(line: number, start: number, end: number, shift: number, column: number): void {
    this.bMarks[line] = start;
    this.eMarks[line] = end;
    this.tShift[line] = shift;
    this.sCount[line] = column;
    this.bsCount[line] = 0;
  }

  push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
    if (nesting < 0) this.level--;
    const token = {
      type,
      tag,
      attrs: null,
      map: null,
      nesting,
      level: this.level,
      children: null,
      content: '',
      markup: '',
      info: '',
      meta: null,
      block: true,
      hidden: false,
    } as unknown as Token;
    if (nesting > 0) this.level++;
    this.tokens.push(token);
    return token;
  }

  /** Adds a paragraph of the lines `from` to `to` (exclusive), unless nothing stands in them. */
  pushParagraph(from: number, to: number): void {
    const { src } = this;
    const last = to - 1;
    let start = this.#textStart(from);
    let end = this.eMarks[last]!;
    while (start < this.eMarks[from]! && isWhite(codeAt(src, start))) start++;
    while (end > this.#textStart(last) && isWhite(codeAt(src, end - 1))) end--;
    if (start >= end) return;
    start += this.#shift(from);
    const prefixes = last > from ? this.#prefixes(from + 1, last, start) : NO_PREFIXES;
    this.tokens.push(new ParagraphToken(this.level, start, end + this.#shift(last), from, last, prefixes));
  }

  /** What stands in front of the text of the lines `first` to `last`, where it isn't blank: the marks of quotes. */
  #prefixes(first: number, last: number, start: number): readonly number[] {
    let prefixes: number[] | undefined;
    for (let line = first; line <= last; line++) {
      const from = this.#lines.start(line);
      const to = this.#textStart(line);
      if (isBlank(this.src, from, to)) continue;
      const shift = this.#shift(line) - start;
      prefixes ??= [];
      prefixes.push(from + shift, to + shift);
    }
    return prefixes ?? NO_PREFIXES;
  }

  #textStart(line: number): number {
    return this.bMarks[line]! + this.tShift[line]!;
  }

  /** How far a line of the text as given stands behind the same of `src`. */
  #shift(line: number): number {
    return this.given === this.#lines ? 0 : this.given.start(line) - this.#lines.start(line);
  }
}

/**
 * Lines of words with an empty line or an item of a list behind them are a paragraph, whatever the other rules would look for: most of a
 * document is read without asking any of them.
 */
function plainLines(state: StateBlock, line: number, endLine: number): boolean {
  if (!opensWords(state, line) || state.sCount[line]! - state.blkIndent >= 4) return false;
  let next = line + 1;
  while (next < endLine && !state.isEmpty(next)) {
    if (opensWords(state, next)) next++;
    else if (opensItem(state, next)) break;
    else return false;
  }
  return endParagraph(state, line, next);
}

/** Markdown-it's rule, which makes other tokens. */
function paragraph(state: StateBlock, line: number, endLine: number): boolean {
  const terminators = state.md.block.ruler.getRules('paragraph');
  const { parentType } = state;
  state.parentType = 'paragraph';
  let next = line + 1;
  while (next < endLine && !state.isEmpty(next)) {
    // Neither what is indented as far as code nor a line that goes on with a quotation without its mark opens another block.
    const continues = state.sCount[next]! - state.blkIndent > 3 || state.sCount[next]! < 0;
    if (!continues && terminators.some((terminates) => terminates(state, next, endLine, true))) break;
    next++;
  }
  state.parentType = parentType;
  return endParagraph(state, line, next);
}

function endParagraph(state: StateBlock, line: number, next: number): true {
  state.line = next;
  (state as unknown as State).pushParagraph(line, next);
  return true;
}

/** Whether a line begins with a letter, or with two asterisks and a letter: neither opens a block but a paragraph. */
function opensWords({ src, bMarks, tShift }: StateBlock, line: number): boolean {
  const at = bMarks[line]! + tShift[line]!;
  const c = codeAt(src, at);
  return isLetter(c === ASTERISK && codeAt(src, at + 1) === ASTERISK ? codeAt(src, at + 2) : c);
}

const ASTERISK = 42;

/** Whether a line opens an item that ends the paragraph above it: a mark with words behind it, not indented too far to be one. */
function opensItem(state: StateBlock, line: number): boolean {
  const { src, blkIndent, listIndent } = state;
  const indent = state.sCount[line]!;
  if (indent < 0 || indent - blkIndent >= 4 || (listIndent >= 0 && indent - listIndent >= 4)) return false;
  const at = state.bMarks[line]! + state.tShift[line]!;
  const end = markEnd(src, at, indent < blkIndent);
  return isSpace(codeAt(src, end)) && state.skipSpaces(end) < state.eMarks[line]!;
}

/** Where the mark of an item ends; -1 for none. A number other than 1 is one only where the list is known. */
function markEnd(src: string, at: number, inList: boolean): number {
  const c = codeAt(src, at);
  if (c === 45 || c === ASTERISK || c === 43) return at + 1;
  let end = at;
  while (end - at < 9 && isDigit(codeAt(src, end))) end++;
  if (end === at || !(inList || (end === at + 1 && c === 49))) return -1;
  return codeAt(src, end) === 46 || codeAt(src, end) === 41 ? end + 1 : -1;
}

/** Letters of ASCII, Hangul, kana and Han. */
function isLetter(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c >= 0x3040 && c < 0xd800);
}

function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}

function isSpace(c: number): boolean {
  return c === 32 || c === 9;
}

/** White space of ASCII, which markdown-it cuts off at both ends of a paragraph. */
function isWhite(c: number): boolean {
  return c === 32 || (c >= 9 && c <= 13);
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!isSpace(codeAt(text, i))) return false;
  return true;
}

/** As markdown-it normalises, but for a byte order mark: it is no character of the first line, and a space keeps every offset. */
function normalised(text: string): string {
  const source = codeAt(text, 0) === 0xfeff ? ` ${text.slice(1)}` : text;
  return source.includes('\r') ? source.replace(/\r\n?/g, '\n') : source;
}
