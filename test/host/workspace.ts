import * as vscode from 'vscode';
import type { Api } from '../../src/vscode/extension.js';

/** A file of the folder that is open. */
export function fileUri(name: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, name);
}

/** What the extension gives to others. Tests that need it to be active call this, so that each can be run alone. */
export async function activated(): Promise<Api> {
  return vscode.extensions.getExtension<Api>('working-backwards.prfaq')!.activate();
}

export async function open(name: string): Promise<vscode.TextDocument> {
  await activated();
  const document = await vscode.workspace.openTextDocument(fileUri(name));
  await vscode.window.showTextDocument(document);
  return document;
}

export async function untitled(content: string): Promise<vscode.TextDocument> {
  await activated();
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(document);
  return document;
}

/** The findings of a document as soon as they satisfy `enough`; mocha's limit ends the wait. */
export async function diagnosticsOf(
  uri: vscode.Uri,
  enough: (found: readonly vscode.Diagnostic[]) => boolean,
): Promise<vscode.Diagnostic[]> {
  const now = (): vscode.Diagnostic[] => vscode.languages.getDiagnostics(uri).filter((one) => one.source === 'prfaq');
  if (enough(now())) return now();
  return new Promise((resolve) => {
    const listener = vscode.languages.onDidChangeDiagnostics(() => {
      if (!enough(now())) return;
      listener.dispose();
      resolve(now());
    });
  });
}

/** Resolves once there is a tab of that name; a test that never sees it runs into its time limit. */
export async function tabCalled(label: string): Promise<void> {
  const open = (): boolean =>
    vscode.window.tabGroups.all.some((group) => group.tabs.some((tab) => tab.label === label));
  if (open()) return;
  await new Promise<void>((resolve) => {
    const listener = vscode.window.tabGroups.onDidChangeTabs(() => {
      if (!open()) return;
      listener.dispose();
      resolve();
    });
  });
}

/**
 * Makes folders, the outer before the inner, each when VS Code watches the one around it, and resolves when it watches all. Of folders that
 * are made one in the other at once it may never hear of what is in the inner ones (parcel-bundler/watcher#243).
 */
export async function makeWatched(...folders: readonly string[]): Promise<void> {
  const { fs } = vscode.workspace;
  const pokes = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(fileUri(''), '**/poke'));
  for (const folder of folders) {
    await fs.createDirectory(fileUri(folder));
    await new Promise<void>((resolve) => {
      const poke = setInterval(() => void fs.writeFile(fileUri(`${folder}/poke`), new Uint8Array()), 200);
      const heard = ({ path }: vscode.Uri) => {
        if (!path.endsWith(`/${folder}/poke`)) return;
        clearInterval(poke);
        resolve();
      };
      pokes.onDidCreate(heard);
      pokes.onDidChange(heard);
    });
  }
  pokes.dispose();
}
