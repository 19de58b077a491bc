import * as vscode from 'vscode';
import { collect } from '../../core/notes/collect.js';
import { notesOf, ownerOf, rootOf } from './folder.js';
import { type Files, readFile } from './reader-file.js';

/** Folders that are looked into at most: a workspace with more notes than that has other ways to find them. */
const MOST = 500;
/** Words shorter than this, in UTF-16 units, stand anywhere. */
const TELLING = 8;

/**
 * The address of a document that is gone and whose notes stand, most of them, on words of this text: it was moved outside of the editor, by
 * Git say. Null where there is none.
 */
export async function formerAddress(files: Files, document: vscode.Uri, text: string): Promise<vscode.Uri | null> {
  const plain = squeeze(text);
  let best: { readonly uri: vscode.Uri; readonly found: number } | null = null;
  for (const { uri, notes } of await orphans(files, document)) {
    const found = notes.filter((exact) => exact.length >= TELLING && plain.includes(exact)).length;
    if (found > 0 && found * 2 >= notes.length && found > (best?.found ?? 0)) best = { uri, found };
  }
  return best?.uri ?? null;
}

/** Asks whether a document takes over the notes of one that is gone. */
export async function askToAdopt(from: vscode.Uri, to: vscode.Uri): Promise<boolean> {
  const take = vscode.l10n.t('Take Them Over');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      'There are notes on words of {0} that belong to {1}, which is gone. Was it moved?',
      vscode.workspace.asRelativePath(to),
      vscode.workspace.asRelativePath(from),
    ),
    take,
  );
  return answer === take;
}

/** The documents that have notes and are not there, each with what its notes are on. */
async function orphans(files: Files, document: vscode.Uri): Promise<{ uri: vscode.Uri; notes: string[] }[]> {
  const found: { uri: vscode.Uri; notes: string[] }[] = [];
  const folders = [notesOf(rootOf(document))];
  for (let n = 0; n < Math.min(folders.length, MOST); n++) {
    const folder = folders[n]!;
    const entries = await files.readDirectory(folder).then(undefined, () => []);
    const own = entries.flatMap(([name, type]) =>
      type & vscode.FileType.File && name.endsWith('.json') ? [name] : [],
    );
    for (const [name, type] of entries)
      if (type & vscode.FileType.Directory) folders.push(vscode.Uri.joinPath(folder, name));
    const owner = own[0] === undefined ? undefined : ownerOf(vscode.Uri.joinPath(folder, own[0]))?.document;
    if (!owner || (await exists(files, owner))) continue;
    const read = await Promise.all(own.map((name) => readFile(files, vscode.Uri.joinPath(folder, name), name)));
    found.push({
      uri: owner,
      notes: collect(read.map(({ entries: all }) => all)).map(({ target }) => squeeze(target.exact)),
    });
  }
  return found;
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function exists(files: Files, uri: vscode.Uri): Thenable<boolean> {
  return files.stat(uri).then(
    () => true,
    () => false,
  );
}
