import * as vscode from 'vscode';
import type { ActiveNarrative } from '../active.js';
import { Disposable } from '../disposable.js';
import type { DocumentState, Documents } from '../documents.js';
import { moveKept } from '../kept.js';
import { load } from '../load.js';
import { isUnsaved } from '../unsaved.js';
import type { NotesFeature } from './feature.js';
import { notesFolder, notesOf, rootOf, watchNotes } from './folder.js';
import type { Notes } from './store.js';
import type { NotesNode } from './view.js';

const COMMANDS = [
  'prfaq.addNote',
  'prfaq.editNote',
  'prfaq.saveNoteEdit',
  'prfaq.cancelNoteEdit',
  'prfaq.changeNoteKind',
  'prfaq.deleteNote',
  'prfaq.resolveNote',
  'prfaq.reopenNote',
  'prfaq.answerNoteLater',
  'prfaq.revealNote',
  'prfaq.groupNotes',
  'prfaq.filterNotes',
  'prfaq.startNextDraft',
  'prfaq.exportMeetingRecord',
  'prfaq.writeNote.question',
  'prfaq.writeNote.concern',
  'prfaq.writeNote.suggestion',
  'prfaq.writeNote.praise',
  'prfaq.writeNote.typo',
];

/**
 * Notes in the margin, loaded when they are needed: when a narrative is open that has some, when their view is looked at, or when a command
 * or a meeting asks.
 */
export class NotesStarter extends Disposable implements vscode.TreeDataProvider<NotesNode> {
  readonly #refresh = this.register(new vscode.EventEmitter<void>());
  readonly onDidChangeTreeData = this.#refresh.event;
  readonly #tree: vscode.TreeView<NotesNode>;
  readonly #looked = new Set<string>();
  #feature: NotesFeature | undefined;
  #loading: Promise<NotesFeature> | undefined;
  /** Starts a note in the preview, if that is in front; set by who has it. */
  addInPreview: () => Promise<boolean> = () => Promise.resolve(false);

  constructor(
    readonly documents: Documents,
    readonly active: ActiveNarrative,
    readonly context: Pick<vscode.ExtensionContext, 'extensionUri' | 'workspaceState'>,
  ) {
    super();
    this.#tree = this.register(
      vscode.window.createTreeView('prfaq.notes', {
        treeDataProvider: this,
        showCollapseAll: true,
        canSelectMany: true,
        manageCheckboxStateManually: true,
      }),
    );
    for (const command of COMMANDS)
      this.register(
        vscode.commands.registerCommand(command, async (argument: unknown) => {
          if (command === 'prfaq.addNote' && argument === undefined && (await this.addInPreview())) return undefined;
          await this.documents.opened();
          return (await this.#load()).run(command, argument);
        }),
      );
    this.register(active.onDidChange((state) => (this.#feature ? undefined : this.#look(state))));
    this.register(
      vscode.workspace.onDidRenameFiles(async ({ files }) => {
        for (const { oldUri, newUri } of files) {
          await moveKept(this.context.workspaceState, oldUri, newUri);
          if (this.#feature || (await exists(notesFolder(oldUri)))) await (await this.notes()).move(oldUri, newUri);
        }
      }),
    );
  }

  /** The notes; loads what they need. */
  async notes(): Promise<Notes> {
    return (await this.#load()).notes;
  }

  #load(): Promise<NotesFeature> {
    const { extensionUri, workspaceState: storage } = this.context;
    this.#loading ??= load(extensionUri, 'notes').then(({ NotesFeature }) => {
      this.#feature = this.register(
        new NotesFeature({
          documents: this.documents,
          active: this.active,
          storage,
          tree: this.#tree,
          refresh: () => this.#refresh.fire(),
        }),
      );
      return this.#feature;
    });
    return this.#loading;
  }

  /** Loads notes for a narrative that has some, or gets some later. */
  async #look(state: DocumentState | undefined): Promise<void> {
    if (!state?.checked?.analysis.narrative.kind) return;
    this.#refresh.fire();
    if (isUnsaved(state.document.uri)) return;
    const folder = notesFolder(state.document.uri);
    if (this.#looked.has(folder.path)) return;
    this.#looked.add(folder.path);
    // Without notes of its own, it may have left some where it was before it was moved.
    if ((await exists(folder)) || (await exists(notesOf(rootOf(state.document.uri))))) return void this.#load();
    const root = vscode.workspace.getWorkspaceFolder(state.document.uri);
    if (!root) return;
    const watcher = this.register(watchNotes(root.uri));
    watcher.onDidCreate(async () => {
      if (this.#feature) watcher.dispose();
      else if (await exists(folder)) void this.#load();
    });
  }

  // ---------------------------------------------------------------- the view, as long as nobody has looked at it

  async getChildren(node?: NotesNode): Promise<NotesNode[]> {
    if (!this.active.state?.checked?.analysis.narrative.kind) return [];
    return (await this.#load()).view.getChildren(node);
  }

  getTreeItem(node: NotesNode): vscode.TreeItem {
    return this.#feature!.view.getTreeItem(node);
  }
}

function exists(uri: vscode.Uri): Thenable<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
