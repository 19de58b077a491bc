import type * as vscode from 'vscode';
import type { ParsedMarkdown } from '../../core/markdown/parse.js';
import type { PlacedNote } from '../../core/notes/model.js';
import { offsetAt, rangeOf, stretchAt } from '../../core/preview/spots.js';
import type { PageNote, Stretch, ToPage, Wish } from '../../webview/messages.js';
import { Disposable } from '../disposable.js';
import type { Notes } from '../notes/store.js';
import type { PreviewServices } from './starter.js';

type NoteWish = Extract<Wish, { readonly type: `${string}Note` }>;

/** Whether what the page asks for has to do with notes. */
export function isNoteWish(wish: Wish): wish is NoteWish {
  return wish.type.endsWith('Note');
}

/** The notes of one preview: those of the store as the page shows them, and what the reader does to them. */
export class PanelNotes extends Disposable {
  #notes: Notes | undefined;
  #hidden = false;

  constructor(
    readonly uri: vscode.Uri,
    readonly services: PreviewServices,
    readonly post: (message: ToPage) => void,
  ) {
    super();
  }

  async show(): Promise<void> {
    const notes = await this.#store();
    const [found, state] = await Promise.all([notes.of(this.uri), this.services.documents.load(this.uri)]);
    const markdown = state?.checked?.analysis.markdown;
    if (!markdown || this.isDisposed) return;
    this.post({ type: 'notes', notes: found.map((note) => pageNote(note, markdown, notes.reader?.id)) });
  }

  /** During silent reading nobody sees what others write. */
  hideOthers(hidden: boolean): void {
    if (hidden === this.#hidden) return;
    this.#hidden = hidden;
    void this.#store().then((notes) => notes.hideOthers(this.uri, hidden));
  }

  async do(wish: NoteWish): Promise<void> {
    const notes = await this.#store();
    switch (wish.type) {
      case 'addNote':
        return this.#add(notes, wish);
      case 'editNote':
        return notes.edit(this.uri, wish.note, { kind: wish.kind, body: wish.body });
      case 'resolveNote':
        return notes.resolve(this.uri, wish.note, wish.resolved);
      case 'answerNote':
        return notes.answeredOnPage(this.uri, wish.note, wish.page > 0 ? wish.page : undefined);
      case 'removeNote':
        return notes.remove(this.uri, wish.note);
    }
  }

  async #add(notes: Notes, { place, kind, body }: Extract<NoteWish, { type: 'addNote' }>): Promise<void> {
    const state = await this.services.documents.load(this.uri);
    const markdown = state?.checked?.analysis.markdown;
    if (!markdown) return;
    const range = rangeFor(markdown, place);
    // The host may have ended between writing the note and saying so; the page then asks for it again.
    const written = (await notes.of(this.uri)).some(
      (note) =>
        note.reader.id === notes.reader?.id &&
        note.kind === kind &&
        note.body === body &&
        note.range?.start === range.start &&
        note.range.end === range.end,
    );
    if (!written) await notes.add(this.uri, range, kind, body);
  }

  async #store(): Promise<Notes> {
    if (this.#notes) return this.#notes;
    const notes = await this.services.notes();
    // Another call may have been waiting for the same.
    if (!this.#notes && !this.isDisposed)
      this.register(notes.onDidChange((uri) => uri.toString() === this.uri.toString() && void this.show()));
    this.#notes = notes;
    return notes;
  }

  override dispose(): void {
    // Whoever looks at the notes elsewhere sees them all again.
    if (this.#hidden) this.#notes?.hideOthers(this.uri, false);
    super.dispose();
  }
}

/** A note is never refused: where its words can't be found any more, it is about the place where they were. */
function rangeFor(markdown: ParsedMarkdown, { start, end, text }: Stretch): { start: number; end: number } {
  const range = rangeOf(markdown, start, end, text);
  if (range) return range;
  const at = offsetAt(markdown, start);
  const line = markdown.lines.lineAt(at);
  return { start: at, end: Math.max(at, markdown.lines.end(line)) };
}

function pageNote(note: PlacedNote, markdown: ParsedMarkdown, reader: string | undefined): PageNote {
  const { id, kind, body, resolved, answeredOnPage = 0, target } = note;
  return {
    id,
    kind,
    body,
    reader: note.reader.id === reader ? '' : note.reader.name,
    resolved,
    answeredOnPage,
    place: note.range && stretchAt(markdown, note.range),
    exact: target.exact,
  };
}
