import * as vscode from 'vscode';
import { toDiagnostic } from './convert.js';
import { Disposable } from './disposable.js';
import type { DocumentState, Documents } from './documents.js';
import { Typing } from './typing.js';

/**
 * Findings in the Problems panel and under the text. They go when the document closes or stops being a narrative; new ones on the
 * line that is being typed come when it is: unfinished text is not wrong text.
 */
export class Diagnostics extends Disposable {
  readonly #collection = this.register(vscode.languages.createDiagnosticCollection('prfaq'));
  readonly #typing = this.register(new Typing());

  constructor(
    documents: Documents,
    readonly extensionUri: vscode.Uri,
  ) {
    super();
    this.register(documents.onDidChange((state) => this.#show(state)));
    this.register(documents.onDidClose((uri) => this.#collection.delete(uri)));
    this.register(
      this.#typing.onDidSettle((uri) => {
        const state = documents.current(uri);
        if (state) this.#show(state);
      }),
    );
  }

  #show({ document: { uri }, checked }: DocumentState): void {
    const found = checked
      ? checked.findings.map((finding) => toDiagnostic(checked.analysis.markdown, finding, this.extensionUri))
      : [];
    const due = this.#typing.due(uri, found, this.#collection.get(uri) ?? []);
    if (due.length === 0) this.#collection.delete(uri);
    else this.#collection.set(uri, due);
  }
}
