import { type Checked, Checker } from '../core/check.js';
import type { Options } from '../core/config/options.js';
import { applyEdits, safeMends } from '../core/fix.js';
import type { Issue } from '../core/report.js';

/** Most rounds of fixing: a fix can make room for another, and two that undid each other must not go on for ever. */
const ROUNDS = 10;

export interface Fixed {
  readonly text: string;
  /** Of `text`. */
  readonly checked: Checked;
  /** What was done, each where it stood when it was done: 1-based line and column, rule, and the fix's title. */
  readonly done: readonly (Pick<Issue, 'line' | 'column' | 'rule'> & { readonly title: string })[];
}

/** Checks a text and applies all safe fixes until none is left. */
export function fixText(text: string, path: string, options: Options): Fixed {
  const checker = new Checker();
  const done: Fixed['done'][number][] = [];
  let checked = checker.check(text, path, options);
  for (let round = 0; round < ROUNDS; round++) {
    const mends = safeMends(checked.findings);
    if (mends.length === 0) break;
    const { lines } = checked.analysis.markdown;
    for (const { finding, fix } of mends) {
      const { line, character } = lines.position(finding.start);
      done.push({ line: line + 1, column: character + 1, rule: finding.rule, title: fix.title });
    }
    text = applyEdits(
      text,
      mends.flatMap(({ fix }) => fix.edits),
    );
    checked = checker.check(text, path, options);
  }
  return { text, checked, done };
}
