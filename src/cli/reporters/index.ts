import { githubReport } from './github.js';
import type { Reporter } from './reporter.js';
import { sarifReport } from './sarif.js';
import { textReport } from './text.js';

/** What `check --format` takes, and who writes it. */
export const REPORTERS = {
  text: textReport,
  json: ({ files, summary }) => JSON.stringify({ files, summary }),
  sarif: sarifReport,
  github: githubReport,
} satisfies Record<string, Reporter>;
