import type { KindDefinition } from '../kinds/index.js';
import type { Range } from '../model.js';
import { readSnippets, type TeamSnippet } from '../templates/team-snippets.js';
import { readTemplate } from '../templates/team-template.js';
import type { Template } from '../templates/templates.js';
import { Lines } from '../text/lines.js';
import { type ConfigFileProblem, type FilePlace, placeIn } from './file-problem.js';
import { KIT_FOLDERS } from './find-config.js';
import type { KeyPath, ProblemTexts } from './problems.js';

/** What a team shares to write with. */
export interface Kit {
  readonly templates: readonly Template[];
  readonly snippets: readonly TeamSnippet[];
  /** The files that these were read from. */
  readonly templateFiles: readonly string[];
  readonly snippetFiles: readonly string[];
  readonly problems: readonly ConfigFileProblem[];
}

/** A file, or a folder of them, that may hold templates or snippets. */
export interface KitPath {
  readonly address: string;
  /** The place in a config that names it; null for the folders that are looked at in any case, there or not. */
  readonly named: (FilePlace & { readonly path: string }) | null;
}

/** Where templates and snippets are looked for; of two of the same name the later goes first. */
export interface KitPaths {
  readonly templates: readonly KitPath[];
  readonly snippets: readonly KitPath[];
}

/** What reading a kit needs of its surroundings. Files are named by strings that only the host understands. */
export interface KitHost {
  /** The text of a file, null where there is none. Rejects where there is one that can't be read. */
  readonly read: (file: string) => Promise<string | null>;
  /** The names of the files in a folder, null where there is no such folder. */
  readonly list: (folder: string) => Promise<readonly string[] | null>;
  readonly join: (folder: string, name: string) => string;
  /** A file's own name, without its folder. */
  readonly nameOf: (file: string) => string;
}

/** What may be wrong with a file: where, and why. */
export interface Told {
  readonly range: Range;
  readonly path: KeyPath;
  readonly message: string;
}

/** Files of a kind that are read. */
const MOST_FILES = 200;

/** Where the kit of a folder without a config may be: in the folders from it upwards, the nearest going first. */
export function pathsWithoutConfig(folders: readonly string[], join: KitHost['join']): KitPaths {
  const paths = (folder: string): KitPath[] =>
    folders.map((one) => ({ address: join(one, folder), named: null })).reverse();
  return { templates: paths(KIT_FOLDERS.templates), snippets: paths(KIT_FOLDERS.snippets) };
}

/** Reads templates and snippets. Never rejects: what can't be read or used is a problem. */
export async function loadKit(
  paths: KitPaths,
  kinds: readonly KindDefinition[],
  host: KitHost,
  texts: ProblemTexts,
): Promise<Kit> {
  const reader = new KitReader(host, texts);
  const templates = new Map<string, Template>();
  const templateFiles: string[] = [];
  for (const { name, file, text } of await reader.files(paths.templates, /\.(?:md|markdown)$/i)) {
    templateFiles.push(file);
    const { template, problems } = readTemplate(name, text, kinds, texts);
    reader.tell(file, text, problems);
    templates.set(template.id, template);
  }
  const snippets = new Map<string, readonly TeamSnippet[]>();
  const snippetFiles: string[] = [];
  for (const { name, file, text } of await reader.files(paths.snippets, /\.(?:md|markdown|code-snippets|json)$/i)) {
    snippetFiles.push(file);
    const { snippets: read, problems } = readSnippets(name, text, texts);
    reader.tell(file, text, problems);
    snippets.set(name, read);
  }
  return {
    templates: [...templates.values()],
    snippets: [...snippets.values()].flat(),
    templateFiles,
    snippetFiles,
    problems: reader.problems,
  };
}

interface KitFile {
  readonly name: string;
  readonly file: string;
  readonly text: string;
}

class KitReader {
  readonly problems: ConfigFileProblem[] = [];

  constructor(
    readonly host: KitHost,
    readonly texts: ProblemTexts,
  ) {}

  tell(file: string, text: string, problems: readonly Told[]): void {
    const lines = new Lines(text);
    for (const { range, path, message } of problems)
      this.problems.push({ ...placeIn(file, lines, range, path), message });
  }

  /** The files of these endings, those of a folder by name. */
  async files(paths: readonly KitPath[], endings: RegExp): Promise<KitFile[]> {
    const found: KitFile[] = [];
    for (const { address, named } of paths) {
      const result = await this.#filesAt(address, endings, MOST_FILES - found.length).catch((error: Error) => error);
      if (result instanceof Error) this.#miss(named, ({ path }) => this.texts.unreadable(path, result.message));
      else if (result) found.push(...result);
      else this.#miss(named, ({ path }) => this.texts.noFile(path));
    }
    return found;
  }

  #miss(named: KitPath['named'], message: (named: NonNullable<KitPath['named']>) => string): void {
    if (!named) return;
    const { path: _, ...place } = named;
    this.problems.push({ ...place, message: message(named) });
  }

  async #filesAt(address: string, endings: RegExp, most: number): Promise<KitFile[] | null> {
    const names = await this.host.list(address);
    if (names) {
      const wanted = names.filter((name) => endings.test(name)).sort();
      const files = wanted.slice(0, most).map((name) => this.#file(this.host.join(address, name)));
      return (await Promise.all(files)).filter((one) => one !== null);
    }
    const file = endings.test(this.host.nameOf(address)) ? await this.#file(address) : null;
    return file && [file];
  }

  async #file(file: string): Promise<KitFile | null> {
    const text = await this.host.read(file);
    if (text === null) return null;
    return { name: this.host.nameOf(file), file, text };
  }
}
