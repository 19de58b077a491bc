import { HARD_QUESTIONS, type HardQuestion } from '../languages/index.js';
import type { Fix, Question } from '../model.js';
import type { Analysis } from '../narrative/narrative.js';
import { en } from '../templates/en.js';
import { ko } from '../templates/ko.js';
import { templateLanguage } from '../templates/templates.js';
import { eolOf, lineFrom, lineStart } from './places.js';
import type { Rule, RuleContext } from './rule.js';

/**
 * What an internal FAQ has to answer, whatever the wording: one finding that names what is missing. The questions count by what they
 * mean; an answer counts where it says so in plain words.
 */
export const hardQuestions: Rule<{ ask: readonly string[] }> = {
  id: 'hard-questions',
  summary: { en: 'The internal FAQ avoids a hard question.', ko: '내부 FAQ가 어려운 질문을 피했습니다.' },
  severity: 'information',
  options: { ask: HARD_QUESTIONS },
  *check(context, { ask }) {
    const { analysis, messages, language } = context;
    const section = analysis.narrative.sections.find((one) => one.id === 'internal-faq');
    const internal = analysis.narrative.questions.filter((question) => question.audience === 'internal');
    const meanings = language.hardQuestions;
    if (!section?.range || internal.length === 0 || !meanings || !context.prose) return;
    // What asks after the internal FAQ without a name of its own is for the same readers.
    const asked = analysis.narrative.questions.filter((question) => question.audience !== 'external');
    const missing = HARD_QUESTIONS.filter(
      (id) => ask.includes(id) && !isAsked(analysis, asked, meanings[id].question, meanings[id].answer),
    );
    if (missing.length === 0) return;
    yield {
      ...lineFrom(analysis, section.range.start),
      message: messages.hardQuestions(missing.map((id) => messages.hardQuestion(id))),
      fixes: [insertion(context, missing, internal)],
    };
  },
};

/** Characters of an answer that are looked at: who answers a hard question in passing says so early. */
const OPENING = 1500;

function isAsked({ markdown }: Analysis, questions: readonly Question[], question: RegExp, answer: RegExp): boolean {
  return (
    questions.some((one) => question.test(one.text)) ||
    questions.some((one) =>
      answer.test(markdown.text.slice(one.answer.start, Math.min(one.answer.end, one.answer.start + OPENING))),
    )
  );
}

/** Puts the missing questions behind the last internal one, written as the author writes them. */
function insertion(
  { analysis, messages }: RuleContext,
  missing: readonly HardQuestion[],
  internal: readonly Question[],
): Fix {
  const texts = templateLanguage(analysis.narrative.language) === 'ko' ? ko : en;
  const last = internal.reduce((a, b) => (b.start > a.start ? b : a));
  const form = formOf(analysis, last);
  const eol = eolOf(analysis);
  const text = missing
    .map((id, n) => {
      const question = texts.questions['internal-faq'][HARD_QUESTIONS.indexOf(id)]!;
      return `${eol}${eol}${form.before(n + 1)}${question}${form.after}${eol}${form.tight ? '' : eol}${form.answer}${texts.answer}`;
    })
    .join('');
  const at = Math.max(last.answer.end, last.end);
  const end = analysis.markdown.lines.end(analysis.markdown.lines.lineAt(at));
  return { title: messages.insertQuestions(missing.length), edits: [{ start: end, end, text }], safe: false };
}

interface Form {
  /** What stands in front of the question, its number raised by `n`. */
  readonly before: (n: number) => string;
  readonly after: string;
  readonly answer: string;
  /** Whether the answer stands on the next line rather than after an empty one. */
  readonly tight: boolean;
}

function formOf(analysis: Analysis, { start, end, text, answer }: Question): Form {
  const { markdown } = analysis;
  const from = lineStart(analysis, start);
  const source = markdown.text.slice(from, end);
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
