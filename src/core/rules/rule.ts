import type { Vocabulary } from '../config/vocabulary.js';
import type { Language } from '../languages/index.js';
import type { Layout } from '../layout/index.js';
import type { Localized, Messages } from '../messages/index.js';
import type { Block, Fix, Range, Severity } from '../model.js';
import type { Analysis } from '../narrative/narrative.js';
import type { TemplateTexts } from '../templates/template.js';
import type { OwnWords } from './prose-words.js';

/** Takes what a rule finds, in any order: where, which must lie inside the document, what to say of it, and what mends it. */
export type Report = (at: Range, message: string, fixes?: readonly Fix[]) => void;

/** Numbers and switches of a rule that a team may change, with their defaults. */
export type RuleOptions = Readonly<Record<string, number | boolean | readonly string[]>>;

/** What a rule looks at. */
export interface RuleContext {
  readonly analysis: Analysis;
  /** The language's words; rules on prose stay silent where `prose` is false, for want of them. */
  readonly language: Language;
  readonly prose: boolean;
  readonly messages: Messages;
  /** The team's own words. */
  readonly vocabulary: Vocabulary;
  /** What fixes write, in the document's language; null as long as it is not at hand. */
  readonly texts: TemplateTexts | null;
  /** The paragraphs that most rules are about, and the words in them that several look for; found when first asked for. */
  readonly proseBlocks: () => readonly Block[];
  readonly ownWords: () => readonly OwnWords[];
  /** Pages of paper, laid out when first asked for. */
  readonly layout: () => Layout;
}

/** A rule: a pure function of the narrative. One file each, with a page of the same name in `docs/rules`. */
export interface Rule<Options extends RuleOptions = RuleOptions> {
  readonly id: string;
  /** What it finds, in one sentence: for settings, documentation and listings. */
  readonly summary: Localized;
  /** Unless a team or an author sets another. */
  readonly severity: Severity;
  readonly options: Options;
  readonly check: (context: RuleContext, report: Report, options: Options) => void;
}
