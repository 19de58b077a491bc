import { BUILT_IN_KINDS } from '../kinds/index.js';
import { languageOf } from '../languages/index.js';
import { toSnippet } from './snippet.js';
import type { TemplateLanguage, TemplateLibrary } from './template.js';
import { sectionMarkdown } from './templates.js';

/** A snippet as VS Code's snippet files have it. */
export interface Snippet {
  readonly prefix: readonly string[];
  readonly body: readonly string[];
  readonly description: string;
}

/** A snippet for each section of each kind, and for each form of a question, by name. */
export function snippets(library: TemplateLibrary, language: TemplateLanguage): Record<string, Snippet> {
  const texts = library[language];
  const names = languageOf(language);
  const out: Record<string, Snippet> = {};
  const ids = new Set(
    BUILT_IN_KINDS.flatMap((kind) => kind.variants.flatMap((variant) => variant.sections.map((section) => section.id))),
  );
  for (const id of ids) {
    const title = names.sections[id]?.title;
    const known = texts.sections[id];
    if (title === undefined || !known) continue;
    out[title] = snippet(title, sectionMarkdown(id, title, 2, texts), known.coaching);
  }
  const { title, text, answer, marks, prefix } = texts.question;
  const [q, a] = marks;
  out[title] = snippet(prefix, `### ${text}\n\n${answer}`, title);
  out[`${title} **`] = snippet(`${prefix}-bold`, `**${text}**\n\n${answer}`, title);
  out[`${title} ${q}:`] = snippet(`${prefix}-q`, `**${q}: ${text}**\n\n${a}: ${answer}`, title);
  return out;
}

/** Typed by the name that an author has in mind; the prefix keeps them apart from other extensions' in ordinary Markdown. */
function snippet(name: string, text: string, description: string): Snippet {
  return {
    prefix: [`prfaq-${name.toLowerCase().replaceAll(' ', '-')}`],
    body: toSnippet(text).split('\n'),
    description,
  };
}
