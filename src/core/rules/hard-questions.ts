import { HARD_QUESTIONS, type HardQuestion, type Language } from '../languages/index.js';
import type { Fix, Question } from '../model.js';
import type { Analysis } from '../narrative/narrative.js';
import { writeQuestions } from '../templates/questions.js';
import type { TemplateTexts } from '../templates/template.js';
import { remembersLast } from '../text/memo.js';
import { eolOf, lineFrom } from './places.js';
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
  check(context, report, { ask }) {
    const { analysis, messages, language, texts } = context;
    const section = analysis.narrative.sections.find((one) => one.id === 'internal-faq');
    const internal = analysis.narrative.questions.filter((question) => question.audience === 'internal');
    if (!section?.range || internal.length === 0 || !context.prose) return;
    const missing = unaskedQuestions(analysis, language, ask);
    if (missing.length === 0) return;
    report(
      lineFrom(analysis, section.range.start),
      messages.hardQuestions(missing.map((id) => messages.hardQuestion(id))),
      texts ? [insertion(context, texts, missing, internal)] : [],
    );
  },
};

/** The hard questions that nobody asks or answers, of those in `ask`; none where the language has no cues for them. */
export function unaskedQuestions(
  analysis: Analysis,
  { hardQuestions: meanings }: Language,
  ask: readonly string[] = HARD_QUESTIONS,
): HardQuestion[] {
  if (!meanings) return [];
  // What asks after the internal FAQ without a name of its own is for the same readers.
  const asked = analysis.narrative.questions.filter((question) => question.audience !== 'external');
  const questions = asked.map((question) => question.text).join(BETWEEN);
  const { text } = analysis.markdown;
  const answers = asked
    .map(({ answer }) => text.slice(answer.start, Math.min(answer.end, answer.start + OPENING)))
    .join(BETWEEN);
  return unasked(meanings, questions, answers).filter((id) => ask.includes(id));
}

/** What neither questions nor answers speak of. */
const unasked = remembersLast((meanings: NonNullable<Language['hardQuestions']>, questions: string, answers: string) =>
  HARD_QUESTIONS.filter((id) => !meanings[id].question.test(questions) && !meanings[id].answer.test(answers)),
);

/** Parts texts that are looked at together: what is neither a word nor white space, on a line of its own. */
const BETWEEN = '\n\0\n';

/** Characters of an answer that are looked at: who answers a hard question in passing says so early. */
const OPENING = 1500;

/** Puts the missing questions behind the last internal one, written as the author writes them. */
function insertion(
  { analysis, messages }: RuleContext,
  texts: TemplateTexts,
  missing: readonly HardQuestion[],
  internal: readonly Question[],
): Fix {
  const last = internal.reduce((a, b) => (b.start > a.start ? b : a));
  const eol = eolOf(analysis);
  const wanted = missing.flatMap((id) => texts.questions.internal.find(({ asks }) => asks === id)?.text ?? []);
  const text = writeQuestions(analysis, wanted, last, texts)
    .map((question) => `${eol}${eol}${question}`)
    .join('');
  const at = Math.max(last.answer.end, last.end);
  const end = analysis.markdown.lines.end(analysis.markdown.lines.lineAt(at));
  return { title: messages.insertQuestions(missing.length), edits: [{ start: end, end, text }], safe: false };
}
