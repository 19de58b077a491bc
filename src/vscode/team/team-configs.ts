import * as vscode from 'vscode';
import type { ConfigFileProblem } from '../../core/config/file-problem.js';
import { CONFIG_NAMES, findConfig, isConfig } from '../../core/config/find-config.js';
import type { OptionsInput } from '../../core/config/input.js';
import { type Kit, loadKit, pathsWithoutConfig } from '../../core/config/kit.js';
import { type ConfigHost, type LoadedTeam, loadTeam } from '../../core/config/load-team.js';
import { problemTexts } from '../../core/config/problems.js';
import type { ObjectShape } from '../../core/config/shape.js';
import { type Lent, teamShape } from '../../core/config/team-shape.js';
import { BUILT_IN_KINDS } from '../../core/kinds/index.js';
import { Disposable } from '../disposable.js';
import { Assistance } from './assistance.js';
import { ConfigDiagnostics } from './config-diagnostics.js';
import { readText } from './files.js';
import { FOLDERS, folderOf } from './folders.js';
import { KITS } from './kits.js';
import { SnippetCompletion } from './snippets.js';

/** How long after a change the configs are read again, in milliseconds: a checkout of Git changes many files at once. */
const DELAY = 100;
/** How long a new watcher may take until it hears of changes, in milliseconds: what it missed until then is read once more. */
const SETTLE = 1000;

/** What is known at one time, by address. */
class Known {
  readonly nearest = new Map<string, string | null>();
  /** Of what the teams were made, by address; null where there is no such file. */
  readonly texts = new Map<string, string | null>();
  readonly teams = new Map<string, LoadedTeam>();
  readonly looking = new Map<string, Promise<void>>();
  /** By the config's address, or by folder where there is none. */
  readonly kits = new Map<string, Promise<Kit>>();
  readonly kitProblems: ConfigFileProblem[] = [];
  readonly kitFiles = new Set<string>();

  get problems(): readonly ConfigFileProblem[] {
    return [...[...this.teams.values()].flatMap(({ problems }) => problems), ...this.kitProblems];
  }

  /** Whether documents are checked by what was known later as they were by this; one of which nothing was known, as without a config. */
  agreesWith(later: Known): boolean {
    const agree = (one: ReadonlyMap<string, string | null>, two: ReadonlyMap<string, string | null>): boolean =>
      [...one].every(([key, value]) => two.get(key) === value);
    const found = new Map([...later.nearest].filter(([, config]) => config !== null));
    return agree(this.nearest, later.nearest) && agree(found, this.nearest) && agree(this.texts, later.texts);
  }
}

/**
 * The teams' configs: of each document the nearest one upwards. They are read again as soon as one of their files changes, saved or not,
 * or another comes nearer. With something wrong in one, the last that was sound stays in use; where there was none, what can be used of
 * it is. The bundle `team`; `TeamStarter` loads it with the first config.
 */
export class TeamConfigs extends Disposable {
  readonly shape: ObjectShape;
  readonly #host: ConfigHost;
  readonly #diagnostics = this.register(new ConfigDiagnostics());
  readonly #sound = new Map<string, LoadedTeam>();
  readonly #watched = new Set<string>();
  #known = new Known();
  /** What is to take its place. */
  #fresh: Known | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #settling: ReturnType<typeof setTimeout> | undefined;

  constructor(
    lent: Lent,
    loadPatterns: ConfigHost['loadPatterns'],
    readonly changed: () => void,
  ) {
    super();
    this.shape = teamShape(lent).shape;
    this.#host = { read, resolve, loadPatterns };
    this.register(new Assistance(this.shape, (config) => this.#kindsOf(config)));
    this.register(new SnippetCompletion(this));
    this.register(vscode.workspace.onDidChangeWorkspaceFolders(() => this.schedule()));
    this.register(
      vscode.workspace.onDidChangeTextDocument(({ document: { uri } }) => {
        const file = uri.toString();
        const { teams, kitFiles } = this.#known;
        if (kitFiles.has(file) || [...teams.values()].some(({ files }) => files.includes(file))) this.schedule();
      }),
    );
  }

  /** Resolves when it is known what a document is to be checked with. */
  async ready(uri: vscode.Uri): Promise<void> {
    const folder = folderOf(uri).toString();
    let known: Known;
    do {
      known = this.#known;
      await this.#lookUp(folder, known);
      // All may have been read anew in the meantime.
    } while (known !== this.#known);
  }

  /** The templates and snippets that the writers in a document's folder share. */
  async kitFor(uri: vscode.Uri): Promise<Kit> {
    await this.ready(uri);
    const folder = folderOf(uri).toString();
    return this.#known.kits.get(this.#known.nearest.get(folder) ?? folder)!;
  }

  /** What the team says of a document; nothing as long as that isn't known. */
  inputFor(uri: vscode.Uri): OptionsInput {
    return this.loadedFor(uri)?.team.inputFor(this.pathOf(uri)) ?? {};
  }

  /** A document's path from the folder of its config, or of the one that it would have. */
  pathOf(uri: vscode.Uri): string {
    const folder = vscode.Uri.joinPath(this.placeFor(uri), '..').path.replace(/\/?$/, '/');
    return uri.path.slice(folder.length);
  }

  /** The config of a document; where there is none, the one to make: in its workspace folder, or beside what is in no such folder. */
  placeFor(uri: vscode.Uri): vscode.Uri {
    const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri ?? folderOf(uri);
    return this.configOf(uri) ?? vscode.Uri.joinPath(folder, CONFIG_NAMES[0]);
  }

  /** The config of a document, as far as it is known. */
  configOf(uri: vscode.Uri): vscode.Uri | undefined {
    const config = this.#known.nearest.get(folderOf(uri).toString());
    return config ? vscode.Uri.parse(config, true) : undefined;
  }

  /** What the config of a document is made of. */
  loadedFor(uri: vscode.Uri): LoadedTeam | undefined {
    return this.#known.teams.get(this.configOf(uri)?.toString() ?? '');
  }

  #kindsOf(config: vscode.Uri): readonly string[] {
    return (this.#known.teams.get(config.toString())?.team.kinds ?? BUILT_IN_KINDS).map(({ id }) => id);
  }

  /** Reads all again soon. */
  schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#refresh(), DELAY);
  }

  #lookUp(folder: string, known: Known): Promise<void> {
    let looking = known.looking.get(folder);
    if (!looking) {
      looking = this.#nearest(folder, known);
      known.looking.set(folder, looking);
    }
    return looking;
  }

  async #nearest(folder: string, known: Known): Promise<void> {
    const { config, folders } = await findConfig(folder, FOLDERS);
    for (const above of folders) this.#watch(above, CONFIG_NAMES);
    if (config !== null && !known.teams.has(config)) {
      const read = async (file: string): Promise<string | null> => {
        known.texts.set(file, null);
        const text = await this.#host.read(file);
        known.texts.set(file, text);
        return text;
      };
      const loaded = await loadTeam(config, { ...this.#host, read }, this.shape, vscode.env.language);
      if (loaded.problems.length === 0) this.#sound.set(config, loaded);
      known.teams.set(config, { ...loaded, team: (this.#sound.get(config) ?? loaded).team });
      for (const file of loaded.files) this.#watch(FOLDERS.parent(file)!, [file.slice(file.lastIndexOf('/') + 1)]);
    }
    known.nearest.set(folder, config);
    if (!known.kits.has(config ?? folder)) known.kits.set(config ?? folder, this.#kit(config, folders, known));
    if (known === this.#known) this.#diagnostics.show(known.problems);
  }

  /** Nobody waits for templates and snippets but those who ask for them. */
  async #kit(config: string | null, folders: readonly string[], known: Known): Promise<Kit> {
    const loaded = config === null ? undefined : known.teams.get(config);
    const paths = loaded?.kit ?? pathsWithoutConfig(folders, KITS.join);
    const kinds = loaded?.team.kinds ?? BUILT_IN_KINDS;
    for (const { address, named } of [...paths.templates, ...paths.snippets]) if (named) this.#watchKit(address);
    const kit = await loadKit(paths, kinds, KITS, problemTexts(vscode.env.language));
    for (const file of [...kit.templateFiles, ...kit.snippetFiles]) known.kitFiles.add(file);
    known.kitProblems.push(...kit.problems);
    if (known === this.#known && !this.isDisposed) this.#diagnostics.show(known.problems);
    return kit;
  }

  /** A folder's files, or a file. */
  #watchKit(address: string): void {
    const name = KITS.nameOf(address);
    if (/\.[\w-]+$/.test(name)) this.#watch(FOLDERS.parent(address)!, [name]);
    else this.#watch(address, ['**']);
  }

  /** Watches for files that the starter's watcher of the workspace doesn't tell of: above it, elsewhere, or by another name. */
  #watch(folder: string, names: readonly string[]): void {
    const uri = vscode.Uri.parse(folder, true);
    const own = names.every((name) => CONFIG_NAMES.some((one) => one === name));
    const key = `${folder} ${names.join()}`;
    if (this.#watched.has(key) || (own && vscode.workspace.getWorkspaceFolder(uri))) return;
    this.#watched.add(key);
    // A name comes percent-encoded, and may hold what is special in a glob.
    const globs = names.map((name) => (name === '**' ? name : decodeURIComponent(name).replace(/[*?[\]{}]/g, '[$&]')));
    const pattern = new vscode.RelativePattern(uri, globs.length > 1 ? `{${globs.join(',')}}` : globs[0]!);
    const watcher = this.register(vscode.workspace.createFileSystemWatcher(pattern));
    for (const event of [watcher.onDidCreate, watcher.onDidChange, watcher.onDidDelete])
      this.register(event(() => this.schedule()));
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.schedule(), SETTLE);
  }

  /** Reads all anew, and goes by what was known until that is done. Tells of it where that changes what somebody knows. */
  async #refresh(): Promise<void> {
    const fresh = new Known();
    this.#fresh = fresh;
    const missing = (): string[] =>
      [...foldersInUse(), ...this.#known.looking.keys()].filter((folder) => !fresh.looking.has(folder));
    // What is opened meanwhile was looked for in what is about to be forgotten.
    for (let folders = missing(); folders.length > 0; folders = missing())
      await Promise.all(folders.map((folder) => this.#lookUp(folder, fresh)));
    // Something may have changed again since.
    if (this.isDisposed || this.#fresh !== fresh) return;
    const same = this.#known.agreesWith(fresh);
    this.#known = fresh;
    this.#diagnostics.show(fresh.problems);
    if (!same) this.changed();
  }

  override dispose(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#settling);
    super.dispose();
  }
}

/** The folders that are open, and those of open documents and configs. */
function foldersInUse(): string[] {
  const open = vscode.workspace.textDocuments.filter(
    ({ languageId, uri }) => languageId === 'markdown' || isConfig(uri.path),
  );
  return [
    ...(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.toString()),
    ...open.map(({ uri }) => folderOf(uri).toString()),
  ];
}

const read = (file: string) => readText(vscode.Uri.parse(file, true));

function resolve(file: string, path: string): string {
  return vscode.Uri.joinPath(vscode.Uri.parse(file, true), '..', path.replaceAll('\\', '/')).toString();
}
