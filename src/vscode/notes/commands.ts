import * as vscode from 'vscode';
import type { Range } from '../../core/model.js';
import { NOTE_KINDS, type Note, type NoteKind, type NoteTarget } from '../../core/notes/model.js';
import type { ActiveNarrative } from '../active.js';
import type { DocumentState, Documents } from '../documents.js';
import { isUnsaved, saveFirst } from '../unsaved.js';
import type { Notes } from './store.js';
import { NoteComment, type NoteThreads } from './threads.js';
import type { NoteNode, NotesNode, NotesView, Shown } from './view.js';
import { kindName, kindPicks, pageName, quotation } from './words.js';

/** What the commands work with. */
export interface Parts {
  readonly notes: Notes;
  readonly documents: Documents;
  readonly active: ActiveNarrative;
  readonly view: NotesView;
  readonly tree: vscode.TreeView<NotesNode>;
  readonly threads: NoteThreads;
}

/** A note with its document: a row of the view, a comment in the editor, or what another part of the extension passes on. */
type Target = Pick<NoteNode, 'uri' | 'note'> & { readonly fromView?: boolean };

/** The notes that a command is for: those of its argument, else the rows that are selected in the view. */
function targets({ tree, threads }: Parts, argument: unknown): readonly Target[] {
  if (argument instanceof NoteComment) return [argument];
  if (isThread(argument)) return threads.notesOf(argument).map((note) => ({ uri: argument.uri, note }));
  if (isNode(argument)) return [argument];
  return tree.selection.filter(isNode);
}

function isNode(value: unknown): value is NoteNode {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'note';
}

function isThread(value: unknown): value is vscode.CommentThread {
  return typeof value === 'object' && value !== null && 'comments' in value && 'canReply' in value;
}

interface AddArguments {
  readonly kind?: unknown;
  readonly body?: unknown;
}

/** `prfaq.addNote`: a note on the selection, else on the paragraph at the cursor. Takes `{kind?, body?}`; asks for what is missing. */
export async function addNote({ notes, documents, active }: Parts, argument: unknown): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const state = editor && documents.current(editor.document.uri);
  if (!editor || !state?.checked || state.document !== active.state?.document) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Select words, or put the cursor in a paragraph first.'));
    return;
  }
  const { document, selection } = editor;
  if (isUnsaved(document.uri)) {
    void vscode.window.showInformationMessage(saveFirst());
    return;
  }
  const range = wordsAt(state, { start: document.offsetAt(selection.start), end: document.offsetAt(selection.end) });
  if (!range) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Select words, or put the cursor in a paragraph first.'));
    return;
  }
  const given = (argument ?? {}) as AddArguments;
  const kind =
    NOTE_KINDS.find((one) => one === given.kind) ?? (await pickKind(document.getText().slice(range.start, range.end)));
  if (!kind) return;
  const body = typeof given.body === 'string' ? given.body : await askBody(kindName(kind), '');
  if (body !== undefined) await notes.add(document.uri, range, kind, body);
}

/** The words that were selected; without a selection the paragraph, heading or table there. Null where there are none. */
function wordsAt({ document, checked }: DocumentState, selected: Range): Range | null {
  if (document.getText().slice(selected.start, selected.end).trim() !== '') return selected;
  const block = checked!.analysis.markdown.blocks.find(
    ({ start, end, type }) => start <= selected.start && selected.start <= end && type !== 'rule',
  );
  return block && block.end > block.start ? block : null;
}

async function pickKind(words: string): Promise<NoteKind | undefined> {
  const target = { target: { exact: words } as NoteTarget } as Note;
  const pick = await vscode.window.showQuickPick(kindPicks(), {
    title: vscode.l10n.t('Note on “{0}”', quotation(target, 60)),
    placeHolder: vscode.l10n.t('What is it?'),
    matchOnDescription: true,
  });
  return pick?.note;
}

/** A line break in an input box, which has one line only. */
const BREAK = '⏎';

async function askBody(title: string, value: string): Promise<string | undefined> {
  const body = await vscode.window.showInputBox({
    title,
    value: value.replaceAll('\n', BREAK),
    prompt: vscode.l10n.t('Press Enter to save the note.'),
    ignoreFocusOut: true,
  });
  return body?.replaceAll(BREAK, '\n');
}

/** Writes what stands in a thread's form: the first note on new words, or a reply. */
export async function writeNote({ notes, documents, threads }: Parts, kind: NoteKind, reply: unknown): Promise<void> {
  const { thread, text } = reply as vscode.CommentReply;
  if (text.trim() === '') return;
  const [first] = threads.notesOf(thread);
  if (first) {
    await notes.addTo(thread.uri, first.target, kind, text);
    return;
  }
  const state = await documents.load(thread.uri);
  if (!state?.checked || !thread.range) return;
  const { document } = state;
  const { start, end } = thread.range;
  const range = wordsAt(state, { start: document.offsetAt(start), end: document.offsetAt(end) });
  const line = document.lineAt(start.line).range;
  await notes.add(
    thread.uri,
    range ?? { start: document.offsetAt(line.start), end: document.offsetAt(line.end) },
    kind,
    text,
  );
  // The note has a thread of its own by now.
  thread.dispose();
}

/** `prfaq.editNote`: in its thread; in an input box where it has none. */
export async function editNote(parts: Parts, argument: unknown): Promise<void> {
  const [target] = targets(parts, argument);
  if (!target) return;
  const { notes, threads } = parts;
  const { uri, note } = target;
  if (!notes.isOwn(note)) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Only {0} can change this note.', note.reader.name));
    return;
  }
  if (note.range) {
    if (!(argument instanceof NoteComment)) await revealNote(parts, target);
    if (threads.edit(uri, note.id)) return;
  }
  const body = await askBody(vscode.l10n.t('Edit Note'), note.body);
  if (body !== undefined && body !== note.body) await notes.edit(uri, note.id, { body });
}

/** Saves what was edited in a thread. */
export async function saveEdit({ notes, threads }: Parts, comment: unknown): Promise<void> {
  if (!(comment instanceof NoteComment)) return;
  const { uri, note, body } = comment;
  const text = typeof body === 'string' ? body : body.value;
  if (text !== note.body) await notes.edit(uri, note.id, { body: text });
  threads.endEdit(uri, note.id);
}

/** Leaves a note as it was. */
export function cancelEdit({ threads }: Parts, comment: unknown): void {
  if (comment instanceof NoteComment) threads.endEdit(comment.uri, comment.note.id);
}

/** `prfaq.changeNoteKind` */
export async function changeKind(parts: Parts, argument: unknown): Promise<void> {
  const [target] = targets(parts, argument);
  if (!target) return;
  const kind = await pickKind(target.note.target.exact);
  if (kind && kind !== target.note.kind) await parts.notes.edit(target.uri, target.note.id, { kind });
}

/** `prfaq.deleteNote`: at once, and to be taken back. */
export async function deleteNote(parts: Parts, argument: unknown): Promise<void> {
  const own = targets(parts, argument).filter(({ note }) => parts.notes.isOwn(note));
  if (own.length === 0) return;
  for (const { uri, note } of own) await parts.notes.remove(uri, note.id);
  const undo = vscode.l10n.t('Undo');
  const answer = await vscode.window.showInformationMessage(
    own.length === 1 ? vscode.l10n.t('The note is deleted.') : vscode.l10n.t('{0} notes are deleted.', own.length),
    undo,
  );
  if (answer === undo) for (const { uri, note } of own) await parts.notes.restore(uri, note);
}

/** `prfaq.resolveNote` and `prfaq.reopenNote`; of a thread all its notes. */
export async function resolveNote(parts: Parts, argument: unknown, resolved: boolean): Promise<void> {
  for (const { uri, note } of targets(parts, argument))
    if (note.kind !== 'praise') await parts.notes.resolve(uri, note.id, resolved);
}

/** `prfaq.answerNoteLater`: asks on which page the document answers it. */
export async function answerLater(parts: Parts, argument: unknown): Promise<void> {
  const [target] = targets(parts, argument);
  const state = target && (await parts.documents.load(target.uri));
  if (!target || !state?.checked) return;
  const { sheets, pages } = state.checked.layout();
  const items = pages.map((_, n) => ({ label: pageName(n + 1, sheets), page: n + 1 }));
  const none = { label: vscode.l10n.t('Not answered'), page: undefined };
  const picked = await vscode.window.showQuickPick(
    target.note.answeredOnPage === undefined ? items : [...items, none],
    { placeHolder: vscode.l10n.t('On which page is it answered?') },
  );
  if (picked) await parts.notes.answeredOnPage(target.uri, target.note.id, picked.page);
}

/** Shows a note's words in the editor; of one that is unplaced, the document. */
export async function revealNote(parts: Parts, argument: unknown): Promise<void> {
  const [target] = isTarget(argument) ? [argument] : targets(parts, argument);
  if (!target) return;
  const { uri, note } = target;
  const document = await vscode.workspace.openTextDocument(uri);
  // Where it stands now, which may not be where it stood when the view was drawn.
  const range = (await parts.notes.of(uri)).find(({ id }) => id === note.id)?.range;
  const selection = range && new vscode.Range(document.positionAt(range.start), document.positionAt(range.end));
  // From the view, the keyboard stays in the view: its keys are for the note that is selected there.
  const preserveFocus = isTarget(argument) && argument.fromView === true;
  await vscode.commands.executeCommand('vscode.open', uri, { preserveFocus, ...(selection ? { selection } : {}) });
}

function isTarget(value: unknown): value is Target {
  return typeof value === 'object' && value !== null && 'note' in value && 'uri' in value;
}

/** `prfaq.groupNotes` */
export async function groupNotes({ view }: Parts): Promise<void> {
  const items: readonly (vscode.QuickPickItem & Pick<Shown, 'groups'>)[] = [
    { label: vscode.l10n.t('By page'), groups: 'page' },
    { label: vscode.l10n.t('By section'), groups: 'section' },
    { label: vscode.l10n.t('By reader'), groups: 'reader' },
  ];
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder: vscode.l10n.t('How should notes be grouped?'),
  });
  if (picked) await view.show({ groups: picked.groups });
}

/** `prfaq.filterNotes` */
export async function filterNotes({ view }: Parts): Promise<void> {
  const { mine, unresolved } = view.shown;
  const items = [
    { label: vscode.l10n.t('My own'), picked: mine, key: 'mine' as const },
    { label: vscode.l10n.t('Unresolved'), picked: unresolved, key: 'unresolved' as const },
  ];
  const picked = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    placeHolder: vscode.l10n.t('Which notes should show? None chosen means all.'),
  });
  if (picked)
    await view.show({
      mine: picked.some(({ key }) => key === 'mine'),
      unresolved: picked.some(({ key }) => key === 'unresolved'),
    });
}

/** `prfaq.startNextDraft`: notes that are unresolved and actions that are open become the checklist of the next draft. */
export async function startNextDraft({ view, active, notes }: Parts): Promise<void> {
  const uri = active.state?.document.uri;
  if (!uri) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a PR/FAQ or six-pager first.'));
    return;
  }
  const open = (await notes.of(uri)).filter((note) => !note.resolved && note.kind !== 'praise').length;
  const left = open + view.openActions(uri).length;
  await view.startDraft(uri);
  await view.show({ groups: 'page', mine: false, unresolved: false });
  await vscode.commands.executeCommand('prfaq.notes.focus');
  void vscode.window.showInformationMessage(
    left === 0
      ? vscode.l10n.t('Nothing is left to work off: the next draft starts from a clean margin.')
      : vscode.l10n.t('Notes and actions to work off: {0}. Tick each in the view Notes when it is done.', left),
  );
}
