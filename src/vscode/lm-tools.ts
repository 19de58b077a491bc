import * as vscode from 'vscode';
import type { FileReport, OutlineReport } from '../core/report.js';
import type { ActiveNarrative } from './active.js';
import { Disposable } from './disposable.js';

/** What an agent says. */
interface Input {
  readonly file?: unknown;
}

type Report = (uri: vscode.Uri) => Promise<FileReport | OutlineReport>;

/**
 * Language model tools: through them an agent in the editor reads the findings and the outline of a narrative, as the objects of the
 * command line's JSON. They answer when they are called; nothing is sent unasked, and nothing leaves for anywhere else.
 */
export class LanguageModelTools extends Disposable {
  constructor(active: ActiveNarrative, check: Report, outline: Report) {
    super();
    // Editors that are built on VS Code may lack this part of it.
    if (!vscode.lm?.registerTool) return;
    const register = (name: string, report: Report, message: (file: string) => string): void => {
      this.register(vscode.lm.registerTool<Input>(name, new Tool(active, report, message)));
    };
    register('prfaq_check', check, (file) => vscode.l10n.t('Checking {0}', file));
    register('prfaq_outline', outline, (file) => vscode.l10n.t('Reading the outline of {0}', file));
  }
}

class Tool implements vscode.LanguageModelTool<Input> {
  constructor(
    readonly active: ActiveNarrative,
    readonly report: Report,
    readonly message: (file: string) => string,
  ) {}

  /** A file of the workspace, or one that is open, is read at once; for any other the user is asked. */
  async prepareInvocation({
    input,
  }: vscode.LanguageModelToolInvocationPrepareOptions<Input>): Promise<vscode.PreparedToolInvocation | undefined> {
    // What can't be found, the invocation itself says.
    const uri = await this.#resolve(input).catch(() => undefined);
    if (!uri) return undefined;
    const name = vscode.workspace.asRelativePath(uri);
    const prepared = { invocationMessage: this.message(name) };
    const isOpen = vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
    if (isOpen || vscode.workspace.getWorkspaceFolder(uri)) return prepared;
    return {
      ...prepared,
      confirmationMessages: {
        title: vscode.l10n.t('Read a file outside the workspace?'),
        message: vscode.l10n.t('Findings and outline of {0} go to the agent that asks.', name),
      },
    };
  }

  async invoke({ input }: vscode.LanguageModelToolInvocationOptions<Input>): Promise<vscode.LanguageModelToolResult> {
    const report = await this.report(await this.#resolve(input));
    return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(JSON.stringify(report))]);
  }

  /** The file that is meant: the narrative in front where none is named. Rejects with what to do where there is none. */
  async #resolve({ file }: Input): Promise<vscode.Uri> {
    if (typeof file !== 'string' || file.trim() === '') {
      await this.active.documents.opened();
      const { state } = this.active;
      if (!state) throw new Error(vscode.l10n.t('No PR/FAQ or six-pager is open. Name the file.'));
      return state.document.uri;
    }
    for (const uri of candidates(file.trim())) {
      try {
        if ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.File) return uri;
      } catch {
        // Not this one.
      }
    }
    throw new Error(vscode.l10n.t('There is no file {0} in the workspace.', file));
  }
}

/** The files that a name may mean: an address, a whole path, or a path in a folder of the workspace, with or without its name. */
function candidates(file: string): vscode.Uri[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(file)) return [vscode.Uri.parse(file)];
  const path = file.replaceAll('\\', '/');
  if (/^(?:\/|[a-z]:\/)/i.test(path)) {
    // The files of a remote or virtual workspace aren't those of this machine.
    const [first] = folders;
    return [first && first.uri.scheme !== 'file' ? first.uri.with({ path }) : vscode.Uri.file(file)];
  }
  return folders.flatMap(({ name, uri }) => [
    vscode.Uri.joinPath(uri, path),
    ...(path.startsWith(`${name}/`) ? [vscode.Uri.joinPath(uri, path.slice(name.length + 1))] : []),
  ]);
}
