import type { Localized } from '../messages/index.js';
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

/**
 * A word or phrase that a rule looks for, lower case, with what to write instead where one thing fits everywhere. For the stars of
 * Korean phrases see `text/phrases.ts`.
 */
export interface WordEntry {
  readonly phrase: string;
  readonly instead?: string;
}

/** The words that the prose rules look for; empty lists where a language has none yet, and its rules stay silent. */
export interface WordLists {
  /** Degrees, times and likelihoods that leave the reader guessing, whatever else the sentence says. */
  readonly weasel: readonly WordEntry[];
  /** Amounts that a number in the same sentence makes good: “many, 1,204 of 2,300”. */
  readonly amounts: readonly WordEntry[];
  /** Praise that any advertisement could print. */
  readonly hype: readonly WordEntry[];
  /** Long ways to say something short. */
  readonly wordy: readonly WordEntry[];
  /** Intensifiers and praise that want a number in their sentence. */
  readonly adjectives: readonly WordEntry[];
  /** The speaker's own emotion about the launch. */
  readonly excited: readonly WordEntry[];
  /** What a release says that still lies ahead. */
  readonly future: readonly WordEntry[];
  /** Numbers written as words: they excuse as digits do. */
  readonly numbers: RegExp | null;
  /** A passive verb. */
  readonly passive: RegExp | null;
}

/** How a language asks and answers. */
export interface QuestionWords {
  /** The question mark of its script. */
  readonly mark: '?' | '？';
  /** Matches a question that wants the mark and lacks it; the mark goes where the first group ends. */
  readonly unmarked: RegExp | null;
  /** Matches a question to be answered by yes or no, and a question that asks for something else as well. */
  readonly yesNo: RegExp | null;
  readonly open: RegExp | null;
  /** How a direct answer to it begins. */
  readonly direct: RegExp | null;
}

/** The questions that an internal FAQ has to answer, in the order in which they are asked for. */
export const HARD_QUESTIONS = ['business', 'wrong', 'problem-size', 'cost', 'risks', 'owner', 'input-metrics'] as const;
export type HardQuestion = (typeof HARD_QUESTIONS)[number];

/** How something is recognised by what it means: in a question, and, on stronger words, in any answer. */
export interface Meaning {
  readonly question: RegExp;
  readonly answer: readonly Said[];
}

/**
 * Words that say something, parted by spaces, and what stands around them: a pattern with `{}` where one of them is. An answer without any
 * of the words needs no look at the pattern. No words at all: the pattern is looked for in every answer.
 */
export type Said = readonly [words: string, around: string];

/** What metrics are about: results that nobody sets directly, and work that a team does. */
export interface MetricWords {
  readonly outputs: RegExp;
  readonly inputs: RegExp;
}

/** Everything about a language that the engine knows. One folder a language; all of it data. */
export interface Language {
  readonly id: Exclude<LanguageId, 'und'>;
  /** What it is called in the languages of the interface. */
  readonly names: Localized;
  /** What a fix writes where a list has gone to the appendix. */
  readonly listIsInAppendix: string;
  /**
   * Words of this language to one English word, where the segmenter counts particles and endings by themselves: limits, which are
   * given in English words, grow by it. 1 where absent.
   */
  readonly wordRatio?: number;
  /** The same for the least number of words, where it is another: what says something in fewer words is not too short. */
  readonly leastWordRatio?: number;
  /** Frequent short words, which tell a language in Latin script from the others. */
  readonly functionWords?: string;
  readonly sections: Readonly<Record<string, SectionTitles>>;
  /** Titles of the press release as a whole and of an FAQ that doesn't say for whom. */
  readonly pressRelease: SectionTitles;
  readonly faq: SectionTitles;
  /** Words beside "FAQ" that tell for whom it is. */
  readonly audiences: Readonly<Record<NonNullable<Audience>, readonly string[]>>;
  /** Those among them that without "FAQ" name a subject rather than readers: "Technical questions". */
  readonly topics: readonly string[];
  /** Words of a heading over questions that has no name for an FAQ: "What riders ask", lower case. */
  readonly questions: readonly string[];
  /** What opens a question or an answer, before a colon or full stop, lower case. */
  readonly questionMarks: readonly string[];
  readonly answerMarks: readonly string[];
  /** Words that end in a full stop inside a sentence, lower case, without the last full stop. */
  readonly abbreviations: readonly string[];
  /** Words that stand for text still to be written, lower case. */
  readonly placeholders: readonly string[];
  /** Of these, what in brackets only tells how far somebody is: “Recht (offen)”. */
  readonly pending?: readonly string[];
  /** What a title is tagged with besides the lines that open a release: `[제안]`. */
  readonly tags?: readonly string[];
  readonly words: WordLists;
  readonly asking: QuestionWords;
  /** Null where the language has no cues for them yet. */
  readonly hardQuestions: Readonly<Record<HardQuestion, Meaning>> | null;
  readonly metrics: MetricWords | null;
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
  /** What headings over quotations call them. */
  readonly quotation: CueList;
  /** What joins a quotation to who says it. */
  readonly attribution: CueList;
  /** Who speaks for the company, and who for the customers. */
  /** Who can be nobody but one of the company's own, such as the product's author. */
  readonly insider: CueList;
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
