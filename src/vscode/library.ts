import * as vscode from 'vscode';
import type { TemplateLibrary } from '../core/templates/template.js';
import { Disposable } from './disposable.js';
import { load } from './load.js';

type Texts = typeof import('./texts.js');

/** What templates say and why rules ask. Loaded with the first narrative: other Markdown has no use for it. */
export class Library extends Disposable {
  readonly #loads = this.register(new vscode.EventEmitter<void>());
  /** The texts are at hand. */
  readonly onDidLoad = this.#loads.event;
  #texts: Texts | undefined;

  constructor(readonly extensionUri: vscode.Uri) {
    super();
  }

  /** What is there already: nothing until `load` has ended. */
  get templates(): TemplateLibrary | null {
    return this.#texts?.LIBRARY ?? null;
  }

  /** Rejects where the file can't be read; the next call tries again. */
  async load(): Promise<Texts> {
    const texts = await load(this.extensionUri, 'texts');
    if (this.#texts) return texts;
    this.#texts = texts;
    this.#loads.fire();
    return texts;
  }
}
