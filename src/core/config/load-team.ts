import type { Range } from '../model.js';
import { Lines } from '../text/lines.js';
import type { Pattern } from './patterns.js';
import { type KeyPath, type ProblemTexts, problemTexts, showPath } from './problems.js';
import { readConfig } from './reader.js';
import type { ObjectShape } from './shape.js';
import { compileTeam, hasPatterns, type Layer, type Team, type TeamValues } from './team.js';
import { type ValueProblem, validate } from './validate.js';

/** What the reader needs of its surroundings. Files are named by strings that only the host understands: paths or addresses. */
export interface ConfigHost {
  /** The text of a file, null where there is none. Rejects where there is one that can't be read. */
  readonly read: (file: string) => Promise<string | null>;
  /** The file that a relative path means in another file. */
  readonly resolve: (file: string, path: string) => string;
  /** Loads what compiles patterns; only asked where a config has one. */
  readonly loadPatterns: () => Promise<(source: string) => Pattern>;
}

/** Something wrong with a config file. */
export interface ConfigFileProblem extends Range {
  readonly file: string;
  /** 1-based, in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  /** Path of keys, such as `rules.sentence-length.max`; empty where the text itself is wrong. */
  readonly key: string;
  readonly message: string;
}

/** A team's config, with what it is made of. */
export interface LoadedTeam {
  /** What can be used of it; the defaults where nothing can. */
  readonly team: Team;
  /** Every file that was read or looked for, the config itself last: when one changes, it is time to load again. */
  readonly files: readonly string[];
  /** Files and folders with templates and snippets, there or not; of two of the same name the later goes first. */
  readonly templates: readonly string[];
  readonly snippets: readonly string[];
  readonly problems: readonly ConfigFileProblem[];
}

/** Files that may extend each other. */
const MOST_FILES = 50;
/** Problems told of one file. */
const MOST_PROBLEMS = 50;

/**
 * Reads a config and what it extends. Never rejects: what can't be read or used is a problem. `shape` is that of a config file, see
 * `teamShape`; `locale` is BCP 47.
 */
export async function loadTeam(
  file: string,
  host: ConfigHost,
  shape: ObjectShape,
  locale: string,
): Promise<LoadedTeam> {
  const loader = new Loader(host, shape, problemTexts(locale));
  await loader.load(file, []);
  const layers = loader.layers;
  const patterns = layers.some(({ values }) => hasPatterns(values)) ? await host.loadPatterns() : null;
  const team = compileTeam(layers, loader.texts, patterns);
  const { templates, snippets, problems } = loader;
  return { team, files: [...loader.files], templates, snippets, problems };
}

class Loader {
  readonly layers: Layer[] = [];
  readonly files = new Set<string>();
  readonly problems: ConfigFileProblem[] = [];
  readonly templates: string[] = [];
  readonly snippets: string[] = [];

  constructor(
    readonly host: ConfigHost,
    readonly shape: ObjectShape,
    readonly texts: ProblemTexts,
  ) {}

  /** Reads a file after what it extends. `from` are the files that led here, from the config itself on. */
  async load(file: string, from: readonly string[]): Promise<'read' | 'missing' | string> {
    const text = await this.host.read(file).catch((error: unknown) => error as Error);
    this.files.add(file);
    if (text === null) return 'missing';
    if (typeof text !== 'string') return text.message;
    const read = readConfig(text, this.texts);
    const lines = new Lines(text);
    const tell = (range: Range, key: KeyPath, message: string): void => {
      if (this.problems.filter((problem) => problem.file === file).length >= MOST_PROBLEMS) return;
      const { line, character } = lines.position(range.start);
      const { start, end } = range;
      this.problems.push({ file, start, end, line: line + 1, column: character + 1, key: showPath(key), message });
    };
    for (const problem of read.problems) tell(problem, [], problem.message);
    const report = ({ path, at, message }: ValueProblem): void => tell(read.locate(path, at), path, message);
    const before = this.problems.length;
    const values = (validate(this.shape, read.value, this.texts, report) ?? {}) as TeamValues;
    const isSound = this.problems.length === before;
    // What can't be used has been left out, so that places in lists have shifted: what else is wrong there waits for its turn.
    const reportLater = (problem: ValueProblem): void => {
      if (isSound || problem.path.every((key) => typeof key === 'string')) report(problem);
    };
    await this.#loadBases(file, values, from, reportLater);
    // What it extends lies below it.
    this.layers.push({ values, report: reportLater });
    this.templates.push(...this.#addresses(file, values.templates, 'templates'));
    this.snippets.push(...this.#addresses(file, values.snippets, 'snippets'));
    return 'read';
  }

  /** What a config says and the folder that it needn't name. */
  #addresses(file: string, named: TeamValues['templates'], folder: string): string[] {
    return [`.prfaq/${folder}`, ...oneOrMore(named)].map((path) => this.host.resolve(file, path));
  }

  async #loadBases(file: string, values: TeamValues, from: readonly string[], report: Layer['report']): Promise<void> {
    for (const [n, path] of oneOrMore(values.extends).entries()) {
      const wrong = (message: string): void =>
        report({ path: typeof values.extends === 'string' ? ['extends'] : ['extends', n], at: 'value', message });
      if (/^[a-z][a-z0-9+.-]+:/i.test(path) || path.trim() === '') {
        wrong(this.texts.notLocal());
        continue;
      }
      const base = this.host.resolve(file, path);
      if (base === file || from.includes(base)) wrong(this.texts.cycle(path));
      else if (this.files.size >= MOST_FILES) wrong(this.texts.tooMany(MOST_FILES));
      else {
        const result = await this.load(base, [...from, file]);
        if (result === 'missing') wrong(this.texts.noFile(path));
        else if (result !== 'read') wrong(this.texts.unreadable(path, result));
      }
    }
  }
}

function oneOrMore(value: string | readonly string[] | undefined): readonly string[] {
  return typeof value === 'string' ? [value] : (value ?? []);
}
