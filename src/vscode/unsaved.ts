import * as vscode from 'vscode';

/** Whether a document is no file yet: what is kept beside it, notes and records, has no place then. */
export function isUnsaved({ scheme }: vscode.Uri): boolean {
  return scheme === 'untitled';
}

/** What to do about that, in the editor's language. */
export function saveFirst(): string {
  return vscode.l10n.t(
    'Save the document first: its notes and the records of its meetings are kept in files beside it.',
  );
}
