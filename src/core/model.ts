/**
 * The shapes that the data takes on its way: text → blocks → narrative → findings.
 *
 * Positions are UTF-16 offsets into the text as given, `start` inclusive and `end` exclusive. Lines are 0-based in here;
 * the adapters (`report.ts`, `src/vscode/convert.ts`) turn them into what their readers count with.
 */
import type { Reason } from './narrative/reasons.js';
import type { Runs } from './text/reading.js';

/** A stretch of the document: UTF-16 offsets, `end` exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export type LanguageId = 'en' | 'ko' | 'ja' | 'zh' | 'de' | 'und';

/** `prfaq`, `six-pager`, or the name of a team's own kind. */
export type KindId = string;

export const SEVERITIES = ['error', 'warning', 'information', 'hint', 'off'] as const;
export type Severity = (typeof SEVERITIES)[number];

// ---------------------------------------------------------------- blocks

/** A list in the document, of whatever depth. */
export interface ListInfo extends Range {
  readonly ordered: boolean;
  /** 0-based first and last line. */
  readonly line: number;
  readonly endLine: number;
  /** How many lists it stands in; 0 for a list that is in none. */
  readonly depth: number;
  readonly parent: ListInfo | null;
  /** Number of its own items. */
  readonly items: number;
  /** Depth of block quotes around it. */
  readonly quote: number;
}

export type BlockType = 'heading' | 'paragraph' | 'table' | 'code' | 'html' | 'rule';

/** A leaf block of the Markdown: what carries text, with where it stands. */
export interface Block extends Range {
  readonly type: BlockType;
  /** 0-based first and last line of the content. */
  readonly line: number;
  readonly endLine: number;
  /** 1 to 6 for headings, else 0. */
  readonly level: number;
  /** Depth of block quotes around it. */
  readonly quote: number;
  /** The innermost list it stands in, and whether it is the first block of its item. */
  readonly list: ListInfo | null;
  readonly firstInItem: boolean;
  /** The source from `start` to `end`, as it stands. */
  readonly text: string;
  readonly prose: Prose;
}

/**
 * The text of a block as prose, character for character in place: markup is masked, so that an offset in `text` plus the
 * block's `start` is an offset in the document.
 */
export interface Prose {
  /** The block's source. */
  readonly source: string;
  /** Same length as the block's source; see `markdown/mask.ts` for what stands in place of markup. */
  readonly text: string;
  /** Words as a writer counts them: code, URLs, comments and markup are none. */
  readonly words: number;
  /** Sentences, offsets relative to the block's start. */
  readonly sentences: readonly Sentence[];
  /** Its runs of letters and digits; see `text/reading.ts`. */
  readonly runs: Runs;
  /** What it holds besides words, one bit each: a `Sign` of `text/characters.ts`. */
  readonly signs: number;
  /** What was found out about it before; see `text/memo.ts`. */
  readonly memory: unknown[];
}

export interface Sentence extends Range {
  readonly words: number;
}

// ---------------------------------------------------------------- narrative

export const SECTION_STATUSES = ['ok', 'missing', 'empty', 'placeholder', 'over-limit', 'out-of-order'] as const;
export type SectionStatus = (typeof SECTION_STATUSES)[number];

/** How a section is known: it carries a heading, a label in its first line, or neither (its place and what it says). */
export type SectionSource = 'heading' | 'label' | 'position';

/** The part of the paper that a section belongs to; page limits and the ban on bullets go by it. */
export type Part = 'press-release' | 'faq' | 'body' | 'appendix';

/** A section of the narrative, there or missing. */
export interface Section {
  readonly id: string;
  /** As the document's language calls it. */
  readonly title: string;
  readonly required: boolean;
  readonly part: Part;
  readonly status: SectionStatus;
  readonly source: SectionSource | null;
  /** Why it was recognised; null when missing. */
  readonly reason: Reason | null;
  /** From its heading or label, else its first line, to the end of its last block; null when missing. */
  readonly range: Range | null;
  /** Its text without heading or label; null when missing. */
  readonly body: Range | null;
  /** Words of its body. */
  readonly words: number;
  /** Those of them that its upper limit is for: all, or those of its longest quotation where each has the limit. */
  readonly limitedWords: number;
  /** Words that it may have, in words of the document's language. */
  readonly limits: { readonly min?: number; readonly max?: number };
  /** Index into `blocks` of its first block, and one past its last; -1 when missing. */
  readonly firstBlock: number;
  readonly endBlock: number;
}

export type Audience = 'external' | 'internal' | null;

/** A question of the FAQ with its answer. */
export interface Question extends Range {
  readonly text: string;
  readonly audience: Audience;
  /** Whether anything but a placeholder stands under it. */
  readonly answered: boolean;
  /** Where the answer stands; empty at the question's end when there is none. */
  readonly answer: Range;
  readonly answerWords: number;
}

/** Pages of paper by part, to a tenth; see `layout/pages.ts`. */
export interface PageCounts {
  readonly pressRelease: number;
  readonly faq: number;
  readonly body: number;
  readonly appendix: number;
}

/** What the engine understood of a document. `kind` is null for Markdown that is no narrative. */
export interface Narrative {
  readonly kind: KindId | null;
  /** The kind's variant that fits better (a six-pager's `operating-plan` or `proposal`), or null. */
  readonly variant: string | null;
  readonly language: LanguageId;
  readonly sections: readonly Section[];
  readonly questions: readonly Question[];
  /** Words of prose, headings not counted. */
  readonly words: number;
}

// ---------------------------------------------------------------- findings

export interface TextEdit extends Range {
  readonly text: string;
}

/** A mend for a finding. `safe` ones may be applied to all findings at once. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  readonly safe: boolean;
}

export interface Finding extends Range {
  readonly rule: string;
  readonly severity: Exclude<Severity, 'off'>;
  readonly message: string;
  readonly fixes: readonly Fix[];
}
