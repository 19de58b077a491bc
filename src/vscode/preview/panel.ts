import * as vscode from 'vscode';
import { renderHtml, runningHead } from '../../core/preview/render.js';
import { isToHost, type ToPage, type Update } from '../../webview/messages.js';
import { Disposable } from '../disposable.js';
import type { DocumentState, Documents } from '../documents.js';
import { previewPage } from './page.js';

/** The paper that the settings ask for. */
type Paper = Pick<Update, 'size' | 'margin' | 'mark'>;

/** One preview: a document as paper, in a panel. */
export class PreviewPanel extends Disposable {
  /** Line that the page reported last: the editor must not send it back. */
  #reported = -1;
  #ready = false;

  constructor(
    readonly panel: vscode.WebviewPanel,
    readonly uri: vscode.Uri,
    readonly documents: Documents,
    extensionUri: vscode.Uri,
    readonly paper: () => Paper,
  ) {
    super();
    panel.iconPath = {
      light: vscode.Uri.joinPath(extensionUri, 'media', 'preview-light.svg'),
      dark: vscode.Uri.joinPath(extensionUri, 'media', 'preview-dark.svg'),
    };
    panel.title = titleOf(uri);
    this.register(panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message)));
    this.register(documents.onDidChange((state) => this.#isMine(state.document.uri) && this.#update(state)));
    this.register(
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges }) =>
        this.#follow(textEditor, visibleRanges),
      ),
    );
    panel.webview.html = previewPage(panel.webview, extensionUri);
  }

  #isMine(uri: vscode.Uri): boolean {
    return uri.toString() === this.uri.toString();
  }

  #receive(message: unknown): void {
    if (!isToHost(message)) return;
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        void this.#start();
        break;
      case 'revealLine':
        void this.#reveal(message.line);
        break;
      case 'visibleLine':
        this.#scrollEditor(message.line);
        break;
      case 'paginated':
        break;
    }
  }

  async #start(): Promise<void> {
    try {
      const state = await this.documents.load(this.uri);
      if (state) this.#update(state);
    } catch (error) {
      void vscode.window.showErrorMessage(
        vscode.l10n.t(
          '{0} can’t be shown: {1}',
          titleOf(this.uri),
          error instanceof Error ? error.message : String(error),
        ),
      );
    }
  }

  #update({ document, checked, version }: DocumentState): void {
    if (!this.#ready || !checked) return;
    const { analysis } = checked;
    const update: Update = {
      type: 'update',
      uri: document.uri.toString(),
      version,
      html: renderHtml(analysis, { image: (source) => this.#image(source) }),
      ...runningHead(analysis),
      language: analysis.narrative.language === 'und' ? 'en' : analysis.narrative.language,
      ...this.paper(),
      strings: {
        page: vscode.l10n.t('Page {0} of {1}', '{0}', '{1}'),
        appendixPage: vscode.l10n.t('Appendix, page {0}', '{0}'),
      },
    };
    this.panel.title = titleOf(document.uri);
    this.#post(update);
  }

  #post(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }

  /** Images of the document's own folder; anything from elsewhere stays out, and its text stands in its place. */
  #image(source: string): string | null {
    if (source === '' || /^[a-z][a-z\d+.-]*:|^\/\//i.test(source)) return null;
    let path: string;
    try {
      path = decodeURIComponent(source.split(/[?#]/)[0]!);
    } catch {
      return null;
    }
    const folder = folderOf(this.uri);
    const target = vscode.Uri.joinPath(folder, path);
    return target.path.startsWith(`${folder.path.replace(/\/$/, '')}/`)
      ? this.panel.webview.asWebviewUri(target).toString()
      : null;
  }

  async #reveal(line: number): Promise<void> {
    const position = new vscode.Position(line, 0);
    const column = this.panel.viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One;
    const open = vscode.window.visibleTextEditors.find((editor) => this.#isMine(editor.document.uri));
    await vscode.window.showTextDocument(this.uri, {
      viewColumn: open?.viewColumn ?? column,
      selection: new vscode.Range(position, position),
    });
  }

  #scrollEditor(line: number): void {
    this.#reported = line;
    for (const editor of vscode.window.visibleTextEditors) {
      if (this.#isMine(editor.document.uri))
        editor.revealRange(new vscode.Range(line, 0, line, 0), vscode.TextEditorRevealType.AtTop);
    }
  }

  #follow(editor: vscode.TextEditor, ranges: readonly vscode.Range[]): void {
    const [visible] = ranges;
    if (!this.#isMine(editor.document.uri) || !visible || !this.panel.visible) return;
    // What the page has just scrolled the editor to comes back as an echo, give or take a line.
    if (Math.abs(visible.start.line - this.#reported) <= 1) return;
    this.#reported = -1;
    this.#post({ type: 'scrollTo', line: visible.start.line });
  }
}

function folderOf(uri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(uri, '..');
}

function titleOf(uri: vscode.Uri): string {
  return vscode.l10n.t('Preview {0}', uri.path.split('/').at(-1) ?? '');
}
