import * as vscode from 'vscode';
import type { ActiveNarrative } from '../active.js';
import { Disposable } from '../disposable.js';
import type { Documents } from '../documents.js';
import { PreviewPanel } from './panel.js';

const VIEW_TYPE = 'prfaq.preview';

/** The open previews, one a document, and the commands that open them. They come back when the window is reloaded. */
export class Previews extends Disposable implements vscode.WebviewPanelSerializer {
  readonly #open = new Map<string, PreviewPanel>();

  constructor(
    readonly documents: Documents,
    readonly active: ActiveNarrative,
    readonly extensionUri: vscode.Uri,
  ) {
    super();
    this.register(vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, this));
    this.register(
      vscode.commands.registerCommand('prfaq.openPreview', (uri?: unknown) =>
        this.#show(uri, vscode.ViewColumn.Active),
      ),
    );
    this.register(
      vscode.commands.registerCommand('prfaq.openPreviewToSide', (uri?: unknown) =>
        this.#show(uri, vscode.ViewColumn.Beside),
      ),
    );
  }

  deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const uri =
      typeof state === 'object' && state !== null && 'uri' in state && typeof state.uri === 'string'
        ? vscode.Uri.parse(state.uri)
        : undefined;
    if (uri) this.#add(panel, uri);
    else panel.dispose();
    return Promise.resolve();
  }

  #show(target: unknown, column: vscode.ViewColumn): void {
    const uri =
      target instanceof vscode.Uri
        ? target
        : (vscode.window.activeTextEditor?.document.uri ?? this.active.state?.document.uri);
    if (!uri) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a PR/FAQ or six-pager first.'));
      return;
    }
    const known = this.#open.get(uri.toString());
    if (known) {
      known.panel.reveal(column, column === vscode.ViewColumn.Beside);
      return;
    }
    const options = {
      ...PreviewPanel.options(uri, this.extensionUri),
      retainContextWhenHidden: false,
      enableFindWidget: true,
    };
    const panel = vscode.window.createWebviewPanel(
      VIEW_TYPE,
      '',
      { viewColumn: column, preserveFocus: column === vscode.ViewColumn.Beside },
      options,
    );
    this.#add(panel, uri);
  }

  #add(panel: vscode.WebviewPanel, uri: vscode.Uri): void {
    const preview = new PreviewPanel(panel, uri, this.documents, this.extensionUri);
    this.#open.set(uri.toString(), preview);
    preview.onDidDispose(() => this.#open.delete(uri.toString()));
  }

  override dispose(): void {
    for (const preview of [...this.#open.values()]) preview.dispose();
    super.dispose();
  }
}
