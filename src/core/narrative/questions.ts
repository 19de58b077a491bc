import { languageOf } from '../languages/index.js';
import { OBJECT } from '../markdown/mask.js';
import type { Audience, LanguageId, Question } from '../model.js';
import { codeAt, Sign } from '../text/characters.js';
import { firstRun } from '../text/phrase-lists.js';
import { countWords } from '../text/words.js';
import { fold } from './fold.js';
import type { Mark } from './marks.js';
import { isPlaceholder, mayHoldPlaceholder } from './placeholders.js';
import { marks as markWords } from './titles.js';
import { ALWAYS, type Unit, unitMemo } from './units.js';

/** The forms in which authors write questions, from the plainest sign to the weakest. */
type Form = 'marked' | 'heading' | 'bold' | 'item' | 'row' | 'listed' | 'plain';

interface Candidate {
  readonly unit: number;
  readonly form: Form;
  readonly level: number;
  /** Whether it ends as a question does. */
  readonly asks: boolean;
  /** Offsets in the document. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A stretch of units that holds questions: an FAQ, or what follows one. */
export interface FaqSpan {
  readonly from: number;
  readonly to: number;
  readonly audience: Audience;
  /** In what follows an FAQ only lines that ask count. */
  readonly strict: boolean;
}

const QUESTION_MARK = new RegExp(
  `^[\\s\u2060]*(?:${markWords('questionMarks')})\\s*\\.?\\s*\\d*(?:\\.\\d+)*(?:\\s*[.:：)—–-]|(?<=\\d)\\u3000)[\\s\u2060]*`,
  'iu',
);
const ANSWER_MARK = new RegExp(`^[\\s\u2060]*(?:${markWords('answerMarks')})\\s*\\d*\\s*[.:：)][\\s\u2060]*`, 'iu');
const ANSWER_COLUMN = new RegExp(`^(?:${markWords('answerMarks')})s?$`, 'i');
const NUMBER = /^[\s\u2060]*\d+(?:\.\d+)*[.)]?[\s\u2060]+/;
/** A text longer than this is no mere placeholder, in characters. */
const PLACEHOLDER_LENGTH = 200;
/** Longest line that can be a question, in words. */
const LONGEST = 60;
/** Korean and Japanese sentences ask by their ending, often without a question mark. */
const ASKS = /[?？](?=[\s\u2060"”’')）*_]|$)|(?:까|나요|가요|은가|는가|ですか|ますか)[.。]?$/u;

/** Finds the questions of each span and the answer to each. */
export function findQuestions(
  units: readonly Unit[],
  marks: readonly Mark[],
  spans: readonly FaqSpan[],
  language: LanguageId,
): Question[] {
  const sectionMarks = new Set<number>();
  for (const mark of marks) if (mark.ids.length > 0) sectionMarks.add(mark.unit);
  const questions: Question[] = [];
  for (const span of spans) {
    const chosen = choose(
      units,
      candidates(units, span, sectionMarks),
      span.strict,
      languageOf(language).asking.unmarked,
    );
    for (let n = 0; n < chosen.length; n++)
      questions.push(answer(units, chosen[n]!, chosen[n + 1], span, sectionMarks, language));
  }
  return questions;
}

function candidates(units: readonly Unit[], span: FaqSpan, sectionMarks: ReadonlySet<number>): Candidate[] {
  const found: Candidate[] = [];
  for (let n = span.from; n < span.to; n++) {
    const unit = units[n]!;
    if (unit.quote > 0 || sectionMarks.has(n)) continue;
    for (const { form, level, asks, start, end, text } of askedIn(unit, ALWAYS)) {
      if (form === 'listed' && !opensItem(unit, units[n + 1])) continue;
      found.push({ unit: n, form, level, asks, start: unit.start + start, end: unit.start + end, text });
    }
  }
  return found;
}

/** Whether more stands in the item that a unit opens: a list of its own, or another paragraph. */
function opensItem({ list }: Unit, next: Unit | undefined): boolean {
  return next?.list != null && (next.list.depth > list!.depth || !next.firstInItem);
}

/** What may be a question, with offsets into its unit. */
type Asked = Omit<Candidate, 'unit'>;

const NONE: readonly Asked[] = [];

/** The questions that a unit may be or hold; found once for as long as the unit stays as it is. */
const askedIn = unitMemo((unit, _: typeof ALWAYS): readonly Asked[] => {
  if (unit.type === 'table') return inRows(unit);
  if (unit.type === 'html') return inSummary(unit);
  if (unit.type !== 'heading' && unit.type !== 'paragraph') return NONE;
  const question = mayAsk(unit);
  return question && (question.text.length < LONGEST * 2 || countWords(question.text) <= LONGEST) ? [question] : NONE;
});

/** Of each row of a table the first cell that asks: "| Why now? | Because … |". */
function inRows(unit: Unit): readonly Asked[] {
  const { raw } = unit;
  if (!/[?？]/.test(raw)) return NONE;
  const found: Asked[] = [];
  let start = 0;
  for (const row of raw.split('\n')) {
    const cell = /(?:^|\|)[ \t]*([^|\n]*[?？])[ \t]*(?=\|)/.exec(row);
    if (cell) {
      const end = start + cell.index + cell[0].trimEnd().length;
      const begin = end - cell[1]!.trim().length;
      found.push({ form: 'row', level: 0, asks: true, start: begin, end, text: fold(unmasked(unit, begin, end)) });
    }
    start += row.length + 1;
  }
  return found;
}

/** The line that a reader opens to see an answer: "<details><summary>Why now?</summary>". */
function inSummary({ raw }: Unit): readonly Asked[] {
  const summary = /<summary\b[^>]*>\s*([\s\S]*?)\s*<\/summary>/i.exec(raw);
  if (!summary) return NONE;
  const text = visible(summary[1]!);
  const start = summary.index + summary[0].indexOf(summary[1]!, summary[0].indexOf('>'));
  return [{ form: 'marked', level: 0, asks: ASKS.test(text), start, end: start + summary[1]!.length, text }];
}

/** HTML without its tags. */
function visible(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A stretch of a unit's text with its code, images and addresses as they show. */
function unmasked({ raw, text }: Unit, start: number, end: number): string {
  return text.slice(start, end).replace(OBJECTS, (run, at: number) => {
    const source = raw.slice(start + at, start + at + run.length);
    return source.replace(/^(`+) ?([\s\S]*?) ?\1$|^!\[([^\]]*)\][\s\S]*$|^<([\s\S]*)>$/, '$2$3$4');
  });
}

const OBJECTS = new RegExp(`${OBJECT}+`, 'g');

/** How a line opens that may be marked as a question, and how one ends that asks by its ending. */
const OPENS_AS_QUESTION = /^(?:[\s\u2060*_]*\p{L}{1,12}\s*\.?\d*(?:\s*[.:：)—–-]|\u3000)|\*\*|__)/u;
const ENDS_ASKING = /(?:[까요가]|[でま]すか)[.。]?\s*$/u;

/** Whether a line opens with two words of Latin letters, as most do, and thus with no mark. */
function opensWithWords(text: string): boolean {
  let at = 0;
  while (isLatin(codeAt(text, at))) at++;
  return at > 0 && codeAt(text, at) === 32 && isLatin(codeAt(text, at + 1));
}

function isLatin(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90);
}

function mayAsk(unit: Unit): Asked | null {
  const { length } = unit.text;
  if (unit.type === 'heading') return asked(unit, QUESTION_MARK.test(unit.text) ? 'marked' : 'heading', 0, length);
  if (unit.list && !unit.firstInItem) return null;
  // Most lines of an answer neither ask nor open with a mark, and need no closer look.
  const asks = unit.signs & Sign.Asks || (unit.signs & Sign.Eastern && ENDS_ASKING.test(unit.raw));
  if (!asks && (opensWithWords(unit.raw) || !OPENS_AS_QUESTION.test(unit.raw))) return null;
  // Deep in a list only what is all a question can be one, and has its answer below it.
  if (unit.list && unit.list.depth > 0) return asks && ASKS.test(unit.plain) ? asked(unit, 'listed', 0, length) : null;
  const bold = /^[*_]/.test(unit.raw) ? /^(\*\*|__)(?!\s)([\s\S]+?)\1/.exec(unit.raw) : null;
  const end = bold ? bold[0].length : questionEnd(unit.text);
  if (QUESTION_MARK.test(unit.text)) {
    // "**Q:** Why?" marks only the letter in bold; "**Q: Why?** Because …" the whole question.
    const whole =
      bold !== null &&
      fold(unit.text.slice(0, end), unit.signs).replace(QUESTION_MARK, '') !== '' &&
      !/^(\*\*|__)\S{1,12}[:.]?\1/.test(unit.raw);
    return asked(unit, 'marked', 0, whole ? end : questionEnd(unit.text));
  }
  const mayEndAsking = (unit.signs & (Sign.Asks | Sign.Eastern)) !== 0;
  if (!(bold && unit.level > 0) && !(mayEndAsking && ASKS.test(fold(unit.text.slice(0, end), unit.signs)))) return null;
  if (bold) return asked(unit, 'bold', 0, end);
  if (unit.list?.ordered) return asked(unit, 'item', 0, end);
  return end === length && unit.words <= 40 ? asked(unit, unit.list ? 'listed' : 'plain', 0, length) : null;
}

/** What of a unit may be a question, of a form. */
function asked(unit: Unit, form: Form, start: number, end: number): Asked {
  const whole = start === 0 && end === unit.text.length;
  const plain = whole ? unit.plain : fold(unit.text.slice(start, end), unit.signs);
  const shown = unit.signs & Sign.Object && plain.includes(OBJECT) ? fold(unmasked(unit, start, end)) : plain;
  const text = shown.replace(QUESTION_MARK, '').replace(NUMBER, '').trim();
  return { form, level: unit.level, asks: ASKS.test(text), start, end, text };
}

/** Where the question in front of a text ends: after its first question mark, else with the line. */
function questionEnd(text: string): number {
  const mark = /[?？]["”’')）*_\u2060]*/.exec(text);
  return mark ? mark.index + mark[0].length : text.length;
}

/**
 * Keeps the candidates of the form that the author uses; the rest are lines inside answers. `unmarked`: what asks in words, the mark having
 * been forgotten.
 */
function choose(
  units: readonly Unit[],
  found: readonly Candidate[],
  strict: boolean,
  unmarked: RegExp | null,
): Candidate[] {
  const asking = (form: Form): Candidate[] => found.filter((candidate) => candidate.form === form && candidate.asks);
  const marked = found.filter((candidate) => candidate.form === 'marked');
  if (marked.length > 0 && !strict) {
    const headings = asking('heading').filter(
      (candidate) => candidate.level <= Math.max(...marked.map((one) => one.level)),
    );
    return inOrder([...marked, ...headings]);
  }
  const headings = asking('heading');
  if (headings.length > 0) {
    const bold = asking('bold').filter((candidate) => candidate.unit < headings[0]!.unit);
    if (strict) return inOrder([...bold, ...headings]);
    // Headings of the same level between questions ask too, whatever their mark.
    const level = mostFrequent(headings.map((candidate) => candidate.level));
    const peers = found.filter(
      (candidate) => candidate.form === 'heading' && (candidate.asks || candidate.level === level),
    );
    return inOrder(headings.length * 2 >= peers.length ? [...bold, ...peers] : [...bold, ...headings]);
  }
  for (const form of ['bold', 'item', 'row', 'listed', 'plain'] as const) {
    const asked = asking(form);
    if (asked.length === 0 || (strict && (form === 'plain' || form === 'listed'))) continue;
    if (form !== 'bold' || strict) return asked;
    return found.filter((one) => one.form === 'bold' && (one.asks || unmarked?.test(one.text)));
  }
  return strict ? [] : withoutMarks(units, found);
}

/** In an FAQ where nothing asks by its grammar, the highest headings with text right under them are the questions, or the lines in bold. */
function withoutMarks(units: readonly Unit[], found: readonly Candidate[]): Candidate[] {
  const headings = found.filter((candidate) => candidate.form === 'heading');
  if (headings.length === 0) return found.filter((candidate) => candidate.form === 'bold');
  // "For offices" over "Pricing", "Security": a group of them.
  const answering = headings.filter(({ unit }) => units[unit + 1]?.type !== 'heading');
  const top = Math.min(...(answering.length > 0 ? answering : headings).map((candidate) => candidate.level));
  return headings.filter((candidate) => candidate.level === top);
}

function inOrder(candidates: Candidate[]): Candidate[] {
  return candidates.sort((a, b) => a.unit - b.unit);
}

/** The most frequent of some small numbers, of several the first; 0 for none. */
function mostFrequent(numbers: readonly number[]): number {
  const counts: number[] = [];
  for (const n of numbers) counts[n] = (counts[n] ?? 0) + 1;
  return numbers.reduce((best, n) => (counts[n]! > counts[best]! ? n : best), numbers[0] ?? 0);
}

function answer(
  units: readonly Unit[],
  question: Candidate,
  following: Candidate | undefined,
  { to, audience }: FaqSpan,
  sectionMarks: ReadonlySet<number>,
  language: LanguageId,
): Question {
  const own = units[question.unit]!;
  let end = question.end;
  let words = 0;
  let real = false;
  const take = (says: Content, count: number, to: number): void => {
    if (says === 'nothing') return;
    real ||= says === 'something';
    words += count;
    end = Math.max(end, to);
  };
  // Of a table only the rest of the row answers.
  const rowEnd = own.type === 'table' ? own.text.indexOf('\n', question.end - own.start) : -1;
  const ownEnd = rowEnd === -1 ? own.text.length : rowEnd;
  const from = question.end - own.start;
  const rest =
    own.type === 'html'
      ? visible(own.raw.slice(from))
      : own.type === 'table'
        ? answerInRow(own.raw, from, ownEnd)
        : own.text.slice(from, ownEnd);
  if (rest !== '') take(contentOf(rest, language), countWords(rest), own.start + ownEnd);
  const next = own.type === 'table' ? question.unit + 1 : (following?.unit ?? to);
  for (let n = question.unit + 1; n < next; n++) {
    const unit = units[n]!;
    if (
      sectionMarks.has(n) ||
      (unit.type === 'heading' && unit.level <= (question.level || 6) && unit.quote === 0 && !unit.list)
    )
      break;
    if (unit.type === 'rule') continue;
    if (unit.type === 'html' && SILENT.test(unit.raw)) {
      if (own.type === 'html' && unit.raw.startsWith('</')) end = unit.end;
      continue;
    }
    if (unit.type === 'code' || unit.type === 'html') {
      real = true;
      end = unit.end;
    } else take(real ? 'something' : saidIn(unit, language), unit.words, unit.end);
  }
  return {
    start: question.start,
    end: question.end,
    text: question.text,
    audience,
    answered: real,
    answer: { start: question.end, end },
    answerWords: words,
  };
}

/** What answers of a row whose question ends at `from`: the cell under the heading that says so, else all that stands behind the question. */
function answerInRow(table: string, from: number, to: number): string {
  const column = cellsOf(table.slice(0, table.indexOf('\n'))).findIndex((cell) =>
    ANSWER_COLUMN.test(cell.replace(/[\s*_]/g, '')),
  );
  const start = table.lastIndexOf('\n', from) + 1;
  const asked = cellsOf(table.slice(start, from)).length - 1;
  return column > asked ? (cellsOf(table.slice(start, to))[column] ?? '') : table.slice(from, to);
}

function cellsOf(row: string): string[] {
  return row.replace(/^\s*\|/, '').split(/(?<!\\)\|/);
}

/** HTML that says nothing: a comment, or what opens or closes a fold, and belongs to the question in it. */
const SILENT = /^(?:<!--|<\/?details\b[^>]*>\s*$)/i;

/** What a text says as an answer; a placeholder says that something is still to be written. */
type Content = 'nothing' | 'placeholder' | 'something';

/** The last line of a Korean office's documents. */
const END = /^끝[.。]?\s*$/;

/** What is in the way of a text's being nothing, or nothing but a placeholder, is in its first characters. */
function contentOf(text: string, language: LanguageId): Content {
  const plain = fold(text.slice(0, PLACEHOLDER_LENGTH)).replace(ANSWER_MARK, '');
  if (!/[\p{L}\p{N}\ufffc]/u.test(plain) || END.test(plain)) return 'nothing';
  return text.length <= PLACEHOLDER_LENGTH && isPlaceholder(plain, language) ? 'placeholder' : 'something';
}

/** The same of a unit; found once for as long as it stays as it is. */
const saidIn = unitMemo(
  (unit, language: LanguageId): Content => (clearlySaysSomething(unit) ? 'something' : contentOf(unit.text, language)),
);

/** Runs of letters that are more than a mark in front of an answer: "Answer 3: …". */
const SOME_RUNS = 4;

/** Whether a unit says something, as the words that were read already tell of most. */
function clearlySaysSomething({ text, prose, runs, offset }: Unit): boolean {
  if (!runs) return false;
  const beyond = runs.starts[firstRun(runs, offset) + SOME_RUNS - 1];
  if (beyond === undefined || beyond - offset >= Math.min(text.length, PLACEHOLDER_LENGTH)) return false;
  return text.length > PLACEHOLDER_LENGTH || !mayHoldPlaceholder(prose);
}
