/** The engine as a library, `import { check, outline } from 'prfaq/core'`: text in, findings and outline out. */
import { Checker } from './check.js';
import { type OptionsInput, resolveOptions } from './config/options.js';
import { type FileReport, fileReport, type OutlineReport, outlineReport } from './report.js';
import { LIBRARY } from './templates/library.js';

export interface Settings {
  /** Name of the file: it can say the document's kind, and it is given back in the report. */
  readonly path?: string;
  readonly config?: OptionsInput;
}

/**
 * Checks a document, synchronously. Gives what `prfaq check --format json` gives for one file: lines and columns 1-based, columns in
 * UTF-16 units. Throws a `RangeError` that names the key when `config` can't be used; never for the text.
 */
export function check(text: string, settings: Settings = {}): FileReport {
  return fileReport(settings.path ?? '', run(text, settings));
}

/** The outline of a document, as `prfaq outline --format json` gives it. Errors as with `check`. */
export function outline(text: string, settings: Settings = {}): OutlineReport {
  return outlineReport(settings.path ?? '', run(text, settings));
}

function run(text: string, { path, config }: Settings): ReturnType<Checker['check']> {
  const { options, problems } = resolveOptions(config ?? {}, LIBRARY);
  const [problem] = problems;
  if (problem) throw new RangeError(`config.${problem.key}: ${problem.message}`);
  return new Checker().check(text, path, options);
}

export type { OptionsInput } from './config/options.js';
export type { FileReport, Issue, OutlineQuestion, OutlineReport, OutlineSection } from './report.js';
