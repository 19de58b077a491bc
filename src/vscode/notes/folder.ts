import * as vscode from 'vscode';

const NOTES = '.prfaq/notes';
/** What is watched of it: its files, and the folders that they come and go with. */
export const NOTES_FILES = `{.prfaq,${NOTES},${NOTES}/**}`;

/** Watches the notes of all documents under a folder, by `NOTES_FILES`. */
export function watchNotes(root: vscode.Uri): vscode.FileSystemWatcher {
  return vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(root, NOTES_FILES));
}

/** The folder whose `.prfaq/notes` has a document's notes: that which is open in the editor, else the document's own. */
export function rootOf(document: vscode.Uri): vscode.Uri {
  return vscode.workspace.getWorkspaceFolder(document)?.uri ?? vscode.Uri.joinPath(document, '..');
}

/** Where the notes of all documents under a folder are. */
export function notesOf(root: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(root, NOTES);
}

/** The folder with a document's notes, a file a reader: `docs/a.prfaq.md` has them in `.prfaq/notes/docs/a.prfaq.md/`. */
export function notesFolder(document: vscode.Uri): vscode.Uri {
  const root = rootOf(document);
  return vscode.Uri.joinPath(notesOf(root), document.path.slice(root.path.replace(/\/$/, '').length));
}

/** The document that a file of notes belongs to, and the reader; undefined where the file is none of ours. */
export function ownerOf(file: vscode.Uri): { document: vscode.Uri; reader: string } | undefined {
  const match = /^(.*?)\/\.prfaq\/notes\/(.+)\/([^/]+)\.json$/.exec(file.path);
  if (!match) return undefined;
  return { document: file.with({ path: `${match[1]}/${match[2]}` }), reader: match[3]!.normalize('NFC') };
}

/** The document's address as its notes have it: relative to their file. */
export function sourceOf(document: vscode.Uri): string {
  const root = rootOf(document).path.replace(/\/$/, '');
  const path = document.path.slice(root.length + 1);
  const up = '../'.repeat(path.split('/').length + 2);
  return up + path.split('/').map(encodeSegment).join('/');
}

/** As an IRI has it: with letters of all scripts, without what would end the path. */
export function encodeSegment(name: string): string {
  return name.replace(/[\s%?#"<>\\^`{|}]/g, (char) => encodeURIComponent(char));
}
