import * as vscode from 'vscode';
import { reasonsFor } from '../../core/narrative/reasons.js';
import type { Mover } from '../../core/outline/move.js';
import { hasLeft, outlineRows, progress, rowOfCursor } from '../../core/outline/rows.js';
import { toRange } from '../convert.js';
import { Disposable } from '../disposable.js';
import type { DocumentState } from '../documents.js';
import { fixRow, moveRow } from './actions.js';
import { itemOf, tooltipOf } from './items.js';
import { type OutlineNode, OutlineTree, type Row, type ShownProblem } from './nodes.js';
import type { OutlineServices } from './starter.js';

/** What the bundle on demand starts. */
export function startOutline(services: OutlineServices): Outline {
  return new Outline(services);
}

/** The outline of the narrative that the author has in front, as the view shows it, and what can be done from it. */
export class Outline extends Disposable {
  readonly #changed = this.register(new vscode.EventEmitter<readonly OutlineNode[] | undefined>());
  /** These rows, or all of them, have to be drawn again. */
  readonly onDidChange = this.#changed.event;
  /** Rows that the author has opened; of the filtered ones, which are open by themselves, those that were closed. */
  readonly #toggled = { all: new Set<number>(), left: new Set<number>() };
  readonly #tree = new OutlineTree((node) => itemOf(node, this.#mover!, this.#onlyLeft, this.#isOpen(node)));
  #state: DocumentState | undefined;
  #mover: Mover | undefined;
  #onlyLeft = false;
  /** The row of the cursor, or the one that the author has chosen since. */
  #chosen: OutlineNode | undefined;
  /** The row that the view was asked to select and hasn't yet. */
  #pending: OutlineNode | undefined;
  /** The row whose text was shown last, as long as the cursor is there. */
  #revealed: OutlineNode | undefined;

  constructor(readonly services: OutlineServices) {
    super();
    const { view, active } = services;
    this.register(active.onDidChange((state) => this.#read(state)));
    this.register(
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        const own = this.#state?.document.uri.toString();
        if (uris.some((uri) => uri.toString() === own)) this.#read(this.#state);
      }),
    );
    this.register(
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        if (textEditor.document === this.#state?.document) this.#follow(selections[0]?.active);
      }),
    );
    this.register(view.onDidChangeSelection(({ selection }) => this.#onSelection(selection[0])));
    this.register(
      view.onDidChangeVisibility(() => {
        this.#chosen = undefined;
        this.#followCursor();
      }),
    );
    this.register(view.onDidCollapseElement(({ element }) => this.#toggle(element, false)));
    this.register(view.onDidExpandElement(({ element }) => this.#toggle(element, true)));
    this.#read(active.state);
  }

  // -------------------------------------------------------------- What it shows

  roots(): OutlineNode[] {
    return this.#shown(this.#tree.roots);
  }

  children(node: OutlineNode): OutlineNode[] {
    return this.#shown(node.children);
  }

  /** The tooltip is made when it is asked for. */
  resolve(item: vscode.TreeItem, { row }: OutlineNode): vscode.TreeItem {
    const reason = row.section?.reason;
    item.tooltip = tooltipOf(row, reason ? reasonsFor(vscode.env.language)[reason] : undefined, this.#page(row));
    return item;
  }

  /** Shows all rows, or only what is left to do. */
  filter(onlyLeft: boolean): void {
    this.#onlyLeft = onlyLeft;
    void vscode.commands.executeCommand('setContext', 'prfaq.outline.onlyLeft', onlyLeft);
    if (!this.#state) return;
    this.#tree.update(this.#rows(this.#state));
    this.#update('all');
  }

  #shown(nodes: readonly OutlineNode[]): OutlineNode[] {
    return nodes.filter(({ row }) => !this.#onlyLeft || hasLeft(row));
  }

  #read(state: DocumentState | undefined): void {
    const narrative = state?.checked?.analysis.narrative.kind ? state : undefined;
    const other = narrative?.document !== this.#state?.document;
    this.#state = narrative;
    this.#mover = narrative && this.services.moverOf(narrative.checked!.analysis);
    if (narrative && !other) this.#update(this.#tree.update(this.#rows(narrative)));
    else {
      for (const toggled of Object.values(this.#toggled)) toggled.clear();
      this.#chosen = undefined;
      this.#tree.replace(narrative ? this.#rows(narrative) : []);
      this.#update('all');
    }
  }

  #isOpen({ id }: OutlineNode): boolean {
    return this.#onlyLeft ? !this.#toggled.left.has(id) : this.#toggled.all.has(id);
  }

  #toggle({ id }: OutlineNode, open: boolean): void {
    if (open === this.#onlyLeft) this.#toggled[this.#onlyLeft ? 'left' : 'all'].delete(id);
    else this.#toggled[this.#onlyLeft ? 'left' : 'all'].add(id);
  }

  #update(changes: readonly OutlineNode[] | 'all'): void {
    // With the filter, a change in a row may bring it or take it away.
    if (changes === 'all' || (this.#onlyLeft && changes.length > 0)) this.#changed.fire(undefined);
    else if (changes.length > 0) this.#changed.fire(changes);
    this.#showProgress();
    this.#followCursor();
  }

  /** The rows, with the findings that are shown: what is being typed isn't judged here either. */
  #rows({ document, checked }: DocumentState): Row[] {
    const { analysis } = checked!;
    const { lines } = analysis.markdown;
    const problems = vscode.languages
      .getDiagnostics(document.uri)
      .filter(({ source }) => source === 'prfaq')
      .map(({ code, severity, message, range }): ShownProblem => {
        const rule = typeof code === 'object' ? String(code.value) : String(code);
        const start = lines.start(range.start.line) + range.start.character;
        return { rule, message, start, severity: SEVERITIES[severity] };
      });
    return outlineRows(analysis, problems);
  }

  /** "9 of 12 done · 3.4 of 6 pages" beside the title, and the number of open rows on the icon. */
  #showProgress(): void {
    const { view } = this.services;
    const { checked } = this.#state ?? {};
    let description = '';
    let message = '';
    let left = 0;
    if (checked) {
      const { counts } = checked.layout();
      const { done, required, left: open } = progress(this.#tree.roots.map(({ row }) => row));
      const pages = (counts.pressRelease + counts.faq + counts.body).toFixed(1);
      const limit = checked.analysis.recognition.kind!.pages.total;
      description = vscode.l10n.t('{0} of {1} done · {2} of {3} pages', done, required, pages, limit);
      if (this.#onlyLeft && open === 0) message = vscode.l10n.t('Nothing is left to do.');
      left = open;
    }
    // VS Code waits 200 ms after a message before it draws rows again.
    if ((view.message ?? '') !== message) view.message = message;
    if ((view.description ?? '') !== description) view.description = description;
    if ((view.badge?.value ?? 0) !== left) view.badge = left > 0 ? { value: left, tooltip: leftOver(left) } : undefined;
  }

  #page({ range, section }: Row): string {
    const { analysis, layout } = this.#state?.checked ?? {};
    if (!range || !analysis || !layout || section?.part === 'appendix') return '';
    const block = analysis.markdown.blocks.findLastIndex(({ start }) => start <= range.start);
    const { pages, sheets } = layout();
    const page = pages.findLastIndex(({ firstBlock }) => firstBlock <= block) + 1;
    return page > 0 && page <= sheets ? vscode.l10n.t('Page {0} of {1}', page, sheets) : '';
  }

  // -------------------------------------------------------------- Following the cursor

  #followCursor(): void {
    const editor = vscode.window.activeTextEditor;
    if (editor && editor.document === this.#state?.document) this.#follow(editor.selection.active);
  }

  /** Selects the row of the cursor without taking the focus and without opening what the author has closed. */
  #follow(cursor: vscode.Position | undefined): void {
    const { view } = this.services;
    if (!cursor || !view.visible || !this.#state) return;
    const { analysis } = this.#state.checked!;
    const { lines } = analysis.markdown;
    const at = Math.min(lines.start(cursor.line) + cursor.character, lines.end(cursor.line));
    const row = rowOfCursor(
      this.#tree.roots.map((node) => node.row),
      analysis,
      at,
    );
    const node = row && this.#nodeOf(row);
    if (node !== this.#revealed && row?.range?.start !== this.#revealed?.row.range?.start) this.#revealed = undefined;
    if (!node) return;
    // Of two rows that begin at one place, the author has chosen.
    const chosen = this.#all().find((one) => one === this.#chosen);
    if (node !== chosen && node.row.range?.start === chosen?.row.range?.start) return;
    this.#chosen = node;
    if (node !== view.selection[0]) this.#select(node);
  }

  /** One row after the other: what the view then tells of a row that it was asked for is not taken for the author's choice. */
  #select(node: OutlineNode): void {
    if (this.#pending) return;
    this.#pending = node;
    const settled = (): void => {
      this.#pending = undefined;
      if (this.#chosen && this.#chosen !== node) this.#select(this.#chosen);
    };
    // Rejects where the row goes before the view comes to it.
    this.services.view.reveal(node, { select: true, focus: false, expand: false }).then(settled, settled);
  }

  #onSelection(node: OutlineNode | undefined): void {
    if (node !== this.#pending) this.#chosen = node;
  }

  #nodeOf(row: Row): OutlineNode | undefined {
    for (const node of this.roots()) {
      if (node.row === row) return node;
      const child = this.children(node).find((one) => one.row === row);
      if (child) return this.#isOpen(node) ? child : node;
    }
    return undefined;
  }

  // -------------------------------------------------------------- What can be done

  async move(target: unknown, to: 'up' | 'down'): Promise<void> {
    const { state, node } = this.#target(target);
    if (state && node) await moveRow(this.services, state, node.row, to);
  }

  /** Moves the row with this id to where another is. */
  async drop(id: number, target: OutlineNode | undefined): Promise<void> {
    const { state, node } = this.#target(this.#all().find((one) => one.id === id));
    if (!state || !node || !target || node === target) return;
    const to = node.row.section && target.parent ? target.parent : target;
    if (to !== node) await moveRow(this.services, state, node.row, to.row);
  }

  async fix(target: unknown): Promise<void> {
    const { state, node } = this.#target(target);
    if (state && node) await fixRow(this.services, state, node.row);
  }

  /** Shows the text of a row. The first time the view keeps the focus; asked again, the text gets it. */
  async reveal(target: unknown): Promise<void> {
    const { state, node } = this.#target(target);
    if (!state || !node?.row.range) return;
    const again = node === this.#revealed;
    this.#revealed = node;
    const { start } = toRange(state.checked!.analysis.markdown, node.row.range);
    await this.services.show(state.document, new vscode.Range(start, start), { preserveFocus: !again });
  }

  /**
   * The row that a command is for, in the document as it is now: the row that it was called on, the selected one (`selection`, from the
   * keyboard), else that of the cursor.
   */
  #target(target: unknown): { state?: DocumentState; node?: OutlineNode | undefined } {
    this.#read(this.services.active.state);
    const state = this.#state;
    if (!state) return {};
    const all = this.#all();
    const editor = vscode.window.activeTextEditor;
    const called = all.find((node) => node === target);
    if (called) return { state, node: called };
    if (target === 'selection' || editor?.document !== state.document) return { state, node: this.#chosen };
    const row = rowOfCursor(
      this.#tree.roots.map((node) => node.row),
      state.checked!.analysis,
      state.document.offsetAt(editor.selection.active),
    );
    return { state, node: all.find((node) => node.row === row) };
  }

  #all(): OutlineNode[] {
    return this.#tree.roots.flatMap((node) => [node, ...node.children]);
  }
}

function leftOver(left: number): string {
  return left === 1 ? vscode.l10n.t('1 thing left to do') : vscode.l10n.t('{0} things left to do', left);
}

const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;
