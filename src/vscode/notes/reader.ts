import * as vscode from 'vscode';
import type { Reader } from '../../core/notes/model.js';
import { readerId } from '../../core/notes/reader-id.js';
import { gitName } from './git.js';

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
