import { repository } from '../../package.json';

/** The page on a rule, where a browser finds it. */
export function rulePage(rule: string): string {
  return `${repository.url.replace(/^git\+/, '').replace(/\.git$/, '')}/blob/main/docs/rules/${rule}.md`;
}
