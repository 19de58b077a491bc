import * as vscode from 'vscode';
import type { findCoaching } from '../../core/templates/coaching.js';
import { Disposable } from '../disposable.js';

/** How long the cursor rests elsewhere before coaching goes, in milliseconds: nothing moves under a click. */
const REST = 400;

type Find = typeof findCoaching;

interface Watched {
  /** Coaching that has been seen unanswered since the document was opened: old drafts are left as they are. */
  readonly unanswered: Set<string>;
  /** Of the document when the selection last changed; another one means that it changed by an edit. */
  version: number;
  undone: boolean;
}

/**
 * Takes away what a template put there to help, as VS Code does with the indentation that it put into a line left empty: a comment that
 * coaches goes when its section is answered and the author has moved on. Never while text is typed (or composed, in Korean), never
 * after an undo, which a new edit would make final, and never any other comment. Undo brings it back with the last words typed.
 */
export class CoachingLeaves extends Disposable {
  readonly #watched = new Map<string, Watched>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly findCoaching: Find) {
    super();
    this.register(vscode.window.onDidChangeTextEditorSelection((event) => this.#moved(event)));
    this.register(vscode.workspace.onDidChangeTextDocument((event) => this.#changed(event)));
    this.register(vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#watched.delete(uri.toString())));
  }

  #changed({ document, reason, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const watched = this.#watched.get(document.uri.toString());
    if (!watched || contentChanges.length === 0) return;
    clearTimeout(this.#timer);
    watched.undone = reason !== undefined;
    if (contentChanges.some(({ text }) => text.includes('<!--'))) this.#note(watched, document);
  }

  #moved({ textEditor, kind, selections }: vscode.TextEditorSelectionChangeEvent): void {
    const { document } = textEditor;
    if (document.languageId !== 'markdown') return;
    clearTimeout(this.#timer);
    const watched = this.#watch(document);
    const typed = watched.version !== document.version;
    watched.version = document.version;
    const dragged = kind === vscode.TextEditorSelectionChangeKind.Mouse && selections.some(({ isEmpty }) => !isEmpty);
    if (!typed && !dragged && !watched.undone && watched.unanswered.size > 0)
      this.#timer = setTimeout(() => void this.#clear(textEditor, watched), REST);
  }

  #watch(document: vscode.TextDocument): Watched {
    const key = document.uri.toString();
    let watched = this.#watched.get(key);
    if (!watched) {
      watched = { unanswered: new Set(), version: document.version, undone: false };
      this.#watched.set(key, watched);
      this.#note(watched, document);
    }
    return watched;
  }

  async #clear(editor: vscode.TextEditor, watched: Watched): Promise<void> {
    const { document, selections } = editor;
    const text = document.getText();
    const cursors = selections.map(({ start, end }) => [document.offsetAt(start), document.offsetAt(end)] as const);
    const gone = this.findCoaching(text).filter(
      ({ answered, range, scope }) =>
        answered &&
        watched.unanswered.has(text.slice(range.start, range.end).trim()) &&
        cursors.every(([start, end]) => end < scope.start || start > scope.end),
    );
    if (gone.length === 0) return;
    await editor.edit(
      (edit) => {
        for (const { range } of gone)
          edit.delete(new vscode.Range(document.positionAt(range.start), document.positionAt(range.end)));
      },
      { undoStopBefore: false, undoStopAfter: false },
    );
  }

  #note({ unanswered }: Watched, document: vscode.TextDocument): void {
    const text = document.getText();
    for (const { answered, range } of this.findCoaching(text))
      if (!answered) unanswered.add(text.slice(range.start, range.end).trim());
  }

  override dispose(): void {
    clearTimeout(this.#timer);
    super.dispose();
  }
}
