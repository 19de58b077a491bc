import * as vscode from 'vscode';
import type { Reader } from '../../core/notes/model.js';
import { readerId } from '../../core/notes/reader-id.js';

/** What is used of the API of the Git extension that comes with VS Code; anything of it may be missing. */
interface Git {
  readonly repositories?: readonly Repository[];
  getRepository?(uri: vscode.Uri): Repository | null;
}
interface Repository {
  getConfig?(key: string): Promise<string>;
  getGlobalConfig?(key: string): Promise<string>;
}

/** Who reads here, as the settings or Git say; null where neither does. */
export async function knownReader(): Promise<Reader | null> {
  const name = vscode.workspace.getConfiguration('prfaq').get<string>('reader.name')?.trim() || (await gitName());
  return name ? { id: readerId(name), name } : null;
}

/** Asks who reads here, and notes the answer in the user's settings; whoever doesn't say is anonymous. */
export async function askReader(): Promise<Reader> {
  const answer = await vscode.window.showInputBox({
    title: vscode.l10n.t('Your name'),
    prompt: vscode.l10n.t('Your notes are kept under this name, in a file of your own. You are asked once.'),
    ignoreFocusOut: true,
  });
  const name = answer?.trim();
  if (!name) return { id: 'anonymous', name: vscode.l10n.t('Anonymous') };
  await vscode.workspace.getConfiguration('prfaq').update('reader.name', name, vscode.ConfigurationTarget.Global);
  return { id: readerId(name), name };
}

/** `user.name` of the Git repository that is open, or of this machine's user. Without Git there is none. */
async function gitName(): Promise<string | undefined> {
  try {
    const extension = vscode.extensions.getExtension<{ getAPI?(version: 1): Git }>('vscode.git');
    const git = (await extension?.activate())?.getAPI?.(1);
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const repository = (folder && git?.getRepository?.(folder)) ?? git?.repositories?.[0];
    for (const ask of [repository?.getConfig, repository?.getGlobalConfig]) {
      const name = (await ask?.call(repository, 'user.name').catch(() => ''))?.trim();
      if (name) return name;
    }
  } catch {
    // Git is switched off, or speaks another version of its API: the reader is asked instead.
  }
  return undefined;
}
