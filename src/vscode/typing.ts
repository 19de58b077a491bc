import * as vscode from 'vscode';
import { Disposable } from './disposable.js';

/** Milliseconds without a keystroke after which what was written on the line is judged, but for what the cursor touches: the word being typed. */
const PAUSE = 100;

/** Milliseconds after which also the word or sentence at the cursor is taken for finished. */
const REST = 2000;

/** The line that is being typed. */
interface Line {
  readonly uri: vscode.Uri;
  readonly number: number;
  /** Whether the author has paused: then only what the cursor touches waits. */
  paused: boolean;
}

/** Knows where the author is typing, and which findings wait until that is done. */
export class Typing extends Disposable {
  readonly #settled = this.register(new vscode.EventEmitter<vscode.Uri>());
  /** Findings of this document that waited may be due. */
  readonly onDidSettle = this.#settled.event;
  #line: Line | undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.register(vscode.workspace.onDidChangeTextDocument((event) => this.#onChange(event)));
    this.register(vscode.window.onDidChangeTextEditorSelection((event) => this.#onSelection(event)));
    this.register(vscode.window.onDidChangeActiveTextEditor(() => this.#end()));
    this.register(vscode.workspace.onDidSaveTextDocument(() => this.#end()));
    this.register({ dispose: () => this.#stop() });
  }

  /**
   * Those of `found` that may be shown now: all that are elsewhere, all that were among the `shown` ones, and of the new ones on the
   * line that is being typed none before a pause, and none that touches the cursor.
   */
  due(uri: vscode.Uri, found: readonly vscode.Diagnostic[], shown: readonly vscode.Diagnostic[]): vscode.Diagnostic[] {
    const line = this.#line;
    const cursor = cursorIn(uri);
    if (!line || line.uri.toString() !== uri.toString() || cursor?.line !== line.number) return [...found];
    // Old and new can't be told apart by place or message, as both change with each letter; their number by rule can.
    const old = new Map<unknown, number>();
    for (const one of shown) if (touches(one, line.number)) old.set(ruleOf(one), (old.get(ruleOf(one)) ?? 0) + 1);
    return found.filter((one) => {
      if (!touches(one, line.number) || (line.paused && !one.range.contains(cursor))) return true;
      const left = old.get(ruleOf(one)) ?? 0;
      old.set(ruleOf(one), left - 1);
      return left > 0;
    });
  }

  #onChange({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): void {
    const editor = vscode.window.activeTextEditor;
    if (document.languageId !== 'markdown' || editor?.document !== document || contentChanges.length === 0) return;
    this.#stop();
    // Undo and redo bring back what was there; that isn't typing.
    if (reason !== undefined) return;
    const last = contentChanges[0]!;
    const number = last.range.start.line + (last.text.match(/\n/g)?.length ?? 0);
    this.#line = { uri: document.uri, number, paused: false };
    this.#pause = setTimeout(() => {
      if (this.#line) this.#line.paused = true;
      this.#settled.fire(document.uri);
    }, PAUSE);
    this.#rest = setTimeout(() => this.#end(), REST);
  }

  #onSelection({ textEditor, selections }: vscode.TextEditorSelectionChangeEvent): void {
    const line = this.#line;
    if (!line || textEditor.document.uri.toString() !== line.uri.toString()) return;
    if (selections[0]?.active.line !== line.number) this.#end();
    else if (line.paused) this.#settled.fire(line.uri);
  }

  #end(): void {
    const line = this.#line;
    this.#stop();
    if (line) this.#settled.fire(line.uri);
  }

  #stop(): void {
    clearTimeout(this.#pause);
    clearTimeout(this.#rest);
    this.#line = undefined;
  }
}

function cursorIn(uri: vscode.Uri): vscode.Position | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.uri.toString() === uri.toString() ? editor.selection.active : undefined;
}

function touches({ range }: vscode.Diagnostic, line: number): boolean {
  return range.start.line <= line && line <= range.end.line;
}

function ruleOf({ code }: vscode.Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code;
}
