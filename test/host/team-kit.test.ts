import { assert } from 'chai';
import * as vscode from 'vscode';
import { activated, diagnosticsOf, fileUri, makeWatched, open } from './workspace.js';

const write = (name: string, text: string): Thenable<void> =>
  vscode.workspace.fs.writeFile(fileUri(name), new TextEncoder().encode(text));
const read = async (name: string): Promise<string> =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(fileUri(name)));

/** The snippets offered at the end of a document, as `prefix name`, as soon as they are these. */
async function snippetsAre(document: vscode.TextDocument, ...expected: string[]): Promise<vscode.CompletionItem[]> {
  const end = document.lineAt(document.lineCount - 1).range.end;
  for (;;) {
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      end,
    );
    const ours = items.filter(({ label }) => typeof label === 'object' && /^kit-/.test(label.label));
    const shown = ours.map(
      ({ label }) =>
        `${(label as vscode.CompletionItemLabel).label} ${(label as vscode.CompletionItemLabel).description}`,
    );
    // Mocha's limit ends the wait.
    if (shown.sort().join() === expected.join()) return ours;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('What a team shares to write with', () => {
  before(async () => {
    await activated();
    // Files are changed there that the editor is to hear of.
    await makeWatched('kit', 'kit/.prfaq', 'kit/.prfaq/snippets');
    await write(
      'kit/.prfaq.yaml',
      'extends: ../kit-base/base.yaml\nkinds:\n  - id: memo\n    files: ["*.memo.md"]\n    sections: [{ id: decision, coaching: { en: Ask for one thing. } }]\n',
    );
    await write(
      'kit/.prfaq/templates/memo.md',
      '---\ntype: memo\ntemplate: { title: Decision memo }\n---\n\n# [Shop]\n\n## Decision\n',
    );
    await write(
      'kit/.prfaq/snippets/ours.code-snippets',
      '{ "Success": { "prefix": "kit-success", "body": ["By $1:", "$0"] } }',
    );
    await write('kit-base/base.yaml', 'rules: { weasel-word: off }\n');
    await write('kit-base/.prfaq/templates/base.md', '# [Base]\n');
    await write('kit-base/.prfaq/snippets/kit-owner.md', 'Owner: [name]\n');
    await write('kit/page.md', 'Plain page.\n\n');
    await write('bare/.prfaq/snippets/kit-bare.md', 'Bare.\n');
    await write('bare/page.md', 'Plain page.\n\n');
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const folder of ['kit', 'kit-base', 'kit-out', 'bare'])
      await vscode.workspace.fs.delete(fileUri(folder), { recursive: true });
  });

  it('are templates for new documents, of what the config extends too', async () => {
    for (const [template, name, text] of [
      ['memo', 'kit/shop.memo.md', '---\ntype: memo\n---\n\n# [Shop]\n\n## Decision\n'],
      ['base', 'kit/inner/base.md', '# [Base]\n'],
    ] as const) {
      await vscode.commands.executeCommand('prfaq.newDocument', { template, uri: fileUri(name) });
      assert.equal(await read(name), text);
    }
    const document = await open('kit/shop.memo.md');
    const at = new vscode.Position(6, 5);
    let hovers: vscode.Hover[] = [];
    while (hovers.length === 0)
      hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, at);
    const texts = hovers.flatMap(({ contents }) => contents.map((one) => (one as vscode.MarkdownString).value));
    assert.include(texts.join('\n'), 'Ask for one thing.');
  });

  it('are snippets in any Markdown of the folder, followed as they change', async () => {
    const document = await open('kit/page.md');
    const found = await snippetsAre(document, 'kit-owner Kit owner', 'kit-success Success');
    const success = found.find(({ label }) => (label as vscode.CompletionItemLabel).label === 'kit-success');
    assert.equal((success!.insertText as vscode.SnippetString).value, 'By $1:\n$0');
    await write('kit/.prfaq/snippets/kit-more.md', 'More.\n');
    await snippetsAre(document, 'kit-more Kit more', 'kit-owner Kit owner', 'kit-success Success');
    await vscode.workspace.fs.delete(fileUri('kit/.prfaq/snippets/kit-more.md'));
    await snippetsAre(document, 'kit-owner Kit owner', 'kit-success Success');
  });

  it('need no config', async () => {
    await snippetsAre(await open('bare/page.md'), 'kit-bare Kit bare');
  });

  it('say what is wrong with them, where it stands', async () => {
    await open('kit/page.md');
    await write('kit/.prfaq/snippets/broken.json', '{\n  "A": { "prefix": "a" }\n}\n');
    const [found] = await diagnosticsOf(fileUri('kit/.prfaq/snippets/broken.json'), (all) => all.length === 1);
    assert.equal(found!.message, 'The key “body” is missing.');
    assert.equal(found!.range.start.line, 1);
    await vscode.workspace.fs.delete(fileUri('kit/.prfaq/snippets/broken.json'));
    await diagnosticsOf(fileUri('kit/.prfaq/snippets/broken.json'), (all) => all.length === 0);
  });

  it('leave as a kit: one config, templates, snippets; what is there is left alone', async () => {
    await write(
      'kit/draft.prfaq.md',
      '---\ntype: prfaq\n---\n\n# Shop sells lamps\n\n## Problem\n\nOur secret numbers.\n\n## Internal FAQ\n\n### Who owns it?\n\nAnn.\n',
    );
    const { uri } = await open('kit/draft.prfaq.md');
    await diagnosticsOf(uri, (all) => all.length > 0);
    const settings = vscode.workspace.getConfiguration('prfaq', uri);
    await settings.update('rules', { 'hype-word': 'error', 'no-rule': 1 }, vscode.ConfigurationTarget.Workspace);
    await write('kit-out/.prfaq/snippets/ours.code-snippets', '{}');
    const written = await vscode.commands.executeCommand<string[]>('prfaq.exportTeamKit', fileUri('kit-out'));
    await settings.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
    assert.sameMembers(written, [
      ...['.prfaq.yaml', '.prfaq/templates/base.md', '.prfaq/templates/memo.md', '.prfaq/templates/draft.md'],
      '.prfaq/snippets/kit-owner.md',
    ]);
    const config = await read('kit-out/.prfaq.yaml');
    for (const line of ['  - id: memo', '          en: Ask for one thing.', '  weasel-word: off', '  hype-word: error'])
      assert.include(config.split('\n'), line);
    assert.notMatch(config, /extends|no-rule/);
    assert.equal(await read('kit-out/.prfaq/snippets/ours.code-snippets'), '{}');
    const template = await read('kit-out/.prfaq/templates/draft.md');
    assert.match(template, /### Who owns it\?\n\n\[Answer\]/);
    assert.notMatch(template, /secret|Ann|lamps/);
    assert.isEmpty(await vscode.commands.executeCommand('prfaq.exportTeamKit', fileUri('kit-out')));
    assert.equal(await read('kit-out/.prfaq.yaml'), config);
  });
});
