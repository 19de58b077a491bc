import process from 'node:process';
import { Checker } from '../core/check.js';
import { type FileReport, fileReport } from '../core/report.js';
import type { Configs } from './config.js';
import { encode, readSource, reasonOf, replaceFile, type Source } from './files.js';
import type { Found } from './find.js';
import { type Fixed, fixText } from './fix.js';

/** What became of one file. */
export interface Outcome {
  readonly path: string;
  /** Null for a file that couldn't be read. */
  readonly report: FileReport | null;
  /** Why it couldn't be read or written. */
  readonly trouble: string | null;
  readonly done: Fixed['done'];
}

/** Reads, checks and, where asked to, fixes one file. What goes wrong with it is told, not thrown. */
export async function checkFile({ path, error }: Found, fix: boolean, configs: Configs): Promise<Outcome> {
  return error === undefined
    ? checkSource(readSource(path), fix, configs)
    : { path, report: null, trouble: error, done: [] };
}

/** Checks a file that was read. With `fix` it is written with its safe fixes made; standard input is printed instead. */
export async function checkSource(source: Source, fix: boolean, configs: Configs): Promise<Outcome> {
  const { path, text } = source;
  if (text === null) return { path, report: null, trouble: source.error, done: [] };
  const options = await configs.optionsFor(path);
  const asItIs = () => fileReport(path, new Checker().check(text, path, options));
  if (!fix) return { path, report: asItIs(), trouble: null, done: [] };
  const fixed = fixText(text, path, options);
  const trouble = await write(source, fixed.text);
  return trouble === null
    ? { path, report: fileReport(path, fixed.checked), trouble, done: fixed.done }
    : { path, report: asItIs(), trouble, done: [] };
}

/** Puts the fixed text where the source came from; gives what went wrong, or null. */
async function write(source: Source, text: string): Promise<string | null> {
  const bytes = encode(source, text);
  // What can't be given back faithfully is passed on as it came.
  if (source.stdin) process.stdout.write(bytes ?? source.bytes ?? '');
  if (text === source.text) return null;
  if (bytes === null || source.bytes === null) return 'is not fixed: it holds bytes that are no UTF-8';
  if (source.stdin) return null;
  try {
    await replaceFile(source.path, source.bytes, bytes);
    return null;
  } catch (error) {
    return `is not fixed: ${reasonOf(error)}`;
  }
}
