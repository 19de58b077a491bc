import * as vscode from 'vscode';
import { Disposable } from './disposable.js';
import type { DocumentState, Documents } from './documents.js';

/**
 * The language status of the narrative that is being edited: words, pages and reading time, where the editor keeps what it knows of a
 * language, quietly. Other Markdown has none.
 */
export class Status extends Disposable {
  #item: vscode.LanguageStatusItem | undefined;

  constructor(readonly documents: Documents) {
    super();
    this.register(documents.onDidChange((state) => this.#show(state)));
    this.register(vscode.window.onDidChangeActiveTextEditor((editor) => this.#showOf(editor)));
    this.register({ dispose: () => this.#item?.dispose() });
    this.#showOf(vscode.window.activeTextEditor);
  }

  #showOf(editor: vscode.TextEditor | undefined): void {
    const state = editor && this.documents.current(editor.document.uri);
    if (state) this.#show(state);
    else this.#hide();
  }

  #hide(): void {
    this.#item?.dispose();
    this.#item = undefined;
  }

  #show({ document, checked }: DocumentState): void {
    if (document !== vscode.window.activeTextEditor?.document) return;
    if (checked && checked.analysis.narrative.kind === null) {
      this.#hide();
      return;
    }
    this.#item ??= vscode.languages.createLanguageStatusItem('prfaq.status', { language: 'markdown' });
    const item = this.#item;
    item.name = 'PR/FAQ';
    if (!checked) {
      item.severity = vscode.LanguageStatusSeverity.Warning;
      item.text = vscode.l10n.t('Checking is paused');
      item.detail = vscode.l10n.t('The document is larger than the setting prfaq.maxFileSize allows.');
      item.command = {
        command: 'workbench.action.openSettings',
        title: vscode.l10n.t('Open Setting'),
        arguments: ['prfaq.maxFileSize'],
      };
      return;
    }
    const { counts } = checked.layout();
    const pages = counts.pressRelease + counts.faq + counts.body;
    item.severity = vscode.LanguageStatusSeverity.Information;
    item.text = vscode.l10n.t('{0} words · {1} pages', checked.analysis.narrative.words, pages.toFixed(1));
    const minutes = Math.max(1, Math.round(pages * MINUTES_A_PAGE));
    item.detail =
      minutes === 1
        ? vscode.l10n.t('1 minute to read in silence')
        : vscode.l10n.t('{0} minutes to read in silence', minutes);
    item.command = { command: 'prfaq.openPreviewToSide', title: vscode.l10n.t('Open Preview') };
  }
}

/** What silent reading takes, see `docs/meeting.md`. */
const MINUTES_A_PAGE = 3;
