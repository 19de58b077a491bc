import * as vscode from 'vscode';
import type { Finding, Fix, Range } from '../../core/model.js';
import type { Analysis } from '../../core/narrative/narrative.js';
import type { Destination, Movable } from '../../core/outline/move.js';
import { type OutlineRow, outlineRows } from '../../core/outline/rows.js';
import { toRange, toTextEdit } from '../convert.js';
import type { DocumentState } from '../documents.js';
import type { Row } from './nodes.js';
import type { OutlineServices } from './starter.js';

/** Moves the text of a row: a step, or to where another row is. One change in the document, undone in one step. */
export async function moveRow(
  services: OutlineServices,
  state: DocumentState,
  row: Row,
  to: 'up' | 'down' | Row,
): Promise<void> {
  const { document, checked } = state;
  const { analysis } = checked!;
  const item = itemOf(row);
  const destination = typeof to === 'string' ? to : destinationOf(row, to);
  const edits = item && destination && services.moverOf(analysis).edits(item, destination);
  if (!item || !edits || !services.keepsBlocks(analysis.markdown.text, edits)) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        '“{0}” can’t be moved there. A section stays in its part of the document; list items, and what is known by its place, stay where they are.',
        row.title ?? '',
      ),
    );
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    document.uri,
    edits.map((one) => toTextEdit(analysis.markdown, one)),
  );
  const cursors = cursorsIn(document, row.range!);
  if (!(await vscode.workspace.applyEdit(edit))) return;
  // The cursor goes with the text that it stood in, and to its beginning where it stood elsewhere.
  const now = services.active.state;
  const start = now?.document === document && now.checked ? placeOf(now.checked.analysis, item) : undefined;
  if (start === undefined) return;
  for (const { editor, offset } of cursors) {
    const position = document.positionAt(start + offset);
    editor.selection = new vscode.Selection(position, position);
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }
}

const itemOf = ({ section, question }: Row): Movable | null => (section?.range ? section : question);

/** Where something goes that is dropped on a row: to that row's place, or to the end of the FAQ for a question. */
function destinationOf(row: Row, target: Row): Destination | null {
  const other = itemOf(target);
  if (!other || !row.range) return null;
  if (row.question && target.section) return { into: target.section };
  return target.range!.start < row.range.start ? { before: other } : { behind: other };
}

/** The cursors in a document, from the beginning of `range`; 0 for those outside. */
function cursorsIn(document: vscode.TextDocument, range: Range): { editor: vscode.TextEditor; offset: number }[] {
  return vscode.window.visibleTextEditors
    .filter((editor) => editor.document === document)
    .map((editor) => {
      const at = document.offsetAt(editor.selection.active);
      return { editor, offset: at >= range.start && at <= range.end ? at - range.start : 0 };
    });
}

/** Where an item begins in another version of its document. */
function placeOf({ narrative }: Analysis, item: Movable): number | undefined {
  if ('answer' in item) return narrative.questions.find(({ text }) => text === item.text)?.start;
  return narrative.sections.find(({ id }) => id === item.id)?.range?.start;
}

interface Choice extends vscode.QuickPickItem {
  readonly fix?: Fix;
  readonly finding?: Finding;
}

/** Offers what mends the findings of a row, also where no text editor could: in the rendered editor of Markdown. */
export async function fixRow(services: OutlineServices, state: DocumentState, row: Row): Promise<void> {
  const { analysis, findings } = state.checked!;
  const rows = outlineRows(analysis, findings).flatMap((one): OutlineRow<Finding>[] => [one, ...one.children]);
  const found =
    rows.find(({ section, question }) => section === row.section && question === row.question)?.problems ?? [];
  if (found.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is nothing to fix here.'));
    return;
  }
  const choices = found.flatMap((finding): Choice[] => {
    const about = { description: excerpt(state, finding), detail: finding.message };
    return [
      ...finding.fixes.map((fix) => ({ label: `$(lightbulb) ${fix.title}`, ...about, fix })),
      { label: `$(go-to-file) ${vscode.l10n.t('Show in the text')}`, ...about, finding },
    ];
  });
  const choice = await vscode.window.showQuickPick(choices, {
    title: row.title ?? '',
    placeHolder: vscode.l10n.t('What do you want to mend?'),
    matchOnDetail: true,
  });
  if (choice?.finding)
    await services.show(state.document, toRange(analysis.markdown, choice.finding), { inText: true });
  if (!choice?.fix) return;
  if (state.version === state.document.version) await services.applyFix(state, choice.fix);
  else await fixRow(services, services.active.state ?? state, row);
}

/** Longest piece of the text in a list, in characters. */
const EXCERPT = 40;

function excerpt({ checked }: DocumentState, { start, end }: Range): string {
  const text = checked!.analysis.markdown.text.slice(start, end).replace(/\s+/g, ' ').trim();
  return text.length > EXCERPT ? `${text.slice(0, EXCERPT - 1).trimEnd()}…` : text;
}
