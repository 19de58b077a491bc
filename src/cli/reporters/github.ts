import { relative, resolve, sep } from 'node:path';
import process from 'node:process';
import type { Issue } from '../../core/report.js';
import type { Reporter } from './reporter.js';
import { textReport } from './text.js';

/**
 * Annotations for GitHub Actions: https://docs.github.com/actions/reference/workflow-commands-for-github-actions.
 * The text report follows, for who reads the log.
 */
export const githubReport: Reporter = (report) => {
  const annotations = report.files.flatMap((file) => file.issues.map((issue) => annotation(file.path, issue)));
  const troubles = report.troubles.map(({ path, message }) => command('error', { file: inWorkspace(path) }, message));
  return [...troubles, ...annotations, textReport({ ...report, files: report.files })].join('\n');
};

const LEVELS = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' } as const;

function annotation(path: string, issue: Issue): string {
  const { line, endLine, column, endColumn } = issue;
  return command(
    LEVELS[issue.severity],
    // Columns over more than one line are refused.
    {
      file: inWorkspace(path),
      line,
      endLine,
      ...(line === endLine ? { col: column, endColumn } : {}),
      title: issue.rule,
    },
    issue.message,
  );
}

function command(level: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const list = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${level} ${list.join(',')}::${data(message)}`;
}

/** Annotations are placed by the path from the top of the repository, wherever the command runs. */
function inWorkspace(path: string): string {
  const inside = relative(process.env.GITHUB_WORKSPACE || process.cwd(), resolve(path));
  return inside.split(sep).join('/');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
