import * as vscode from 'vscode';
import { languageOf } from '../core/languages/index.js';
import { type FileReport, fileReport, type OutlineReport, outlineReport } from '../core/report.js';
import { unaskedQuestions } from '../core/rules/hard-questions.js';
import { findCoaching } from '../core/templates/coaching.js';
import { sectionFor, teamCoaching } from '../core/templates/insert.js';
import { writeQuestions } from '../core/templates/questions.js';
import { ActiveNarrative } from './active.js';
import { type MarkdownIt, markQuestions } from './built-in-preview.js';
import type { CheckWorkspace } from './check-workspace.js';
import { CodeActions, fixAllCommand } from './code-actions.js';
import { toDiagnostic } from './convert.js';
import { Diagnostics } from './diagnostics.js';
import { Documents } from './documents.js';
import { insertSectionCommand } from './insert-section.js';
import { Library } from './library.js';
import { LanguageModelTools } from './lm-tools.js';
import { load } from './load.js';
import { NotesStarter } from './notes/starter.js';
import type { OutlineNode } from './outline/nodes.js';
import { OutlineStarter } from './outline/starter.js';
import { PinSection } from './pin-section.js';
import { PreviewStarter } from './preview/starter.js';
import { sizeLimit } from './settings.js';
import { Status } from './status.js';
import { TeamStarter } from './team/team-starter.js';
import type { Lent } from './writing/feature.js';

/** What other extensions get from `activate()`: the same objects as the command line's JSON. */
export interface Api {
  readonly version: 1;
  check(uri: vscode.Uri): Promise<FileReport>;
  outline(uri: vscode.Uri): Promise<OutlineReport>;
  /** Called by VS Code’s own Markdown preview. */
  extendMarkdownIt(markdown: MarkdownIt): MarkdownIt;
}

/** Puts the features together. */
export function activate(context: vscode.ExtensionContext): Api {
  const { subscriptions, extensionUri } = context;
  const library = new Library(extensionUri);
  const team = new TeamStarter(extensionUri);
  const documents = new Documents(library, team);
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
  const lent: Lent = {
    documents,
    languageOf,
    unaskedQuestions,
    sectionFor,
    teamCoaching,
    writeQuestions,
    findCoaching,
  };
  let workspaceCheck: CheckWorkspace | undefined;
  subscriptions.push(
    library,
    team,
    documents,
    active,
    notes,
    new Diagnostics(documents, extensionUri),
    new CodeActions(documents, extensionUri),
    new OutlineStarter(active, extensionUri),
    new PinSection(documents, active),
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
    vscode.commands.registerCommand('prfaq.fixAll', () => fixAllCommand(active)),
    vscode.commands.registerCommand('prfaq.newDocument', async (target: unknown) =>
      (await library.load()).newDocument(lent, target),
    ),
    vscode.commands.registerCommand('prfaq.exportTeamKit', async (folder: unknown) =>
      (await load(extensionUri, 'team')).exportTeamKit(
        await team.configs(),
        await library.load(),
        active.state,
        folder,
      ),
    ),
    library.onDidLoad(({ startWriting }) => subscriptions.push(startWriting(lent))),
    vscode.commands.registerCommand('prfaq.insertSection', (target?: string | OutlineNode) =>
      insertSectionCommand(active, target),
    ),
  );
  // What is open is read once activation is over: the editor isn't kept waiting for it.
  const start = setTimeout(() => {
    documents.start();
    team.start();
  });
  subscriptions.push({ dispose: () => clearTimeout(start) });
  const checkedOf = async (uri: vscode.Uri) => {
    await library.load();
    const checked = (await documents.load(uri))?.checked;
    if (!checked) throw new Error(vscode.l10n.t('{0} is larger than the setting prfaq.maxFileSize allows.', uri.path));
    return checked;
  };
  const check = async (uri: vscode.Uri) => fileReport(uri.path, await checkedOf(uri));
  const outline = async (uri: vscode.Uri) => outlineReport(uri.path, await checkedOf(uri));
  subscriptions.push(new LanguageModelTools(active, check, outline));
  return { version: 1, check, outline, extendMarkdownIt: (markdown) => markQuestions(markdown, documents) };
}
