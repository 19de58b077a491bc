import { assert } from 'chai';
import * as vscode from 'vscode';
import { unless } from '../bed/unless.js';
import { activated, diagnosticsOf, fileUri, open } from './workspace.js';

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

const DRAFT =
  '---\ntype: prfaq\n---\n\n# Lantern\n\n## Problem\n\nIt might be dark, and the ZQT of a walker fails at night.\n';

const rulesOf = (found: readonly vscode.Diagnostic[]): string[] =>
  found.map(({ code }) => (code as { value: string }).value);

const read = async (name: string): Promise<string> =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(fileUri(name)));

/** Runs the quick fix of this title where a word stands. Asks until it is there: VS Code drops what it is asked while providers register. */
async function quickFix(document: vscode.TextDocument, word: string, title: string): Promise<void> {
  const at = document.positionAt(document.getText().indexOf(word));
  const range = new vscode.Range(at, at);
  let command: vscode.Command | undefined;
  while (!command) {
    const actions = await vscode.commands
      .executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range)
      .then(undefined, (error: unknown) => {
        if (String(error).includes('Canceled')) return [];
        throw error;
      });
    command = actions.find((one) => one.title === title)?.command;
  }
  await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}

describe('A quick fix that changes the team’s config', () => {
  // In a browser VS Code saves a second after an edit, by default.
  const autoSave = (mode: 'off' | undefined): Thenable<void> =>
    vscode.workspace.getConfiguration('files').update('autoSave', mode, vscode.ConfigurationTarget.Workspace);

  before(async () => {
    await autoSave('off');
    for (const folder of ['none', 'some', 'broken']) await write(`fixed/${folder}/draft.md`, DRAFT);
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(fileUri('fixed'), { recursive: true });
    await autoSave(undefined);
  });

  it('makes one in the workspace folder where there is none', async () => {
    const document = await open('fixed/none/draft.md');
    await diagnosticsOf(document.uri, (all) => rulesOf(all).includes('undefined-acronym'));
    await quickFix(document, 'ZQT', 'Add “ZQT” to the team’s vocabulary');
    await diagnosticsOf(document.uri, (all) => all.length > 0 && !rulesOf(all).includes('undefined-acronym'));
    assert.match(await read('.prfaq.yaml'), /^# .+\nvocabulary:\n {2}acronyms:\n {4}- ZQT\n$/);
    await vscode.workspace.fs.delete(fileUri('.prfaq.yaml'));
    await diagnosticsOf(document.uri, (all) => rulesOf(all).includes('undefined-acronym'));
  });

  it('adds to the nearest, leaves its comments, saves it, and can be undone', async () => {
    const before = '# Ours\nvocabulary: # words\n  allow: [robust] # yes\n';
    await write('fixed/some/.prfaq.yaml', before);
    const document = await open('fixed/some/draft.md');
    await diagnosticsOf(document.uri, (all) => rulesOf(all).includes('weasel-word'));
    await quickFix(document, 'might', 'Add “might” to the team’s vocabulary');
    await diagnosticsOf(document.uri, (all) => all.length > 0 && !rulesOf(all).includes('weasel-word'));
    assert.equal(await read('fixed/some/.prfaq.yaml'), before.replace('[robust]', '[robust, might]'));
    await vscode.window.showTextDocument(fileUri('fixed/some/.prfaq.yaml'));
    await vscode.commands.executeCommand('undo');
    await diagnosticsOf(document.uri, (all) => rulesOf(all).includes('weasel-word'));
    assert.equal(vscode.window.activeTextEditor!.document.getText(), before);
    await vscode.window.activeTextEditor!.document.save();
  });

  it('adds to what is not saved yet, and leaves saving to its author', async () => {
    const config = await vscode.workspace.openTextDocument(fileUri('fixed/some/.prfaq.yaml'));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(config.uri, new vscode.Position(0, 0), '# Not saved\n');
    await vscode.workspace.applyEdit(edit);
    const document = await open('fixed/some/draft.md');
    await diagnosticsOf(document.uri, (all) => rulesOf(all).includes('weasel-word'));
    await quickFix(document, 'might', 'Add “might” to the team’s vocabulary');
    assert.isTrue(config.isDirty);
    assert.match(config.getText(), /^# Not saved\n# Ours\n.*\n.*\[robust, might\]/);
    await config.save();
  });

  it('leaves one alone that is broken', async () => {
    const before = 'vocabulary:\n  allow: [robust\n';
    await write('fixed/broken/.prfaq.yaml', before);
    const document = await open('fixed/broken/draft.md');
    await diagnosticsOf(document.uri, (all) => rulesOf(all).includes('weasel-word'));
    await quickFix(document, 'might', 'Add “might” to the team’s vocabulary');
    assert.equal(await read('fixed/broken/.prfaq.yaml'), before);
    const config = await vscode.workspace.openTextDocument(fileUri('fixed/broken/.prfaq.yaml'));
    assert.isFalse(config.isDirty);
  });
});

const inNode = unless(
  'VS Code takes no second folder from an extension in a web worker here: nothing happens',
  'WorkerGlobalScope' in globalThis,
  describe,
);
inNode('In a workspace of several folders', () => {
  const second = (): vscode.Uri => vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'second');
  before(async () => {
    await activated();
    for (const folder of ['first', 'second', 'second/inner']) await write(`${folder}/draft.md`, DRAFT);
    await write('first/.prfaq.yaml', 'rules: { weasel-word: error, undefined-acronym: off }\n');
    await write('second/.prfaq.yaml', 'rules: { weasel-word: off, undefined-acronym: warning }\n');
    await write('second/inner/.prfaq.yaml', 'rules: { weasel-word: hint }\n');
    const added = new Promise((resolve) => vscode.workspace.onDidChangeWorkspaceFolders(resolve));
    assert.isTrue(vscode.workspace.updateWorkspaceFolders(1, 0, { uri: second(), name: 'second' }));
    await added;
  });
  after(async () => {
    if ((vscode.workspace.workspaceFolders?.length ?? 0) < 2) return;
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const removed = new Promise((resolve) => vscode.workspace.onDidChangeWorkspaceFolders(resolve));
    vscode.workspace.updateWorkspaceFolders(1, 1);
    await removed;
    for (const folder of ['first', 'second']) await vscode.workspace.fs.delete(fileUri(folder), { recursive: true });
  });

  /** The findings on words in a document, as `rule severity`, as soon as they are these. */
  const severities = async (name: string, ...expected: string[]): Promise<void> => {
    const { uri } = await open(name);
    const shown = (all: readonly vscode.Diagnostic[]): string =>
      all
        .map((one) => `${(one.code as { value: string }).value} ${vscode.DiagnosticSeverity[one.severity]}`)
        .filter((one) => /^(?:weasel|undefined)/.test(one))
        .sort()
        .join();
    await diagnosticsOf(uri, (all) => all.length > 0 && shown(all) === expected.sort().join());
  };

  it('each goes by its own config, and a folder within by the nearest', async () => {
    await severities('first/draft.md', 'weasel-word Error');
    await severities('second/draft.md', 'undefined-acronym Warning');
    await severities('second/inner/draft.md', 'weasel-word Hint', 'undefined-acronym Information');
  });

  it('each has settings of its own', async () => {
    const settings = vscode.workspace.getConfiguration('prfaq', vscode.Uri.joinPath(second(), 'draft.md'));
    await settings.update('rules', { 'weasel-word': 'warning' }, vscode.ConfigurationTarget.WorkspaceFolder);
    await severities('second/draft.md', 'weasel-word Warning', 'undefined-acronym Warning');
    await severities('first/draft.md', 'weasel-word Error');
    await settings.update('rules', undefined, vscode.ConfigurationTarget.WorkspaceFolder);
    await severities('second/draft.md', 'undefined-acronym Warning');
  });

  it('a quick fix makes its config in the folder of the document', async () => {
    await vscode.workspace.fs.delete(fileUri('second/.prfaq.yaml'));
    await severities('second/draft.md', 'weasel-word Information', 'undefined-acronym Information');
    await quickFix(vscode.window.activeTextEditor!.document, 'ZQT', 'Add “ZQT” to the team’s vocabulary');
    await severities('second/draft.md', 'weasel-word Information');
    assert.match(await read('second/.prfaq.yaml'), /- ZQT\n$/);
  });
});
