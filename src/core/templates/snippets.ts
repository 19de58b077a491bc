import { BUILT_IN_KINDS } from '../kinds/index.js';
import { languageOf } from '../languages/index.js';
import { sectionText, type TemplateLanguage, toSnippet } from './templates.js';

/** A snippet as VS Code's snippet files have it. */
export interface Snippet {
  readonly prefix: readonly string[];
  readonly body: readonly string[];
  readonly description: string;
}

/** A snippet for each section of each kind, and for a question, by name. */
export function snippets(language: TemplateLanguage): Record<string, Snippet> {
  const names = languageOf(language);
  const out: Record<string, Snippet> = {};
  const ids = new Set(
    BUILT_IN_KINDS.flatMap((kind) => kind.variants.flatMap((variant) => variant.sections.map((section) => section.id))),
  );
  for (const id of ids) {
    const text = sectionText(id, language);
    const title = names.sections[id]?.title;
    if (!text || title === undefined) continue;
    const heading =
      id === 'headline'
        ? [`# ${text.text}`]
        : id === 'subheading' || id === 'dateline'
          ? [text.text]
          : [`## ${title}`, '', ...text.text.split('\n')];
    out[title] = {
      prefix: prefixes(id, title),
      body: toSnippet(heading.join('\n')).split('\n'),
      description: text.coaching,
    };
  }
  const question = names.questionMarks[0]!;
  const body = sectionText('faq', language)?.text ?? '';
  out[question === 'q' ? 'Question' : question] = {
    prefix: prefixes('question', question),
    body: toSnippet(body).split('\n'),
    description: language === 'ko' ? '질문과 답변' : 'A question and its answer',
  };
  return out;
}

function prefixes(id: string, title: string): string[] {
  const own = `prfaq-${title.toLowerCase().replaceAll(' ', '-')}`;
  return [...new Set([`prfaq-${id}`, own])];
}
