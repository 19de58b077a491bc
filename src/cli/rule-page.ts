import { repository } from '../../package.json';
import { RULE_PAGES } from '../core/rules/pages.js';

/** The page on a rule, where a browser finds it. */
export function rulePage(rule: string): string {
  return `${repository.url.replace(/^git\+/, '').replace(/\.git$/, '')}/blob/main/${RULE_PAGES.en}/${rule}.md`;
}
