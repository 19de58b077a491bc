import type { Token } from 'markdown-it';
import type { Block, BlockType, ListInfo, Prose, Range } from '../model.js';
import { flatSlice } from '../text/characters.js';
import type { Lines } from '../text/lines.js';
import { blockTokens, ParagraphToken } from './block-tokens.js';
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
 * Gives the prose of a block's source; the caller caches by text, so an unchanged block is read once. `prefixes` are from and to of what
 * stands in front of its further lines, relative to the block. `references` are those of the document: what stands in brackets is a link
 * where one says so.
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

/** Where a block stands. */
interface Place extends Range {
  /** 0-based first and last line. */
  readonly line: number;
  readonly endLine: number;
  readonly prefixes: readonly number[];
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

  token(tokens: readonly (Token | ParagraphToken)[], i: number): void {
    const token = tokens[i]!;
    if (token instanceof ParagraphToken) {
      this.#add('paragraph', 0, token);
      return;
    }
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
        this.#addLines('table', token);
        break;
      case 'table_close':
        this.#table--;
        break;
      case 'inline':
        if (this.#table === 0) this.#addHeading(token, tokens[i - 1] as Token);
        break;
      case 'fence':
      case 'code_block':
        this.#addLines('code', token);
        break;
      case 'html_block':
        // What stands on a line of its own in angle brackets is HTML to Markdown, whatever its words say.
        this.#addLines(isToBeFilled(token.content, 0) ? 'paragraph' : 'html', token);
        break;
      case 'hr':
        this.#addLines('rule', token);
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

  /** Adds a heading, whose content markdown-it gives: every line of it is a piece of its source line. */
  #addHeading(token: Token, open: Token): void {
    const level = Number(open.tag.slice(1));
    const line = token.map![0];
    const content = withoutId(token.content);
    if (content === '') {
      // Its marks are no text of its.
      const end = this.lines.start(line) + this.lines.slice(line).trimEnd().length;
      this.#add('heading', level, { start: end, end, line, endLine: line, prefixes: [] });
      return;
    }
    const parts = content.includes('\n') ? content.split('\n') : [content];
    const prefixes: number[] = [];
    let start = 0;
    let end = 0;
    for (let n = 0; n < parts.length; n++) {
      const own = this.lines.start(line + n);
      const { column, length } = placeOf(this.lines.slice(line + n), parts[n]!);
      if (n === 0) start = own + column;
      else prefixes.push(own - start, own + column - start);
      end = own + column + length;
    }
    this.#add('heading', level, { start, end, line, endLine: line + parts.length - 1, prefixes });
  }

  /** Adds a leaf of all the lines of its token, but for empty ones at both ends. */
  #addLines(type: BlockType, token: Token, level = 0): void {
    const { lines } = this;
    let line = token.map![0];
    let endLine = Math.min(token.map![1], lines.count) - 1;
    while (endLine > line && lines.slice(endLine).trim() === '') endLine--;
    while (line < endLine && lines.slice(line).trim() === '') line++;
    this.#add(type, level, { start: lines.start(line), end: lines.end(endLine), line, endLine, prefixes: [] });
  }

  #add(type: BlockType, level: number, { start, end, line, endLine, prefixes }: Place): void {
    const text = flatSlice(this.lines.text, start, end);
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
}

/** A heading's text without its name for links, `## FAQ {#faq}`, as Google Docs and static sites write it. */
export function withoutId(text: string): string {
  const at = text.endsWith('}') ? text.lastIndexOf('{#') : -1;
  return at === -1 || /[\s{}]/.test(text.slice(at + 2, -1)) ? text : text.slice(0, at).trimEnd();
}

/** Where `part` of a heading stands in its source line: behind the marks. Where markdown-it expanded a tab there is only the text behind it to go by. */
function placeOf(source: string, part: string): { column: number; length: number } {
  const marks = /^(?:#+|[\s>]*(?:(?:[-*+]|\d+[.)])\s+)*#*)/.exec(source)![0].length;
  const column = source.indexOf(part, marks);
  if (column !== -1) return { column, length: part.length };
  const text = part.trim();
  const at = Math.max(0, source.lastIndexOf(text));
  return { column: at, length: Math.min(text.length, source.length - at) };
}
