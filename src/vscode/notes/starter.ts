import type * as vscode from 'vscode';
import { Disposable } from '../disposable.js';
import type { Documents } from '../documents.js';
import { load } from '../load.js';
import type { Notes } from './store.js';

/** Notes in the margin, loaded when first needed. */
export class NotesStarter extends Disposable {
  #notes: Promise<Notes> | undefined;

  constructor(
    readonly documents: Documents,
    readonly extensionUri: vscode.Uri,
  ) {
    super();
  }

  /** The notes; loads what they need. */
  notes(): Promise<Notes> {
    this.#notes ??= load(this.extensionUri, 'notes').then(({ startNotes }) =>
      this.register(startNotes(this.documents)),
    );
    return this.#notes;
  }
}
