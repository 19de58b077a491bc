import type { Token } from 'markdown-it';
import type { Block, BlockType, ListInfo, Prose } from '../model.js';
import { codeAt } from '../text/characters.js';
import type { Lines } from '../text/lines.js';
import { blockTokens } from './block-tokens.js';
import type { FrontMatter } from './front-matter.js';
import { isToBeFilled } from './mask.js';
import type { References } from './references.js';

/** The Markdown as blocks with exact places. */
export interface ParsedMarkdown {
  readonly text: string;
  readonly lines: Lines;
  readonly frontMatter: FrontMatter | null;
  readonly blocks: readonly Block[];
  readonly lists: readonly ListInfo[];
}

/**
 * Gives the prose of a block's source; the caller caches by text, so an unchanged block is read once. `references` are those of the
 * document: what stands in brackets is a link where one says so.
 */
export type ProseReader = (
  type: BlockType,
  source: string,
  prefixes: readonly number[],
  references: References,
) => Prose;

type MutableList = { -readonly [K in keyof ListInfo]: ListInfo[K] };

/** Parses what follows the front matter of `text` into blocks in document order. Never throws. */
export function parseMarkdown(
  text: string,
  lines: Lines,
  matter: FrontMatter | null,
  readProse: ProseReader,
): ParsedMarkdown {
  const { tokens, references } = blockTokens(text, lines, matter ? matter.endLine + 1 : 0);
  const walk = new Walk(lines, readProse, references);
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
    readonly readProse: ProseReader,
    readonly references: References,
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
        if (this.#table === 0) this.#inline(token, tokens[i - 1]);
        break;
      case 'fence':
      case 'code_block':
        this.#add('code', token, 0, null);
        break;
      case 'html_block':
        // What stands on a line of its own in angle brackets is HTML to Markdown, whatever its words say.
        this.#add(isToBeFilled(token.content, 0) ? 'paragraph' : 'html', token, 0, null);
        break;
      case 'hr':
        this.#add('rule', token, 0, null);
        break;
    }
  }

  #openList(token: Token): void {
    const line = token.map![0];
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

  #inline(token: Token, open: Token | undefined): void {
    if (open?.type === 'heading_open') this.#add('heading', token, Number(open.tag.slice(1)), token.content);
    else if (token.content !== '') this.#add('paragraph', token, 0, token.content);
  }

  /** Adds a leaf; `content` is markdown-it's inline content, whose every line is a piece of its source line. */
  #add(type: BlockType, token: Token, level: number, content: string | null): void {
    const { lines } = this;
    let line = token.map![0];
    let endLine = Math.min(token.map![1], lines.count) - 1;
    let start = lines.start(line);
    let end: number;
    let prefixes: readonly number[] = NO_PREFIXES;
    if (content) {
      const breakAt = endLine > line ? content.indexOf('\n') : -1;
      const first = breakAt === -1 ? content : content.slice(0, breakAt);
      const { column, length } = placeOf(lines, line, first, type === 'heading');
      start += column;
      end = start + length;
      endLine = line;
      if (breakAt !== -1) {
        const rest = content.slice(breakAt + 1).split('\n');
        endLine += rest.length;
        ({ prefixes, end } = this.#place(type, rest, line + 1, start));
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
      prose: this.readProse(type, text, prefixes, this.references),
    });
    this.#firstInItem = false;
    for (let list = this.#list; list; list = list.parent as MutableList | null) {
      list.end = Math.max(list.end, end);
      list.endLine = Math.max(list.endLine, endLine);
    }
  }

  /** Where what stands in front of a block's further lines begins and ends, relative to the block; and where the last ends. */
  #place(type: BlockType, parts: readonly string[], line: number, start: number): { prefixes: number[]; end: number } {
    const prefixes: number[] = [];
    let end = start;
    for (let n = 0; n < parts.length; n++) {
      const own = this.lines.start(line + n);
      const { column, length } = placeOf(this.lines, line + n, parts[n]!, type === 'heading');
      prefixes.push(own - start, own + column - start);
      end = own + column + length;
    }
    return { prefixes, end };
  }
}

const NO_PREFIXES: readonly number[] = [];

function isWhite(c: number): boolean {
  return c <= 32;
}

/**
 * Where `part` stands in its source line: after the marks of a heading, else as far right as it fits. Where markdown-it expanded a
 * tab there is only the text behind it to go by.
 */
function placeOf(lines: Lines, line: number, part: string, heading: boolean): { column: number; length: number } {
  // Most lines end with it: all but those whose last white space was cut off, or that begin with what a tab was expanded to.
  const end = lines.end(line);
  if (!heading && !isWhite(codeAt(lines.text, end - 1)) && !isWhite(codeAt(part, 0)))
    return { column: end - lines.start(line) - part.length, length: part.length };
  const source = lines.slice(line);
  const marks = heading ? /^(?:#+|[\s>]*(?:(?:[-*+]|\d+[.)])\s+)*#*)/.exec(source)![0].length : 0;
  const column = heading ? source.indexOf(part, marks) : source.lastIndexOf(part);
  if (column !== -1) return { column, length: part.length };
  const text = part.trim();
  const at = Math.max(0, source.lastIndexOf(text));
  return { column: at, length: Math.min(text.length, source.length - at) };
}
