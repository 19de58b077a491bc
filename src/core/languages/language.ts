import type { Audience, LanguageId } from '../model.js';

/** How a language calls a section: the title that templates and messages use, and what else authors write. */
export interface SectionTitles {
  readonly title: string;
  /**
   * Other titles in lower case. `*` at an end stands for anything there (`appendix*`, `*risks*`); such a pattern counts only for a
   * short heading that is no question.
   */
  readonly also: readonly string[];
}

/** A word or phrase that a rule looks for, lower case, with what to write instead where one thing fits everywhere. */
export interface WordEntry {
  readonly phrase: string;
  readonly instead?: string;
}

/** Everything about a language that the engine knows. One folder a language; all of it data. */
export interface Language {
  readonly id: Exclude<LanguageId, 'und'>;
  /** In the language itself. */
  readonly name: string;
  readonly sections: Readonly<Record<string, SectionTitles>>;
  /** Titles of the press release as a whole and of an FAQ that doesn't say for whom. */
  readonly pressRelease: SectionTitles;
  readonly faq: SectionTitles;
  /** Words beside "FAQ" that tell for whom it is. */
  readonly audiences: Readonly<Record<NonNullable<Audience>, readonly string[]>>;
  /** What opens a question or an answer, before a colon or full stop, lower case. */
  readonly questionMarks: readonly string[];
  readonly answerMarks: readonly string[];
  /** Words that end in a full stop inside a sentence, lower case, without the last full stop. */
  readonly abbreviations: readonly string[];
  /** Words that stand for text still to be written, lower case. */
  readonly placeholders: readonly string[];
  readonly weaselWords: readonly WordEntry[];
  readonly cues: Cues;
}

/**
 * What a part of a press release says when nothing labels it. Phrases in lower case; a `*` at the end stands for the rest of a
 * word. Each that occurs counts once, by the weight of its list.
 */
export interface Cues {
  readonly announcement: CueList;
  readonly problem: CueList;
  readonly solution: CueList;
  readonly gettingStarted: CueList;
  readonly callToAction: CueList;
  /** Verbs of headlines. */
  readonly news: CueList;
  /** What joins a quotation to who says it. */
  readonly attribution: CueList;
  /** Who speaks for the company, and who for the customers. */
  readonly leader: CueList;
  readonly customer: CueList;
  /** Names of months and quarters, for datelines. */
  readonly months: readonly string[];
  /** Lines that open a release and say nothing of it. */
  readonly boilerplate: readonly string[];
  /** What a document that is only about such documents calls itself, in its title. */
  readonly aboutDocuments: readonly string[];
}

/** Phrases that are a strong sign (weight 2) and a fair one (weight 1). */
export interface CueList {
  readonly strong: readonly string[];
  readonly fair: readonly string[];
}
