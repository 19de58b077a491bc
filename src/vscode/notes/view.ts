import * as vscode from 'vscode';
import { type Entry, openActions } from '../../core/meeting/state.js';
import type { PlacedNote } from '../../core/notes/model.js';
import type { ActiveNarrative } from '../active.js';
import { Disposable } from '../disposable.js';
import type { DocumentState } from '../documents.js';
import { storedMeeting, storeEvent } from '../meeting/meetings.js';
import { isUnsaved, saveFirst } from '../unsaved.js';
import { messageOf, type Waiting } from './reader-file.js';
import type { Notes } from './store.js';
import { firstLine, kindIcon, kindName, pageName, quotation, spoken } from './words.js';

export interface NoteNode {
  readonly type: 'note';
  readonly uri: vscode.Uri;
  readonly note: PlacedNote;
}

/** An action that the last meeting took down. */
export interface ActionNode {
  readonly type: 'action';
  readonly uri: vscode.Uri;
  readonly action: Entry;
}

export type NotesNode =
  | { readonly type: 'group'; readonly id: string; readonly label: string; readonly children: readonly NotesNode[] }
  | ActionNode
  | NoteNode;

/** How the view shows notes; kept for the workspace. */
export interface Shown {
  readonly groups: 'page' | 'section' | 'reader';
  readonly mine: boolean;
  readonly unresolved: boolean;
}

const SHOWN = 'prfaq.notesShown';

/** Letters of a quotation beside a note. */
const QUOTED = 60;

/** The view `prfaq.notes`: the notes of the narrative in front, as a list to read and to tick off. */
export class NotesView extends Disposable {
  constructor(
    readonly notes: Notes,
    readonly active: ActiveNarrative,
    readonly storage: Waiting,
    readonly tree: vscode.TreeView<NotesNode>,
    /** Has the tree ask again. */
    readonly refresh: () => void,
  ) {
    super();
    this.register(active.onDidChange(() => this.#update()));
    this.register(
      notes.onDidChange((uri) => uri.toString() === active.state?.document.uri.toString() && this.#update()),
    );
    // What a meeting takes down shows as soon as somebody looks.
    this.register(tree.onDidChangeVisibility(({ visible }) => visible && this.#update()));
    this.register(tree.onDidChangeCheckboxState(({ items }) => this.#tick(items)));
    this.#update();
  }

  get shown(): Shown {
    return { groups: 'page', mine: false, unresolved: false, ...this.storage.get<Partial<Shown>>(SHOWN) };
  }

  async show(shown: Partial<Shown>): Promise<void> {
    await this.storage.update(SHOWN, { ...this.shown, ...shown });
    this.#update();
  }

  /** Makes a checklist of what is not worked off yet: what was before is out of sight from now on. */
  async startDraft(uri: vscode.Uri): Promise<void> {
    await this.storage.update(draftKey(uri), Date.now());
    this.#update();
  }

  #update(): void {
    this.refresh();
    void this.#describe();
  }

  get #state(): DocumentState | undefined {
    const { state } = this.active;
    return state?.checked?.analysis.narrative.kind ? state : undefined;
  }

  /** “3 of 12 resolved”, and what keeps notes out of sight. */
  async #describe(): Promise<void> {
    const uri = this.#state?.document.uri;
    const tasks = uri ? (await this.#inDraft(uri)).filter((note) => note.kind !== 'praise') : [];
    // While the files were read, another document may have come in front.
    if (uri?.toString() !== this.#state?.document.uri.toString()) return;
    const actions = uri ? this.#actionsInDraft(uri) : [];
    const done =
      tasks.filter((note) => note.resolved).length + actions.filter(({ doneAt }) => doneAt !== undefined).length;
    const all = tasks.length + actions.length;
    this.tree.description = all > 0 ? vscode.l10n.t('{0} of {1} done', done, all) : '';
    const { mine, unresolved } = this.shown;
    this.tree.message = [
      uri && isUnsaved(uri) ? saveFirst() : '',
      uri && this.notes.hidesOthers(uri) ? vscode.l10n.t('The notes of others show after the silent reading.') : '',
      mine && unresolved
        ? vscode.l10n.t('Showing your own unresolved notes only.')
        : mine
          ? vscode.l10n.t('Showing your own notes only.')
          : unresolved
            ? vscode.l10n.t('Showing unresolved notes only.')
            : '',
    ]
      .filter((line) => line !== '')
      .join('\n');
  }

  /** The notes that are not from a draft before this one. */
  async #inDraft(uri: vscode.Uri): Promise<readonly PlacedNote[]> {
    const since = this.storage.get<number>(draftKey(uri));
    const state = this.#state;
    const all = await this.notes.of(uri, state?.document.uri.toString() === uri.toString() ? state : undefined);
    return since === undefined
      ? all
      : all.filter((note) => !note.resolved || this.notes.resolvedAt(uri, note.id) > since);
  }

  /** The actions of the last meeting that nobody has ticked off. */
  openActions(uri: vscode.Uri): readonly Entry[] {
    const meeting = storedMeeting(this.storage, uri);
    return meeting ? openActions(meeting) : [];
  }

  /** Those, and what was ticked off since this draft was begun. */
  #actionsInDraft(uri: vscode.Uri): readonly Entry[] {
    const since = this.storage.get<number>(draftKey(uri)) ?? 0;
    const all = storedMeeting(this.storage, uri)?.actions ?? [];
    return all.filter(({ doneAt }) => doneAt === undefined || doneAt > since);
  }

  async getChildren(node?: NotesNode): Promise<NotesNode[]> {
    const state = this.#state;
    if (node) return node.type === 'group' ? [...node.children] : [];
    if (!state) return [];
    const { uri } = state.document;
    const { mine, unresolved } = this.shown;
    const notes = (await this.#inDraft(uri)).filter(
      (note) => (!mine || this.notes.isOwn(note)) && (!unresolved || !note.resolved),
    );
    return [...this.#actions(uri), ...this.#group(notes, state)];
  }

  #actions(uri: vscode.Uri): NotesNode[] {
    const actions = this.#actionsInDraft(uri).filter(({ doneAt }) => doneAt === undefined || !this.shown.unresolved);
    const children = actions.map((action): ActionNode => ({ type: 'action', uri, action }));
    return children.length === 0
      ? []
      : [{ type: 'group', id: 'actions', label: vscode.l10n.t('Actions of the meeting'), children }];
  }

  #group(notes: readonly PlacedNote[], state: DocumentState): NotesNode[] {
    const { uri } = state.document;
    const groups = new Map<string, NoteNode[]>();
    for (const note of notes) {
      const label = this.#groupOf(note, state);
      groups.set(label, [...(groups.get(label) ?? []), { type: 'note', uri, note }]);
    }
    return [...groups].map(([label, children]) => ({ type: 'group', id: `notes ${label}`, label, children }));
  }

  #groupOf(note: PlacedNote, { checked }: DocumentState): string {
    const { groups } = this.shown;
    if (groups === 'reader') return note.reader.name;
    if (note.range === null) return vscode.l10n.t('Not placed: the words are gone');
    if (groups === 'page') return pageName(note.page ?? 1, checked!.layout().sheets);
    const { start } = note.range;
    const sections = checked!.analysis.narrative.sections.filter(
      ({ range }) => range && range.start <= start && start < range.end,
    );
    // The innermost: an FAQ may hold sections of its own.
    const [inner] = sections.sort((a, b) => b.range!.start - a.range!.start);
    return inner?.title ?? vscode.l10n.t('Outside of the sections');
  }

  getTreeItem(node: NotesNode): vscode.TreeItem {
    if (node.type === 'note') return this.#noteItem(node);
    if (node.type === 'action') return actionItem(node.action);
    const item = new vscode.TreeItem(node.label, vscode.TreeItemCollapsibleState.Expanded);
    item.id = `group:${node.id}`;
    item.contextValue = 'notes';
    return item;
  }

  #noteItem({ note, uri }: NoteNode): vscode.TreeItem {
    const item = new vscode.TreeItem(firstLine(note), vscode.TreeItemCollapsibleState.None);
    item.id = note.id;
    item.description = `${note.reader.name} · “${quotation(note, QUOTED)}”`;
    item.iconPath = kindIcon(note.kind);
    item.contextValue = `note.${this.notes.isOwn(note) ? 'own' : 'other'}.${note.resolved ? 'resolved' : 'open'}`;
    item.tooltip = tooltipOf(note);
    item.accessibilityInformation = { label: spoken(note) };
    if (note.kind !== 'praise')
      item.checkboxState = {
        state: note.resolved ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked,
        tooltip: note.resolved ? vscode.l10n.t('Open again') : vscode.l10n.t('Resolve'),
        accessibilityInformation: { label: vscode.l10n.t('Resolved') },
      };
    item.command = {
      command: 'prfaq.revealNote',
      title: vscode.l10n.t('Reveal'),
      arguments: [{ type: 'note', note, uri, fromView: true }],
    };
    return item;
  }

  #tick(items: readonly [NotesNode, vscode.TreeItemCheckboxState][]): void {
    for (const [node, state] of items) {
      const done = state === vscode.TreeItemCheckboxState.Checked;
      this.#setDone(node, done).catch((error: unknown) => void vscode.window.showErrorMessage(messageOf(error)));
    }
  }

  async #setDone(node: NotesNode, done: boolean): Promise<void> {
    if (node.type === 'note') await this.notes.resolve(node.uri, node.note.id, done);
    if (node.type === 'action') {
      await storeEvent(this.storage, node.uri, { type: 'tick', kind: 'actions', id: node.action.id, done });
      this.#update();
    }
  }
}

function actionItem({ id, text, who, due, doneAt }: Entry): vscode.TreeItem {
  const item = new vscode.TreeItem(text.split('\n')[0]!, vscode.TreeItemCollapsibleState.None);
  item.id = `action ${id}`;
  item.description = [who, due && vscode.l10n.t('by {0}', due)].filter((part) => part !== '').join(' · ');
  item.iconPath = new vscode.ThemeIcon('tasklist');
  item.contextValue = 'action';
  item.accessibilityInformation = {
    label: [vscode.l10n.t('Action'), text, who, due && vscode.l10n.t('by {0}', due)]
      .filter((part) => part !== '')
      .join(', '),
  };
  item.checkboxState = {
    state: doneAt === undefined ? vscode.TreeItemCheckboxState.Unchecked : vscode.TreeItemCheckboxState.Checked,
    tooltip: doneAt === undefined ? vscode.l10n.t('Tick off') : vscode.l10n.t('Open again'),
    accessibilityInformation: { label: vscode.l10n.t('Done') },
  };
  return item;
}

function draftKey(uri: vscode.Uri): string {
  return `prfaq.draftSince ${uri.toString()}`;
}

/** All that a note says. Readers' words are shown as text, never as Markdown. */
function tooltipOf(note: PlacedNote): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString();
  tooltip
    .appendMarkdown('**')
    .appendText(`${kindName(note.kind)} · ${note.reader.name}`)
    .appendMarkdown('**\n\n');
  tooltip.appendText(note.body).appendMarkdown('\n\n');
  if (note.answeredOnPage !== undefined)
    tooltip.appendText(vscode.l10n.t('Answered on page {0}', note.answeredOnPage)).appendMarkdown('\n\n');
  return tooltip.appendText(`“${quotation(note, 400)}”`);
}
