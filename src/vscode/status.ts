import * as vscode from 'vscode';
import { Disposable } from './disposable.js';
import type { DocumentState, Documents } from './documents.js';

/** The language status item: words and pages, found where the editor keeps what it knows of a language, quietly. */
export class Status extends Disposable {
  readonly #item = this.register(vscode.languages.createLanguageStatusItem('prfaq.status', { language: 'markdown' }));

  constructor(readonly documents: Documents) {
    super();
    this.#item.name = 'PR/FAQ';
    this.register(documents.onDidChange((state) => this.#show(state)));
    this.register(
      vscode.window.onDidChangeActiveTextEditor((editor) =>
        this.#show(editor && documents.current(editor.document.uri)),
      ),
    );
  }

  #show(state: DocumentState | undefined): void {
    if (!state || state.document !== vscode.window.activeTextEditor?.document) return;
    const item = this.#item;
    item.severity = vscode.LanguageStatusSeverity.Information;
    if (!state.checked) {
      item.severity = vscode.LanguageStatusSeverity.Warning;
      item.text = vscode.l10n.t('Checking is paused');
      item.detail = vscode.l10n.t('The document is larger than the setting prfaq.maxFileSize allows.');
      return;
    }
    const { narrative } = state.checked.analysis;
    if (narrative.kind === null) {
      item.text = vscode.l10n.t('Not a PR/FAQ or six-pager');
      item.detail = '';
      return;
    }
    const { counts } = state.checked.layout();
    const pages = counts.pressRelease + counts.faq + counts.body;
    item.text = vscode.l10n.t('{0} words · {1} pages', narrative.words, pages.toFixed(1));
    item.detail = vscode.l10n.t('{0} minutes to read in silence', Math.max(1, Math.round(pages * MINUTES_A_PAGE)));
  }
}

/** What silent reading takes, see `docs/meeting.md`. */
const MINUTES_A_PAGE = 3;
