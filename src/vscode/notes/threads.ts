import * as vscode from 'vscode';
import type { NoteTarget, PlacedNote } from '../../core/notes/model.js';
import type { ActiveNarrative } from '../active.js';
import { Disposable } from '../disposable.js';
import type { Documents } from '../documents.js';
import { isUnsaved } from '../unsaved.js';
import type { Notes } from './store.js';
import { kindName, quotation } from './words.js';

/** A note as a comment of the editor. */
export class NoteComment implements vscode.Comment {
  mode = vscode.CommentMode.Preview;
  // A string is shown as text, and never as Markdown: what readers write loads and runs nothing.
  body: string | vscode.MarkdownString;
  readonly author: vscode.CommentAuthorInformation;
  readonly label: string;
  readonly timestamp: Date;
  readonly contextValue: string;

  constructor(
    readonly uri: vscode.Uri,
    readonly note: PlacedNote,
    own: boolean,
  ) {
    this.body = note.body;
    this.author = { name: note.reader.name };
    this.label =
      note.answeredOnPage === undefined
        ? kindName(note.kind)
        : `${kindName(note.kind)} · ${vscode.l10n.t('Answered on page {0}', note.answeredOnPage)}`;
    this.timestamp = new Date(note.created);
    this.contextValue = own ? 'own' : 'other';
  }
}

interface Thread {
  readonly thread: vscode.CommentThread;
  /** What it shows, to leave it alone while that stays the same. */
  shows: string;
}

/** Notes as comment threads in the editor: those on the same words are one thread. */
export class NoteThreads extends Disposable {
  readonly #controller = this.register(
    vscode.comments.createCommentController('prfaq.notes', vscode.l10n.t('PR/FAQ notes')),
  );
  /** By document, then by what the notes are on. */
  readonly #threads = new Map<string, Map<string, Thread>>();

  constructor(
    readonly notes: Notes,
    readonly documents: Documents,
    readonly active: ActiveNarrative,
  ) {
    super();
    this.#controller.options = {
      prompt: vscode.l10n.t('Write a note'),
      placeHolder: vscode.l10n.t('Write a note, then choose what it is'),
    };
    this.#controller.commentingRangeProvider = {
      provideCommentingRanges: (document) => {
        if (isUnsaved(document.uri) || !documents.current(document.uri)?.checked?.analysis.narrative.kind) return [];
        return [new vscode.Range(0, 0, Math.max(0, document.lineCount - 1), 0)];
      },
    };
    this.register(notes.onDidChange((uri) => void this.#update(uri)));
    this.register(
      documents.onDidChange(({ document: { uri } }) => !this.#threads.has(uri.toString()) && void this.#update(uri)),
    );
    this.register(documents.onDidClose((uri) => this.#clear(uri)));
    for (const { document } of documents.all) void this.#update(document.uri);
  }

  async #update(uri: vscode.Uri): Promise<void> {
    const state = this.documents.current(uri);
    if (!state?.checked?.analysis.narrative.kind) return this.#clear(uri);
    const key = uri.toString();
    const known = this.#threads.get(key) ?? new Map<string, Thread>();
    this.#threads.set(key, known);
    const groups = byTarget(await this.notes.of(uri, state));
    if (this.#threads.get(key) !== known || state.document.isClosed) return;
    for (const [target, { thread }] of known)
      if (!groups.has(target)) {
        thread.dispose();
        known.delete(target);
      }
    for (const [target, notes] of groups) this.#show(known, target, notes, state.document);
  }

  #show(known: Map<string, Thread>, target: string, notes: readonly PlacedNote[], document: vscode.TextDocument): void {
    const { start, end } = notes[0]!.range!;
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
    let one = known.get(target);
    if (!one) {
      one = { thread: this.#controller.createCommentThread(document.uri, range, []), shows: '' };
      one.thread.collapsibleState = vscode.CommentThreadCollapsibleState.Collapsed;
      known.set(target, one);
    }
    const { thread } = one;
    if (!thread.range?.isEqual(range)) thread.range = range;
    const shows = JSON.stringify(notes.map((note) => ({ ...note, range: null, page: 0, own: this.notes.isOwn(note) })));
    if (one.shows === shows) return;
    one.shows = shows;
    thread.label = `“${quotation(notes[0]!, 60)}”`;
    const resolved =
      notes.every((note) => note.resolved || note.kind === 'praise') && notes.some((note) => note.resolved);
    thread.state = resolved ? vscode.CommentThreadState.Resolved : vscode.CommentThreadState.Unresolved;
    thread.contextValue = resolved ? 'resolved' : 'open';
    // What is being edited stays so.
    const editing = new Map(
      thread.comments.flatMap((comment) =>
        comment instanceof NoteComment && comment.mode === vscode.CommentMode.Editing
          ? [[comment.note.id, comment]]
          : [],
      ),
    );
    thread.comments = notes.map(
      (note) => editing.get(note.id) ?? new NoteComment(document.uri, note, this.notes.isOwn(note)),
    );
  }

  #clear(uri: vscode.Uri): void {
    for (const { thread } of this.#threads.get(uri.toString())?.values() ?? []) thread.dispose();
    this.#threads.delete(uri.toString());
  }

  // ---------------------------------------------------------------- what commands do with threads

  /** The notes of a thread; none for one in which the first is being written. */
  notesOf(thread: vscode.CommentThread): readonly PlacedNote[] {
    return thread.comments.flatMap((comment) => (comment instanceof NoteComment ? [comment.note] : []));
  }

  /** Opens a note's thread for its text to be edited; false where it has none, being unplaced. */
  edit(uri: vscode.Uri, id: string): boolean {
    for (const { thread } of this.#threads.get(uri.toString())?.values() ?? [])
      for (const comment of thread.comments)
        if (comment instanceof NoteComment && comment.note.id === id) {
          comment.mode = vscode.CommentMode.Editing;
          thread.comments = [...thread.comments];
          thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
          return true;
        }
    return false;
  }

  /** Ends the editing of a note; `body` is what was saved, else the note stays as it was. */
  endEdit(uri: vscode.Uri, id: string): void {
    for (const one of this.#threads.get(uri.toString())?.values() ?? []) {
      const comment = one.thread.comments.find((each) => each instanceof NoteComment && each.note.id === id);
      if (!comment) continue;
      comment.mode = vscode.CommentMode.Preview;
      one.shows = '';
    }
    void this.#update(uri);
  }

  override dispose(): void {
    for (const threads of this.#threads.values()) for (const { thread } of threads.values()) thread.dispose();
    super.dispose();
  }
}

/** Placed notes on the same words. */
function byTarget(notes: readonly PlacedNote[]): Map<string, PlacedNote[]> {
  const groups = new Map<string, PlacedNote[]>();
  for (const note of notes) {
    if (note.range === null) continue;
    const key = keyOf(note.target);
    groups.set(key, [...(groups.get(key) ?? []), note]);
  }
  return groups;
}

function keyOf({ exact, prefix, suffix, start }: NoteTarget): string {
  return JSON.stringify([exact, prefix, suffix, start]);
}
