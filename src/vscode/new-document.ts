import * as vscode from 'vscode';
import { listTemplates, newDocument, templateLanguage, toSnippet } from '../core/templates/templates.js';

interface NewDocumentArguments {
  readonly template?: unknown;
  readonly uri?: unknown;
  readonly language?: unknown;
}

/** `prfaq.newDocument`: a document from a template, in a new file where `uri` says, else untitled. Never overwrites a file. */
export async function newDocumentCommand(
  args: NewDocumentArguments | vscode.Uri | undefined,
): Promise<vscode.Uri | undefined> {
  const given = args instanceof vscode.Uri ? {} : (args ?? {});
  const language = templateLanguage(typeof given.language === 'string' ? given.language : vscode.env.language);
  const template = typeof given.template === 'string' ? given.template : await pick(language);
  if (template === undefined) return undefined;
  const text = newDocument(template, language);
  if (text === null) throw new Error(vscode.l10n.t('There is no template “{0}”.', template));
  if (given.uri !== undefined) return createFile(toUri(given.uri), text);
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: '' });
  const editor = await vscode.window.showTextDocument(document);
  await editor.insertSnippet(new vscode.SnippetString(toSnippet(text)));
  return document.uri;
}

async function pick(language: ReturnType<typeof templateLanguage>): Promise<string | undefined> {
  const items = listTemplates(language).map(({ id, title, description }) => ({
    id,
    label: title,
    detail: description,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    placeHolder: vscode.l10n.t('What do you want to write?'),
    matchOnDetail: true,
  });
  return chosen?.id;
}

function toUri(value: unknown): vscode.Uri {
  if (value instanceof vscode.Uri) return value;
  if (typeof value === 'string') return vscode.Uri.parse(value, true);
  return vscode.Uri.from(value as { scheme: string; path: string });
}

async function createFile(uri: vscode.Uri, text: string): Promise<vscode.Uri> {
  const edit = new vscode.WorkspaceEdit();
  // Fails where there is a file of that name: `overwrite` and `ignoreIfExists` are both off.
  edit.createFile(uri, { contents: new TextEncoder().encode(text) });
  if (!(await vscode.workspace.applyEdit(edit))) {
    throw new Error(
      vscode.l10n.t(
        '{0} could not be created. If there is a file of that name, choose another.',
        uri.path.split('/').at(-1) ?? '',
      ),
    );
  }
  await vscode.window.showTextDocument(uri);
  return uri;
}
