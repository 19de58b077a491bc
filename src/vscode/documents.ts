import * as vscode from 'vscode';
import type { Checked, Checker } from '../core/check.js';
import type { Options } from '../core/config/options.js';
import { Disposable } from './disposable.js';
import type { Bundle } from './load.js';
import { SECTION, sizeLimit } from './settings.js';
import type { TeamStarter } from './team/team-starter.js';
import { isUnsaved, openDocument } from './unsaved.js';

/** What is known of an open Markdown document. */
export interface DocumentState {
  readonly document: vscode.TextDocument;
  readonly version: number;
  /** Null where the document is too large to be checked while it is edited. */
  readonly checked: Checked | null;
}

/** How long after an edit the document is read again, in milliseconds: half of what a reader notices. */
const DELAY = 80;

/** Schemes that show other versions of a document rather than the document. */
const NOT_THE_DOCUMENT = new Set([
  'git',
  'gitfs',
  'output',
  'vscode-scm',
  'walkThrough',
  'comment',
  'chat-editing-snapshot-text-model',
]);

/**
 * Reads open Markdown documents and reads them again as they change. Everything else in the extension listens here, so that a
 * document is understood once, whatever shows it.
 */
export class Documents extends Disposable {
  readonly #entries = new Map<string, Entry>();
  readonly #changed = this.register(new vscode.EventEmitter<DocumentState>());
  readonly #closed = this.register(new vscode.EventEmitter<vscode.Uri>());
  /** A document was read, for the first time or again. */
  readonly onDidChange = this.#changed.event;
  readonly onDidClose = this.#closed.event;

  constructor(
    readonly engine: Bundle<'engine'>,
    readonly writing: Bundle<'writing'>,
    readonly team: TeamStarter,
  ) {
    super();
    this.register(vscode.workspace.onDidOpenTextDocument((document) => this.#open(document)));
    this.register(vscode.workspace.onDidCloseTextDocument((document) => this.#close(document)));
    this.register(vscode.workspace.onDidChangeTextDocument(({ document }) => this.#known(document.uri)?.schedule()));
    this.register(
      vscode.workspace.onDidChangeConfiguration((event) => {
        for (const entry of this.#allKnown()) if (event.affectsConfiguration(SECTION, entry.document.uri)) entry.read();
      }),
    );
    this.register(
      team.onDidChange(() => {
        for (const entry of this.#allKnown()) entry.read();
      }),
    );
    // Fixes write what templates say, so with these at hand there are more of them.
    this.register(
      writing.onDidLoad(() => {
        for (const entry of this.#allKnown()) if (isNarrative(entry.current())) entry.read();
      }),
    );
  }

  /** Reads what is open already; called when everybody listens. */
  start(): void {
    for (const document of vscode.workspace.textDocuments) this.#open(document);
  }

  /** Resolves when everything that is open was read. */
  async opened(): Promise<void> {
    this.start();
    await Promise.all([...this.#entries.values()].map((entry) => entry.opened));
  }

  /** Resolves when it is at hand what reads a document, and known by which rules. */
  async ready(uri: vscode.Uri): Promise<void> {
    await Promise.all([this.engine.load(), this.team.ready(uri)]);
  }

  /**
   * The state of an open document, read anew if it has changed since; undefined for one that is not Markdown or not open, and as long as it
   * isn't known by which rules it is to be read.
   */
  current(uri: vscode.Uri): DocumentState | undefined {
    return this.#known(uri)?.current();
  }

  #known(uri: vscode.Uri): Entry | undefined {
    const entry = this.#entries.get(key(uri));
    return entry?.checker ? entry : undefined;
  }

  #allKnown(): Entry[] {
    return [...this.#entries.values()].filter(({ checker }) => checker);
  }

  /** Like `current`, for a document that may not be open; undefined for one that was never saved and is closed. Rejects where there is none. */
  async load(uri: vscode.Uri): Promise<DocumentState | undefined> {
    await this.ready(uri);
    const known = this.current(uri);
    if (known) return known;
    // VS Code would make a new one, empty and unsaved, of one that has been closed.
    if (isUnsaved(uri) && !openDocument(uri)) return undefined;
    const document = await vscode.workspace.openTextDocument(uri);
    return (
      this.current(uri) ?? {
        document,
        version: document.version,
        checked: this.check(uri, document.getText()),
      }
    );
  }

  #onRead(state: DocumentState): void {
    this.#changed.fire(state);
    // Coaching helps in documents of no kind as well.
    if (!this.writing.loaded && (isNarrative(state) || this.#engine.mayCoach(state.document.getText())))
      void this.writing.load();
  }

  /** Reads a text as if it were that of a document, once `ready` has ended for it. */
  check(uri: vscode.Uri, text: string): Checked {
    return new this.#engine.Checker().check(text, fileName(uri), this.options(uri));
  }

  /** What a document is checked with, once `ready` has ended. */
  options(uri: vscode.Uri): Options {
    return { ...this.#engine.optionsFor(uri, this.team.inputFor(uri)), library: this.writing.loaded?.LIBRARY ?? null };
  }

  /** At hand once a document was read, or `ready` has ended. */
  get #engine() {
    return this.engine.loaded!;
  }

  get all(): readonly DocumentState[] {
    return this.#allKnown().map((entry) => entry.current());
  }

  #open(document: vscode.TextDocument): void {
    if (
      document.languageId !== 'markdown' ||
      NOT_THE_DOCUMENT.has(document.uri.scheme) ||
      this.#entries.has(key(document.uri))
    )
      return;
    const entry = new Entry(
      document,
      () => this.options(document.uri),
      (state) => this.#onRead(state),
    );
    this.#entries.set(key(document.uri), entry);
    entry.opened = this.#readFirst(entry);
  }

  /** Reads a document once it is known by which rules, so that no finding shows that the team doesn't want. */
  async #readFirst(entry: Entry): Promise<void> {
    const { uri } = entry.document;
    const rules = this.team.ready(uri);
    try {
      const { Checker } = await this.engine.load();
      await rules.finally(() => {
        entry.checker = new Checker();
        if (this.#entries.get(key(uri)) === entry) entry.current();
      });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      void vscode.window.showErrorMessage(vscode.l10n.t('What checks {0} can’t be loaded: {1}', fileName(uri), reason));
    }
  }

  #close(document: vscode.TextDocument): void {
    const entry = this.#entries.get(key(document.uri));
    if (!entry) return;
    entry.dispose();
    this.#entries.delete(key(document.uri));
    this.#closed.fire(document.uri);
  }

  override dispose(): void {
    for (const entry of this.#entries.values()) entry.dispose();
    this.#entries.clear();
    super.dispose();
  }
}

class Entry {
  #state: DocumentState | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Reads the document; undefined until it is known by which rules. */
  checker: Checker | undefined;
  /** Resolves when the document was read for the first time. */
  opened: Promise<void> | undefined;

  constructor(
    readonly document: vscode.TextDocument,
    readonly options: () => Options,
    readonly changed: (state: DocumentState) => void,
  ) {}

  /** Reads the document soon: at most once in `DELAY`, so that what shows it keeps up while the author types. */
  schedule(): void {
    this.#timer ??= setTimeout(() => this.read(), DELAY);
  }

  current(): DocumentState {
    return this.#state?.version === this.document.version ? this.#state : this.read();
  }

  read(): DocumentState {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { document } = this;
    const text = document.getText();
    const checked =
      text.length > sizeLimit(document.uri) ? null : this.checker!.check(text, fileName(document.uri), this.options());
    const state = { document, version: document.version, checked };
    this.#state = state;
    this.changed(state);
    return state;
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }
}

function isNarrative({ checked }: DocumentState): boolean {
  return Boolean(checked?.analysis.narrative.kind);
}

function key(uri: vscode.Uri): string {
  return uri.toString();
}

function fileName(uri: vscode.Uri): string {
  return uri.path.split('/').at(-1) ?? '';
}
