import * as vscode from 'vscode';
import type { Checked } from '../core/check.js';
import { MARKDOWN_ENDINGS } from '../core/markdown/file-names.js';
import type { toDiagnostic } from './convert.js';
import { Disposable } from './disposable.js';
import type { Documents } from './documents.js';
import type { sizeLimit } from './settings.js';

/** What this bundle borrows from the main one, which has it anyway. */
interface Lent {
  readonly documents: Documents;
  readonly extensionUri: vscode.Uri;
  readonly toDiagnostic: typeof toDiagnostic;
  readonly sizeLimit: typeof sizeLimit;
}

/** What the command gives to who runs it from code. */
export interface WorkspaceCheck {
  readonly files: number;
  readonly narratives: number;
  readonly findings: number;
  readonly unreadable: readonly vscode.Uri[];
}

const FILES = `**/*.{${MARKDOWN_ENDINGS.join(',')}}`;
const EXCLUDED = '**/node_modules/**';

/** Files that are read at the same time: on a remote machine most of the time is waiting. */
const AT_ONCE = 8;

/** Unreadable files that are named; more make no message. */
const NAMED = 3;

/**
 * `prfaq.checkWorkspace`, a bundle of its own: findings of documents that aren't open. They stay until the document opens, which shows its own, or its file or
 * a setting changes, or the next run.
 */
export class CheckWorkspace extends Disposable {
  readonly #collection = this.register(vscode.languages.createDiagnosticCollection('prfaq-workspace'));
  /** When a file that has findings here was last written, as it was read. */
  readonly #written = new Map<string, number>();
  readonly #watchers: vscode.FileSystemWatcher[] = [];

  constructor(readonly lent: Lent) {
    super();
    const { documents } = lent;
    this.register(documents.onDidChange(({ document }) => this.#forget(document.uri)));
    this.register(documents.team.onDidChange(() => this.#forgetAll()));
    this.register(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('prfaq')) this.#forgetAll();
      }),
    );
  }

  async run(): Promise<WorkspaceCheck | undefined> {
    if (!vscode.workspace.workspaceFolders) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a folder first.'));
      return undefined;
    }
    this.#watch();
    this.#forgetAll();
    const progress = { location: vscode.ProgressLocation.Notification, cancellable: true };
    const found = await vscode.window.withProgress(
      { ...progress, title: vscode.l10n.t('Checking PR/FAQs and six-pagers') },
      (reporter, token) => this.#check(reporter, token),
    );
    // Who cancels knows it; what was found until then stays.
    if (found) void tell(found);
    return found;
  }

  async #check(
    progress: vscode.Progress<{ message?: string; increment?: number }>,
    token: vscode.CancellationToken,
  ): Promise<WorkspaceCheck | undefined> {
    const uris = await findFiles(token);
    const unreadable: vscode.Uri[] = [];
    let narratives = 0;
    let findings = 0;
    let next = 0;
    const work = async (): Promise<void> => {
      for (let uri = uris[next++]; uri && !token.isCancellationRequested; uri = uris[next++]) {
        const count = await this.#checkFile(uri).catch(() => void unreadable.push(uri!));
        if (typeof count === 'number') {
          narratives++;
          findings += count;
        }
        progress.report({ message: vscode.workspace.asRelativePath(uri), increment: 100 / uris.length });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return token.isCancellationRequested ? undefined : { files: uris.length, narratives, findings, unreadable };
  }

  /** The number of findings; null for other Markdown and for what is too large. Rejects for a file that can't be read. */
  async #checkFile(uri: vscode.Uri): Promise<number | null> {
    const { documents, extensionUri, toDiagnostic } = this.lent;
    await documents.ready(uri);
    const open = documents.current(uri);
    const { mtime } = await vscode.workspace.fs.stat(uri);
    const checked = open ? open.checked : this.#read(uri, await vscode.workspace.fs.readFile(uri));
    if (!checked?.analysis.narrative.kind) return null;
    // It may have been opened while it was read.
    if (checked.findings.length > 0 && !documents.current(uri)) {
      this.#collection.set(
        uri,
        checked.findings.map((finding) => toDiagnostic(checked.analysis.markdown, finding, extensionUri)),
      );
      this.#written.set(uri.toString(), mtime);
    }
    return checked.findings.length;
  }

  #read(uri: vscode.Uri, bytes: Uint8Array): Checked | null {
    const text = new TextDecoder().decode(bytes);
    return text.length > this.lent.sizeLimit(uri) ? null : this.lent.documents.check(uri, text);
  }

  /** Watches the folders that are open now. */
  #watch(): void {
    for (const watcher of this.#watchers.splice(0)) watcher.dispose();
    for (const { uri: root } of vscode.workspace.workspaceFolders ?? []) {
      const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(root, FILES));
      // A file that is made and changed soon after is told of once, as made.
      for (const event of [watcher.onDidCreate, watcher.onDidChange, watcher.onDidDelete])
        event((uri) => void this.#forgetChanged(within(root, uri)));
      this.#watchers.push(watcher);
    }
  }

  /** Forgets a file that was written since it was read, or is gone: what happened before may be told of later. */
  async #forgetChanged(uri: vscode.Uri): Promise<void> {
    const read = this.#written.get(uri.toString());
    if (read === undefined) return;
    const now = await vscode.workspace.fs.stat(uri).then(
      ({ mtime }) => mtime,
      () => undefined,
    );
    if (now !== read && this.#written.get(uri.toString()) === read) this.#forget(uri);
  }

  #forget(uri: vscode.Uri): void {
    if (this.#written.delete(uri.toString())) this.#collection.delete(uri);
  }

  #forgetAll(): void {
    this.#written.clear();
    this.#collection.clear();
  }

  override dispose(): void {
    for (const watcher of this.#watchers) watcher.dispose();
    super.dispose();
  }
}

/** In the web host, searches and watchers give a server another name than the folder has, by which editors open its files. */
function within(root: vscode.Uri, { path }: vscode.Uri): vscode.Uri {
  return root.with({ path });
}

/** The Markdown files of all folders of the workspace, each once. */
async function findFiles(token: vscode.CancellationToken): Promise<vscode.Uri[]> {
  const found = new Map<string, vscode.Uri>();
  for (const { uri: root } of vscode.workspace.workspaceFolders ?? []) {
    const pattern = new vscode.RelativePattern(root, FILES);
    for (const file of await vscode.workspace.findFiles(pattern, EXCLUDED, undefined, token)) {
      const uri = within(root, file);
      found.set(uri.toString(), uri);
    }
  }
  return [...found.values()];
}

/** One message, with what couldn't be read, and the way to the findings. */
async function tell({ narratives, findings, unreadable }: WorkspaceCheck): Promise<void> {
  const summary = vscode.l10n.t('PR/FAQs and six-pagers checked: {0}. Findings: {1}.', narratives, findings);
  const show = vscode.l10n.t('Show Problems');
  const items = findings > 0 ? [show] : [];
  const names = unreadable.slice(0, NAMED).map((uri) => vscode.workspace.asRelativePath(uri));
  if (unreadable.length > NAMED) names.push('…');
  const chosen = await (names.length === 0
    ? vscode.window.showInformationMessage(summary, ...items)
    : vscode.window.showWarningMessage(
        `${summary} ${vscode.l10n.t('Could not be read: {0}', names.join(', '))}`,
        ...items,
      ));
  if (chosen === show) await vscode.commands.executeCommand('workbench.actions.view.problems');
}
