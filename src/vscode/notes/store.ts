import * as vscode from 'vscode';
import type { Range } from '../../core/model.js';
import { targetAt } from '../../core/notes/anchor.js';
import { type Entry, laterThan, type StoredNote } from '../../core/notes/entries.js';
import type { Note, NoteKind, PlacedNote, Reader } from '../../core/notes/model.js';
import { Disposable } from '../disposable.js';
import type { DocumentState, Documents } from '../documents.js';
import { moveKept } from '../kept.js';
import { isUnsaved, saveFirst } from '../unsaved.js';
import { DocumentNotes } from './document-notes.js';
import { notesFolder, ownerOf, rootOf, watchNotes } from './folder.js';
import { onDidChangeGit } from './git.js';
import { moveFiles } from './move-files.js';
import { askToAdopt, formerAddress } from './orphans.js';
import { problemText } from './problem-text.js';
import { askReader, knownReader } from './reader.js';
import type { Files, ReaderFile, Waiting } from './reader-file.js';

/** How long after a folder came, in milliseconds, it is looked at once more. */
const SETTLED = 1_000;

/** Something wrong with a file of notes. The file is left as it is. */
export interface NotesProblem {
  readonly uri: vscode.Uri;
  /** 0-based. */
  readonly line: number;
  readonly message: string;
}

export interface NotesServices {
  readonly documents: Pick<Documents, 'load' | 'onDidChange'>;
  /** The editor's storage for this workspace. */
  readonly storage: Waiting;
  /** `vscode.workspace.fs`, where no test says otherwise. */
  readonly files?: Files;
  /** `watchNotes`, where no test says otherwise: starting to watch takes VS Code a while. */
  readonly watch?: (root: vscode.Uri) => vscode.FileSystemWatcher;
  /** Who reads, where no test says otherwise: as settings or Git say, and by asking. */
  readonly known?: () => Promise<Reader | null>;
  readonly ask?: () => Promise<Reader>;
  /** Whether a document takes over the notes of one that is gone, where no test says otherwise: as the user says. */
  readonly adopt?: (from: vscode.Uri, to: vscode.Uri) => Promise<boolean>;
}

/** The notes in the margins of all documents: the reader's own, which can change, and those of others. */
export class Notes extends Disposable {
  readonly #changed = this.register(new vscode.EventEmitter<vscode.Uri>());
  /** The notes of a document, or their places in it, are other ones now; carries the document's address. */
  readonly onDidChange = this.#changed.event;
  readonly #open = new Map<string, Promise<DocumentNotes>>();
  readonly #loaded = new Map<string, DocumentNotes>();
  readonly #watched = new Set<string>();
  readonly #hidden = new Set<string>();
  readonly #diagnostics = this.register(vscode.languages.createDiagnosticCollection('prfaq-notes'));
  #reader: Reader | null = null;
  #identified: Promise<void> | undefined;
  #asking: Promise<void> | undefined;

  constructor(readonly services: NotesServices) {
    super();
    const { documents } = services;
    this.register(documents.onDidChange((state) => this.#replace(state)));
    this.register(vscode.workspace.onDidSaveTextDocument(({ uri }) => void this.#loaded.get(keyOf(uri))?.remember()));
    this.register(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('prfaq.reader.name')) void this.#identify();
      }),
    );
    // What watchers miss, on network drives say, is seen at the latest when the reader comes back, or Git has done something.
    this.register(vscode.window.onDidChangeWindowState(({ focused }) => focused && this.#reloadAll()));
    void onDidChangeGit(() => this.#reloadAll()).then((listener) => this.register(listener));
    this.register(new vscode.Disposable(() => this.#loaded.forEach((one) => void one.dispose())));
  }

  /** Who reads here; null until it is known. */
  get reader(): Reader | null {
    return this.#reader;
  }

  get problems(): readonly NotesProblem[] {
    return [...this.#loaded.values()].flatMap((one) =>
      one.problems.flatMap(({ uri, problems }) =>
        problems.map((problem) => ({ uri, line: problem.line, message: problemText(problem) })),
      ),
    );
  }

  /** Asks who reads here, where settings and Git don't say; a reader who doesn't say either is anonymous. */
  async identify(): Promise<Reader> {
    await this.#ready();
    if (this.#reader) return this.#reader;
    this.#asking ??= (this.services.ask ?? askReader)()
      .then((reader) => this.#setReader(reader))
      .finally(() => (this.#asking = undefined));
    await this.#asking;
    return this.#reader!;
  }

  /**
   * The notes of a document by place, unplaced ones last; without those that are hidden. Who shows an open document gives its `state`: asked
   * for later, it would be opened again where the author has closed it in the meantime.
   */
  async of(uri: vscode.Uri, state?: DocumentState): Promise<readonly PlacedNote[]> {
    const placed = await this.all(uri, state);
    return this.#hidden.has(keyOf(uri)) ? placed.filter((note) => this.isOwn(note)) : placed;
  }

  /** The same with those that are hidden: a record is of all notes, whenever it is written. */
  async all(uri: vscode.Uri, state?: DocumentState): Promise<readonly PlacedNote[]> {
    if (isUnsaved(uri)) return [];
    return (await this.#document(uri, state)).placed(state ?? (await this.#state(uri)));
  }

  /** Whether a note is the reader's own, and so can be changed. */
  isOwn(note: Note): boolean {
    return note.reader.id === this.#reader?.id;
  }

  /** Writes a note to the words in `range`, UTF-16 offsets. It is kept even where it can't be saved; rejects where the document is no file yet. */
  async add(uri: vscode.Uri, range: Range, kind: NoteKind, body: string): Promise<Note> {
    const text = (await this.#state(uri))?.document.getText() ?? '';
    const trimmed = trim(text, range);
    if (trimmed.start === trimmed.end) throw new RangeError(vscode.l10n.t('A note needs words to stand beside.'));
    return this.addTo(uri, targetAt(text, trimmed), kind, body);
  }

  /** Writes a note to what another is written to: a reply. */
  async addTo(uri: vscode.Uri, target: Note['target'], kind: NoteKind, body: string): Promise<Note> {
    if (isUnsaved(uri)) throw new Error(saveFirst());
    const reader = await this.identify();
    const now = new Date().toISOString();
    const id = `urn:uuid:${crypto.randomUUID()}`;
    const note: StoredNote = { id, kind, body, reader, created: now, modified: now, target };
    await this.#write(uri, { type: 'note', modified: now, note });
    return { ...note, resolved: false };
  }

  /** Changes a note of the reader's own; rejects for another's, and where there is none of that id. */
  async edit(uri: vscode.Uri, id: string, change: { readonly kind?: NoteKind; readonly body?: string }): Promise<void> {
    await this.#change(uri, id, (note) => ({ ...note, ...change }));
  }

  /** Says where the document answers a note of the reader's own; `page` counts from 1. */
  async answeredOnPage(uri: vscode.Uri, id: string, page: number | undefined): Promise<void> {
    await this.#change(uri, id, ({ answeredOnPage: _, ...note }) =>
      page === undefined ? note : { ...note, answeredOnPage: page },
    );
  }

  /** Ticks a note off, or opens it again: the reader's own or another's. */
  async resolve(uri: vscode.Uri, id: string, resolved: boolean): Promise<void> {
    await this.identify();
    const document = await this.#document(uri);
    if (document.find(id).resolved === resolved) return;
    const entries = document.own!.entries;
    const known = entries.get(`${id}#resolved`);
    await this.#write(uri, {
      type: 'mark',
      id: known?.type === 'mark' ? known.id : `urn:uuid:${crypto.randomUUID()}`,
      // Later than what anybody has said of it.
      modified: laterThan(document.lastMark(id), Date.now()),
      note: id,
      resolved,
    });
  }

  /** Deletes a note of the reader's own. */
  async remove(uri: vscode.Uri, id: string): Promise<void> {
    const note = await this.#mine(uri, id);
    await this.#write(uri, { type: 'deleted', id, modified: laterThan(note.modified, Date.now()) });
  }

  /** Takes a deletion back. */
  async restore(uri: vscode.Uri, { resolved: _, ...note }: Note): Promise<void> {
    const known = (await this.#document(uri)).own?.entries.get(note.id);
    const modified = laterThan(known?.modified ?? note.modified, Date.now());
    await this.#write(uri, { type: 'note', modified, note: { ...note, modified } });
  }

  /** Hides the notes of others, as in silent reading, or shows them again. Lasts as long as the window. */
  hideOthers(uri: vscode.Uri, hidden: boolean): void {
    if (hidden === this.#hidden.has(keyOf(uri))) return;
    if (hidden) this.#hidden.add(keyOf(uri));
    else this.#hidden.delete(keyOf(uri));
    this.#changed.fire(uri);
  }

  hidesOthers(uri: vscode.Uri): boolean {
    return this.#hidden.has(keyOf(uri));
  }

  /** When somebody last ticked a note off or opened it again, in milliseconds; 0 where nobody has. */
  resolvedAt(uri: vscode.Uri, id: string): number {
    const last = this.#loaded.get(keyOf(uri))?.lastMark(id);
    return last === undefined ? 0 : Date.parse(last);
  }

  // ---------------------------------------------------------------- own notes

  async #change(uri: vscode.Uri, id: string, change: (note: StoredNote) => StoredNote): Promise<void> {
    const { resolved: _, ...note } = await this.#mine(uri, id);
    const changed = change(note);
    const modified = laterThan(note.modified, Date.now());
    await this.#write(uri, { type: 'note', modified, note: { ...changed, modified } });
  }

  async #mine(uri: vscode.Uri, id: string): Promise<Note> {
    const note = (await this.#document(uri)).find(id);
    if (!this.isOwn(note)) throw new Error(vscode.l10n.t('Only {0} can change this note.', note.reader.name));
    return note;
  }

  /** Puts entries into the reader's own file of a document. */
  async #write(uri: vscode.Uri, ...entries: readonly Entry[]): Promise<void> {
    await (await this.#document(uri)).own!.change(...entries);
  }

  // ---------------------------------------------------------------- readers

  #ready(): Promise<void> {
    this.#identified ??= this.#identify();
    return this.#identified;
  }

  async #identify(): Promise<void> {
    await this.#setReader(await (this.services.known ?? knownReader)());
  }

  async #setReader(reader: Reader | null): Promise<void> {
    this.#reader = reader;
    for (const document of this.#loaded.values()) await document.setReader(reader);
  }

  // ---------------------------------------------------------------- documents

  #document(uri: vscode.Uri, state?: DocumentState): Promise<DocumentNotes> {
    const key = keyOf(uri);
    let document = this.#open.get(key);
    if (!document) {
      document = this.#load(uri, state);
      this.#open.set(key, document);
      document.catch(() => this.#open.delete(key));
    }
    return document;
  }

  async #load(uri: vscode.Uri, state?: DocumentState): Promise<DocumentNotes> {
    this.#watch(rootOf(uri));
    await this.#ready();
    const notes = new DocumentNotes(uri, {
      files: this.services.files ?? vscode.workspace.fs,
      storage: this.services.storage,
      onFailure: (file, reason) => void this.#tell(uri, file, reason),
    });
    await notes.open(this.#reader);
    this.#loaded.set(keyOf(uri), notes);
    // Who reads may have become known in the meantime.
    await notes.setReader(this.#reader);
    notes.onDidChange(() => this.#onFiles(uri));
    this.#showProblems();
    if (notes.notes().length === 0) void this.#adopt(notes, state);
    return notes;
  }

  /** A document without notes may have been moved outside of the editor, and have left its notes where it was. */
  async #adopt(notes: DocumentNotes, known?: DocumentState): Promise<void> {
    const state = known ?? (await this.#state(notes.uri));
    if (!state?.checked?.analysis.narrative.kind) return;
    const files = this.services.files ?? vscode.workspace.fs;
    const from = await formerAddress(files, notes.uri, state.document.getText());
    if (!from || this.isDisposed || !(await (this.services.adopt ?? askToAdopt)(from, notes.uri))) return;
    await moveFiles(files, notesFolder(from), notes.folder);
    await moveKept(this.services.storage, from, notes.uri);
    await notes.reloadAll();
  }

  /** The text as it is in the editor, else on disk; null where there is none. */
  async #state(uri: vscode.Uri): Promise<DocumentState | null> {
    return this.services.documents.load(uri).then(
      (state) => state ?? null,
      () => null,
    );
  }

  #onFiles(uri: vscode.Uri): void {
    this.#showProblems();
    this.#changed.fire(uri);
  }

  /** The text has changed: says so where that moves a note. */
  #replace(state: DocumentState): void {
    const { uri } = state.document;
    const notes = this.#loaded.get(keyOf(uri));
    if (notes?.moves(state)) this.#changed.fire(uri);
  }

  /** Follows what others, Git and other windows write under a folder. */
  #watch(root: vscode.Uri): void {
    if (this.#watched.has(root.toString())) return;
    this.#watched.add(root.toString());
    const reloadAll = (folder: vscode.Uri): void => {
      for (const notes of this.#loaded.values()) if (isInside(notes.folder, folder)) void notes.reloadAll();
    };
    const watcher = this.register((this.services.watch ?? watchNotes)(root));
    // What came while VS Code was starting to watch.
    this.#later(() => this.#reloadAll());
    const reload = (uri: vscode.Uri): void => {
      const owner = ownerOf(uri);
      if (owner) {
        void this.#loaded.get(keyOf(owner.document))?.reload(uri);
        return;
      }
      // Of a folder that comes or goes with all its files, only the folder is told; and the first of them may come unnoticed.
      reloadAll(uri);
      this.#later(() => reloadAll(uri));
    };
    this.register(watcher.onDidCreate(reload));
    this.register(watcher.onDidChange(reload));
    this.register(watcher.onDidDelete(reload));
  }

  #later(step: () => void): void {
    const timer = setTimeout(step, SETTLED);
    this.register(new vscode.Disposable(() => clearTimeout(timer)));
  }

  #reloadAll(): void {
    for (const notes of this.#loaded.values()) void notes.reloadAll();
  }

  /** A document, or a folder with documents, has another address now: its notes move along. */
  async move(from: vscode.Uri, to: vscode.Uri): Promise<void> {
    const inside = [...this.#loaded.values()].filter(({ uri }) => isInside(uri, from));
    const unsaved = inside.map(({ uri, own }) => ({ uri, entries: own?.unsaved ?? [] }));
    for (const notes of inside) {
      this.#open.delete(keyOf(notes.uri));
      this.#loaded.delete(keyOf(notes.uri));
      await notes.leave();
    }
    await moveFiles(this.services.files ?? vscode.workspace.fs, notesFolder(from), notesFolder(to));
    for (const { uri, entries } of unsaved) {
      const now = uri.with({ path: to.path + uri.path.slice(from.path.length) });
      if (entries.length > 0) await this.#write(now, ...entries);
      this.#changed.fire(uri);
      this.#changed.fire(now);
    }
  }

  // ---------------------------------------------------------------- what goes wrong

  #showProblems(): void {
    this.#diagnostics.clear();
    for (const notes of this.#loaded.values())
      for (const { uri, problems } of notes.problems)
        this.#diagnostics.set(
          uri,
          problems.map((problem) => {
            const range = new vscode.Range(problem.line, 0, problem.line, 1000);
            const diagnostic = new vscode.Diagnostic(range, problemText(problem), vscode.DiagnosticSeverity.Warning);
            diagnostic.source = 'prfaq';
            return diagnostic;
          }),
        );
  }

  async #tell(document: vscode.Uri, file: ReaderFile, reason: string | null): Promise<void> {
    const [name, path] = [document.path.split('/').at(-1)!, vscode.workspace.asRelativePath(file.uri)];
    if (reason === null) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Your notes on {0} are saved now.', name));
      return;
    }
    const again = vscode.l10n.t('Try Again');
    const answer = await vscode.window.showErrorMessage(
      vscode.l10n.t(
        'Your notes on {0} can’t be saved to {1}: {2} They are kept in this window and in VS Code’s storage for this workspace, and saving is tried again.',
        name,
        path,
        /[.!?]$/.test(reason) ? reason : `${reason}.`,
      ),
      again,
    );
    if (answer === again) await file.save();
  }
}

/** A document's name in a map: watchers may write the host in its address in another way. */
function keyOf({ scheme, path }: vscode.Uri): string {
  return `${scheme}:${path}`;
}

function isInside(uri: vscode.Uri, folder: vscode.Uri): boolean {
  return uri.path === folder.path || uri.path.startsWith(`${folder.path}/`);
}

/** A range without white space at its edges. */
function trim(text: string, { start, end }: Range): Range {
  const words = text.slice(start, end);
  return { start: start + words.length - words.trimStart().length, end: end - words.length + words.trimEnd().length };
}
