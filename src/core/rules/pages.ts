import type { Localized } from '../messages/locale.js';

/** Folders of the pages on the rules, one page a rule, by the language of the reader. */
export const RULE_PAGES: Localized = { en: 'docs/rules', ko: 'docs/rules/ko' };
