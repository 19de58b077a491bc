import * as vscode from 'vscode';
import type { TemplateLibrary } from '../core/templates/template.js';
import { Disposable } from './disposable.js';
import { load } from './load.js';

type Writing = typeof import('./writing/feature.js');

/** What helps to write: templates, reasons, and the features that use them. Loaded with the first narrative or new document. */
export class Library extends Disposable {
  readonly #loads = this.register(new vscode.EventEmitter<Writing>());
  /** It is at hand; comes once. */
  readonly onDidLoad = this.#loads.event;
  #writing: Writing | undefined;

  constructor(readonly extensionUri: vscode.Uri) {
    super();
  }

  /** What is there already: nothing until `load` has ended. */
  get templates(): TemplateLibrary | null {
    return this.#writing?.LIBRARY ?? null;
  }

  /** Rejects where the file can't be read; the next call tries again. */
  async load(): Promise<Writing> {
    const writing = await load(this.extensionUri, 'writing');
    if (!this.#writing) {
      this.#writing = writing;
      this.#loads.fire(writing);
    }
    return writing;
  }
}
