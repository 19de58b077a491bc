import MarkdownIt, { type StateBlock, type Token } from 'markdown-it';
import { codeAt } from '../text/characters.js';
import { Lines } from '../text/lines.js';
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
): { readonly tokens: readonly Token[]; readonly references: References } {
  parser ??= makeParser();
  const source = normalised(text);
  const state = new parser.State(source, parser.markdown, source.length === text.length ? lines : new Lines(source));
  parser.markdown.block.tokenize(state as unknown as StateBlock, firstLine, state.lineMax);
  const { tokens, env } = state;
  return { tokens, references: env.references ? new Set(Object.keys(env.references)) : NO_REFERENCES };
}

let parser: ReturnType<typeof makeParser> | undefined;

type Parser = ReturnType<typeof MarkdownIt>;

function makeParser(): { readonly markdown: Parser; readonly State: typeof State } {
  const markdown = new MarkdownIt({ html: true, linkify: false });
  markdown.block.ruler.before('table', 'plain_line', plainLine);
  Object.setPrototypeOf(State.prototype, markdown.block.State.prototype);
  return { markdown, State };
}

/**
 * Markdown-it's state of a block pass with its methods but for `push`, made in another way: its constructor and its tokens' define each
 * property one by one, which took a third of the block pass, and it looks for the lines, which are known.
 */
class State {
  readonly env: { readonly references?: Readonly<Record<string, unknown>> } = {};
  readonly tokens: Token[] = [];
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

  constructor(
    readonly src: string,
    readonly md: Parser,
    lines: Lines,
  ) {
    const { length } = src;
    const most = lines.count + 1;
    this.bMarks = new Array<number>(most).fill(length);
    this.eMarks = new Array<number>(most).fill(length);
    this.tShift = new Array<number>(most).fill(0);
    this.sCount = new Array<number>(most).fill(0);
    this.bsCount = new Array<number>(most).fill(0);
    this.lineMax = lines.count;
    this.#readLines(lines);
  }

  /** Where lines begin and end and how far they are indented; behind them all stands an empty one. */
  #readLines(lines: Lines): void {
    const { src } = this;
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
        break;
      }
      this.bMarks[line] = start;
      this.eMarks[line] = end;
      this.tShift[line] = at - start;
      this.sCount[line] = column;
    }
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
}

/**
 * A line of words with an empty line or an item of a list behind it is a paragraph, whatever the other rules would look for: most of a
 * document is read without asking any of them.
 */
function plainLine(state: StateBlock, line: number, endLine: number): boolean {
  const start = state.bMarks[line]! + state.tShift[line]!;
  if (!opensWords(state.src, start) || state.sCount[line]! - state.blkIndent >= 4) return false;
  if (line + 1 < endLine && !state.isEmpty(line + 1) && !opensItem(state, line + 1)) return false;
  let end = state.eMarks[line]!;
  while (isSpace(codeAt(state.src, end - 1))) end--;
  state.line = line + 1;
  // Without the tokens that open and close a paragraph, which say nothing more and make up much of what a parse leaves to be collected.
  const inline = state.push('inline', '', 0);
  inline.content = state.src.slice(start, end);
  inline.map = [line, line + 1];
  return true;
}

/** Whether a letter stands at `at`, or two asterisks and a letter: neither opens a block but a paragraph. */
function opensWords(text: string, at: number): boolean {
  const c = codeAt(text, at);
  return isLetter(c === ASTERISK && codeAt(text, at + 1) === ASTERISK ? codeAt(text, at + 2) : c);
}

const ASTERISK = 42;

/** Whether a line opens an item that ends the paragraph above it: a bullet with words behind it, not indented too far to be one. */
function opensItem(state: StateBlock, line: number): boolean {
  const { src, blkIndent, listIndent } = state;
  const indent = state.sCount[line]!;
  if (indent < 0 || indent - blkIndent >= 4 || (listIndent >= 0 && indent - listIndent >= 4)) return false;
  const at = state.bMarks[line]! + state.tShift[line]!;
  const c = codeAt(src, at);
  if (c !== 45 && c !== ASTERISK && c !== 43) return false;
  return isSpace(codeAt(src, at + 1)) && state.skipSpaces(at + 1) < state.eMarks[line]!;
}

/** Letters of ASCII, Hangul, kana and Han. */
function isLetter(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c >= 0x3040 && c < 0xd800);
}

function isSpace(c: number): boolean {
  return c === 32 || c === 9;
}

/** As markdown-it normalises, but for a byte order mark: it is no character of the first line, and a space keeps every offset. */
function normalised(text: string): string {
  let source = codeAt(text, 0) === 0xfeff ? ` ${text.slice(1)}` : text;
  if (source.includes('\r')) source = source.replace(/\r\n?/g, '\n');
  return source.includes('\0') ? source.replaceAll('\0', '\ufffd') : source;
}
