import * as vscode from 'vscode';
import type { FileProblem } from '../../core/notes/annotations.js';

/** What the author is told of something in a file of notes that can't be used. */
export function problemText({ code, detail }: FileProblem): string {
  switch (code) {
    case 'conflict':
      return vscode.l10n.t(
        'This file of notes has conflict marks of a merge. Its notes show when the conflict is resolved.',
      );
    case 'syntax':
      return vscode.l10n.t('This file of notes can’t be read, and is left as it is: {0}', detail);
    case 'shape':
      return vscode.l10n.t('This file is no page of web annotations, and is left as it is.');
    case 'size':
      return vscode.l10n.t('This file of notes is larger than {0} MB, and is not read.', Number(detail) / 1_000_000);
    case 'item':
      return vscode.l10n.t('Annotation {0} is no note on the document, and is left as it is.', detail);
  }
}
