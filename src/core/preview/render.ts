import MarkdownIt, { type Renderer, type Token } from 'markdown-it';
import type { Analysis } from '../narrative/narrative.js';
import { partBreaks } from '../narrative/part-breaks.js';

export interface RenderOptions {
  /** Turns a Markdown image source into what the page may load; null shows the image's text instead. */
  readonly image: (source: string) => string | null;
}

let renderer: ReturnType<typeof MarkdownIt> | undefined;

/**
 * HTML is parsed, so that a comment ends a paragraph here exactly where it does for the engine, and never passed on: comments
 * vanish and any other HTML is shown as text. Made when first needed: not every session opens a preview.
 */
function markdownRenderer(): ReturnType<typeof MarkdownIt> {
  if (renderer) return renderer;
  const markdown = new MarkdownIt({ html: true, linkify: false, typographer: false });
  markdown.inline.ruler.disable('entity');
  const { rules } = markdown.renderer;
  // The browser knows what `&copy;` is; all that a reference can become there is text.
  rules.text = (tokens, index) =>
    escapeHtml(tokens[index]!.content).replace(/&amp;(#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi, '&$1;');
  rules.html_inline = (tokens, index) => visibleText(tokens[index]!.content);
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

/** HTML as text, without its comments; an unclosed comment hides what follows, as it does in a browser. */
function visibleText(html: string): string {
  const visible = html.replace(/<!--[\s\S]*?(?:-->|$)/g, '');
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

/**
 * The document as the preview's HTML: `data-source-line` (0-based) on every block and `data-part` on the block that opens a part of
 * the paper. Front matter and comments are not in it, and nothing in it can run or load but what `image` allows.
 */
export function renderHtml(analysis: Analysis, options: RenderOptions): string {
  const { text, lines, frontMatter, blocks } = analysis.markdown;
  const firstLine = frontMatter ? frontMatter.endLine + 1 : 0;
  const body = text.slice(lines.start(firstLine));
  const env: Environment = { image: options.image };
  const markdown = markdownRenderer();
  const tokens = markdown.parse(
    body.charCodeAt(0) === 0xfeff ? ` ${body.slice(1)}` : body,
    env as unknown as Record<string, unknown>,
  );
  const parts = new Map(partBreaks(analysis).map(({ firstBlock, part }) => [blocks[firstBlock]?.line ?? -1, part]));
  for (const token of tokens) {
    // On paper, tight and loose lists look the same: every paragraph is one, and says where it stands.
    token.hidden = false;
    alignByAttribute(token);
    if (!token.map || token.nesting < 0 || token.type === 'inline') continue;
    const line = token.map[0] + firstLine;
    token.attrSet('data-source-line', String(line));
    if (token.level > 0) continue;
    for (const [at, part] of parts) {
      if (at >= line && at < token.map[1] + firstLine) {
        token.attrSet('data-part', part);
        parts.delete(at);
      }
    }
  }
  return markdown.renderer.render(tokens, markdown.options, env as unknown as Record<string, unknown>);
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
