import type { Question } from '../model.js';
import type { Analysis } from '../narrative/narrative.js';
import type { TemplateTexts } from './template.js';

/** How an author writes questions: what stands around one, and in front of its answer. */
interface Form {
  /** What stands in front of the question, its number raised by `n`. */
  readonly before: (n: number) => string;
  readonly after: string;
  readonly answer: string;
  /** Whether the answer stands on the next line rather than after an empty one. */
  readonly tight: boolean;
  /** What closes it all, after an empty line. */
  readonly close?: string;
}

/** `<details>`, as GitHub folds them. */
const DETAILS: Form = {
  before: () => '<details>\n<summary>',
  after: '</summary>',
  answer: '',
  tight: false,
  close: '</details>',
};

/**
 * Questions with answers still to be given, each as Markdown, in the form of the question that they follow: its heading level or bold,
 * its `Q3:`, counted on, its `<details>`. Headings of `level` where they follow none, or one in a table.
 */
export function writeQuestions(
  analysis: Analysis,
  questions: readonly string[],
  after: Question | undefined,
  texts: TemplateTexts,
  level = 3,
): string[] {
  const form = (after && formOf(analysis, after)) ?? headings(level);
  const { eol } = analysis.markdown.lines;
  const gap = form.tight ? eol : `${eol}${eol}`;
  const close = form.close ? `${eol}${eol}${form.close}` : '';
  return questions.map((question, n) =>
    `${form.before(n + 1)}${question}${form.after}${gap}${form.answer}${texts.question.answer}${close}`.replace(
      /\r?\n/g,
      eol,
    ),
  );
}

function headings(level: number): Form {
  return { before: () => `${'#'.repeat(Math.min(6, level))} `, after: '', answer: '', tight: false };
}

/** The form of a question; null for one in a table, where no other could follow by itself. */
function formOf({ markdown }: Analysis, { start, end, text, answer }: Question): Form | null {
  const { lines, blocks } = markdown;
  const type = blocks.find((block) => block.end > start)?.type;
  if (type === 'html') return DETAILS;
  if (type === 'table') return null;
  const source = markdown.text.slice(lines.start(lines.lineAt(start)), end);
  // Emphasis inside the question hides it from a plain search: its first word says where it begins.
  const at = source.indexOf(text.slice(0, 12));
  const before = at === -1 ? '### ' : source.slice(0, at);
  const closing = at === -1 ? '' : (/[?？.。]?["”]?([*_]*)\s*$/.exec(source)?.[1] ?? '');
  const reply = markdown.text.slice(answer.start, answer.end);
  const mark = /^[\s*_]*?((?:\*\*|__)?(?:A|Answer|답변|답)\s*\d*\s*[.:：)](?:\*\*|__)?\s*)/.exec(reply)?.[1] ?? '';
  const gap = /^[*_]*\s*/.exec(reply)?.[0] ?? '';
  return {
    before: (n) => before.replace(/(\d+)(?=\D*$)/, (number) => String(Number(number) + n)),
    after: closing,
    answer: mark,
    tight: mark !== '' && (gap.match(/\n/g)?.length ?? 0) === 1,
  };
}
