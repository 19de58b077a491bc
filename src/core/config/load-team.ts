import type { Range } from '../model.js';
import { Lines } from '../text/lines.js';
import { type ConfigFileProblem, placeIn } from './file-problem.js';
import { KIT_FOLDERS } from './find-config.js';
import type { KitPath, KitPaths } from './kit.js';
import type { Pattern } from './patterns.js';
import { type KeyPath, type ProblemTexts, problemTexts } from './problems.js';
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

/** A team's config, with what it is made of. */
export interface LoadedTeam {
  /** What can be used of it; the defaults where nothing can. */
  readonly team: Team;
  /** Every file that was read or looked for, the config itself last: when one changes, it is time to load again. */
  readonly files: readonly string[];
  /** What its files say, as far as it can be used, the config itself last. */
  readonly layers: readonly TeamValues[];
  /** Where its templates and snippets are. */
  readonly kit: KitPaths;
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
  return {
    team,
    layers: layers.map(({ values }) => values),
    files: [...loader.files],
    kit: { templates, snippets },
    problems,
  };
}

class Loader {
  readonly layers: Layer[] = [];
  readonly files = new Set<string>();
  readonly problems: ConfigFileProblem[] = [];
  readonly templates: KitPath[] = [];
  readonly snippets: KitPath[] = [];

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
      this.problems.push({ ...placeIn(file, lines, range, key), message });
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
    for (const key of ['templates', 'snippets'] as const) {
      this[key].push({ address: this.host.resolve(file, KIT_FOLDERS[key]), named: null });
      for (const [n, path] of oneOrMore(values[key]).entries()) {
        const keys = typeof values[key] === 'string' ? [key] : [key, n];
        const named = { ...placeIn(file, lines, read.locate(keys, 'value'), keys), path };
        this[key].push({ address: this.host.resolve(file, path), named });
      }
    }
    return 'read';
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
