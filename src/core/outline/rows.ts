import type { Finding, Question, Range, Section, SectionStatus } from '../model.js';
import type { Analysis } from '../narrative/narrative.js';

/**
 * What a row is up to: a section's status, or `doubtful` (not recognised, but some text may be it), `problems` (there and whole, with
 * errors or warnings in it), `unanswered` (a question).
 */
export type RowState = SectionStatus | 'doubtful' | 'problems' | 'unanswered';

/** A finding as far as the outline needs it. */
export type Problem = Pick<Finding, 'rule' | 'severity' | 'start'>;

/** A row of the outline: a section, an FAQ that doesn't say for whom it is, or a question. */
export interface OutlineRow<P extends Problem = Problem> {
  readonly type: 'section' | 'faq' | 'question';
  /** Section of the kind, or null. */
  readonly section: Section | null;
  readonly question: Question | null;
  /** Null for questions outside every section under no heading of their own. */
  readonly title: string | null;
  readonly state: RowState;
  /** From its heading or first word to its end, with the answer for a question; null when missing. */
  readonly range: Range | null;
  /** Those that the limit is for, where there is one. */
  readonly words: number;
  /** Most words it may have, where the kind says so. */
  readonly limit: number | null;
  /** Findings in it and in its children, hints not counted: what the Problems panel shows of them. */
  readonly problems: readonly P[];
  /** Whether it has to be worked on, its children aside. */
  readonly left: boolean;
  readonly children: readonly OutlineRow<P>[];
}

/** Findings on the document as a whole: they stand somewhere, but it isn't that section that has to be mended. */
const OF_THE_DOCUMENT = new Set(['missing-section', 'page-limit']);

/** States that are a matter of rules, whose findings say how serious they are. */
const JUDGED: ReadonlySet<SectionStatus> = new Set<SectionStatus>(['over-limit', 'out-of-order']);

/**
 * The outline as its author works through it: the sections as they stand in the document, the required ones that are missing where they
 * belong, and the questions of each FAQ. `problems` are the findings to count.
 */
export function outlineRows<P extends Problem>(analysis: Analysis, problems: readonly P[]): OutlineRow<P>[] {
  const { narrative, recognition } = analysis;
  const counted = problems.filter(({ rule, severity }) => severity !== 'hint' && !OF_THE_DOCUMENT.has(rule));
  const spans = [
    ...narrative.sections.flatMap((of) => (of.range ? [{ ...of.range, of }] : [])),
    ...narrative.questions.map((of) => ({ start: of.start, end: of.answer.end, of })),
  ];
  const found = new Map<Section | Question, P[]>();
  for (const problem of counted) {
    const of = innermost(spans, problem.start)?.of;
    if (of) found.set(of, [...(found.get(of) ?? []), problem]);
  }

  const questionRow = (question: Question): OutlineRow<P> => {
    const own = found.get(question) ?? [];
    const serious = own.some(isSerious);
    return {
      type: 'question',
      section: null,
      question,
      title: question.text,
      state: question.answered ? (serious ? 'problems' : 'ok') : 'unanswered',
      range: { start: question.start, end: question.answer.end },
      words: question.answerWords,
      limit: null,
      problems: own,
      left: serious || !question.answered,
      children: [],
    };
  };

  const unnamed = recognition.parts.faq !== -1 && narrative.questions.some(({ audience }) => audience === null);
  const sectionRow = (section: Section): OutlineRow<P> | null => {
    const { id, range, part } = section;
    if (!range && (!section.required || (unnamed && part === 'faq'))) return null;
    const own = found.get(section) ?? [];
    const serious = own.some(isSerious);
    const children =
      part === 'faq' && range ? narrative.questions.filter((one) => isIn(one, range)).map(questionRow) : [];
    const doubtful = !range && recognition.isDoubtful(id);
    // A limit or order that nobody reports, since the team has switched the rule off, is none.
    const status = JUDGED.has(section.status) && own.length === 0 ? 'ok' : section.status;
    return {
      type: 'section',
      section,
      question: null,
      title: section.title,
      state: doubtful ? 'doubtful' : status === 'ok' && serious ? 'problems' : status,
      range,
      words: section.limits.max === undefined ? section.words : section.limitedWords,
      limit: section.limits.max ?? null,
      problems: [...own, ...children.flatMap((child) => child.problems)],
      left: !doubtful && (serious || (status !== 'ok' && !JUDGED.has(status))),
      children,
    };
  };

  const rows = inPlace(narrative.sections.map(sectionRow));
  const rest = narrative.questions.filter(
    (question) => !narrative.sections.some(({ part, range }) => part === 'faq' && range && isIn(question, range)),
  );
  if (rest.length > 0) {
    const row = faqRow(analysis, rest.map(questionRow));
    const next = rows.findIndex(({ range }) => range !== null && range.start > row.range!.start);
    rows.splice(next === -1 ? rows.length : next, 0, row);
  }
  return rows;
}

/** The rows that are there in the order of the document, each missing one behind the section that the kind puts before it. */
function inPlace<P extends Problem>(rowsOfKind: readonly (OutlineRow<P> | null)[]): OutlineRow<P>[] {
  const rows = rowsOfKind.filter((row) => row !== null);
  const out = rows.filter(({ range }) => range).sort((a, b) => a.range!.start - b.range!.start);
  for (const [n, row] of rows.entries()) {
    if (row.range) continue;
    // Those before it are there already, missing or not.
    out.splice(n === 0 ? 0 : out.indexOf(rows[n - 1]!) + 1, 0, row);
  }
  return out;
}

/** The row of an FAQ that no section of the kind stands for, or of questions after the FAQs. */
function faqRow<P extends Problem>(
  { recognition, narrative }: Analysis,
  children: readonly OutlineRow<P>[],
): OutlineRow<P> {
  const heading = recognition.units[recognition.parts.faq];
  const first = children[0]!.range!;
  const own = heading && !narrative.sections.some(({ part, range }) => part === 'faq' && range) ? heading : null;
  return {
    type: 'faq',
    section: null,
    question: null,
    title: own?.plain ?? null,
    state: 'ok',
    range: { start: own?.start ?? first.start, end: children.at(-1)!.range!.end },
    words: children.reduce((sum, { words }) => sum + words, 0),
    limit: null,
    problems: children.flatMap(({ problems }) => problems),
    left: false,
    children,
  };
}

/** How much of what is required is done, and on how many rows something is left to do. */
export function progress(rows: readonly OutlineRow[]): { done: number; required: number; left: number } {
  const required = rows.filter(({ section, state }) => section?.required && state !== 'doubtful');
  return {
    done: required.filter((row) => !hasLeft(row)).length,
    required: required.length,
    left: rows.flatMap((row) => [row, ...row.children]).filter(({ left }) => left).length,
  };
}

/** Whether a row or one below it has to be worked on. */
export function hasLeft({ left, children }: OutlineRow): boolean {
  return left || children.some(hasLeft);
}

/** The row of a cursor at an offset: what stands in front of a heading's text (“## ”) counts to it. */
export function rowOfCursor<P extends Problem>(
  rows: readonly OutlineRow<P>[],
  { markdown: { lines, blocks } }: Analysis,
  offset: number,
): OutlineRow<P> | null {
  const line = lines.lineAt(offset);
  return rowAt(rows, Math.max(offset, blocks.find((block) => block.line === line)?.start ?? 0));
}

/** The row that an offset stands in, as deep as it goes; what follows a section without one of its own counts to it. */
function rowAt<P extends Problem>(rows: readonly OutlineRow<P>[], offset: number): OutlineRow<P> | null {
  const spans = rows.flatMap((row) => (row.range ? [{ ...row.range, row }] : []));
  const found = innermost(spans, offset) ?? spans.filter(({ start }) => start <= offset).at(-1);
  return found ? (rowAt(found.row.children, offset) ?? found.row) : null;
}

/** The smallest of the spans that an offset stands in; its end counts to it, as a cursor may stand there. */
function innermost<Span extends Range>(spans: readonly Span[], offset: number): Span | undefined {
  let best: Span | undefined;
  for (const span of spans) {
    if (offset < span.start || offset > span.end) continue;
    if (!best || span.end - span.start < best.end - best.start) best = span;
  }
  return best;
}

function isIn(question: Question, { start, end }: Range): boolean {
  return question.start >= start && question.end <= end;
}

function isSerious({ severity }: Problem): boolean {
  return severity === 'error' || severity === 'warning';
}
