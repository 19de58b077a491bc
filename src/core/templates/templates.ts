import { BUILT_IN_KINDS, type KindDefinition, type VariantDefinition } from '../kinds/index.js';
import { languageOf } from '../languages/index.js';
import { en } from './en.js';
import { ko } from './ko.js';
import type { SectionText, TemplateTexts } from './template.js';

/** Languages that templates are written in. */
export const TEMPLATE_LANGUAGES = ['en', 'ko'] as const;
export type TemplateLanguage = (typeof TEMPLATE_LANGUAGES)[number];

export interface Template {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly language: TemplateLanguage;
}

const texts: Readonly<Record<TemplateLanguage, TemplateTexts>> = { en, ko };

const TEMPLATES: Readonly<Record<string, { kind: string; variant: string | null }>> = {
  prfaq: { kind: 'prfaq', variant: null },
  'six-pager-proposal': { kind: 'six-pager', variant: 'proposal' },
  'six-pager-operating-plan': { kind: 'six-pager', variant: 'operating-plan' },
};

/** The language that templates have for a BCP 47 tag or document language; English where there is none. */
export function templateLanguage(tag: string): TemplateLanguage {
  return TEMPLATE_LANGUAGES.find((language) => tag.toLowerCase().startsWith(language)) ?? 'en';
}

/** The built-in templates, titled in a language. */
export function listTemplates(language: TemplateLanguage): Template[] {
  return Object.keys(TEMPLATES).map((id) => ({ id, language, ...texts[language].templates[id]! }));
}

/**
 * A new document as Markdown, with `[placeholders]`; null for an unknown template.
 * Coaching stands in comments, which the preview hides.
 */
export function newDocument(template: string, language: TemplateLanguage): string | null {
  const known = TEMPLATES[template];
  const kind = known && BUILT_IN_KINDS.find((one) => one.id === known.kind);
  const variant = kind?.variants.find((one) => one.id === known?.variant);
  return kind && variant ? compose(kind, variant, language) : null;
}

function compose(kind: KindDefinition, variant: VariantDefinition, language: TemplateLanguage): string {
  const text = texts[language];
  const names = languageOf(language);
  const out = ['---', `type: ${kind.id}`, '---', ''];
  const section = (id: string): SectionText => text.sections[id] ?? { coaching: '', text: '' };
  const coach = (id: string): void => void out.push(`<!-- ${section(id).coaching} -->`, '');
  if (kind.pages.pressRelease !== undefined) {
    coach('headline');
    out.push(`# ${section('headline').text}`, '');
    coach('subheading');
    out.push(section('subheading').text, '', `## ${names.pressRelease.title}`, '');
  } else out.push(`# ${text.templates[kind.id]?.title ?? '[Title]'}`, '');
  for (const { id, part } of variant.sections) {
    if (id === 'headline' || id === 'subheading' || id === 'dateline') continue;
    out.push(`${part === 'press-release' ? '###' : '##'} ${names.sections[id]?.title ?? id}`, '');
    coach(id);
    if (id === 'external-faq' || id === 'internal-faq')
      for (const question of text.questions[id]) out.push(`### ${question}`, '', text.answer, '');
    else if (id === 'faq') out.push(text.question.text, '');
    else out.push(section(id).text, '');
  }
  return `${out.join('\n').trimEnd()}\n`;
}

/** The text to start a section from, with its coaching; null for a section that no template knows. */
export function sectionText(id: string, language: TemplateLanguage): SectionText | null {
  const text = texts[language];
  const found = text.sections[id];
  if (!found) return null;
  if (id === 'faq') return { ...found, text: text.question.text };
  if (id !== 'external-faq' && id !== 'internal-faq') return found;
  return { ...found, text: text.questions[id].map((question) => `### ${question}\n\n${text.answer}`).join('\n\n') };
}

/** `[placeholders]` as the tab stops of a VS Code snippet; the same words share a stop. */
export function toSnippet(text: string): string {
  const stops = new Map<string, number>();
  return text.replace(/[\\$}]/g, '\\$&').replace(/\[([^\]\n]+)\](?!\()/g, (_, inside: string) => {
    const stop = stops.get(inside) ?? stops.size + 1;
    stops.set(inside, stop);
    return `\${${stop}:[${inside}]}`;
  });
}
