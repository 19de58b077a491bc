import MarkdownIt, { type Token } from 'markdown-it';
import type { Block, BlockType, ListInfo, Prose } from '../model.js';
import type { Lines } from '../text/lines.js';
import type { FrontMatter } from './front-matter.js';

/**
 * The Markdown as blocks with exact places.
 *
 * Only markdown-it's block pass runs: it takes a third of the time of a whole parse, and what rules need from the inline level
 * (masked markup, emphasis, links) `mask.ts` finds in one pass. HTML is recognised so that comments are no words; the preview
 * escapes every other HTML (`src/vscode/preview/render.ts`), so nothing raw is ever shown.
 */
let parser: ReturnType<typeof MarkdownIt> | undefined;

function blockParser(): ReturnType<typeof MarkdownIt> {
  if (parser) return parser;
  parser = new MarkdownIt({ html: true, linkify: false });
  for (const rule of ['inline', 'linkify', 'replacements', 'smartquotes', 'text_join'])
    parser.core.ruler.disable(rule, true);
  return parser;
}

export interface ParsedMarkdown {
  readonly text: string;
  readonly lines: Lines;
  readonly frontMatter: FrontMatter | null;
  readonly blocks: readonly Block[];
  readonly lists: readonly ListInfo[];
}

/** Gives the prose of a block's source; the caller caches by text, so an unchanged block is read once. */
export type ProseReader = (type: BlockType, source: string, prefixes: readonly number[]) => Prose;

type MutableList = { -readonly [K in keyof ListInfo]: ListInfo[K] };

/** Parses what follows the front matter of `text` into blocks in document order. Never throws. */
export function parseMarkdown(
  text: string,
  lines: Lines,
  matter: FrontMatter | null,
  readProse: ProseReader,
): ParsedMarkdown {
  const firstLine = matter ? matter.endLine + 1 : 0;
  const body = text.slice(lines.start(firstLine));
  // A byte order mark is no character of the first line; a space in its place keeps every offset.
  const tokens = blockParser().parse(body.charCodeAt(0) === 0xfeff ? ` ${body.slice(1)}` : body, {});
  const walk = new Walk(lines, firstLine, readProse);
  for (let i = 0; i < tokens.length; i++) walk.token(tokens, i);
  return { text, lines, frontMatter: matter, blocks: walk.blocks, lists: walk.lists };
}

class Walk {
  readonly blocks: Block[] = [];
  readonly lists: ListInfo[] = [];
  #list: MutableList | null = null;
  #firstInItem = false;
  #quote = 0;
  #table = 0;

  constructor(
    readonly lines: Lines,
    readonly offset: number,
    readonly readProse: ProseReader,
  ) {}

  token(tokens: readonly Token[], i: number): void {
    const token = tokens[i]!;
    switch (token.type) {
      case 'blockquote_open':
        this.#quote++;
        break;
      case 'blockquote_close':
        this.#quote--;
        break;
      case 'bullet_list_open':
      case 'ordered_list_open':
        this.#openList(token);
        break;
      case 'bullet_list_close':
      case 'ordered_list_close':
        this.#list = (this.#list?.parent as MutableList | null) ?? null;
        break;
      case 'list_item_open':
        this.#list!.items++;
        this.#firstInItem = true;
        break;
      case 'table_open':
        this.#table++;
        this.#add('table', token, 0, null);
        break;
      case 'table_close':
        this.#table--;
        break;
      case 'inline':
        if (this.#table === 0) this.#inline(token, tokens[i - 1]!);
        break;
      case 'fence':
      case 'code_block':
        this.#add('code', token, 0, null);
        break;
      case 'html_block':
        this.#add('html', token, 0, null);
        break;
      case 'hr':
        this.#add('rule', token, 0, null);
        break;
    }
  }

  #openList(token: Token): void {
    const line = this.offset + token.map![0];
    const list: MutableList = {
      start: this.lines.start(line),
      end: this.lines.start(line),
      ordered: token.type === 'ordered_list_open',
      line,
      endLine: line,
      depth: this.#list ? this.#list.depth + 1 : 0,
      parent: this.#list,
      items: 0,
      quote: this.#quote,
    };
    const slice = this.lines.slice(line);
    list.start += slice.length - slice.trimStart().length;
    this.lists.push(list);
    this.#list = list;
  }

  #inline(token: Token, open: Token): void {
    if (open.type === 'heading_open') this.#add('heading', token, Number(open.tag.slice(1)), token.content);
    else if (token.content !== '') this.#add('paragraph', token, 0, token.content);
  }

  /** Adds a leaf; `content` is markdown-it's inline content, whose every line is a piece of its source line. */
  #add(type: BlockType, token: Token, level: number, content: string | null): void {
    const { lines } = this;
    let line = this.offset + token.map![0];
    let endLine = Math.min(this.offset + token.map![1], lines.count) - 1;
    let start = lines.start(line);
    let end: number;
    const prefixes: number[] = [];
    if (content !== null && content !== '') {
      const parts = content.split('\n');
      endLine = line + parts.length - 1;
      end = start;
      for (const [n, part] of parts.entries()) {
        const { column, length } = placeOf(lines.slice(line + n), part, type === 'heading');
        if (n === 0) start += column;
        else prefixes.push(lines.start(line + n) - start, lines.start(line + n) + column - start);
        end = lines.start(line + n) + column + length;
      }
    } else {
      while (endLine > line && lines.slice(endLine).trim() === '') endLine--;
      while (line < endLine && lines.slice(line).trim() === '') line++;
      start = lines.start(line);
      end = lines.end(endLine);
    }
    const text = lines.text.slice(start, end);
    this.blocks.push({
      type,
      start,
      end,
      line,
      endLine,
      level,
      quote: this.#quote,
      list: this.#list,
      firstInItem: this.#firstInItem,
      text,
      prose: this.readProse(type, text, prefixes),
    });
    this.#firstInItem = false;
    for (let list = this.#list; list; list = list.parent as MutableList | null) {
      list.end = Math.max(list.end, end);
      list.endLine = Math.max(list.endLine, endLine);
    }
  }
}

/**
 * Where `part` stands in its source line: after the marks of a heading, else as far right as it fits. Where markdown-it expanded a
 * tab there is only the text behind it to go by.
 */
function placeOf(source: string, part: string, heading: boolean): { column: number; length: number } {
  const marks = heading ? /^[\s>]*(?:(?:[-*+]|\d+[.)])\s+)*#*/.exec(source)![0].length : 0;
  const column = heading ? source.indexOf(part, marks) : source.lastIndexOf(part);
  if (column !== -1) return { column, length: part.length };
  const text = part.trim();
  const at = Math.max(0, source.lastIndexOf(text));
  return { column: at, length: Math.min(text.length, source.length - at) };
}
