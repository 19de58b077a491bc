import * as vscode from 'vscode';
import { Disposable } from './disposable.js';
import type { DocumentState, Documents } from './documents.js';

/**
 * The narrative that the author has in front: that of the active tab, or the last one while a panel or preview has the focus. Goes by
 * tabs rather than text editors, since new VS Code shows Markdown in editors with no text editor behind them.
 */
export class ActiveNarrative extends Disposable {
  readonly #changed = this.register(new vscode.EventEmitter<DocumentState | undefined>());
  readonly onDidChange = this.#changed.event;
  #uri: vscode.Uri | undefined;

  constructor(readonly documents: Documents) {
    super();
    this.register(vscode.window.onDidChangeActiveTextEditor(() => this.#follow()));
    this.register(vscode.window.tabGroups.onDidChangeTabs(() => this.#follow()));
    this.register(vscode.window.tabGroups.onDidChangeTabGroups(() => this.#follow()));
    this.register(documents.onDidChange((state) => this.#onRead(state)));
    this.register(
      documents.onDidClose((uri) => {
        if (uri.toString() !== this.#uri?.toString()) return;
        this.#uri = undefined;
        this.#follow(true);
      }),
    );
  }

  get state(): DocumentState | undefined {
    return this.#uri && this.documents.current(this.#uri);
  }

  #onRead(state: DocumentState): void {
    if (state.document.uri.toString() === this.#uri?.toString()) this.#fire();
    else this.#follow();
  }

  #follow(closed = false): void {
    const uri = frontUri();
    const state = uri && this.documents.current(uri);
    // A text that is no narrative replaces the last one; a panel, a terminal or a preview does not.
    const next = state ? state.document.uri : uri ? undefined : this.#uri;
    if (!closed && next?.toString() === this.#uri?.toString()) return;
    this.#uri = next;
    this.#fire();
  }

  #fire(): void {
    const { state } = this;
    void vscode.commands.executeCommand('setContext', 'prfaq.kind', state?.checked?.analysis.narrative.kind ?? null);
    this.#changed.fire(state);
  }
}

function frontUri(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom) return input.uri;
  if (input instanceof vscode.TabInputTextDiff) return input.modified;
  return undefined;
}

/**
 * Shows a place of a document in the editor that has it open, wherever that is. An editor that renders Markdown knows no places and comes
 * to the front as it is, unless `inText` asks for a text editor.
 */
export async function show(
  document: vscode.TextDocument,
  selection: vscode.Range,
  { preserveFocus = false, inText = false } = {},
): Promise<void> {
  const { all, activeTabGroup } = vscode.window.tabGroups;
  const tabs = [activeTabGroup, ...all].flatMap(({ tabs }) => tabs).filter((tab) => isOf(tab, document.uri));
  const tab = tabs.find(({ isActive }) => isActive) ?? tabs[0];
  const options = { selection, preserveFocus, ...(tab && { viewColumn: tab.group.viewColumn }) };
  if (tab?.input instanceof vscode.TabInputCustom && !inText)
    await vscode.commands.executeCommand('vscode.openWith', document.uri, tab.input.viewType, options);
  else await vscode.window.showTextDocument(document, options);
}

function isOf({ input }: vscode.Tab, uri: vscode.Uri): boolean {
  const shown = input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom ? input.uri : undefined;
  return shown?.toString() === uri.toString();
}
