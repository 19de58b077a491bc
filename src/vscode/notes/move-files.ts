import * as vscode from 'vscode';
import { writeAnnotations } from '../../core/notes/annotations.js';
import { merge } from '../../core/notes/entries.js';
import { ownerOf, sourceOf } from './folder.js';
import { type Files, readFile } from './reader-file.js';

/** Moves the notes of a document, or of all documents of a folder. Where there are notes already, the two become one file. */
export async function moveFiles(files: Files, from: vscode.Uri, to: vscode.Uri): Promise<void> {
  const kind = await files.stat(from).then(
    ({ type }) => type,
    () => null,
  );
  if (kind === null) return;
  if (kind & vscode.FileType.File) {
    await moveFile(files, from, to);
    return;
  }
  for (const [name] of await files.readDirectory(from))
    await moveFiles(files, vscode.Uri.joinPath(from, name), vscode.Uri.joinPath(to, name));
  // Fails where something was left: it stays, with the file that couldn't be moved.
  await files.delete(from).then(undefined, () => undefined);
}

async function moveFile(files: Files, from: vscode.Uri, to: vscode.Uri): Promise<void> {
  const owner = ownerOf(to);
  const [old, there] = await Promise.all([from, to].map((file) => readFile(files, file, owner?.reader ?? '')));
  const whole = old!.writable && old!.problems.length === 0 && old!.json !== null;
  if (!owner || !whole || !there!.writable) {
    // Nothing of ours, or not all of it understood: it goes along as it is, where its place is free.
    if (there!.json === null && there!.writable) await files.rename(from, to, { overwrite: false });
    return;
  }
  const json = writeAnnotations(
    there!.json ?? old!.json,
    merge(there!.entries, old!.entries),
    sourceOf(owner.document),
    encodeURI(to.path.split('/').at(-1)!),
  );
  await files.writeFile(to, new TextEncoder().encode(json));
  await files.delete(from);
}
