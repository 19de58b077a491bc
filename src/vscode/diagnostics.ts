import * as vscode from 'vscode';
import { toDiagnostic } from './convert.js';
import { Disposable } from './disposable.js';
import type { DocumentState, Documents } from './documents.js';

/** Findings in the Problems panel and under the text. They go when the document closes or stops being a narrative. */
export class Diagnostics extends Disposable {
  readonly #collection = this.register(vscode.languages.createDiagnosticCollection('prfaq'));

  constructor(
    documents: Documents,
    readonly extensionUri: vscode.Uri,
  ) {
    super();
    this.register(documents.onDidChange((state) => this.#show(state)));
    this.register(documents.onDidClose((uri) => this.#collection.delete(uri)));
  }

  #show({ document, checked }: DocumentState): void {
    const found = checked?.findings ?? [];
    if (found.length === 0) this.#collection.delete(document.uri);
    else
      this.#collection.set(
        document.uri,
        found.map((finding) => toDiagnostic(checked!.analysis.markdown, finding, this.extensionUri)),
      );
  }
}
