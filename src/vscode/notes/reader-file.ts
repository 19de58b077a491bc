import * as vscode from 'vscode';
import { type FileProblem, readAnnotations, writeAnnotations } from '../../core/notes/annotations.js';
import { type Entries, type Entry, keyOf, merge, same, tidy } from '../../core/notes/entries.js';
import { Disposable } from '../disposable.js';

/** What is used of `vscode.workspace.fs`. */
export type Files = Pick<
  vscode.FileSystem,
  'readFile' | 'writeFile' | 'rename' | 'delete' | 'createDirectory' | 'readDirectory' | 'stat'
>;

/** Where notes wait that could not be saved: the editor's storage for this workspace. */
export type Waiting = Pick<vscode.Memento, 'keys' | 'get' | 'update'>;

/** Largest file of notes that is read, in bytes: some 5,000 notes. */
const MAX_BYTES = 5_000_000;
/** For so long, in milliseconds, a change is written again when another window has written over it at the same moment. */
const CONTESTED = 5_000;
const ATTEMPTS = 5;
const FIRST_RETRY = 10_000;
const LAST_RETRY = 300_000;

/** Tells windows apart that write at the same time. */
const WINDOW = crypto.randomUUID().slice(0, 8);

export interface FileState {
  readonly entries: Entries;
  readonly problems: readonly FileProblem[];
  /** As it stands on disk; null where there is no file. */
  readonly json: string | null;
  readonly writable: boolean;
}

const NO_FILE: FileState = { entries: new Map(), problems: [], json: null, writable: true };

/** Reads a reader's file. A file that isn't there is empty; one that can't be read has a problem, and must not be written. */
export async function readFile(files: Files, uri: vscode.Uri, reader: string): Promise<FileState> {
  let bytes: Uint8Array;
  try {
    bytes = await files.readFile(uri);
  } catch (error) {
    if (isMissing(error)) return NO_FILE;
    return { ...NO_FILE, problems: [{ line: 0, code: 'syntax', detail: messageOf(error) }], writable: false };
  }
  if (bytes.length > MAX_BYTES)
    return { ...NO_FILE, problems: [{ line: 0, code: 'size', detail: String(MAX_BYTES) }], writable: false };
  const json = new TextDecoder().decode(bytes);
  if (json.trim() === '') return { ...NO_FILE, json: null };
  const { entries, problems } = readAnnotations(json, reader);
  return { entries: entries ?? new Map(), problems, json, writable: entries !== null };
}

/** A change of the reader's that is not on disk yet, or so fresh that another window may have written over it. */
interface Fresh {
  readonly entry: Entry;
  /** When it was written, in milliseconds; null until then. */
  readonly saved: number | null;
}

/**
 * The reader's own file for one document. Every change is merged into what is on disk at that moment, so that two windows that write the
 * same file don't lose each other's; what can't be saved is kept, here and in the editor's storage, and tried again.
 */
export class ReaderFile extends Disposable {
  #state: FileState = NO_FILE;
  readonly #fresh = new Map<string, Fresh>();
  #queue: Promise<unknown> = Promise.resolve();
  #retry: ReturnType<typeof setTimeout> | undefined;
  #delay = FIRST_RETRY;
  #failure: string | null = null;

  constructor(
    readonly uri: vscode.Uri,
    readonly reader: string,
    /** The document's address, relative to the file. */
    readonly source: string,
    readonly files: Files,
    readonly waiting: Waiting,
    /** Told when saving fails (why), and when it has succeeded after that (null). */
    readonly onFailure: (reason: string | null) => void,
    readonly onChange: () => void,
  ) {
    super();
    this.register({ dispose: () => clearTimeout(this.#retry) });
  }

  get entries(): Entries {
    return merge(this.#state.entries, this.#changes());
  }

  get problems(): readonly FileProblem[] {
    return this.#state.problems;
  }

  /** What isn't on disk yet. */
  get unsaved(): Entry[] {
    return [...this.#fresh.values()].flatMap(({ entry, saved }) => (saved === null ? [entry] : []));
  }

  /** Reads what is on disk, and what an earlier session couldn't save. */
  async open(): Promise<void> {
    for (const key of this.waiting.keys()) {
      if (!key.startsWith(this.#waitingKey(''))) continue;
      const json = this.waiting.get<string>(key) ?? '';
      for (const entry of readAnnotations(json, this.reader).entries?.values() ?? []) this.#keep(entry);
      // From now on it waits under this window's key.
      if (key !== this.#waitingKey(WINDOW)) await this.waiting.update(key, undefined);
    }
    await this.#takeLeftOvers();
    this.#state = await readFile(this.files, this.uri, this.reader);
    if (this.#fresh.size > 0) {
      await this.#wait();
      void this.save();
    }
  }

  /** Another window, or Git, has changed the file. */
  async reload(): Promise<void> {
    await this.#enqueue(async () => {
      this.#state = await readFile(this.files, this.uri, this.reader);
      this.#forgetSettled();
    });
    this.onChange();
    // What a window that is closed had written is for others to judge.
    if (this.#fresh.size > 0 && !this.isDisposed) await this.save();
  }

  /** Changes entries. They count at once; resolves when they are on disk, or are waiting for that. */
  async change(...entries: readonly Entry[]): Promise<void> {
    for (const entry of entries) this.#keep(entry);
    this.onChange();
    await this.save();
  }

  /** Writes what isn't on disk yet. Never rejects: a failure is told to `onFailure`, and tried again later. */
  async save(): Promise<void> {
    clearTimeout(this.#retry);
    await this.#enqueue(async () => {
      try {
        await this.#write();
        const key = this.#waitingKey(WINDOW);
        if (this.waiting.get(key) !== undefined) await this.waiting.update(key, undefined);
        this.#delay = FIRST_RETRY;
        if (this.#failure !== null) this.onFailure(null);
        this.#failure = null;
      } catch (error) {
        const reason = messageOf(error);
        await this.#wait();
        if (this.#failure !== reason) this.onFailure(reason);
        this.#failure = reason;
        if (!this.isDisposed) this.#retry = setTimeout(() => void this.save(), this.#delay);
        this.#delay = Math.min(LAST_RETRY, this.#delay * 2);
      }
    });
  }

  /** Resolves when nothing is being written; what waits in the editor's storage is taken out of it. */
  async settled(): Promise<void> {
    await this.#queue;
    await this.waiting.update(this.#waitingKey(WINDOW), undefined);
  }

  #enqueue(step: () => Promise<void>): Promise<void> {
    const next = this.#queue.then(step);
    this.#queue = next;
    return next;
  }

  // ---------------------------------------------------------------- what isn't on disk

  #changes(): Map<string, Entry> {
    return new Map([...this.#fresh].map(([key, { entry }]) => [key, entry]));
  }

  #keep(entry: Entry): void {
    const key = keyOf(entry);
    const known = this.#fresh.get(key);
    const [later] = known ? merge(new Map([[key, known.entry]]), new Map([[key, entry]])).values() : [entry];
    this.#fresh.set(key, { entry: later!, saved: null });
  }

  /** What was saved a while ago is the file's: Git may have taken it back, and that stands. */
  #forgetSettled(): void {
    for (const [key, { saved }] of this.#fresh)
      if (saved !== null && saved < Date.now() - CONTESTED) this.#fresh.delete(key);
  }

  #waitingKey(window: string): string {
    return `prfaq.unsavedNotes ${this.uri.toString()} ${window}`;
  }

  /** Puts into the editor's storage what can't be saved. */
  async #wait(): Promise<void> {
    const unsaved = new Map(this.unsaved.map((entry) => [keyOf(entry), entry]));
    await this.waiting.update(this.#waitingKey(WINDOW), writeAnnotations(null, unsaved, this.source, ''));
  }

  // ---------------------------------------------------------------- writing

  async #write(): Promise<void> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const state = await readFile(this.files, this.uri, this.reader);
      if (!state.writable) throw new Error(vscode.l10n.t('The file can’t be read, and is left as it is.'));
      const all = tidy(merge(state.entries, this.#changes()), Date.now());
      if (!same(all, state.entries) && !(await this.#replace(state.json, all))) continue;
      this.#state = { ...state, entries: all };
      for (const [key, { entry, saved }] of this.#fresh) this.#fresh.set(key, { entry, saved: saved ?? Date.now() });
      return;
    }
    throw new Error(vscode.l10n.t('Another program keeps changing the file.'));
  }

  /** Writes the file as a whole beside the old one and puts it in its place; false where that has changed in the meantime. */
  async #replace(previous: string | null, entries: Entries): Promise<boolean> {
    const name = this.uri.path.split('/').at(-1)!;
    const json = writeAnnotations(previous, entries, this.source, encodeURI(name));
    const folder = vscode.Uri.joinPath(this.uri, '..');
    const temporary = vscode.Uri.joinPath(folder, `.${name}.${WINDOW}.tmp`);
    await this.files.createDirectory(folder);
    await this.files.writeFile(temporary, new TextEncoder().encode(json));
    try {
      const now = await readFile(this.files, this.uri, this.reader);
      if (now.json !== previous) return false;
      await this.files.rename(temporary, this.uri, { overwrite: true });
      return true;
    } catch (error) {
      await this.files.delete(temporary).then(undefined, () => undefined);
      throw error;
    }
  }

  /** A window that ended between the two steps of `#replace` has left a whole file beside ours: what is in it counts. */
  async #takeLeftOvers(): Promise<void> {
    const folder = vscode.Uri.joinPath(this.uri, '..');
    const name = this.uri.path.split('/').at(-1)!;
    const entries = await this.files.readDirectory(folder).then(undefined, () => []);
    for (const [file] of entries) {
      if (!file.startsWith(`.${name}.`) || !file.endsWith('.tmp')) continue;
      const uri = vscode.Uri.joinPath(folder, file);
      const { mtime } = await this.files.stat(uri).then(undefined, () => ({ mtime: Date.now() }));
      if (mtime > Date.now() - CONTESTED * 2) continue;
      const left = await readFile(this.files, uri, this.reader);
      for (const entry of left.entries.values()) this.#keep(entry);
      await this.files.delete(uri).then(undefined, () => undefined);
    }
  }
}

/** What an error says, whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function isMissing(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}
