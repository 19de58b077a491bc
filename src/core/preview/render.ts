import MarkdownIt, { type Renderer, type Token } from 'markdown-it';
import { SILENT_HTML } from '../layout/runs.js';
import { readCallouts } from '../markdown/callouts.js';
import { withoutId } from '../markdown/parse.js';
import type { Analysis } from '../narrative/narrative.js';
import { partBreaks } from '../narrative/part-breaks.js';

export interface RenderOptions {
  /** Turns a Markdown image source into what the page may load; null shows the image's text instead. */
  readonly image: (source: string) => string | null;
}

let renderer: ReturnType<typeof MarkdownIt> | undefined;

/**
 * HTML is parsed, so that a comment ends a paragraph here exactly where it does for the engine, and never passed on: comments
 * vanish, folds are open, and any other HTML is shown as text. Made when first needed: not every session opens a preview.
 */
function markdownRenderer(): ReturnType<typeof MarkdownIt> {
  if (renderer) return renderer;
  const markdown = new MarkdownIt({ html: true, linkify: false, typographer: false });
  markdown.inline.ruler.disable('entity');
  readCallouts(markdown);
  const { rules } = markdown.renderer;
  // The browser knows what `&copy;` is; all that a reference can become there is text.
  rules.text = (tokens, index) =>
    escapeHtml(tokens[index]!.content).replace(/&amp;(#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi, '&$1;');
  rules.html_inline = (tokens, index) => {
    const { content } = tokens[index]!;
    return /^<br\b/i.test(content) ? '<br>' : escapeHtml(content.replace(SILENT_HTML, ''));
  };
  rules.html_block = (tokens, index) => {
    const text = visibleText(tokens[index]!.content);
    return text === '' ? '' : `<p${attributes(tokens[index]!)}>${text}</p>\n`;
  };
  // Markdown-it's own fence rule puts the attributes on `code`; the page looks for them on the block.
  rules.fence = (tokens, index) =>
    `<pre${attributes(tokens[index]!)}><code>${escapeHtml(tokens[index]!.content)}</code></pre>\n`;
  rules.code_block = rules.fence;
  rules.image = (tokens, index, options, env, self) =>
    image(tokens[index]!, env as unknown as Environment, self, options);
  renderer = markdown;
  return markdown;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** HTML as text, without its comments and folds. */
function visibleText(html: string): string {
  const visible = html.replace(SILENT_HTML, '');
  return visible.trim() === '' ? '' : escapeHtml(visible);
}

interface Environment {
  readonly image: RenderOptions['image'];
}

function image(
  token: Token,
  env: Environment,
  self: Renderer,
  options: Parameters<Renderer['renderInlineAsText']>[1],
): string {
  const alt = self.renderInlineAsText(token.children ?? [], options, {});
  const source = env.image(String(token.attrGet('src') ?? ''));
  if (source === null) return `<span class="blocked-image">${escapeHtml(alt)}</span>`;
  return `<img src="${escapeHtml(source)}" alt="${escapeHtml(alt)}">`;
}

function attributes(token: Token): string {
  return (token.attrs ?? []).map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`).join('');
}

/** Takes a heading's name for links out of its text. */
function hideId({ children }: Token): void {
  const last = children?.at(-1);
  if (last?.type === 'text') last.content = withoutId(last.content);
}

/** An outermost block of the document, as the preview's HTML. */
export interface RenderedBlock {
  /** Its first line in the document, 0-based. */
  readonly line: number;
  /** The part of the paper that begins with it; null where none does. */
  readonly part: string | null;
  /** `data-source-line` in it counts from its own first line, so that it stays the same when lines come or go above it. */
  readonly html: string;
}

/**
 * The document as the preview's HTML, block by block: what an edit leaves alone is the same text as before. Every block has
 * `data-source-line`. Front matter and comments are not in it, and nothing in it can run or load but what `image` allows.
 */
export function renderBlocks(analysis: Analysis, options: RenderOptions): RenderedBlock[] {
  const { text, lines, frontMatter, blocks } = analysis.markdown;
  const firstLine = frontMatter ? frontMatter.endLine + 1 : 0;
  const body = text.slice(lines.start(firstLine));
  const env = { image: options.image } satisfies Environment as unknown as Record<string, unknown>;
  const markdown = markdownRenderer();
  const tokens = markdown.parse(body.charCodeAt(0) === 0xfeff ? ` ${body.slice(1)}` : body, env);
  const parts = partBreaks(analysis).map(({ firstBlock, part }) => ({ line: blocks[firstBlock]?.line ?? -1, part }));
  const rendered: RenderedBlock[] = [];
  let part: string | null = null;
  for (let from = 0, to = 0; from < tokens.length; from = to) {
    to = endOfBlock(tokens, from);
    const [start, end] = tokens[from]!.map ?? [0, 0];
    while (parts[0] && parts[0].line < end + firstLine) part = parts.shift()!.part;
    const own = tokens.slice(from, to);
    for (const token of own) {
      // On paper, tight and loose lists look the same: every paragraph is one, and says where it stands.
      token.hidden = false;
      alignByAttribute(token);
      if (token.type === 'heading_open') hideId(own[own.indexOf(token) + 1]!);
      if (token.map && token.nesting >= 0 && token.type !== 'inline')
        token.attrSet('data-source-line', String(token.map[0] - start));
    }
    const html = markdown.renderer.render(own, markdown.options, env);
    // A comment shows nothing; the part begins with what shows first.
    if (html === '') continue;
    rendered.push({ line: start + firstLine, part, html });
    part = null;
  }
  return rendered;
}

/** Index of the token behind the outermost block that begins at `from`. */
function endOfBlock(tokens: readonly Token[], from: number): number {
  let depth = 0;
  let at = from;
  do depth += tokens[at++]!.nesting;
  while (depth > 0 && at < tokens.length);
  return at;
}

/** Markdown-it aligns cells by a style attribute, which the page's security policy forbids. */
function alignByAttribute(token: Token): void {
  if (token.type !== 'th_open' && token.type !== 'td_open') return;
  const align = /^text-align:(\w+)$/.exec(String(token.attrGet('style') ?? ''))?.[1];
  token.attrs = align === undefined ? [] : [['data-align', align]];
}

/** What the running head says: the document's title, and its date or draft. */
export function runningHead({ markdown: { frontMatter, text }, narrative, recognition }: Analysis): {
  title: string;
  edition: string;
} {
  const headline = narrative.sections.find((section) => section.id === 'headline')?.body;
  const first = recognition.units.find((unit) => unit.level > 0)?.plain ?? '';
  const title =
    frontMatter?.entries.get('title') ??
    (headline
      ? text
          .slice(headline.start, headline.end)
          .replace(/[*_`#]/g, '')
          .trim()
      : first);
  const edition = ['status', 'version', 'date']
    .map((key) => frontMatter?.entries.get(key))
    .filter((value) => value !== undefined);
  return { title, edition: edition.join(' · ') };
}
