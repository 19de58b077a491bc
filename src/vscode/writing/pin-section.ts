import * as vscode from 'vscode';
import type { messagesFor } from '../../core/messages/index.js';
import type { Section } from '../../core/model.js';
import { pinEdits } from '../../core/narrative/pin.js';
import type { ActiveNarrative } from '../active.js';
import { toTextEdit } from '../convert.js';
import { Disposable } from '../disposable.js';
import type { DocumentState, Documents } from '../documents.js';
import type { OutlineNode } from '../outline/nodes.js';

const KIND = vscode.CodeActionKind.RefactorRewrite.append('prfaq');

/** “This is the …”: the author's word on what a paragraph is, written as an invisible comment. Code actions at a paragraph. */
export class PinActions extends Disposable implements vscode.CodeActionProvider {
  constructor(
    readonly documents: Documents,
    readonly messagesOf: typeof messagesFor,
  ) {
    super();
    this.register(
      vscode.languages.registerCodeActionsProvider({ language: 'markdown' }, this, { providedCodeActionKinds: [KIND] }),
    );
  }

  provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    // Offered when asked for, not with every move of the cursor.
    if (context.triggerKind !== vscode.CodeActionTriggerKind.Invoke) return [];
    if (context.only && !context.only.contains(KIND)) return [];
    const state = this.documents.current(document.uri);
    if (!state?.checked?.analysis.narrative.kind) return [];
    const offset = document.offsetAt(range.start);
    if (isNamed(state, offset)) return [];
    const { thisIs } = this.messagesOf(vscode.env.language);
    return candidates(state).flatMap((section) => {
      const edit = editFor(state, section.id, offset);
      if (!edit) return [];
      const action = new vscode.CodeAction(thisIs(section.title), KIND);
      action.edit = edit;
      return [action];
    });
  }
}

/** `prfaq.pinSection`: the same for the paragraph at the cursor. Takes the section's id, or a row of the outline. */
export async function pinSectionCommand(
  { state }: ActiveNarrative,
  target: string | OutlineNode | undefined,
): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!state?.checked || editor?.document !== state.document) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Put the cursor in the paragraph first.'));
    return;
  }
  const id =
    typeof target === 'string' ? target : target?.row.section ? target.row.section.id : await pick(candidates(state));
  const edit = id === undefined ? undefined : editFor(state, id, state.document.offsetAt(editor.selection.active));
  if (edit) await vscode.workspace.applyEdit(edit);
}

/** Sections whose place the engine guessed or didn't find: a heading needs no word of the author's. */
function candidates(state: DocumentState): Section[] {
  return state.checked!.analysis.narrative.sections.filter(
    (section) => (section.part === 'press-release' || section.part === 'body') && !hasTitle(section),
  );
}

function hasTitle({ source, reason }: Section): boolean {
  return source === 'heading' || reason === 'label';
}

/** Whether the heading or label of a section stands at an offset: it says what it is. */
function isNamed({ checked }: DocumentState, offset: number): boolean {
  const { narrative, markdown } = checked!.analysis;
  const line = markdown.lines.lineAt(offset);
  return narrative.sections.some(
    (section) => hasTitle(section) && section.range && markdown.lines.lineAt(section.range.start) === line,
  );
}

function editFor({ document, checked }: DocumentState, id: string, offset: number): vscode.WorkspaceEdit | undefined {
  const { analysis } = checked!;
  const edits = pinEdits(analysis, id, offset);
  if (edits.length === 0) return undefined;
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    document.uri,
    edits.map((one) => toTextEdit(analysis.markdown, one)),
  );
  return edit;
}

async function pick(sections: readonly Section[]): Promise<string | undefined> {
  const items = sections.map(({ id, title }) => ({ id, label: title }));
  return (
    await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('What is the paragraph at the cursor?') })
  )?.id;
}
