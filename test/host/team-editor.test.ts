import { assert } from 'chai';
import * as vscode from 'vscode';
import { activated, diagnosticsOf, fileUri } from './workspace.js';

const write = (name: string, text: string): Thenable<void> =>
  vscode.workspace.fs.writeFile(fileUri(name), new TextEncoder().encode(text));

/** Opens a config with the cursor at `‸`; resolves once it has been read, which the mistake in its last line tells. */
async function openConfig(name: string, marked: string): Promise<{ uri: vscode.Uri; at: vscode.Position }> {
  const offset = marked.indexOf('‸');
  await activated();
  await write(name, `${marked.replace('‸', '')}\nmistake: 1\n`);
  const document = await vscode.workspace.openTextDocument(fileUri(name));
  await vscode.window.showTextDocument(document);
  await diagnosticsOf(document.uri, (all) => all.some(({ message }) => message.includes('mistake')));
  return { uri: document.uri, at: document.positionAt(offset) };
}

async function completionsAt(name: string, marked: string): Promise<vscode.CompletionItem[]> {
  const { uri, at } = await openConfig(name, marked);
  const found = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    uri,
    at,
  );
  return found.items.filter(({ documentation }) => documentation);
}

const labels = (items: readonly vscode.CompletionItem[]): string[] =>
  items
    .toSorted((a, b) => (a.sortText! < b.sortText! ? -1 : 1))
    .map(({ label }) => (typeof label === 'string' ? label : label.label));

describe('In a team’s config, the editor', () => {
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(fileUri('assisted'), { recursive: true });
  });

  it('completes rules, severities and the kinds that this config makes', async () => {
    const severities = await completionsAt('assisted/.prfaq.yaml', 'rules:\n  weasel-word: w‸\n');
    assert.deepEqual(labels(severities), ['error', 'warning', 'information', 'hint', 'off']);
    assert.match((severities.at(-1)!.documentation as vscode.MarkdownString).value, /^Silences the rule/);
    const rules = await completionsAt('assisted/a/.prfaq.yml', 'rules:\n  ‸\n');
    assert.includeMembers(labels(rules), ['missing-section', 'avoided-word']);
    const kinds = await completionsAt(
      'assisted/b/.prfaq.yml',
      'kinds:\n  - { id: memo, sections: [{ id: why }] }\nfiles:\n  "*.md": ‸\n',
    );
    assert.deepEqual(labels(kinds), ['prfaq', 'six-pager', 'memo', 'none']);
  });

  it('says what a key is for', async () => {
    const { uri, at } = await openConfig('assisted/c/.prfaq.yaml', 'rules:\n  sentence-‸length: off\n');
    const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, at);
    const [text] = hover!.contents as vscode.MarkdownString[];
    assert.match(text!.value, /`rules\.sentence-length`\*\*\n\nA sentence is too long to follow\./);
  });

  it('leaves other YAML alone', async () => {
    await activated();
    const document = await vscode.workspace.openTextDocument({ language: 'yaml', content: 'rules:\n  ' });
    const found = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      new vscode.Position(1, 2),
    );
    assert.notIncludeMembers(labels(found.items), ['missing-section']);
  });
});
