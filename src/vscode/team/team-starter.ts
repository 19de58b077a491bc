import * as vscode from 'vscode';
import { CONFIG_NAMES, findConfig, isConfig, isTeamFile, KIT_FOLDERS, upwards } from '../../core/config/find-config.js';
import { NO_KIND, type OptionsInput } from '../../core/config/input.js';
import type { WordList } from '../../core/config/vocabulary.js';
import { Disposable } from '../disposable.js';
import { type Bundle, load } from '../load.js';
import { FOLDERS, folderOf } from './folders.js';
import type { TeamTemplates } from './kits.js';
import type { TeamConfigs } from './team-configs.js';

/**
 * The teams' configs, as far as everybody needs them: whether there is one. What reads them is loaded with the first; without one, a few
 * looks at the file system are all that happens.
 */
export class TeamStarter extends Disposable {
  readonly #changed = this.register(new vscode.EventEmitter<void>());
  /** What documents are checked with has changed. */
  readonly onDidChange = this.#changed.event;
  readonly #without = new Map<string, Promise<boolean>>();
  readonly #watched = new Set<string>();
  #loading: Promise<TeamConfigs> | undefined;
  #configs: TeamConfigs | undefined;

  constructor(
    readonly extensionUri: vscode.Uri,
    readonly engine: Bundle<'engine'>,
  ) {
    super();
    this.register(vscode.workspace.onDidChangeWorkspaceFolders(() => this.start()));
    this.register(vscode.workspace.onDidOpenTextDocument((document) => this.#opened(document)));
    // Run by quick fixes, which say of what.
    this.register(
      vscode.commands.registerCommand('prfaq.addToVocabulary', async (uri: vscode.Uri, list: WordList, word: string) =>
        (await this.#feature()).addToVocabulary(await this.configs(), uri, list, word),
      ),
    );
    this.register(
      vscode.commands.registerCommand('prfaq.setTeamSeverity', async (uri: vscode.Uri, rule: string) =>
        (await this.#feature()).setTeamSeverity(await this.configs(), uri, rule),
      ),
    );
  }

  /** Reads the configs of the folders that are open, so that what is wrong in them is told although nobody opens them. */
  start(): void {
    for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
      // By folder: a glob by itself hears nothing in the web host, where watchers give a server another name than the folder has.
      this.#watch(uri, `**/${NAMES}`);
      this.#watch(uri, '**/.prfaq/{templates,snippets}/**');
      void this.ready(vscode.Uri.joinPath(uri, CONFIG_NAMES[0]));
    }
    for (const document of vscode.workspace.textDocuments) this.#opened(document);
  }

  /** Whoever opens a config wants help with it, wherever it is. */
  #opened({ uri }: vscode.TextDocument): void {
    if (isConfig(uri.path)) void this.configs().then((configs) => configs.schedule());
  }

  /** Resolves when it is known what a document is to be checked with. */
  async ready(uri: vscode.Uri): Promise<void> {
    if (!this.#configs) {
      const folder = folderOf(uri).toString();
      let without = this.#without.get(folder);
      if (!without) {
        without = this.#hasNone(folder);
        this.#without.set(folder, without);
      }
      if (await without) return;
    }
    await (await this.configs()).ready(uri);
  }

  /** What the team says of a document; nothing as long as that isn't known. */
  inputFor(uri: vscode.Uri): OptionsInput {
    return isTeamFile(uri.path) ? { kind: NO_KIND } : (this.#configs?.inputFor(uri) ?? {});
  }

  /** The teams' templates for a new document at a place, or wherever the user is. */
  async templates(place: vscode.Uri | undefined): Promise<readonly TeamTemplates[]> {
    return (await this.#feature()).teamTemplates(await this.configs(), place);
  }

  /** What only those need who have a config, or want one. */
  configs(): Promise<TeamConfigs> {
    this.#loading ??= this.#load();
    this.#loading.catch(() => {
      this.#loading = undefined;
    });
    return this.#loading;
  }

  async #load(): Promise<TeamConfigs> {
    const [{ TeamConfigs: Configs }, { RULES: rules, LANGUAGES: languages }] = await Promise.all([
      this.#feature(),
      this.engine.load(),
    ]);
    const loadPatterns = async () => (await load(this.extensionUri, 'patterns')).compilePattern;
    this.#configs = this.register(new Configs({ rules, languages }, loadPatterns, () => this.#changed.fire()));
    return this.#configs;
  }

  #feature() {
    return load(this.extensionUri, 'team');
  }

  async #hasNone(folder: string): Promise<boolean> {
    const kitOf = (one: string) => FOLDERS.exists(FOLDERS.join(one, KIT_FOLDERS.snippets));
    const kits = Promise.all(upwards(folder, FOLDERS).map(kitOf));
    const { config, folders } = await findConfig(folder, FOLDERS);
    // A config may appear above the folders that are open.
    for (const one of folders.map((address) => vscode.Uri.parse(address, true)))
      if (!vscode.workspace.getWorkspaceFolder(one)) this.#watch(one, NAMES);
    if (config !== null) return false;
    return !(await kits).slice(0, folders.length).includes(true);
  }

  #watch(folder: vscode.Uri, glob: string): void {
    const key = `${folder} ${glob}`;
    if (this.#watched.has(key)) return;
    this.#watched.add(key);
    const watcher = this.register(vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, glob)));
    const changed = async (): Promise<void> => (await this.configs()).schedule();
    for (const event of [watcher.onDidCreate, watcher.onDidChange, watcher.onDidDelete]) this.register(event(changed));
  }
}

const NAMES = `{${CONFIG_NAMES.join(',')}}`;
