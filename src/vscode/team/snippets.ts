import * as vscode from 'vscode';
import { Disposable } from '../disposable.js';
import type { TeamConfigs } from './team-configs.js';

/** Offers a team's snippets in the Markdown documents of its folders, by what is typed to get them. */
export class SnippetCompletion extends Disposable implements vscode.CompletionItemProvider {
  constructor(readonly configs: TeamConfigs) {
    super();
    this.register(vscode.languages.registerCompletionItemProvider({ language: 'markdown' }, this));
  }

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.CompletionItem[]> {
    const { snippets } = await this.configs.kitFor(document.uri);
    const line = document.lineAt(position.line).text.slice(0, position.character);
    const range = new vscode.Range(position.translate(0, -/\S*$/.exec(line)![0].length), position);
    return snippets.flatMap(({ name, prefixes, body, description }) =>
      prefixes.map((prefix) => {
        const item = new vscode.CompletionItem({ label: prefix, description: name }, vscode.CompletionItemKind.Snippet);
        item.insertText = new vscode.SnippetString(body);
        item.range = range;
        item.detail = description === '' ? vscode.l10n.t('The team’s snippet') : description;
        item.documentation = new vscode.MarkdownString().appendCodeblock(plain(body), 'markdown');
        return item;
      }),
    );
  }
}

/** What a snippet writes before anything is filled in. */
function plain(body: string): string {
  return body.replace(/\$\{\d+:((?:[^}\\]|\\.)*)\}|\$\d+/g, '$1').replace(/\\([\\$}])/g, '$1');
}
