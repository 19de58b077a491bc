import * as vscode from 'vscode';
import type { Api } from '../../src/vscode/extension.js';
import { STEP_TIMEOUT } from '../bed/limits.js';

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

/**
 * Waits until something is as it should be, which it may be already.
 *
 * @param get gives what is to be waited for, or undefined as long as it isn't there.
 * @param listen calls back whenever it may have come.
 * @param found tells an error what there was instead.
 */
export async function until<T>(
  get: () => T | undefined | Promise<T | undefined>,
  listen: (changed: () => void) => vscode.Disposable,
  found: () => unknown,
): Promise<T> {
  let listener: vscode.Disposable | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<T>((resolve, reject) => {
      const look = () => {
        void (async () => get())().then((value) => value !== undefined && resolve(value), reject);
      };
      listener = listen(look);
      timer = setTimeout(
        () => reject(new Error(`After ${STEP_TIMEOUT / 1000} s there was: ${JSON.stringify(found(), null, 1)}`)),
        STEP_TIMEOUT,
      );
      look();
    });
  } finally {
    listener?.dispose();
    clearTimeout(timer);
  }
}

/** The findings of a document as soon as they satisfy `enough`. */
export async function diagnosticsOf(
  uri: vscode.Uri,
  enough: (found: readonly vscode.Diagnostic[]) => boolean,
): Promise<vscode.Diagnostic[]> {
  const now = (): vscode.Diagnostic[] => vscode.languages.getDiagnostics(uri).filter((one) => one.source === 'prfaq');
  return until(
    () => (enough(now()) ? now() : undefined),
    (changed) => vscode.languages.onDidChangeDiagnostics(changed),
    () => ({ [uri.path]: now().map(({ range, message }) => `${range.start.line + 1}: ${message}`) }),
  );
}

/** Resolves once there is a tab of that name. */
export async function tabCalled(label: string): Promise<void> {
  const labels = (): string[] => vscode.window.tabGroups.all.flatMap((group) => group.tabs).map((tab) => tab.label);
  await until(
    () => labels().includes(label) || undefined,
    (changed) => vscode.window.tabGroups.onDidChangeTabs(changed),
    labels,
  );
}

/**
 * Makes folders, the outer before the inner, each when VS Code watches the one around it, and resolves when it watches all. Of folders that
 * are made one in the other at once it may never hear of what is in the inner ones (parcel-bundler/watcher#243).
 */
export async function makeWatched(...folders: readonly string[]): Promise<void> {
  const { fs } = vscode.workspace;
  const pokes = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(fileUri(''), '**/poke'));
  const heard = new Set<string>();
  const hear = ({ path }: vscode.Uri) => heard.add(path);
  pokes.onDidCreate(hear);
  pokes.onDidChange(hear);
  for (const folder of folders) {
    await fs.createDirectory(fileUri(folder));
    const poke = fileUri(`${folder}/poke`);
    await until(
      () => heard.has(poke.path) || undefined,
      (changed) => {
        const again = setInterval(() => {
          void fs.writeFile(poke, new Uint8Array());
          changed();
        }, 200);
        return new vscode.Disposable(() => clearInterval(again));
      },
      () => `no news of ${folder}`,
    );
  }
  pokes.dispose();
}
