import * as vscode from 'vscode';
import type { NoteKind } from '../../core/notes/model.js';
import type { ActiveNarrative } from '../active.js';
import { Disposable } from '../disposable.js';
import type { Documents } from '../documents.js';
import { markRecorded } from '../meeting/meetings.js';
import * as commands from './commands.js';
import { exportRecord, minutesOf } from './export-record.js';
import type { Waiting } from './reader-file.js';
import { Notes } from './store.js';
import { NoteThreads } from './threads.js';
import { type NotesNode, NotesView } from './view.js';

/** What the main bundle lends this one. */
export interface Lent {
  readonly documents: Documents;
  readonly active: ActiveNarrative;
  readonly storage: Waiting;
  readonly tree: vscode.TreeView<NotesNode>;
  readonly refresh: () => void;
}

/** Everything of notes: the bundle on demand. */
export class NotesFeature extends Disposable {
  readonly notes: Notes;
  readonly view: NotesView;
  readonly #threads: NoteThreads;

  constructor(readonly lent: Lent) {
    super();
    const { documents, active, storage, tree, refresh } = lent;
    this.notes = this.register(new Notes({ documents, storage }));
    this.view = this.register(new NotesView(this.notes, active, storage, tree, refresh));
    this.#threads = this.register(new NoteThreads(this.notes, documents, active));
  }

  /** Runs a command of notes. */
  async run(command: string, argument: unknown): Promise<unknown> {
    const { documents, active, tree } = this.lent;
    const parts: commands.Parts = {
      notes: this.notes,
      view: this.view,
      threads: this.#threads,
      documents,
      active,
      tree,
    };
    const kind = /^prfaq\.writeNote\.(\w+)$/.exec(command)?.[1] as NoteKind | undefined;
    if (kind) return commands.writeNote(parts, kind, argument);
    switch (command) {
      case 'prfaq.addNote':
        return commands.addNote(parts, argument);
      case 'prfaq.editNote':
        return commands.editNote(parts, argument);
      case 'prfaq.saveNoteEdit':
        return commands.saveEdit(parts, argument);
      case 'prfaq.cancelNoteEdit':
        return commands.cancelEdit(parts, argument);
      case 'prfaq.changeNoteKind':
        return commands.changeKind(parts, argument);
      case 'prfaq.deleteNote':
        return commands.deleteNote(parts, argument);
      case 'prfaq.resolveNote':
        return commands.resolveNote(parts, argument, true);
      case 'prfaq.reopenNote':
        return commands.resolveNote(parts, argument, false);
      case 'prfaq.answerNoteLater':
        return commands.answerLater(parts, argument);
      case 'prfaq.revealNote':
        return commands.revealNote(parts, argument);
      case 'prfaq.groupNotes':
        return commands.groupNotes(parts);
      case 'prfaq.filterNotes':
        return commands.filterNotes(parts);
      case 'prfaq.startNextDraft':
        return commands.startNextDraft(parts);
      case 'prfaq.exportMeetingRecord':
        return this.#exportRecord(argument);
      default:
        throw new Error(command);
    }
  }

  async #exportRecord(argument: unknown): Promise<vscode.Uri | undefined> {
    const uri = argument instanceof vscode.Uri ? argument : this.lent.active.state?.document.uri;
    if (!uri) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a PR/FAQ or six-pager first.'));
      return undefined;
    }
    const record = await exportRecord(this.notes, this.lent.documents, uri, minutesOf(this.lent.storage, uri));
    await markRecorded(this.lent.storage, uri);
    await vscode.window.showTextDocument(record);
    return record;
  }
}
