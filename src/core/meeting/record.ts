import { inLocale, type Locale, type Localized } from '../messages/index.js';
import type { NoteKind, PlacedNote } from '../notes/model.js';
import { RECORD_TYPE } from './record-type.js';

/** A line that the meeting took down. Empty where nothing was said. */
interface Minute {
  readonly text: string;
  readonly who: string;
}

/** What was taken down in the meeting; nothing of it where notes are recorded without one. */
export interface Minutes {
  /** Time of silent reading, in milliseconds; null where nobody measured it. */
  readonly readingTime: number | null;
  readonly feedback: readonly Minute[];
  readonly decisions: readonly Minute[];
  /** `due` is a day, `YYYY-MM-DD`; `doneAt` is there when it is done. */
  readonly actions: readonly (Minute & { readonly due: string; readonly doneAt?: number })[];
}

export const NO_MINUTES: Minutes = { readingTime: null, feedback: [], decisions: [], actions: [] };

export interface RecordInput extends Minutes {
  /** The document's headline, in Markdown. */
  readonly title: string;
  /** The document's file name; the record lies beside it. */
  readonly file: string;
  /** Day of the meeting, `YYYY-MM-DD`. */
  readonly date: string;
  readonly readers: readonly string[];
  /** By place, as `Notes.all` gives them. */
  readonly notes: readonly PlacedNote[];
  /** The 0-based line on which an offset stands. */
  readonly lineAt: (offset: number) => number;
  /** Sheets of paper without the appendix. */
  readonly sheets: number;
}

/** Words of a quotation that the record shows; the link leads to the rest. */
const QUOTED = 200;

/**
 * The record of a meeting as Markdown, made to be committed and worked off: every action and every note but praise is a task, and each note
 * links to its place. What readers wrote is shown as they wrote it, whatever it holds.
 */
export function meetingRecord(input: RecordInput, locale: Locale): string {
  const say = inLocale(TEXTS, locale);
  const placed = input.notes.filter((note) => note.range !== null);
  const unplaced = input.notes.filter((note) => note.range === null);
  const pages = [...new Set(placed.map((note) => note.page ?? 0))];
  const parts = [
    `---\ntype: ${RECORD_TYPE}\n---`,
    `# ${say.title(inline(input.title))}`,
    facts(input, say),
    ...section(
      say.feedback,
      input.feedback.map((one) => `- ${entry(one)}`),
    ),
    ...section(
      say.decisions,
      input.decisions.map((one, n) => `${n + 1}. ${entry(one)}`),
    ),
    ...section(
      say.actions,
      input.actions.map(
        (one) => `- [${one.doneAt === undefined ? ' ' : 'x'}] ${entry(one)}${one.due ? ` ${say.by(one.due)}` : ''}`,
      ),
    ),
    ...(placed.length > 0 ? [`## ${say.notes}`] : []),
    ...pages.flatMap((page) => [
      `### ${page === 0 ? say.noPage : page > input.sheets ? say.appendixPage(page - input.sheets) : say.page(page)}`,
      placed
        .filter((note) => (note.page ?? 0) === page)
        .map((note) => noteItem(note, input, say))
        .join('\n\n'),
    ]),
    ...(unplaced.length > 0
      ? [`## ${say.unplaced}`, say.unplacedWhy, unplaced.map((note) => noteItem(note, input, say)).join('\n\n')]
      : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

function facts({ file, date, readers, readingTime, notes }: RecordInput, say: Texts): string {
  const open = notes.filter((note) => note.kind !== 'praise' && !note.resolved).length;
  const rows = [
    [say.document, `[${inline(file)}](${address(file)})`],
    [say.date, date],
    [say.readers, readers.map(inline).join(', ')],
    [say.readingTime, readingTime === null ? '' : say.minutes(Math.round(readingTime / 60_000))],
    [say.notes, notes.length === 0 ? '' : say.counts(notes.length, open)],
  ].filter(([, value]) => value !== '');
  return rows.map(([name, value]) => `- **${name}:** ${value}`).join('\n');
}

function section(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`## ${title}`, items.join('\n')];
}

function entry({ text, who }: Minute): string {
  const name = inline(who);
  return block(text, '  ') + (name === '' ? '' : ` (${name})`);
}

function noteItem(note: PlacedNote, { file, lineAt }: RecordInput, say: Texts): string {
  const { kind, reader, range, target, body, answeredOnPage, resolved } = note;
  const place = range ? [`[${say.line(lineAt(range.start) + 1)}](${address(file)}#L${lineAt(range.start) + 1})`] : [];
  const task = kind === 'praise' ? '' : resolved ? '[x] ' : '[ ] ';
  const lines = [
    `- ${task}${[`**${say.kinds[kind]}**`, inline(reader.name), ...place].join(' · ')}`,
    `  > ${inline(shorten(target.exact))}`,
    ...(body.trim() === '' ? [] : ['', `  ${block(body, '  ')}`]),
    ...(answeredOnPage === undefined ? [] : ['', `  *${say.answered(answeredOnPage)}*`]),
  ];
  return lines.join('\n');
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= QUOTED) return line;
  const cut = line.slice(0, QUOTED).replace(/[\ud800-\udbff]$/, '');
  return `${cut.replace(/\s+\S*$/, '')} …`;
}

/** A text as one line of Markdown. */
function inline(text: string): string {
  return plain(text.replace(/\s+/g, ' ').trim());
}

/** A text of several lines, each after the first behind `indent`, so that it stays in its list item. */
function block(text: string, indent: string): string {
  const lines = text.trim().split(/\s*\r?\n/);
  return lines.map((line) => plain(line.trim())).join(`\\\n${indent}`);
}

/** Shows everything that would be markup: HTML and comments, links, emphasis, and what begins a heading, a list or a quotation. */
function plain(text: string): string {
  return text
    .replace(/[\\`*_[\]<>&|~]/g, '\\$&')
    .replace(/^([#+\-=])/, '\\$1')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

function address(file: string): string {
  return encodeURI(file).replace(/[()#?]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

// ---------------------------------------------------------------- words

interface Texts {
  readonly title: (title: string) => string;
  readonly document: string;
  readonly date: string;
  readonly readers: string;
  readonly readingTime: string;
  readonly minutes: (minutes: number) => string;
  readonly counts: (all: number, open: number) => string;
  readonly feedback: string;
  readonly decisions: string;
  readonly actions: string;
  readonly by: (day: string) => string;
  readonly notes: string;
  readonly page: (page: number) => string;
  readonly appendixPage: (page: number) => string;
  readonly noPage: string;
  readonly line: (line: number) => string;
  readonly answered: (page: number) => string;
  readonly unplaced: string;
  readonly unplacedWhy: string;
  readonly kinds: Readonly<Record<NoteKind, string>>;
}

const TEXTS: Localized<Texts> = {
  en: {
    title: (title) => `Meeting record: ${title}`,
    document: 'Document',
    date: 'Date',
    readers: 'Readers',
    readingTime: 'Read in silence',
    minutes: (minutes) => (minutes === 1 ? '1 minute' : `${minutes} minutes`),
    counts: (all, open) => `${all}, of which ${open} to work off`,
    feedback: 'High-level feedback',
    decisions: 'Decisions',
    actions: 'Actions',
    by: (day) => `by ${day}`,
    notes: 'Notes',
    page: (page) => `Page ${page}`,
    appendixPage: (page) => `Appendix, page ${page}`,
    noPage: 'In the document',
    line: (line) => `line ${line}`,
    answered: (page) => `Answered on page ${page}.`,
    unplaced: 'Not placed',
    unplacedWhy: 'The words of these notes are not in the document any more.',
    kinds: { question: 'Question', concern: 'Concern', suggestion: 'Suggestion', praise: 'Praise', typo: 'Typo' },
  },
  ko: {
    title: (title) => `회의 기록: ${title}`,
    document: '문서',
    date: '날짜',
    readers: '읽은 사람',
    readingTime: '조용히 읽은 시간',
    minutes: (minutes) => `${minutes}분`,
    counts: (all, open) => `${all}개, 처리할 것 ${open}개`,
    feedback: '전체에 대한 의견',
    decisions: '결정',
    actions: '할 일',
    by: (day) => `${day}까지`,
    notes: '메모',
    page: (page) => `${page}쪽`,
    appendixPage: (page) => `부록 ${page}쪽`,
    noPage: '문서에서',
    line: (line) => `${line}번째 줄`,
    answered: (page) => `${page}쪽에 답이 있습니다.`,
    unplaced: '자리를 찾지 못한 메모',
    unplacedWhy: '이 메모가 가리키던 글이 이제 문서에 없습니다.',
    kinds: { question: '질문', concern: '우려', suggestion: '제안', praise: '칭찬', typo: '오타' },
  },
};
