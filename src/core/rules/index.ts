import { bannedBullet } from './banned-bullet.js';
import { emptySection } from './empty-section.js';
import { missingSection } from './missing-section.js';
import { pageLimit } from './page-limit.js';
import { placeholder } from './placeholder.js';
import type { Rule, RuleOptions } from './rule.js';
import { sectionLength } from './section-length.js';
import { sentenceLength } from './sentence-length.js';
import { weaselWord } from './weasel-word.js';

/** All rules, in the order of the documentation. */
export const RULES: readonly Rule[] = [
  missingSection,
  emptySection,
  placeholder,
  pageLimit,
  widen(sectionLength),
  widen(sentenceLength),
  widen(bannedBullet),
  widen(weaselWord),
];

/** A rule knows its own options exactly; the list knows that every rule has some. */
function widen<Options extends RuleOptions>(rule: Rule<Options>): Rule {
  return rule as unknown as Rule;
}

export type { Report, Rule, RuleContext, RuleOptions } from './rule.js';
