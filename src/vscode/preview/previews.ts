import * as vscode from 'vscode';
import type { ActiveNarrative } from '../active.js';
import { Disposable } from '../disposable.js';
import type { Documents } from '../documents.js';
import { load } from '../load.js';
import { optionsFor, paperMark } from '../settings.js';

const VIEW_TYPE = 'prfaq.preview';

/** The open previews, one a document, and the commands that open them. They come back when the window is reloaded. */
export class Previews extends Disposable implements vscode.WebviewPanelSerializer {
  readonly #open = new Map<string, vscode.WebviewPanel>();

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
    if (uri) return this.#add(panel, uri);
    panel.dispose();
    return Promise.resolve();
  }

  async #show(target: unknown, column: vscode.ViewColumn): Promise<void> {
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
      known.reveal(column, column === vscode.ViewColumn.Beside);
      return;
    }
    const panel = vscode.window.createWebviewPanel(
      VIEW_TYPE,
      '',
      { viewColumn: column, preserveFocus: column === vscode.ViewColumn.Beside },
      { ...webviewOptions(uri, this.extensionUri), retainContextWhenHidden: false, enableFindWidget: true },
    );
    await this.#add(panel, uri);
  }

  async #add(panel: vscode.WebviewPanel, uri: vscode.Uri): Promise<void> {
    this.#open.set(uri.toString(), panel);
    let closed = false;
    panel.onDidDispose(() => {
      closed = true;
      this.#open.delete(uri.toString());
    });
    panel.webview.options = webviewOptions(uri, this.extensionUri);
    const { PreviewPanel } = await load(this.extensionUri, 'preview');
    if (closed) return;
    const preview = new PreviewPanel(panel, uri, this.documents, this.extensionUri, () => ({
      ...optionsFor(uri).page,
      mark: paperMark(uri),
    }));
    panel.onDidDispose(() => preview.dispose());
  }

  override dispose(): void {
    for (const panel of [...this.#open.values()]) panel.dispose();
    super.dispose();
  }
}

/** What a page may load: our own files, and images beside the document. */
function webviewOptions(uri: vscode.Uri, extensionUri: vscode.Uri): vscode.WebviewOptions {
  return {
    enableScripts: true,
    localResourceRoots: [
      vscode.Uri.joinPath(extensionUri, 'media'),
      vscode.Uri.joinPath(extensionUri, 'dist'),
      vscode.Uri.joinPath(uri, '..'),
    ],
  };
}
