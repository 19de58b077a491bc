import * as vscode from 'vscode';
import type { TextEdit } from '../../core/model.js';
import type { Analysis } from '../../core/narrative/narrative.js';
import type { Mover } from '../../core/outline/move.js';
import { type ActiveNarrative, show } from '../active.js';
import { Disposable } from '../disposable.js';
import { load } from '../load.js';
import type { applyFix } from '../writing/code-actions.js';
import type { OutlineNode } from './nodes.js';
import type { Outline } from './outline.js';

/** What the outline borrows. */
export interface OutlineServices {
  readonly view: vscode.TreeView<OutlineNode>;
  readonly active: ActiveNarrative;
  moverOf(analysis: Analysis): Mover;
  keepsBlocks(text: string, edits: readonly TextEdit[]): boolean;
  readonly applyFix: typeof applyFix;
  readonly show: typeof show;
}

/** Type of what is dragged within the view. */
const DRAGGED = 'application/vnd.code.tree.prfaq.outline';

/** The view `prfaq.outline` and its commands. What is behind them is loaded with the first narrative. */
export class OutlineStarter extends Disposable implements vscode.TreeDataProvider<OutlineNode> {
  readonly #changed = this.register(new vscode.EventEmitter<readonly OutlineNode[] | undefined>());
  readonly onDidChangeTreeData = this.#changed.event as vscode.Event<OutlineNode[] | undefined>;
  readonly #view: vscode.TreeView<OutlineNode>;
  #outline: Outline | undefined;

  constructor(
    readonly active: ActiveNarrative,
    readonly extensionUri: vscode.Uri,
  ) {
    super();
    this.#view = this.register(
      vscode.window.createTreeView('prfaq.outline', {
        treeDataProvider: this,
        showCollapseAll: true,
        dragAndDropController: {
          dragMimeTypes: [DRAGGED],
          dropMimeTypes: [DRAGGED],
          handleDrag: (nodes, data) => {
            data.set(DRAGGED, new vscode.DataTransferItem(nodes[0]?.id));
          },
          handleDrop: (target, data) => this.#outline?.drop(Number(data.get(DRAGGED)?.value), target),
        },
      }),
    );
    this.register(active.onDidChange((state) => state?.checked?.analysis.narrative.kind && void this.#start()));
    const command = (id: string, run: (outline: Outline, target: unknown) => unknown) =>
      this.register(
        vscode.commands.registerCommand(id, async (target) => {
          await this.active.documents.opened();
          await this.#start();
          return this.#outline && run(this.#outline, target);
        }),
      );
    command('prfaq.moveUp', (outline, target) => outline.move(target, 'up'));
    command('prfaq.moveDown', (outline, target) => outline.move(target, 'down'));
    command('prfaq.fixSection', (outline, target) => outline.fix(target));
    command('prfaq.revealSection', (outline, target) => outline.reveal(target));
    command('prfaq.showLeft', (outline) => outline.filter(true));
    command('prfaq.showAll', (outline) => outline.filter(false));
  }

  async #start(): Promise<void> {
    if (this.#outline) return;
    const [{ startOutline }, { keepsBlocks, Mover }] = await Promise.all([
      load(this.extensionUri, 'outline'),
      this.active.documents.engine.load(),
    ]);
    if (this.#outline || this.isDisposed) return;
    const applyFix: OutlineServices['applyFix'] = async (...fix) =>
      (await this.active.documents.writing.load()).applyFix(...fix);
    const services = { view: this.#view, active: this.active, keepsBlocks, applyFix, show };
    const outline = startOutline({ ...services, moverOf: (analysis) => new Mover(analysis) });
    this.#outline = this.register(outline);
    this.register(outline.onDidChange((nodes) => this.#changed.fire(nodes)));
    this.#changed.fire(undefined);
  }

  getChildren(node?: OutlineNode): OutlineNode[] {
    return (node ? this.#outline?.children(node) : this.#outline?.roots()) ?? [];
  }

  getTreeItem({ item }: OutlineNode): vscode.TreeItem {
    return item;
  }

  getParent({ parent }: OutlineNode): OutlineNode | undefined {
    return parent;
  }

  resolveTreeItem(item: vscode.TreeItem, node: OutlineNode): vscode.TreeItem {
    return this.#outline?.resolve(item, node) ?? item;
  }
}
