import * as vscode from 'vscode';
import { collect } from '../../core/notes/collect.js';
import type { Entries } from '../../core/notes/entries.js';
import type { Note, NoteTarget, PlacedNote, Reader } from '../../core/notes/model.js';
import { pageOf, pageStarts } from '../../core/notes/pages.js';
import { Places } from '../../core/notes/places.js';
import { Disposable } from '../disposable.js';
import type { DocumentState } from '../documents.js';
import { notesFolder, ownerOf, sourceOf } from './folder.js';
import { type FileState, type Files, ReaderFile, readFile, type Waiting } from './reader-file.js';

export interface Services {
  readonly files: Files;
  readonly storage: Waiting;
  /** Saving a reader's file fails (why), or has succeeded after that (null). */
  onFailure(file: ReaderFile, reason: string | null): void;
}

/** The notes of one document: the files of all its readers, and where in the text their notes stand. */
export class DocumentNotes extends Disposable {
  readonly #changed = this.register(new vscode.EventEmitter<void>());
  /** Files have changed; not: places. */
  readonly onDidChange = this.#changed.event;
  readonly #others = new Map<string, FileState>();
  #own: ReaderFile | undefined;
  #reading: Promise<void> = Promise.resolve();
  #places: Places;
  #placed: { readonly version: number; readonly notes: readonly PlacedNote[] } | undefined;

  constructor(
    readonly uri: vscode.Uri,
    readonly services: Services,
  ) {
    super();
    this.#places = new Places(services.storage.get<Record<string, NoteTarget>>(this.#placesKey));
    this.register(this.onDidChange(() => (this.#placed = undefined)));
  }

  get own(): ReaderFile | undefined {
    return this.#own;
  }

  get folder(): vscode.Uri {
    return notesFolder(this.uri);
  }

  /** Reads all files; `reader` is whose may be written. */
  async open(reader: Reader | null): Promise<void> {
    await this.#inTurn(() => this.#readOthers());
    await this.setReader(reader);
  }

  async #readOthers(): Promise<void> {
    const found = await this.services.files.readDirectory(this.folder).then(undefined, () => []);
    const names = found.flatMap(([name, type]) =>
      type & vscode.FileType.File && name.endsWith('.json') ? [name] : [],
    );
    this.#others.clear();
    for (const name of names) await this.#read(vscode.Uri.joinPath(this.folder, name));
  }

  /** Says whose file may be written. */
  setReader(reader: Reader | null): Promise<void> {
    return this.#inTurn(() => this.#setReader(reader));
  }

  /** One after the other: what was read first must not take the place of what was read later. */
  #inTurn(step: () => Promise<void>): Promise<void> {
    this.#reading = this.#reading.then(step);
    return this.#reading;
  }

  async #setReader(reader: Reader | null): Promise<void> {
    const id = reader?.id;
    if (this.#own?.reader === id) return;
    const former = this.#own;
    this.#own = undefined;
    if (former) {
      former.dispose();
      await this.#read(former.uri);
    }
    if (id === undefined) return;
    const uri = vscode.Uri.joinPath(this.folder, `${id}.json`);
    const { files, storage, onFailure } = this.services;
    const own: ReaderFile = this.register(
      new ReaderFile(
        uri,
        id,
        sourceOf(this.uri),
        files,
        storage,
        (reason) => onFailure(own, reason),
        () => this.#changed.fire(),
      ),
    );
    await own.open();
    this.#others.delete(id);
    this.#own = own;
    this.#changed.fire();
  }

  /** Folders came or went, with files in them. */
  reloadAll(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#readOthers();
      if (this.#own) {
        this.#others.delete(this.#own.reader);
        await this.#own.reload();
      } else this.#changed.fire();
    });
  }

  /** Somebody has written, or deleted, a file. */
  reload(file: vscode.Uri): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#own && ownerOf(file)?.reader === this.#own.reader) await this.#own.reload();
      else {
        await this.#read(file);
        this.#changed.fire();
      }
    });
  }

  async #read(file: vscode.Uri): Promise<void> {
    const reader = ownerOf(file)?.reader;
    if (reader === undefined) return;
    const state = await readFile(this.services.files, file, reader);
    if (state.json === null && state.problems.length === 0) this.#others.delete(reader);
    else this.#others.set(reader, state);
  }

  get problems(): { uri: vscode.Uri; problems: FileState['problems'] }[] {
    const all = [...this.#others].map(([reader, { problems }]) => ({
      uri: vscode.Uri.joinPath(this.folder, `${reader}.json`),
      problems,
    }));
    return this.#own ? [...all, { uri: this.#own.uri, problems: this.#own.problems }] : all;
  }

  // ---------------------------------------------------------------- notes

  /** All notes, without places. */
  notes(): Note[] {
    return collect(this.#files());
  }

  find(id: string): Note {
    const note = this.notes().find((one) => one.id === id);
    if (!note) throw new Error(vscode.l10n.t('This note is not there any more.'));
    return note;
  }

  /** When somebody last said of a note whether it is worked off. */
  lastMark(id: string): string | undefined {
    const marks = [...this.#files()].flatMap((entries) => entries.get(`${id}#resolved`)?.modified ?? []);
    return marks.sort((a, b) => Date.parse(a) - Date.parse(b)).at(-1);
  }

  *#files(): Iterable<Entries> {
    if (this.#own) yield this.#own.entries;
    for (const { entries } of this.#others.values()) yield entries;
  }

  /** The notes with their places in a version of the document, unplaced ones last; null for a document that isn't there. */
  placed(state: DocumentState | null): readonly PlacedNote[] {
    const version = state?.version ?? -1;
    if (this.#placed?.version === version) return this.#placed.notes;
    const notes = this.notes();
    const text = state?.document.getText() ?? '';
    const ranges = this.#places.place(text, notes);
    // Laid out only where a note asks for its page.
    const starts = notes.length > 0 && state?.checked ? pageStarts(state.checked.layout()) : null;
    const placed = notes.map((note, n): PlacedNote => {
      const range = ranges[n]!;
      return range && starts ? { ...note, range, page: pageOf(starts, text, range) } : { ...note, range };
    });
    placed.sort(byPlace);
    this.#placed = { version, notes: placed };
    return placed;
  }

  /** Whether a newer version of the text moves a note, to another place or page. */
  moves(state: DocumentState): boolean {
    const before = this.#placed?.notes;
    return before !== undefined && JSON.stringify(before) !== JSON.stringify(this.placed(state));
  }

  /** The document has another address now. */
  async leave(): Promise<void> {
    this.dispose();
    await this.#own?.settled();
    await this.services.storage.update(this.#placesKey, undefined);
  }

  /** Keeps for the next session where notes stand whose words have changed. */
  async remember(): Promise<void> {
    const places = this.#places.remember(this.notes());
    const { storage } = this.services;
    if (Object.keys(places).length > 0) await storage.update(this.#placesKey, places);
    else if (storage.get(this.#placesKey) !== undefined) await storage.update(this.#placesKey, undefined);
  }

  get #placesKey(): string {
    return `prfaq.notePlaces ${this.uri.toString()}`;
  }
}

/** By place, then as they were written; what is unplaced comes last, as it stood once. */
function byPlace(a: PlacedNote, b: PlacedNote): number {
  if ((a.range === null) !== (b.range === null)) return a.range === null ? 1 : -1;
  const [one, other] = [a.range ?? a.target, b.range ?? b.target];
  return one.start - other.start || one.end - other.end || Date.parse(a.created) - Date.parse(b.created);
}
