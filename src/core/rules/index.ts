import { avoidedWord } from './avoided-word.js';
import { bannedBullet } from './banned-bullet.js';
import { duplicateSection } from './duplicate-section.js';
import { emptySection } from './empty-section.js';
import { excitedQuote } from './excited-quote.js';
import { futureTense } from './future-tense.js';
import { hardQuestions } from './hard-questions.js';
import { headlineLength } from './headline-length.js';
import { hypeWord } from './hype-word.js';
import { indirectAnswer } from './indirect-answer.js';
import { inputMetrics } from './input-metrics.js';
import { missingDateline } from './missing-dateline.js';
import { missingSection } from './missing-section.js';
import { pageLimit } from './page-limit.js';
import { paragraphLength } from './paragraph-length.js';
import { passiveVoice } from './passive-voice.js';
import { placeholder } from './placeholder.js';
import { questionMark } from './question-mark.js';
import type { Rule, RuleOptions } from './rule.js';
import { sectionLength } from './section-length.js';
import { sectionOrder } from './section-order.js';
import { sentenceLength } from './sentence-length.js';
import { tooFewQuestions } from './too-few-questions.js';
import { typedBullet } from './typed-bullet.js';
import { unansweredQuestion } from './unanswered-question.js';
import { unattributedQuote } from './unattributed-quote.js';
import { undefinedAcronym } from './undefined-acronym.js';
import { unsupportedAdjective } from './unsupported-adjective.js';
import { weaselWord } from './weasel-word.js';
import { wordyPhrase } from './wordy-phrase.js';

/** All rules, in the order of the documentation. */
export const RULES: readonly Rule[] = [
  missingSection,
  sectionOrder,
  emptySection,
  duplicateSection,
  placeholder,
  pageLimit,
  widen(sectionLength),
  widen(sentenceLength),
  widen(paragraphLength),
  headlineLength,
  widen(bannedBullet),
  typedBullet,
  widen(weaselWord),
  widen(hypeWord),
  widen(wordyPhrase),
  widen(unsupportedAdjective),
  widen(undefinedAcronym),
  passiveVoice,
  avoidedWord,
  excitedQuote,
  missingDateline,
  unattributedQuote,
  futureTense,
  unansweredQuestion,
  questionMark,
  widen(hardQuestions),
  indirectAnswer,
  widen(tooFewQuestions),
  inputMetrics,
];

/** A rule knows its own options exactly; the list knows that every rule has some. */
function widen<Options extends RuleOptions>(rule: Rule<Options>): Rule {
  return rule as unknown as Rule;
}

export type { Report, Rule, RuleContext, RuleOptions } from './rule.js';
