import * as vscode from 'vscode';
import type { Range } from '../../core/model.js';
import type { Note, NoteKind, PlacedNote, Reader } from '../../core/notes/model.js';
import { Disposable } from '../disposable.js';
import type { Documents } from '../documents.js';

/** Something wrong with a file of notes. The file is left as it is. */
export interface NotesProblem {
  readonly uri: vscode.Uri;
  /** 0-based. */
  readonly line: number;
  readonly message: string;
}

/** The notes in the margins of all documents: the reader's own, which can change, and those of others. */
export class Notes extends Disposable {
  readonly #changed = this.register(new vscode.EventEmitter<vscode.Uri>());
  /** The notes of a document, or their places in it, are other ones now; carries the document's address. */
  readonly onDidChange = this.#changed.event;
  readonly #notes = new Map<string, PlacedNote[]>();
  readonly #hidden = new Set<string>();

  constructor(readonly documents: Documents) {
    super();
  }

  /** Who reads here; null until it is known. */
  get reader(): Reader | null {
    return { id: 'reader', name: 'Reader' };
  }

  get problems(): readonly NotesProblem[] {
    return [];
  }

  /** Asks who reads here, where settings and Git don't say; a reader who doesn't say either is anonymous. */
  async identify(): Promise<Reader> {
    return this.reader!;
  }

  /** The notes of a document by place, unplaced ones last. */
  async of(uri: vscode.Uri): Promise<readonly PlacedNote[]> {
    const all = this.#notes.get(uri.toString()) ?? [];
    return this.#hidden.has(uri.toString()) ? all.filter((note) => note.reader.id === this.reader?.id) : all;
  }

  /** Writes a note to the words in `range`, UTF-16 offsets. It is kept even where it can't be saved. */
  async add(uri: vscode.Uri, range: Range, kind: NoteKind, body: string): Promise<Note> {
    const { document } = (await this.documents.load(uri))!;
    const text = document.getText();
    const now = new Date().toISOString();
    const note: PlacedNote = {
      id: `urn:uuid:${crypto.randomUUID()}`,
      kind,
      body,
      reader: await this.identify(),
      created: now,
      modified: now,
      resolved: false,
      target: {
        ...range,
        exact: text.slice(range.start, range.end),
        prefix: text.slice(Math.max(0, range.start - 32), range.start),
        suffix: text.slice(range.end, range.end + 32),
      },
      range,
    };
    this.#notes.set(uri.toString(), [...(this.#notes.get(uri.toString()) ?? []), note]);
    this.#changed.fire(uri);
    return note;
  }

  /** Changes a note of the reader's own; rejects for another's, and where there is none of that id. */
  async edit(uri: vscode.Uri, id: string, change: { kind?: NoteKind; body?: string }): Promise<void> {
    this.#change(uri, id, (note) => ({ ...note, ...change, modified: new Date().toISOString() }));
  }

  /** Ticks a note off, or opens it again: the reader's own or another's. */
  async resolve(uri: vscode.Uri, id: string, resolved: boolean): Promise<void> {
    this.#change(uri, id, (note) => ({ ...note, resolved }));
  }

  /** Says where the document answers a note of the reader's own; `page` counts from 1. */
  async answeredOnPage(uri: vscode.Uri, id: string, page: number | undefined): Promise<void> {
    this.#change(uri, id, ({ answeredOnPage: _, ...note }) =>
      page === undefined ? note : { ...note, answeredOnPage: page },
    );
  }

  /** Deletes a note of the reader's own. */
  async remove(uri: vscode.Uri, id: string): Promise<void> {
    this.#change(uri, id, () => undefined);
  }

  /** Hides the notes of others, as in silent reading, or shows them again. Lasts as long as the window. */
  hideOthers(uri: vscode.Uri, hidden: boolean): void {
    if (hidden === this.#hidden.has(uri.toString())) return;
    if (hidden) this.#hidden.add(uri.toString());
    else this.#hidden.delete(uri.toString());
    this.#changed.fire(uri);
  }

  #change(uri: vscode.Uri, id: string, change: (note: PlacedNote) => PlacedNote | undefined): void {
    const notes = this.#notes.get(uri.toString()) ?? [];
    this.#notes.set(
      uri.toString(),
      notes.flatMap((note) => (note.id === id ? (change(note) ?? []) : note)),
    );
    this.#changed.fire(uri);
  }
}
