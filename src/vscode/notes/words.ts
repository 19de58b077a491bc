import * as vscode from 'vscode';
import { NOTE_KINDS, type Note, type NoteKind, type PlacedNote } from '../../core/notes/model.js';

/** How notes are named and drawn, in the view, in threads and where a kind is chosen. */
export function kindName(kind: NoteKind): string {
  switch (kind) {
    case 'question':
      return vscode.l10n.t('Question');
    case 'concern':
      return vscode.l10n.t('Concern');
    case 'suggestion':
      return vscode.l10n.t('Suggestion');
    case 'praise':
      return vscode.l10n.t('Praise');
    case 'typo':
      return vscode.l10n.t('Typo');
  }
}

const ICONS: Readonly<Record<NoteKind, readonly [codicon: string, color: string]>> = {
  question: ['question', 'charts.blue'],
  concern: ['warning', 'charts.red'],
  suggestion: ['lightbulb', 'charts.orange'],
  praise: ['heart', 'charts.green'],
  typo: ['edit', 'charts.purple'],
};

/** The codicon of a kind of note. */
export function kindIcon(kind: NoteKind): vscode.ThemeIcon {
  const [codicon, color] = ICONS[kind];
  return new vscode.ThemeIcon(codicon, new vscode.ThemeColor(color));
}

export interface KindPick extends vscode.QuickPickItem {
  readonly note: NoteKind;
}

/** The kinds of notes, to be picked from. */
export function kindPicks(): KindPick[] {
  const details: Readonly<Record<NoteKind, string>> = {
    question: vscode.l10n.t('Something you would like to know'),
    concern: vscode.l10n.t('Something that may go wrong, or is wrong'),
    suggestion: vscode.l10n.t('A better way to say or do it'),
    praise: vscode.l10n.t('Something to keep'),
    typo: vscode.l10n.t('A slip of the pen'),
  };
  return NOTE_KINDS.map((kind) => ({
    note: kind,
    label: kindName(kind),
    description: details[kind],
    iconPath: kindIcon(kind),
  }));
}

/** “Page 2”, “Appendix, page 1”; `sheets` are those without the appendix. */
export function pageName(page: number, sheets: number): string {
  return page > sheets ? vscode.l10n.t('Appendix, page {0}', page - sheets) : vscode.l10n.t('Page {0}', page);
}

/** What a note says in one line; its kind where it says nothing. */
export function firstLine({ body, kind }: Note): string {
  return body.trim().split(/\s*\n/)[0] || kindName(kind);
}

/** The words a note is on, in one line of at most `length` letters. */
export function quotation({ target }: Note, length: number): string {
  const line = target.exact.replace(/\s+/g, ' ').trim();
  const letters = [...line];
  return letters.length <= length ? line : `${letters.slice(0, length).join('').trimEnd()}…`;
}

/** What a screen reader says of a note in the view. */
export function spoken(note: PlacedNote): string {
  const parts = [
    kindName(note.kind),
    note.reader.name,
    note.body,
    vscode.l10n.t('on “{0}”', quotation(note, 80)),
    note.range === null ? vscode.l10n.t('not placed') : '',
    note.resolved ? vscode.l10n.t('resolved') : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}
