import * as vscode from 'vscode';
import type { FolderHost } from '../../core/config/find-config.js';
import { isUnsaved } from '../unsaved.js';

const parse = (address: string): vscode.Uri => vscode.Uri.parse(address, true);

/** The editor's file systems, their files and folders named by address. */
export const FOLDERS: FolderHost = {
  exists: (file) =>
    Promise.resolve(vscode.workspace.fs.stat(parse(file))).then(
      () => true,
      () => false,
    ),
  join: (folder, name) => vscode.Uri.joinPath(parse(folder), name).toString(),
  parent: (folder) => {
    const uri = parse(folder);
    const above = vscode.Uri.joinPath(uri, '..');
    return above.path === uri.path ? null : above.toString();
  },
};

/** The folder that a document counts as being in; one that is in none yet, in the first that is open. */
export function folderOf(uri: vscode.Uri): vscode.Uri {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  return first && isUnsaved(uri) ? first.uri : vscode.Uri.joinPath(uri, '..');
}
