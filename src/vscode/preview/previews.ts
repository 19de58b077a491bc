import * as vscode from 'vscode';
import { Disposable } from '../disposable.js';
import { Conductor } from '../meeting/conductor.js';
import { Meetings } from '../meeting/meetings.js';
import { isUnsaved, openDocument } from '../unsaved.js';
import { Exporter } from './exporter.js';
import { PreviewPanel, titleOf } from './panel.js';
import type { PreviewServices } from './starter.js';
import { OPEN_PREVIEWS, VIEW_TYPE } from './view-type.js';

/** After so long, in milliseconds, VS Code has restored what is in sight. */
const RESTORED = 3_000;
/** The open previews, one a document, and what their commands do. */
export class Previews extends Disposable {
  readonly #open = new Map<string, PreviewPanel>();
  readonly #meetings: Meetings;
  readonly #conductor: Conductor;
  readonly #exporter: Exporter;
  /** Documents whose previews were open when the last extension host ended, and aren't back yet. */
  readonly #left: Set<string>;
  #watch: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly services: PreviewServices) {
    super();
    this.#left = new Set(services.context.workspaceState.get<string[]>(OPEN_PREVIEWS));
    this.register(vscode.window.tabGroups.onDidChangeTabs(() => this.#watchTabs()));
    this.register({ dispose: () => clearTimeout(this.#watch) });
    this.#watchTabs();
    this.register(vscode.workspace.onDidRenameFiles(({ files }) => this.#onRenamed(files)));
    this.register(vscode.workspace.onDidSaveTextDocument((saved) => this.#onSaved(saved)));
    this.#meetings = this.register(new Meetings(services.context.workspaceState));
    this.#exporter = this.register(new Exporter(services.context));
    this.#conductor = this.register(
      new Conductor(services, this.#meetings, (uri) => this.#show(uri, vscode.ViewColumn.Active)),
    );
  }

  async run(command: string, [target, options]: readonly unknown[]): Promise<void> {
    const uri = this.#target(target);
    if (!uri) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a PR/FAQ or six-pager first.'));
      return;
    }
    switch (command) {
      case 'prfaq.openPreviewToSide':
        this.#show(uri, vscode.ViewColumn.Beside);
        break;
      case 'prfaq.startMeeting':
        await this.#conductor.start(uri, target instanceof vscode.Uri ? options : target);
        break;
      case 'prfaq.nextPhase':
        await this.#conductor.next(uri);
        break;
      case 'prfaq.endMeeting':
        await this.#conductor.end(uri);
        break;
      case 'prfaq.exportHtml':
        this.#show(uri, vscode.ViewColumn.Active).export(false);
        break;
      case 'prfaq.print':
        this.#show(uri, vscode.ViewColumn.Active).export(true);
        break;
      default:
        this.#show(uri, vscode.ViewColumn.Active);
    }
  }

  /** Takes over a panel that VS Code has kept over a reload of the window. */
  restore(panel: vscode.WebviewPanel, state: unknown): void {
    const uri =
      typeof state === 'object' && state !== null && 'uri' in state && typeof state.uri === 'string'
        ? vscode.Uri.parse(state.uri)
        : undefined;
    if (!uri) {
      panel.dispose();
      return;
    }
    this.#add(panel, uri);
    this.#conductor.comeBack(uri);
  }

  /**
   * VS Code restores panels with a window, but not with an extension host that has ended and is started again: what stays in sight then is
   * a page that nobody hears. A new panel takes its place.
   */
  #watchTabs(): void {
    clearTimeout(this.#watch);
    if (this.#left.size > 0) this.#watch = setTimeout(() => void this.#revive(), RESTORED);
  }

  async #revive(): Promise<void> {
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs).filter(({ input }) => isPreview(input));
    for (const uri of [...this.#left].map((one) => vscode.Uri.parse(one))) {
      const tab = tabs.find(({ label }) => label === titleOf(uri));
      // One that isn't in sight may be restored when it is shown, and if it isn't then, this is told.
      if (!tab) this.#left.delete(uri.toString());
      if (!tab?.isActive) continue;
      const { isActive, viewColumn } = tab.group;
      await vscode.window.tabGroups.close(tab);
      if (!this.#open.has(uri.toString())) this.#create(uri, viewColumn, !isActive);
    }
  }

  #onRenamed(files: readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[]): void {
    for (const { oldUri, newUri } of files)
      for (const preview of [...this.#open.values()]) {
        const address = preview.uri.toString();
        if (address !== oldUri.toString() && !address.startsWith(`${oldUri}/`)) continue;
        this.#move(preview, newUri.with({ path: newUri.path + preview.uri.path.slice(oldUri.path.length) }));
      }
  }

  /** A document that was no file is saved as one: VS Code says so of the file alone, while both are open with the same text. */
  #onSaved(saved: vscode.TextDocument): void {
    for (const preview of [...this.#open.values()].filter(({ uri }) => isUnsaved(uri)))
      if (openDocument(preview.uri)?.getText() === saved.getText()) this.#move(preview, saved.uri);
  }

  /** Shows a document that has another address now where it was shown before: a panel can't be told of another folder to load images from. */
  #move({ panel }: PreviewPanel, to: vscode.Uri): void {
    const { viewColumn, active } = panel;
    panel.dispose();
    if (!this.#open.has(to.toString())) this.#create(to, viewColumn ?? vscode.ViewColumn.Beside, !active);
  }

  /** Starts a note in the preview that is in front; false where none is. */
  addNote(): boolean {
    const front = this.#front;
    front?.addNote();
    return front !== undefined;
  }

  get #front(): PreviewPanel | undefined {
    return [...this.#open.values()].find(({ panel }) => panel.active);
  }

  #target(target: unknown): vscode.Uri | undefined {
    if (target instanceof vscode.Uri) return target;
    const editor = vscode.window.activeTextEditor?.document;
    return (
      this.#front?.uri ?? (editor?.languageId === 'markdown' ? editor.uri : this.services.active.state?.document.uri)
    );
  }

  #show(uri: vscode.Uri, column: vscode.ViewColumn): PreviewPanel {
    const known = this.#open.get(uri.toString());
    if (known) {
      known.panel.reveal(known.panel.viewColumn ?? column, column === vscode.ViewColumn.Beside);
      return known;
    }
    return this.#create(uri, column, column === vscode.ViewColumn.Beside);
  }

  #create(uri: vscode.Uri, viewColumn: vscode.ViewColumn, preserveFocus: boolean): PreviewPanel {
    const panel = vscode.window.createWebviewPanel(
      VIEW_TYPE,
      '',
      { viewColumn, preserveFocus },
      { retainContextWhenHidden: false, enableFindWidget: true },
    );
    return this.#add(panel, uri);
  }

  #add(panel: vscode.WebviewPanel, uri: vscode.Uri): PreviewPanel {
    const { extensionUri } = this.services.context;
    panel.webview.options = {
      enableScripts: true,
      localResourceRoots: [
        vscode.Uri.joinPath(extensionUri, 'media'),
        vscode.Uri.joinPath(extensionUri, 'dist'),
        vscode.Uri.joinPath(uri, '..'),
      ],
    };
    const preview = new PreviewPanel(panel, uri, this.services, this.#meetings, this.#exporter, this.#conductor);
    this.#open.set(uri.toString(), preview);
    this.#left.delete(uri.toString());
    this.#remember();
    panel.onDidDispose(() => {
      if (this.#open.get(uri.toString()) === preview) this.#open.delete(uri.toString());
      this.#remember();
      preview.dispose();
    });
    return preview;
  }

  #remember(): void {
    const uris = [...new Set([...this.#open.keys(), ...this.#left])];
    void this.services.context.workspaceState.update(OPEN_PREVIEWS, uris.length > 0 ? uris : undefined);
  }

  override dispose(): void {
    for (const { panel } of [...this.#open.values()]) panel.dispose();
    super.dispose();
  }
}

/** VS Code puts a prefix of its own to the type. */
function isPreview(input: unknown): boolean {
  return input instanceof vscode.TabInputWebview && input.viewType.endsWith(VIEW_TYPE);
}
