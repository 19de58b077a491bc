import * as vscode from 'vscode';

/** Whether a document is no file yet: what is kept beside it, notes and records, has no place then. */
export function isUnsaved({ scheme }: vscode.Uri): boolean {
  return scheme === 'untitled';
}

/** The document of that address, if it is open. */
export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
}

/** What to do about that, in the editor's language. */
export function saveFirst(): string {
  return vscode.l10n.t(
    'Save the document first: its notes and the records of its meetings are kept in files beside it.',
  );
}
