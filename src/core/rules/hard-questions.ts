import { HARD_QUESTIONS, type HardQuestion, type Language, type Said } from '../languages/index.js';
import type { Fix, Question } from '../model.js';
import type { Analysis } from '../narrative/narrative.js';
import { writeQuestions } from '../templates/questions.js';
import type { TemplateTexts } from '../templates/template.js';
import { Sign } from '../text/characters.js';
import { memo } from '../text/memo.js';
import { TellingWords } from '../text/telling-words.js';
import { firstFrom } from './list-fixes.js';
import { lineFrom, sectionOf } from './places.js';
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
    const section = sectionOf(analysis, 'internal-faq');
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
  { id, hardQuestions: meanings }: Language,
  ask: readonly string[] = HARD_QUESTIONS,
): HardQuestion[] {
  if (!meanings) return [];
  const { text, blocks } = analysis.markdown;
  // What asks after the internal FAQ without a name of its own is for the same readers.
  const asked = analysis.narrative.questions.filter((question) => question.audience !== 'external');
  const passages = asked.map(({ start, text: question, answer }): Passage => {
    const first = firstFrom(blocks, start + 1) - 1;
    const end = Math.min(answer.end, answer.start + OPENING);
    const opening = text.slice(answer.start, end);
    let maySpeakOf = 0;
    for (let n = first; n < blocks.length && blocks[n]!.start < end; n++)
      maySpeakOf |= wordsIn(blocks[n]!.prose, meanings);
    const known = knownOf(blocks[first]!.prose, [id, question, opening].join(BETWEEN));
    return { question, answer: opening, maySpeakOf, known };
  });
  return unasked(meanings, passages).filter((one) => ask.includes(one));
}

type Meanings = NonNullable<Language['hardQuestions']>;

/** A question, and how its answer opens. */
interface Passage {
  readonly question: string;
  readonly answer: string;
  /** The hard questions of which a word stands in the answer: one bit each, in their order. */
  readonly maySpeakOf: number;
  readonly known: Known;
}

/** The hard questions that a passage is known to speak of, and not to speak of: one bit each, in their order. */
interface Known {
  speaksOf: number;
  silentOn: number;
}

/** What was found out about a passage before; after an edit only those that changed are looked at again. */
const knownOf = memo((_, _passage: string): Known => ({ speaksOf: 0, silentOn: 0 }));

/** How answers speak of hard questions in a language. */
interface Telling {
  /** A list for each. */
  readonly words: TellingWords;
  /** What is looked for where one of its words stands, and in every answer. */
  readonly patterns: Readonly<Record<HardQuestion, { readonly told: RegExp; readonly anywhere: RegExp | null }>>;
}

const tellingBy = new WeakMap<Meanings, Telling>();

function tellingOf(meanings: Meanings): Telling {
  let telling = tellingBy.get(meanings);
  if (!telling) {
    const wordsOf = (id: HardQuestion): string[] =>
      meanings[id].answer.flatMap(([words]) => (words === '' ? [] : words.split(' ')));
    const patterns = HARD_QUESTIONS.map((id) => {
      const { answer } = meanings[id];
      const anywhere = answer.filter(([words]) => words === '');
      const told = patternOf(answer.filter(([words]) => words !== ''));
      return [id, { told, anywhere: anywhere.length > 0 ? patternOf(anywhere) : null }] as const;
    });
    telling = {
      words: new TellingWords(HARD_QUESTIONS.map(wordsOf)),
      patterns: Object.fromEntries(patterns) as Telling['patterns'],
    };
    tellingBy.set(meanings, telling);
  }
  return telling;
}

function patternOf(said: readonly Said[]): RegExp {
  const patterns = said.map(([words, around]) =>
    around.replaceAll('{}', `(?:${words.split(' ').map(wordPattern).join('|')})`),
  );
  return new RegExp(patterns.join('|'), 'i');
}

/** A whole word, and anything as it is where letters aren't Latin. */
function wordPattern(word: string): string {
  return /^[a-z]/.test(word) ? `\\b${word}\\b` : word;
}

/**
 * What `maySpeakOf` is of one block. What is written as code is said as well: the source is read where prose leaves something out, or where
 * words aren't parted.
 */
const wordsIn = memo(({ source, runs, signs, words: count }, meanings: Meanings): number => {
  const { words } = tellingOf(meanings);
  const read = words.readsRuns && count > 0 && !(signs & (Sign.Eastern | Sign.Object));
  return read ? words.listsAmong(runs) : words.listsIn(source);
});

/** What neither questions nor answers speak of. */
function unasked(meanings: Meanings, passages: readonly Passage[]): HardQuestion[] {
  const all = joined(passages, 'question');
  const { patterns } = tellingOf(meanings);
  return HARD_QUESTIONS.filter((id, n) => {
    const bit = 1 << n;
    if (passages.some(({ known }) => known.speaksOf & bit)) return false;
    const unknown = passages.filter(({ known }) => !(known.silentOn & bit));
    const questions = unknown.length === passages.length ? all : joined(unknown, 'question');
    const { told, anywhere } = patterns[id];
    const telling = unknown.filter(({ maySpeakOf }) => maySpeakOf & bit);
    const speaker =
      passageAt(unknown, 'question', questions.search(meanings[id].question)) ??
      passageAt(telling, 'answer', joined(telling, 'answer').search(told)) ??
      (anywhere && passageAt(unknown, 'answer', joined(unknown, 'answer').search(anywhere)));
    if (speaker) speaker.known.speaksOf |= bit;
    else for (const { known } of unknown) known.silentOn |= bit;
    return !speaker;
  });
}

type Side = 'question' | 'answer';

/** Texts are looked at together, for each look has its price. */
function joined(passages: readonly Passage[], side: Side): string {
  return passages.map((passage) => passage[side]).join(BETWEEN);
}

/** The passage whose question or answer stands at an offset of all of them joined; undefined for one of -1. */
function passageAt(passages: readonly Passage[], side: Side, offset: number): Passage | undefined {
  let end = 0;
  return offset === -1
    ? undefined
    : passages.find((passage) => {
        end += passage[side].length + BETWEEN.length;
        return offset < end;
      });
}

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
  const { eol } = analysis.markdown.lines;
  const wanted = missing.flatMap((id) => texts.questions.internal.find(({ asks }) => asks === id)?.text ?? []);
  const text = writeQuestions(analysis, wanted, last, texts)
    .map((question) => `${eol}${eol}${question}`)
    .join('');
  const at = Math.max(last.answer.end, last.end);
  const end = analysis.markdown.lines.end(analysis.markdown.lines.lineAt(at));
  return { title: messages.insertQuestions(missing.length), edits: [{ start: end, end, text }], safe: false };
}
