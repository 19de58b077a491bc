import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import process from 'node:process';
import type { ConfigFileProblem } from '../core/config/file-problem.js';
import { findConfig, isTeamFile } from '../core/config/find-config.js';
import { NO_KIND, type OptionsInput } from '../core/config/input.js';
import type { KitHost, KitPaths } from '../core/config/kit.js';
import { type Options, resolveOptions } from '../core/config/options.js';
import type { Team } from '../core/config/team.js';
import { BUILT_IN_KINDS, type KindDefinition } from '../core/kinds/index.js';
import { LANGUAGES } from '../core/languages/index.js';
import { RULES } from '../core/rules/index.js';
import { LIBRARY } from '../core/templates/library.js';
import type { Template } from '../core/templates/templates.js';
import { reasonOf } from './files.js';
import { LOCALE } from './locale.js';

/** A config that can't be used as it stands: exit 2 with these lines. */
export class ConfigError extends Error {
  constructor(readonly lines: readonly string[]) {
    super(lines.join('\n'));
  }
}

/** A team's config with the folder that its globs count from. */
interface Found {
  readonly team: Team;
  readonly folder: string;
  readonly kit: KitPaths;
}

/** The teams' configs: of each file the nearest one, or the one that was asked for. Each is read once. */
export class Configs {
  readonly #byFolder = new Map<string, Promise<Found | null>>();
  readonly #byFile = new Map<string, Promise<Found>>();
  readonly #options = new WeakMap<OptionsInput, Options>();
  readonly #defaults: OptionsInput = {};
  readonly #none: OptionsInput = { kind: NO_KIND };

  /** `given` is the path that `--config` names, if it does. */
  constructor(readonly given: string | undefined) {}

  /** What a file is checked with. Rejects with `ConfigError` where its config can't be used. */
  async optionsFor(given: string): Promise<Options> {
    const file = resolve(given);
    const found = this.given === undefined ? await this.#nearest(dirname(file)) : await this.#load(resolve(this.given));
    const path = found ? relative(found.folder, file).replaceAll(sep, '/') : '';
    const input = isTeamFile(file) ? this.#none : (found?.team.inputFor(path) ?? this.#defaults);
    let options = this.#options.get(input);
    if (!options) {
      options = resolveOptions({ ...input, locale: LOCALE }, LIBRARY);
      this.#options.set(input, options);
    }
    return options;
  }

  /** The templates that the team of a folder shares, and its kinds of documents. Rejects with `ConfigError` where its config, or one of them, can't be used. */
  async templatesFor(folder: string): Promise<{ templates: readonly Template[]; kinds: readonly KindDefinition[] }> {
    const found = this.given === undefined ? await this.#nearest(folder) : await this.#load(resolve(this.given));
    const { loadKit, pathsWithoutConfig, problemTexts } = await import('./team.js');
    const paths = found?.kit ?? pathsWithoutConfig((await findConfig(folder, HOST)).folders, join);
    // Snippets are the editor's.
    const kinds = found?.team.kinds ?? BUILT_IN_KINDS;
    const kit = await loadKit({ ...paths, snippets: [] }, kinds, KIT_HOST, problemTexts(LOCALE));
    if (kit.problems.length > 0) throw new ConfigError(kit.problems.map(inWords));
    return { templates: kit.templates, kinds };
  }

  #nearest(folder: string): Promise<Found | null> {
    let found = this.#byFolder.get(folder);
    if (!found) {
      found = findConfig(folder, HOST).then(({ config }) => (config === null ? null : this.#load(config)));
      this.#byFolder.set(folder, found);
    }
    return found;
  }

  #load(file: string): Promise<Found> {
    let found = this.#byFile.get(file);
    if (!found) {
      found = loadConfig(file);
      this.#byFile.set(file, found);
    }
    return found;
  }
}

async function loadConfig(file: string): Promise<Found> {
  if ((await read(file).catch(() => '')) === null) throw new ConfigError([`${shown(file)}: no such file`]);
  // YAML is heavy: only those who have a config wait for it.
  const { loadTeam, teamShape } = await import('./team.js');
  const { team, kit, problems } = await loadTeam(
    file,
    CONFIG_HOST,
    teamShape({ rules: RULES, languages: LANGUAGES }).shape,
    LOCALE,
  );
  if (problems.length > 0) throw new ConfigError(problems.map(inWords));
  return { team, kit, folder: dirname(file) };
}

function inWords({ file, line, column, key, message }: ConfigFileProblem): string {
  return [`${shown(file)}:${line}:${column}`, ...(key === '' ? [] : [key]), message].join(': ');
}

const HOST = {
  exists: (file: string) =>
    stat(file).then(
      () => true,
      () => false,
    ),
  join,
  parent: (folder: string) => (dirname(folder) === folder ? null : dirname(folder)),
};

const CONFIG_HOST = {
  read,
  resolve: (file: string, path: string) => resolve(dirname(file), path),
  loadPatterns: async () => (await import('../core/config/patterns.js')).compilePattern,
};

const KIT_HOST: KitHost = {
  read,
  list: (folder) =>
    readdir(folder, { withFileTypes: true }).then(
      (entries) => entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name),
      () => null,
    ),
  join,
  nameOf: (file) => basename(file),
};

/** The text of a file, null where there is none. */
async function read(file: string): Promise<string | null> {
  try {
    return new TextDecoder().decode(await readFile(file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new Error(reasonOf(error));
  }
}

/** A path as people look for it: from here, unless it lies elsewhere altogether. */
function shown(file: string): string {
  const from = relative(process.cwd(), file);
  return from.startsWith(`..${sep}..`) || from === '' ? file : from;
}
