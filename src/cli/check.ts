import process from 'node:process';
import type { FileReport } from '../core/report.js';
import { type Arguments, UsageError } from './arguments.js';
import { checkFile, checkSource, type Outcome } from './check-file.js';
import type { Configs } from './config.js';
import { Exit } from './exit.js';
import { readStdin } from './files.js';
import { findFiles } from './find.js';
import { Progress } from './progress.js';
import { REPORTERS } from './reporters/index.js';
import { complain, note, say } from './say.js';
import { summarise } from './summary.js';

const STDIN = '-';

/** `prfaq check`: reads what is asked for, fixes it where asked to, reports. */
export async function check(args: Arguments, configs: Configs): Promise<Exit> {
  const { operands, stdinFilename, fix } = args;
  const inputs = operands.filter((one) => one !== STDIN);
  const stdin = inputs.length < operands.length || (operands.length === 0 && stdinFilename !== undefined);
  if (stdin && fix && inputs.length > 0)
    throw new UsageError('--fix prints the fixed text of “-”, so it takes no other file');

  const outcomes: Outcome[] = [];
  if (stdin) outcomes.push(await checkSource(await readStdin(stdinFilename ?? 'stdin.md'), fix, configs));
  if (!stdin || inputs.length > 0)
    outcomes.push(...(await checkNamed(inputs.length > 0 ? inputs : ['.'], fix, configs)));
  // Where the fixed text went to standard output, the report must not.
  return report(outcomes, args, stdin && fix ? note : say);
}

/**
 * One after the other on this thread: of a repository's Markdown nearly all falls out at a glance, and two threads took as long as one for
 * 2,000 files (2.7 s against 2.5 s), since each has to warm up by itself.
 */
async function checkNamed(inputs: readonly string[], fix: boolean, configs: Configs): Promise<Outcome[]> {
  const found = await findFiles(inputs);
  // A config that can't be used is told before any file is written.
  for (const { path } of found) await configs.optionsFor(path);
  const progress = new Progress(process.stderr, found.length);
  const outcomes: Outcome[] = [];
  for (const file of found) {
    outcomes.push(await checkFile(file, fix, configs));
    progress.tick();
  }
  progress.end();
  return outcomes;
}

function report(outcomes: readonly Outcome[], args: Arguments, print: (text: string) => unknown): Exit {
  const { format, quiet, maxWarnings } = args;
  const troubles = outcomes.flatMap(({ path, trouble }) => (trouble === null ? [] : [{ path, message: trouble }]));
  const files = outcomes.flatMap((outcome) => outcome.report ?? []);
  const summary = summarise(files);
  for (const { path, message } of troubles) complain(`${path}: ${message}`);
  if (!quiet) for (const outcome of outcomes) noteFixes(outcome);
  if (!quiet || format !== 'text' || summary.errors > 0)
    print(REPORTERS[format]({ files: quiet ? files.map(errorsOnly) : files, troubles, summary }));
  const tooMany = summary.warnings > maxWarnings;
  if (tooMany) complain(`there are ${summary.warnings} warnings, and --max-warnings allows ${maxWarnings}`);
  if (troubles.length > 0) return Exit.Trouble;
  return tooMany || summary.errors > 0 ? Exit.Findings : Exit.Ok;
}

function noteFixes({ path, done }: Outcome): void {
  for (const { line, column, rule, title } of done) note(`${path}:${line}:${column} fixed: ${title} (${rule})`);
}

function errorsOnly(file: FileReport): FileReport {
  return { ...file, issues: file.issues.filter((issue) => issue.severity === 'error') };
}
