import * as vscode from 'vscode';
import { type Minutes, meetingRecord, NO_MINUTES } from '../../core/meeting/record.js';
import { spentIn } from '../../core/meeting/state.js';
import type { Locale } from '../../core/messages/index.js';
import type { DocumentState, Documents } from '../documents.js';
import { storedMeeting } from '../meeting/meetings.js';
import { isUnsaved, saveFirst } from '../unsaved.js';
import type { Notes } from './store.js';

/** What a meeting knows of itself; without one, the notes are recorded alone. */
export interface MeetingMinutes extends Minutes {
  /** When it began, in milliseconds since the Unix epoch. */
  readonly startedAt: number;
}

/** What the last meeting about a document took down; undefined where there was none. */
export function minutesOf(storage: vscode.Memento, uri: vscode.Uri): MeetingMinutes | undefined {
  const meeting = storedMeeting(storage, uri);
  if (!meeting) return undefined;
  const { startedAt, feedback, decisions, actions } = meeting;
  return { startedAt, readingTime: spentIn(meeting, 'read', Date.now()), feedback, decisions, actions };
}

/**
 * Writes the record of a document's meeting beside the document, as `NAME.record-YYYY-MM-DD.md`, with a number behind where there is one
 * already. Gives its address. Rejects where the document isn't saved anywhere, or the record can't be written.
 */
export async function exportRecord(
  notes: Notes,
  documents: Documents,
  uri: vscode.Uri,
  minutes: MeetingMinutes | undefined,
): Promise<vscode.Uri> {
  if (isUnsaved(uri)) throw new Error(saveFirst());
  const state = await documents.load(uri);
  if (!state?.checked) throw new Error(vscode.l10n.t('{0} can’t be read.', uri.path));
  const file = uri.path.split('/').at(-1)!;
  const date = localDay(new Date(minutes?.startedAt ?? Date.now()));
  const placed = await notes.all(uri);
  const { analysis, layout } = state.checked;
  const text = meetingRecord(
    {
      ...NO_MINUTES,
      ...minutes,
      title: titleOf(state) ?? file,
      file,
      date,
      readers: [...new Set(placed.map((note) => note.reader.name))].sort((a, b) => a.localeCompare(b)),
      notes: placed,
      lineAt: (offset) => analysis.markdown.lines.lineAt(offset),
      sheets: layout().sheets,
    },
    localeOf(state),
  );
  return create(vscode.Uri.joinPath(uri, '..'), `${file.replace(/\.[^.]*$/, '')}.record-${date}`, text);
}

/** The first name that is free: a record is never written over. */
async function create(folder: vscode.Uri, name: string, text: string): Promise<vscode.Uri> {
  const contents = new TextEncoder().encode(text);
  for (let n = 1; n < 100; n++) {
    const uri = vscode.Uri.joinPath(folder, `${name}${n === 1 ? '' : `-${n}`}.md`);
    const taken = await vscode.workspace.fs.stat(uri).then(
      () => true,
      () => false,
    );
    if (taken) continue;
    const edit = new vscode.WorkspaceEdit();
    // Fails where there is a file of that name by now: `overwrite` and `ignoreIfExists` are both off.
    edit.createFile(uri, { contents });
    if (await vscode.workspace.applyEdit(edit)) return uri;
  }
  throw new Error(vscode.l10n.t('The record can’t be written to {0}.', folder.path));
}

/** The headline as it reads. */
function titleOf({ checked }: DocumentState): string | undefined {
  const { markdown, narrative } = checked!.analysis;
  const range = narrative.sections.find(({ id }) => id === 'headline')?.body;
  const heading = markdown.blocks.find((block) => block.type === 'heading' && (!range || block.start >= range.start));
  return (
    heading?.prose.text
      .replace(/\s+/g, ' ')
      .replace(/[\ufffc#]/g, '')
      .trim() || undefined
  );
}

/** The record is written in the document's language where it is one of ours. */
function localeOf({ checked }: DocumentState): Locale {
  return checked!.analysis.narrative.language === 'ko' ? 'ko' : 'en';
}

function localDay(date: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
