import * as vscode from 'vscode';
import type { FileReport, OutlineReport } from '../core/report.js';
import { ActiveNarrative } from './active.js';
import { type MarkdownIt, markQuestions } from './built-in-preview.js';
import type { CheckWorkspace } from './check-workspace.js';
import { toDiagnostic } from './convert.js';
import { Diagnostics } from './diagnostics.js';
import { Documents } from './documents.js';
import { LanguageModelTools } from './lm-tools.js';
import { Bundle, load } from './load.js';
import { NotesStarter } from './notes/starter.js';
import type { OutlineNode } from './outline/nodes.js';
import { OutlineStarter } from './outline/starter.js';
import { PreviewStarter } from './preview/starter.js';
import { sizeLimit } from './settings.js';
import { Status } from './status.js';
import { TeamStarter } from './team/team-starter.js';

/** What other extensions get from `activate()`: the same objects as the command line's JSON. */
export interface Api {
  readonly version: 1;
  check(uri: vscode.Uri): Promise<FileReport>;
  outline(uri: vscode.Uri): Promise<OutlineReport>;
  /** Called by VS Code’s own Markdown preview. */
  extendMarkdownIt(markdown: MarkdownIt): MarkdownIt;
}

type Engine = typeof import('./engine.js');

/** Puts the features together. */
export function activate(context: vscode.ExtensionContext): Api {
  const { subscriptions, extensionUri } = context;
  const engine = new Bundle(extensionUri, 'engine');
  const writing = new Bundle(extensionUri, 'writing');
  const team = new TeamStarter(extensionUri, engine);
  const documents = new Documents(engine, writing, team);
  const active = new ActiveNarrative(documents);
  const notes = new NotesStarter(documents, active, context);
  const previews = new PreviewStarter({
    documents,
    active,
    context,
    notes: () => notes.notes(),
    page: (uri) => documents.options(uri).page,
  });
  notes.addInPreview = () => previews.addNote();
  /** A command on the document in front waits until what is open was read. */
  const command = <Target>(id: string, run: (loaded: Engine, target: Target) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(id, async (target: Target) => {
      await documents.opened();
      return run(await engine.load(), target);
    });
  let workspaceCheck: CheckWorkspace | undefined;
  subscriptions.push(
    engine,
    writing,
    team,
    documents,
    active,
    notes,
    new Diagnostics(documents, extensionUri),
    new OutlineStarter(active, extensionUri),
    new Status(documents),
    previews,
    vscode.commands.registerCommand('prfaq.checkWorkspace', async () => {
      const { CheckWorkspace: Check } = await load(extensionUri, 'check-workspace');
      if (!workspaceCheck) {
        workspaceCheck = new Check({ documents, extensionUri, toDiagnostic, sizeLimit });
        subscriptions.push(workspaceCheck);
      }
      return workspaceCheck.run();
    }),
    command('prfaq.fixAll', async ({ findCoaching }) => (await writing.load()).fixAllCommand(active, findCoaching)),
    command<string | OutlineNode | undefined>('prfaq.insertSection', async ({ insertion }, target) =>
      (await writing.load()).insertSectionCommand(active, insertion, target),
    ),
    command<string | OutlineNode | undefined>('prfaq.pinSection', async (_, target) =>
      (await writing.load()).pinSectionCommand(active, target),
    ),
    vscode.commands.registerCommand('prfaq.newDocument', async (target: unknown) =>
      (await writing.load()).newDocument({ documents, extensionUri, ...(await engine.load()) }, target),
    ),
    command('prfaq.exportTeamKit', async (_, folder) =>
      (await load(extensionUri, 'team')).exportTeamKit(
        await team.configs(),
        await writing.load(),
        active.state,
        folder,
      ),
    ),
    writing.onDidLoad(async ({ startWriting }) =>
      subscriptions.push(startWriting({ documents, extensionUri, ...(await engine.load()) })),
    ),
  );
  // What is open is read once activation is over: the editor isn't kept waiting for it.
  const start = setTimeout(() => {
    documents.start();
    team.start();
  });
  subscriptions.push({ dispose: () => clearTimeout(start) });
  const checkedOf = async (uri: vscode.Uri) => {
    await writing.load();
    const checked = (await documents.load(uri))?.checked;
    if (!checked) throw new Error(vscode.l10n.t('{0} is larger than the setting prfaq.maxFileSize allows.', uri.path));
    return checked;
  };
  const check = async (uri: vscode.Uri) => (await engine.load()).fileReport(uri.path, await checkedOf(uri));
  const outline = async (uri: vscode.Uri) => (await engine.load()).outlineReport(uri.path, await checkedOf(uri));
  subscriptions.push(new LanguageModelTools(active, check, outline));
  return { version: 1, check, outline, extendMarkdownIt: (markdown) => markQuestions(markdown, documents) };
}
