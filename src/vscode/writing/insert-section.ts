import * as vscode from 'vscode';
import type { Section } from '../../core/model.js';
import type { insertion } from '../../core/templates/insert.js';
import { LIBRARY } from '../../core/templates/library.js';
import { templateLanguage } from '../../core/templates/template.js';
import { type ActiveNarrative, show } from '../active.js';
import type { OutlineNode } from '../outline/nodes.js';
import { applyFix } from './code-actions.js';

/** `prfaq.insertSection`: puts a section that is missing in its place. Takes its id, or a row of the outline. */
export async function insertSectionCommand(
  { state }: ActiveNarrative,
  insert: typeof insertion,
  target: string | OutlineNode | undefined,
): Promise<void> {
  const narrative = state?.checked?.analysis.narrative;
  if (!state || !narrative?.kind) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a PR/FAQ or six-pager first.'));
    return;
  }
  const missing = narrative.sections.filter((section) => section.status === 'missing');
  const id = typeof target === 'string' ? target : target?.row.section ? target.row.section.id : await pick(missing);
  const section = missing.find((one) => one.id === id);
  if (!section) {
    if (id !== undefined)
      void vscode.window.showInformationMessage(
        vscode.l10n.t('This document has that section already, or its kind has no such section.'),
      );
    return;
  }
  const { analysis } = state.checked!;
  const { edit } = insert(analysis, section.id, LIBRARY[templateLanguage(analysis.narrative.language)]);
  if (!edit) return;
  const position = state.document.positionAt(edit.start);
  await show(state.document, new vscode.Range(position, position));
  await applyFix(state, { title: '', edits: [edit], safe: false });
}

async function pick(missing: readonly Section[]): Promise<string | undefined> {
  const items = missing.map((section) => ({
    id: section.id,
    label: section.title,
    description: section.required ? '' : vscode.l10n.t('optional'),
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    placeHolder: vscode.l10n.t('Which section do you want to insert?'),
  });
  return chosen?.id;
}
