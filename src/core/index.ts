/** The engine as a library, `import { check, outline } from 'prfaq/core'`: text in, findings and outline out. */
import { Checker } from './check.js';
import { type Options, resolveOptions } from './config/options.js';
import { problemTexts, showPath } from './config/problems.js';
import { compileTeam, type TeamValues } from './config/team.js';
import { teamShape } from './config/team-shape.js';
import { type ValueProblem, validate } from './config/validate.js';
import { LANGUAGES } from './languages/index.js';
import { type FileReport, fileReport, type OutlineReport, outlineReport } from './report.js';
import { RULES } from './rules/index.js';
import { LIBRARY } from './templates/library.js';

/** What a `.prfaq.yaml` says, as data: see the schema that ships with the extension. Other files and patterns it can't name. */
export type Config = Omit<TeamValues, 'extends' | 'templates' | 'snippets'>;

export interface Settings {
  /** Name of the file: it can say the document's kind, and it is given back in the report. Globs in `config.files` match against it. */
  readonly path?: string;
  readonly config?: Config;
  /** BCP 47 tag of the reader's language: messages come in it. English where it isn't given. */
  readonly locale?: string;
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

const {
  extends: _,
  templates: __,
  snippets: ___,
  ...properties
} = teamShape({ rules: RULES, languages: LANGUAGES }).shape.properties;

function run(text: string, settings: Settings): ReturnType<Checker['check']> {
  return new Checker().check(text, settings.path, optionsOf(settings));
}

/** Of documents without a config: by far the most, and to put the defaults together takes a tenth of a check. */
let plain: Options | undefined;

function optionsOf({ path = '', config, locale = 'en' }: Settings): Options {
  if (config === undefined) {
    if (plain?.locale !== locale) plain = resolveOptions({ locale }, LIBRARY);
    return plain;
  }
  const texts = problemTexts('en');
  const report = (problem: ValueProblem): never => {
    throw new RangeError(`config.${showPath(problem.path)}: ${problem.message}`);
  };
  const values = validate({ type: 'object', properties }, config, texts, report) as Config;
  const { inputFor } = compileTeam([{ values, report }], texts, () => {
    throw new Error('the library takes phrases only.');
  });
  return resolveOptions({ ...inputFor(path), locale }, LIBRARY);
}

export type { FileReport, Issue, OutlineQuestion, OutlineReport, OutlineSection } from './report.js';
