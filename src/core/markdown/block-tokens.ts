import MarkdownIt, { type StateBlock, type Token } from 'markdown-it';
import { codeAt } from '../text/characters.js';
import { Lines } from '../text/lines.js';

/**
 * Runs markdown-it's block pass over `text` from a 0-based line on and gives its tokens, with line numbers of the whole text.
 *
 * Only the block pass: it takes a third of the time of a whole parse, and what rules need from the inline level (masked markup,
 * emphasis, links) `mask.ts` finds in one pass. HTML is recognised so that comments are no words; the preview escapes every other HTML
 * (`preview/render.ts`), so nothing raw is ever shown.
 */
export function blockTokens(text: string, lines: Lines, firstLine: number): Token[] {
  parser ??= makeParser();
  const tokens: Token[] = [];
  const source = normalised(text);
  const state = new parser.State(source, parser.markdown, {}, tokens);
  fillLines(state, source.length === text.length ? lines : new Lines(source));
  parser.markdown.block.tokenize(state, firstLine, state.lineMax);
  return tokens;
}

let parser: ReturnType<typeof makeParser> | undefined;

function makeParser(): { readonly markdown: ReturnType<typeof MarkdownIt>; readonly State: typeof StateBlock } {
  const markdown = new MarkdownIt({ html: true, linkify: false });
  markdown.block.ruler.before('table', 'plain_line', plainLine);
  /** Markdown-it defines each property of each token one by one, which took a third of the block pass. */
  class State extends markdown.block.State {
    constructor(source: string, md: ReturnType<typeof MarkdownIt>, env: object, tokens: Token[]) {
      // Given no text, it doesn't look for lines: they are known.
      super('', md, env as StateBlock['env'], tokens);
      this.src = source;
    }

    override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
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
  return { markdown, State };
}

/**
 * A line of words with an empty line behind it is a paragraph, whatever the other rules would look for: most of a document is read
 * without asking any of them.
 */
function plainLine(state: StateBlock, line: number, endLine: number): boolean {
  const start = state.bMarks[line]! + state.tShift[line]!;
  if (!isLetter(codeAt(state.src, start)) || state.sCount[line]! - state.blkIndent >= 4) return false;
  if (line + 1 < endLine && !state.isEmpty(line + 1)) return false;
  let end = state.eMarks[line]!;
  while (isSpace(codeAt(state.src, end - 1))) end--;
  state.line = line + 1;
  // Without the tokens that open and close a paragraph, which say nothing more and make up much of what a parse leaves to be collected.
  const inline = state.push('inline', '', 0);
  inline.content = state.src.slice(start, end);
  inline.map = [line, line + 1];
  return true;
}

/** Letters that open no block but a paragraph: of ASCII, and Hangul, kana and Han. */
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

/** Tells the state where lines begin and end and how far they are indented, as its constructor does. */
function fillLines(state: StateBlock, lines: Lines): void {
  const { src } = state;
  state.bMarks = [];
  state.eMarks = [];
  state.tShift = [];
  state.sCount = [];
  state.bsCount = [];
  const push = (start: number, end: number, shift: number, column: number): void => {
    state.bMarks.push(start);
    state.eMarks.push(end);
    state.tShift.push(shift);
    state.sCount.push(column);
    state.bsCount.push(0);
  };
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
    if (at === end && line === lines.count - 1) break;
    push(start, end, at - start, column);
  }
  push(src.length, src.length, 0, 0);
  state.lineMax = state.bMarks.length - 1;
}
