import * as vscode from 'vscode';
import { localeOf } from '../core/messages/index.js';
import type { Question, Section } from '../core/model.js';
import { REASONS } from '../core/narrative/reasons.js';
import type { ActiveNarrative } from './active.js';
import { toRange } from './convert.js';
import { Disposable } from './disposable.js';
import type { DocumentState } from './documents.js';

export type OutlineNode =
  | { readonly type: 'section'; readonly section: Section }
  | { readonly type: 'question'; readonly question: Question };

/** The view `prfaq.outline`: every section of the kind with its state, and the questions of each FAQ. */
export class OutlineView extends Disposable implements vscode.TreeDataProvider<OutlineNode> {
  readonly #changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<OutlineNode>;

  constructor(readonly active: ActiveNarrative) {
    super();
    this.#view = this.register(
      vscode.window.createTreeView('prfaq.outline', { treeDataProvider: this, showCollapseAll: true }),
    );
    this.register(active.onDidChange(() => this.#refresh()));
  }

  get #state(): DocumentState | undefined {
    const { state } = this.active;
    return state?.checked?.analysis.narrative.kind ? state : undefined;
  }

  #refresh(): void {
    this.#view.description = this.#state ? headline(this.#state) : '';
    this.#changed.fire();
  }

  getChildren(node?: OutlineNode): OutlineNode[] {
    const narrative = this.#state?.checked?.analysis.narrative;
    if (!narrative) return [];
    if (!node) {
      const sections = narrative.sections.filter((section) => section.required || section.status !== 'missing');
      return sections.map((section) => ({ type: 'section', section }));
    }
    if (node.type === 'question' || node.section.part !== 'faq' || !node.section.range) return [];
    const { start, end } = node.section.range;
    return narrative.questions
      .filter((question) => question.start >= start && question.end <= end)
      .map((question) => ({ type: 'question', question }));
  }

  getTreeItem(node: OutlineNode): vscode.TreeItem {
    const item = node.type === 'section' ? this.#sectionItem(node) : questionItem(node.question);
    const range = node.type === 'section' ? node.section.range : node.question;
    if (range && this.#state) item.command = reveal(this.#state, range);
    return item;
  }

  #sectionItem(node: OutlineNode & { type: 'section' }): vscode.TreeItem {
    const { section } = node;
    const limit = section.limits.max;
    const item = new vscode.TreeItem(
      section.title,
      this.getChildren(node).length > 0
        ? vscode.TreeItemCollapsibleState.Collapsed
        : vscode.TreeItemCollapsibleState.None,
    );
    item.id = `section:${section.id}`;
    item.description = describe(section, limit);
    item.iconPath = ICONS[section.status];
    item.tooltip = tooltipOf(section);
    item.contextValue =
      section.status === 'missing' ? 'section.missing' : section.source === 'position' ? 'section.position' : 'section';
    item.accessibilityInformation = { label: `${section.title}, ${stateOf(section)}, ${item.description}` };
    return item;
  }
}

const icon = (id: string, color?: string): vscode.ThemeIcon =>
  new vscode.ThemeIcon(id, color === undefined ? undefined : new vscode.ThemeColor(color));

const ICONS: Readonly<Record<Section['status'], vscode.ThemeIcon>> = {
  ok: icon('check', 'testing.iconPassed'),
  missing: icon('circle-large-outline', 'disabledForeground'),
  empty: icon('circle-outline', 'list.warningForeground'),
  placeholder: icon('edit', 'list.warningForeground'),
  'over-limit': icon('warning', 'list.warningForeground'),
  'out-of-order': icon('arrow-swap', 'list.warningForeground'),
};

function stateOf(section: Section): string {
  switch (section.status) {
    case 'ok':
      return vscode.l10n.t('done');
    case 'missing':
      return vscode.l10n.t('missing');
    case 'empty':
      return vscode.l10n.t('empty');
    case 'placeholder':
      return vscode.l10n.t('still has placeholders');
    case 'over-limit':
      return vscode.l10n.t('over its limit');
    case 'out-of-order':
      return vscode.l10n.t('out of order');
  }
}

/** What state it is in, and how it was recognised. */
function tooltipOf(section: Section): vscode.MarkdownString {
  const known = section.reason && REASONS[localeOf(vscode.env.language)][section.reason];
  const lines = [`**${section.title}**: ${stateOf(section)}`];
  if (known) lines.push(vscode.l10n.t('Known by {0}.', known));
  return new vscode.MarkdownString(lines.join('\n\n'));
}

/** "84 of 200 words"; what is left to do where it isn't done. */
function describe(section: Section, limit: number | undefined): string {
  if (section.status === 'missing' || section.status === 'empty') return stateOf(section);
  const words =
    limit === undefined
      ? vscode.l10n.t('{0} words', section.words)
      : vscode.l10n.t('{0} of {1} words', section.words, limit);
  return section.status === 'ok' ? words : `${words} · ${stateOf(section)}`;
}

function questionItem(question: Question): vscode.TreeItem {
  const item = new vscode.TreeItem(question.text, vscode.TreeItemCollapsibleState.None);
  item.iconPath = question.answered
    ? icon('comment', 'testing.iconPassed')
    : icon('comment-unresolved', 'list.warningForeground');
  item.description = question.answered
    ? vscode.l10n.t('{0} words', question.answerWords)
    : vscode.l10n.t('no answer yet');
  item.contextValue = 'question';
  item.tooltip = question.text;
  return item;
}

function reveal({ document, checked }: DocumentState, range: { start: number; end: number }): vscode.Command {
  const { start } = toRange(checked!.analysis.markdown, range);
  const options: vscode.TextDocumentShowOptions = { selection: new vscode.Range(start, start) };
  return { command: 'vscode.open', title: vscode.l10n.t('Reveal'), arguments: [document.uri, options] };
}

/** "9 of 12 done · 3.4 of 6 pages" */
function headline({ checked }: DocumentState): string {
  const { narrative, recognition } = checked!.analysis;
  const required = narrative.sections.filter((section) => section.required);
  const done = required.filter((section) => section.status === 'ok').length;
  const { counts } = checked!.layout();
  const pages = (counts.pressRelease + counts.faq + counts.body).toFixed(1);
  return vscode.l10n.t(
    '{0} of {1} done · {2} of {3} pages',
    done,
    required.length,
    pages,
    recognition.kind!.pages.total,
  );
}
