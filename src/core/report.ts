import type { Checked } from './check.js';
import type { Audience, Finding, LanguageId, PageCounts, SectionSource, SectionStatus, TextEdit } from './model.js';
import type { Lines } from './text/lines.js';

/**
 * The shapes that other programs read: the command line's JSON, the library, the extension's API. Lines and columns are 1-based,
 * columns count UTF-16 units, `endColumn` is one past the last.
 */
export interface FileReport {
  readonly path: string;
  readonly kind: string | null;
  readonly language: LanguageId;
  readonly words: number;
  readonly pages: PageCounts;
  readonly issues: readonly Issue[];
}

export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface Issue extends Place {
  readonly rule: string;
  readonly severity: Finding['severity'];
  readonly message: string;
  readonly fixes: readonly { readonly title: string; readonly edits: readonly EditReport[] }[];
}

export interface EditReport extends Place {
  readonly text: string;
}

export interface OutlineReport {
  readonly path: string;
  readonly kind: string | null;
  readonly language: LanguageId;
  readonly words: number;
  readonly pages: PageCounts;
  readonly sections: readonly OutlineSection[];
  readonly questions: readonly OutlineQuestion[];
}

export interface OutlineSection {
  readonly id: string;
  readonly title: string;
  readonly required: boolean;
  readonly status: SectionStatus;
  readonly source: SectionSource | null;
  readonly line: number | null;
  readonly endLine: number | null;
  readonly words: number;
}

export interface OutlineQuestion {
  readonly line: number;
  readonly endLine: number;
  readonly text: string;
  readonly audience: Audience;
  readonly answered: boolean;
}

const NO_PAGES: PageCounts = { pressRelease: 0, faq: 0, body: 0, appendix: 0 };

/** What `check` says of one file. */
export function fileReport(path: string, checked: Checked): FileReport {
  const { lines } = checked.analysis.markdown;
  return {
    ...heading(path, checked),
    issues: checked.findings.map((finding) => issue(lines, finding)),
  };
}

// Written out: a spread would make most of what a report costs.
function issue(lines: Lines, { rule, severity, message, start, end, fixes }: Finding): Issue {
  const { line, column, endLine, endColumn } = place(lines, start, end);
  return {
    rule,
    severity,
    message,
    line,
    column,
    endLine,
    endColumn,
    fixes: fixes.map(({ title, edits }) => ({ title, edits: edits.map((edit) => editReport(lines, edit)) })),
  };
}

function editReport(lines: Lines, { start, end, text }: TextEdit): EditReport {
  const { line, column, endLine, endColumn } = place(lines, start, end);
  return { line, column, endLine, endColumn, text };
}

/** What `outline` says of one file. */
export function outlineReport(path: string, checked: Checked): OutlineReport {
  const { narrative, markdown } = checked.analysis;
  const { lines } = markdown;
  return {
    ...heading(path, checked),
    sections: narrative.sections.map(({ id, title, required, status, source, range, words }) => ({
      id,
      title,
      required,
      status,
      source,
      line: range ? lines.lineAt(range.start) + 1 : null,
      endLine: range ? lines.lineAt(range.end) + 1 : null,
      words,
    })),
    questions: narrative.questions.map((question) => ({
      line: lines.lineAt(question.start) + 1,
      endLine: lines.lineAt(question.answer.end) + 1,
      text: question.text,
      audience: question.audience,
      answered: question.answered,
    })),
  };
}

function heading(path: string, { analysis, layout }: Checked): Omit<FileReport, 'issues'> {
  const { kind, language, words } = analysis.narrative;
  return { path, kind, language, words, pages: kind === null ? NO_PAGES : layout().counts };
}

function place(lines: Lines, from: number, to: number): Place {
  const start = lines.position(from);
  const end = from === to ? start : lines.position(to);
  return { line: start.line + 1, column: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
}
