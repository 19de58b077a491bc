import * as vscode from 'vscode';
import { wordFor } from '../../core/config/vocabulary.js';
import { safeMends } from '../../core/fix.js';
import type { messagesFor } from '../../core/messages/index.js';
import type { Finding, Fix } from '../../core/model.js';
import { silencingFixes } from '../../core/silence.js';
import type { findCoaching } from '../../core/templates/coaching.js';
import { toSnippet } from '../../core/templates/snippet.js';
import type { ActiveNarrative } from '../active.js';
import { SOURCE, toDiagnostic, toRange, toTextEdit } from '../convert.js';
import { Disposable } from '../disposable.js';
import type { DocumentState, Documents } from '../documents.js';
import { isUnsaved } from '../unsaved.js';

const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append(SOURCE);

type Find = typeof findCoaching;

/** What the actions borrow. */
interface Lent {
  readonly documents: Documents;
  readonly extensionUri: vscode.Uri;
  readonly messagesFor: typeof messagesFor;
  readonly findCoaching: Find;
}

/** Quick fixes for findings, and `source.fixAll.prfaq` for those that are safe to apply unseen. */
export class CodeActions extends Disposable implements vscode.CodeActionProvider {
  constructor(readonly lent: Lent) {
    super();
    const kinds = [vscode.CodeActionKind.QuickFix, FIX_ALL];
    this.register(
      vscode.languages.registerCodeActionsProvider({ language: 'markdown' }, this, { providedCodeActionKinds: kinds }),
    );
  }

  provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const state = this.lent.documents.current(document.uri);
    if (!state?.checked) return [];
    if (context.only?.contains(FIX_ALL) || (context.only && FIX_ALL.contains(context.only)))
      return fixAll(state, this.lent.findCoaching);
    if (
      context.only &&
      !vscode.CodeActionKind.QuickFix.contains(context.only) &&
      !context.only.contains(vscode.CodeActionKind.QuickFix)
    )
      return [];
    const { analysis, findings } = state.checked;
    return findings
      .filter((finding) => toRange(analysis.markdown, finding).intersection(range))
      .flatMap((finding) => this.#actions(state, finding));
  }

  #actions(state: DocumentState, finding: Finding): vscode.CodeAction[] {
    const { markdown } = state.checked!.analysis;
    const diagnostic = toDiagnostic(markdown, finding, this.lent.extensionUri);
    const action = (title: string, edit: vscode.WorkspaceEdit): vscode.CodeAction => {
      const made = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
      made.edit = edit;
      made.diagnostics = [diagnostic];
      return made;
    };
    const fixes = finding.fixes.map((fix, n) =>
      Object.assign(action(fix.title, editOf(state, fix)), { isPreferred: n === 0 }),
    );
    const silencing = silencingFixes(state.checked!.analysis, finding, this.lent.messagesFor(vscode.env.language));
    return [
      ...fixes,
      ...silencing.map((fix) => action(fix.title, editOf(state, fix))),
      ...teamActions(state, finding, diagnostic),
    ];
  }
}

/** What changes the team's config rather than the document. It may have to ask, so these are commands. */
function teamActions(
  { document: { uri }, checked }: DocumentState,
  finding: Finding,
  diagnostic: vscode.Diagnostic,
): vscode.CodeAction[] {
  const hasPlace = !isUnsaved(uri) || vscode.workspace.workspaceFolders;
  if (!hasPlace || vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) return [];
  const action = (title: string, command: string, ...args: unknown[]): vscode.CodeAction => {
    const made = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    made.command = { title, command, arguments: [uri, ...args] };
    made.diagnostics = [diagnostic];
    return made;
  };
  const found = wordFor(finding, checked!.analysis.markdown.text);
  const add = found && vscode.l10n.t('Add “{0}” to the team’s vocabulary', found.word);
  return [
    ...(add ? [action(add, 'prfaq.addToVocabulary', found.list, found.word)] : []),
    action(vscode.l10n.t('Set the severity of {0} for the team…', finding.rule), 'prfaq.setTeamSeverity', finding.rule),
  ];
}

/** Makes a fix in the document, whatever editor it is in. False where it could not be made. */
export async function applyFix(state: DocumentState, fix: Fix): Promise<boolean> {
  return vscode.workspace.applyEdit(editOf(state, fix));
}

/** A fix as a workspace edit; text with placeholders becomes a snippet to tab through. */
export function editOf(state: DocumentState, fix: Fix): vscode.WorkspaceEdit {
  const { markdown } = state.checked!.analysis;
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    state.document.uri,
    fix.edits.map((one) =>
      one.start === one.end && /\[[^\]\n]+\]/.test(one.text)
        ? new vscode.SnippetTextEdit(toRange(markdown, one), new vscode.SnippetString(toSnippet(one.text)))
        : toTextEdit(markdown, one),
    ),
  );
  return edit;
}

/** `prfaq.fixAll`: makes every fix of the document in front that is safe to make unseen, in one step to undo. */
export async function fixAllCommand({ state }: ActiveNarrative, find: Find): Promise<void> {
  if (!state?.checked?.analysis.narrative.kind) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a PR/FAQ or six-pager first.'));
    return;
  }
  const edit = safeEdit(state, find);
  if (edit) await vscode.workspace.applyEdit(edit);
  else void vscode.window.showInformationMessage(vscode.l10n.t('There is nothing here that is safe to fix unseen.'));
}

function fixAll(state: DocumentState, find: Find): vscode.CodeAction[] {
  const edit = safeEdit(state, find);
  if (!edit) return [];
  const action = new vscode.CodeAction(vscode.l10n.t('Fix all PR/FAQ findings that are safe to fix'), FIX_ALL);
  action.edit = edit;
  return [action];
}

function safeEdit(state: DocumentState, find: Find): vscode.WorkspaceEdit | null {
  const { findings, analysis } = state.checked!;
  const edits = safeMends(findings).flatMap(({ fix }) => fix.edits);
  // Coaching has done its work where the section is answered.
  const coaching = find(analysis.markdown.text)
    .filter(({ answered, range }) => answered && !edits.some((one) => range.start < one.end && one.start < range.end))
    .map(({ range }) => ({ ...range, text: '' }));
  if (edits.length + coaching.length === 0) return null;
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    state.document.uri,
    [...edits, ...coaching].map((one) => toTextEdit(analysis.markdown, one)),
  );
  return edit;
}
