import * as vscode from 'vscode';
import type { Mover } from '../../core/outline/move.js';
import type { RowState } from '../../core/outline/rows.js';
import type { OutlineNode, Row } from './nodes.js';

/** What a row shows. Its context value says what can be done with it, word by word: `section missing`, `question up down problems`. */
export function itemOf(node: OutlineNode, mover: Mover, filtered: boolean, open: boolean): vscode.TreeItem {
  const { id, row } = node;
  const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const state = row.children.length === 0 ? None : open ? Expanded : Collapsed;
  const item = new vscode.TreeItem(row.title ?? vscode.l10n.t('Other questions'), state);
  // Filtered rows are rows of their own: they are open from the start, and the others stay as the author left them.
  item.id = filtered ? `${id} left` : String(id);
  item.description = describe(row);
  item.iconPath = iconOf(row);
  item.contextValue = contextOf(row, mover);
  if (row.range) item.command = { command: 'prfaq.revealSection', title: vscode.l10n.t('Reveal'), arguments: [node] };
  item.accessibilityInformation = {
    label: list([String(item.label), stateOf(row), wordsOf(row), problemsOf(row)], ', '),
  };
  return item;
}

function contextOf({ type, section, question, state, problems }: Row, mover: Mover): string {
  const words: string[] = [type];
  if (state === 'missing' || state === 'doubtful') words.push('missing');
  if (section?.source === 'position') words.push('position');
  const item = section?.range ? section : question;
  for (const to of ['up', 'down'] as const) if (item && mover.canMove(item, to)) words.push(to);
  if (problems.length > 0) words.push('problems');
  return words.join(' ');
}

const icon = (id: string, color: string): vscode.ThemeIcon => new vscode.ThemeIcon(id, new vscode.ThemeColor(color));
const todo = 'list.warningForeground';

const ICONS: Readonly<Record<RowState, vscode.ThemeIcon>> = {
  ok: icon('check', 'testing.iconPassed'),
  missing: icon('circle-large-outline', 'disabledForeground'),
  doubtful: icon('question', 'disabledForeground'),
  empty: icon('circle-outline', todo),
  placeholder: icon('edit', todo),
  'over-limit': icon('warning', todo),
  'out-of-order': icon('arrow-swap', todo),
  problems: icon('warning', todo),
  unanswered: icon('comment-unresolved', todo),
};
const ANSWERED = icon('comment', 'testing.iconPassed');
const PLAIN_FAQ = new vscode.ThemeIcon('comment-discussion');

function iconOf({ type, state }: Row): vscode.ThemeIcon {
  if (type === 'faq') return PLAIN_FAQ;
  return type === 'question' && state === 'ok' ? ANSWERED : ICONS[state];
}

/** What a row is up to, for the eye beside its title and for the ear; empty where its counts say it. */
function stateOf({ type, state }: Row): string {
  switch (state) {
    case 'ok':
      return type === 'section' ? vscode.l10n.t('done') : type === 'question' ? vscode.l10n.t('answered') : '';
    case 'missing':
      return vscode.l10n.t('missing');
    case 'doubtful':
      return vscode.l10n.t('not recognized');
    case 'empty':
      return vscode.l10n.t('empty');
    case 'placeholder':
      return vscode.l10n.t('placeholders left');
    case 'over-limit':
      return vscode.l10n.t('over its limit');
    case 'out-of-order':
      return vscode.l10n.t('out of order');
    case 'unanswered':
      return vscode.l10n.t('no answer yet');
    case 'problems':
      return '';
  }
}

/** "84/200 words", short enough to stand beside a title; nothing where there are none. */
function wordsOf({ range, words, limit, state }: Row): string {
  if (!range || state === 'empty' || state === 'unanswered') return '';
  return limit === null ? vscode.l10n.t('{0} words', words) : vscode.l10n.t('{0}/{1} words', words, limit);
}

/** "2 problems"; one problem is what the state says already. */
function problemsOf({ problems, state }: Row): string {
  if (problems.length <= (state === 'ok' || state === 'problems' ? 0 : 1)) return '';
  return problems.length === 1 ? vscode.l10n.t('1 problem') : vscode.l10n.t('{0} problems', problems.length);
}

/** A check mark and a number over its limit speak for themselves. */
function describe(row: Row): string {
  const state = row.state === 'ok' || row.state === 'over-limit' ? '' : stateOf(row);
  return list([state, wordsOf(row), problemsOf(row)], ' · ');
}

function list(parts: readonly string[], separator: string): string {
  return parts.filter((part) => part !== '').join(separator);
}

/** The longest list of problems that a tooltip shows. */
const TOOLTIP_PROBLEMS = 5;

/** What a row is up to in sentences: its state, how it was recognised, its page, and its problems. */
export function tooltipOf(row: Row, known: string | undefined, page: string): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  const title = row.title ?? vscode.l10n.t('Other questions');
  const state = list([stateOf(row), wordsOf(row), problemsOf(row)], ', ');
  text.appendMarkdown('**').appendText(title).appendMarkdown('** · ').appendText(state);
  if (row.state === 'doubtful')
    text
      .appendMarkdown('\n\n')
      .appendText(
        vscode.l10n.t('Some paragraph may be it. Put the cursor there and choose “This is the …” to say so.'),
      );
  if (known) text.appendMarkdown('\n\n').appendText(vscode.l10n.t('Known by {0}.', known));
  if (page) text.appendMarkdown('\n\n').appendText(page);
  for (const { message } of row.problems.slice(0, TOOLTIP_PROBLEMS)) text.appendMarkdown('\n\n- ').appendText(message);
  if (row.problems.length > TOOLTIP_PROBLEMS) text.appendMarkdown('\n\n- …');
  return text;
}
