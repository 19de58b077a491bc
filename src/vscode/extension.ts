import * as vscode from 'vscode';
import { type FileReport, fileReport, type OutlineReport, outlineReport } from '../core/report.js';
import { ActiveNarrative } from './active.js';
import { type MarkdownIt, markQuestions } from './built-in-preview.js';
import { CheckWorkspace } from './check-workspace.js';
import { Coaching } from './coaching.js';
import { CodeActions } from './code-actions.js';
import { Completion } from './completion.js';
import { Diagnostics } from './diagnostics.js';
import { Documents } from './documents.js';
import { Folding } from './folding.js';
import { Hovers } from './hover.js';
import { insertSectionCommand } from './insert-section.js';
import { Library } from './library.js';
import { newDocumentCommand } from './new-document.js';
import { NotesStarter } from './notes/starter.js';
import type { OutlineNode } from './outline/nodes.js';
import { OutlineStarter } from './outline/starter.js';
import { PinSection } from './pin-section.js';
import { Previews } from './preview/previews.js';
import { Status } from './status.js';

/** What other extensions get from `activate()`: the same objects as the command line's JSON. */
export interface Api {
  readonly version: 1;
  check(uri: vscode.Uri): Promise<FileReport>;
  outline(uri: vscode.Uri): Promise<OutlineReport>;
  /** Called by VS Code’s own Markdown preview. */
  extendMarkdownIt(markdown: MarkdownIt): MarkdownIt;
}

/** Puts the features together. */
export function activate({ subscriptions, extensionUri }: vscode.ExtensionContext): Api {
  const library = new Library(extensionUri);
  const documents = new Documents(library);
  const active = new ActiveNarrative(documents);
  const notes = new NotesStarter(documents, extensionUri);
  subscriptions.push(
    library,
    documents,
    active,
    notes,
    new Diagnostics(documents, extensionUri),
    new CheckWorkspace(documents, extensionUri),
    new CodeActions(documents, extensionUri),
    new Coaching(),
    new Completion(documents),
    new Folding(documents),
    new Hovers(documents),
    new OutlineStarter(active, extensionUri),
    new PinSection(documents, active),
    new Status(documents),
    new Previews(documents, active, extensionUri),
    vscode.commands.registerCommand('prfaq.newDocument', (target: unknown) => newDocumentCommand(library, target)),
    vscode.commands.registerCommand('prfaq.insertSection', (target?: string | OutlineNode) =>
      insertSectionCommand(active, target),
    ),
  );
  // What is open is read once activation is over: the editor isn't kept waiting for it.
  const start = setTimeout(() => documents.start());
  subscriptions.push({ dispose: () => clearTimeout(start) });
  const checkedOf = async (uri: vscode.Uri) => {
    await library.load();
    const checked = (await documents.load(uri))?.checked;
    if (!checked) throw new Error(vscode.l10n.t('{0} is larger than the setting prfaq.maxFileSize allows.', uri.path));
    return checked;
  };
  return {
    version: 1,
    check: async (uri) => fileReport(uri.path, await checkedOf(uri)),
    outline: async (uri) => outlineReport(uri.path, await checkedOf(uri)),
    extendMarkdownIt: (markdown) => markQuestions(markdown, documents),
  };
}
