import type * as vscode from 'vscode';
import type { Finding } from '../../core/model.js';
import type { OutlineRow } from '../../core/outline/rows.js';

/** A finding as VS Code shows it now, with its offset. */
export interface ShownProblem {
  readonly rule: string;
  readonly severity: Finding['severity'];
  readonly start: number;
  readonly message: string;
}

export type Row = OutlineRow<ShownProblem>;

/** A row that stays the same object while the document changes, so that the view keeps its selection and draws only what is new. */
export class OutlineNode {
  children: OutlineNode[] = [];
  /** What the row shows; made when the row is read. */
  item!: vscode.TreeItem;

  constructor(
    readonly id: number,
    public row: Row,
    readonly parent: OutlineNode | undefined,
  ) {}
}

/** What has to be drawn again: nothing, some rows, or all of them since rows came or went. */
export type Changes = readonly OutlineNode[] | 'all';

/** The rows of a document over its versions. */
export class OutlineTree {
  roots: OutlineNode[] = [];
  #serial = 0;

  /** @param itemOf what a row shows; compared with what it showed before. */
  constructor(readonly itemOf: (node: OutlineNode) => vscode.TreeItem) {}

  /** Takes the rows of another document: no node stays. */
  replace(rows: readonly Row[]): void {
    this.roots = [];
    this.update(rows);
  }

  /** Takes the rows of the next version. */
  update(rows: readonly Row[]): Changes {
    const changed: OutlineNode[] = [];
    const { nodes, same } = this.#match(this.roots, rows, undefined, changed);
    this.roots = nodes;
    return same ? changed : 'all';
  }

  #match(
    old: readonly OutlineNode[],
    rows: readonly Row[],
    parent: OutlineNode | undefined,
    changed: OutlineNode[],
  ): { nodes: OutlineNode[]; same: boolean } {
    const oldKeys = keysOf(old.map(({ row }) => row));
    const known = new Map(old.map((node, n) => [oldKeys[n], node]));
    const nodes = keysOf(rows).map((key) => {
      const node = known.get(key);
      known.delete(key);
      return node;
    });
    // A question whose text was edited is the one that is left over.
    const rest = [...known.values()].filter(({ row }) => row.type === 'question');
    const matched = nodes.map(
      (node, n) => node ?? (rows[n]!.type === 'question' ? rest.shift() : undefined) ?? this.#create(rows[n]!, parent),
    );
    for (const [n, node] of matched.entries()) this.#refresh(node, rows[n]!, changed);
    return { nodes: matched, same: matched.length === old.length && matched.every((node, n) => node === old[n]) };
  }

  #create(row: Row, parent: OutlineNode | undefined): OutlineNode {
    return new OutlineNode(++this.#serial, row, parent);
  }

  #refresh(node: OutlineNode, row: Row, changed: OutlineNode[]): void {
    node.row = row;
    const { nodes, same } = this.#match(node.children, row.children, node, changed);
    node.children = nodes;
    const before = node.item && face(node.item);
    node.item = this.itemOf(node);
    if (!same || (before !== undefined && before !== face(node.item))) changed.push(node);
  }
}

/** What tells rows apart from one version to the next; of questions with the same text, their order. */
function keysOf(rows: readonly Row[]): string[] {
  const seen = new Map<string, number>();
  return rows.map(({ type, section, title }) => {
    const key = section ? `section ${section.id}` : `${type} ${type === 'question' ? title : ''}`;
    const times = seen.get(key) ?? 0;
    seen.set(key, times + 1);
    return `${key} ${times}`;
  });
}

/** All that can be seen or heard of an item, whether it is open aside: the author decides that. */
function face({ label, description, iconPath, contextValue }: vscode.TreeItem): string {
  return JSON.stringify([label, description, iconPath, contextValue]);
}
