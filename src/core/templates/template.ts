import type { HardQuestion } from '../languages/language.js';
import type { COACHING_MARKS } from './coaching.js';

/** Languages that templates are written in. */
export const TEMPLATE_LANGUAGES = ['en', 'ko'] as const;
export type TemplateLanguage = (typeof TEMPLATE_LANGUAGES)[number];

/** The language that templates have for a BCP 47 tag or document language; English where there is none. */
export function templateLanguage(tag: string): TemplateLanguage {
  return TEMPLATE_LANGUAGES.find((language) => tag.toLowerCase().startsWith(language)) ?? 'en';
}

/** The built-in templates, in the order in which they are offered. */
export const TEMPLATE_IDS = [
  'prfaq',
  'six-pager-proposal',
  'six-pager-operating-plan',
  'customer-questions',
  'one-pager',
] as const;
export type TemplateId = (typeof TEMPLATE_IDS)[number];

/**
 * What a language says to someone who starts a document: one file a language, the source of templates, snippets, completion and
 * insertions. `[Square brackets]` hold what the author fills in; they become the stops of a snippet.
 */
export interface TemplateTexts {
  /** What opens a comment that coaches. */
  readonly coaching: (typeof COACHING_MARKS)[number];
  /** By section id, of all kinds. */
  readonly sections: Readonly<Record<string, SectionText>>;
  readonly question: QuestionText;
  readonly questions: {
    /** What customers and the press ask. */
    readonly external: readonly string[];
    /** What leaders and partner teams ask, and which of the hard questions that is. */
    readonly internal: readonly { readonly asks?: HardQuestion; readonly text: string }[];
  };
  readonly templates: Readonly<Record<TemplateId, TemplateText>>;
}

export interface SectionText {
  /** One sentence on what belongs there. */
  readonly coaching: string;
  /** What to start from. */
  readonly text: string;
}

/** A question still to be asked, and its answer still to be given. */
export interface QuestionText {
  readonly title: string;
  readonly text: string;
  readonly answer: string;
  /** What is typed to get it. */
  readonly prefix: string;
  /** What opens question and answer where they are marked by letters. */
  readonly marks: readonly [string, string];
}

export interface TemplateText {
  readonly title: string;
  readonly description: string;
  /** The document's first heading, where no section is it. */
  readonly heading?: string;
  /** Sections that this template words otherwise. */
  readonly instead?: Readonly<Record<string, SectionText>>;
  /** Questions of its FAQ, where the readers are not told apart. */
  readonly questions?: readonly string[];
  /** Sections of a template that is of no kind. */
  readonly own?: readonly (SectionText & { readonly title: string })[];
}

/** The texts of all languages. */
export type TemplateLibrary = Readonly<Record<TemplateLanguage, TemplateTexts>>;
