import { assert } from 'chai';
import * as vscode from 'vscode';
import { moveKept } from '../../src/vscode/kept.js';
import { MemoryFiles } from './files.js';
import { activated, diagnosticsOf, fileUri, open, tabCalled, until } from './workspace.js';

const { fs } = vscode.workspace;
const rules = (found: readonly vscode.Diagnostic[]): string[] =>
  found.map(({ code }) => String((code as { value: string }).value));
/** Closes the editor in front, and no other: one that another test left unsaved would ask. */
const close = () => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');

/** A copy of an example under a name of its own. */
async function copyOf(example: string, name: string): Promise<vscode.Uri> {
  const uri = fileUri(`life/${name}`);
  await fs.copy(fileUri(example), uri, { overwrite: true });
  return uri;
}

describe('A document while it is open', () => {
  afterEach(close);

  it('takes its findings along as it is renamed', async () => {
    const from = await copyOf('poor-draft.prfaq.md', 'before.prfaq.md');
    const to = fileUri('life/after.prfaq.md');
    await open('life/before.prfaq.md');
    const before = await diagnosticsOf(from, (found) => found.length > 0);
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(from, to);
    assert.isTrue(await vscode.workspace.applyEdit(edit));
    const after = await diagnosticsOf(to, (found) => found.length > 0);
    assert.deepEqual(rules(after), rules(before));
    assert.isEmpty(await diagnosticsOf(from, (found) => found.length === 0));
  });

  it('takes its preview along', async () => {
    const from = await copyOf('hallbell.prfaq.md', 'shown.prfaq.md');
    const to = fileUri('life/shown-later.prfaq.md');
    await vscode.commands.executeCommand('prfaq.openPreview', from);
    await tabCalled('Preview shown.prfaq.md');
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(from, to, { overwrite: true });
    assert.isTrue(await vscode.workspace.applyEdit(edit));
    await tabCalled('Preview shown-later.prfaq.md');
    const labels = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs).map((tab) => tab.label);
    await until(
      () => !labels().includes('Preview shown.prfaq.md') || undefined,
      (changed) => vscode.window.tabGroups.onDidChangeTabs(changed),
      labels,
    );
  });

  it('has no findings any more once it is deleted', async () => {
    const uri = await copyOf('poor-draft.prfaq.md', 'deleted.prfaq.md');
    await open('life/deleted.prfaq.md');
    await diagnosticsOf(uri, (found) => found.length > 0);
    const edit = new vscode.WorkspaceEdit();
    edit.deleteFile(uri);
    assert.isTrue(await vscode.workspace.applyEdit(edit));
    assert.isEmpty(await diagnosticsOf(uri, (found) => found.length === 0));
  });

  it('takes along what is kept of it, with its folder too', async () => {
    const [a, b, c] = ['kept/a', 'kept/b', 'kept 2'].map(fileUri) as [vscode.Uri, vscode.Uri, vscode.Uri];
    const values = new Map<string, unknown>([
      [`prfaq.meeting ${a}/x.md`, { document: `${a}/x.md`, endedAt: 5 }],
      [`prfaq.recorded ${a}/x.md`, 'r'],
      [`prfaq.meeting ${a}b.md`, { document: `${a}b.md` }],
      ['prfaq.notesShown', { groups: 'page' }],
    ]);
    const state = {
      keys: () => [...values.keys()],
      get: <T>(key: string) => values.get(key) as T,
      update: async (key: string, value: unknown) =>
        void (value === undefined ? values.delete(key) : values.set(key, value)),
    };
    await moveKept(state as vscode.Memento, a, b);
    await moveKept(state as vscode.Memento, vscode.Uri.joinPath(b, 'x.md'), c);
    assert.deepEqual(Object.fromEntries(values), {
      [`prfaq.meeting ${a}b.md`]: { document: `${a}b.md` },
      [`prfaq.meeting ${c}`]: { document: `${c}`, endedAt: 5 },
      'prfaq.notesShown': { groups: 'page' },
      [`prfaq.recorded ${c}`]: 'r',
    });
  });

  // That they go with an editor is seen 200 times in `a-long-day.test.ts`. VS Code keeps a document for minutes where any extension, one of its own
  // too, has asked for it; as it turns into plain text the same is told of it at once.
  it('has its findings gone as it is closed as Markdown', async () => {
    const uri = await copyOf('poor-draft.prfaq.md', 'plain.prfaq.md');
    const document = await open('life/plain.prfaq.md');
    await diagnosticsOf(uri, (found) => found.length > 0);
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    assert.isEmpty(await diagnosticsOf(uri, (found) => found.length === 0));
  });
});

describe('A document that lies on no disk', () => {
  const text = '---\ntype: prfaq\n---\n\n# A launches B\n\n## External FAQ\n\n### What does it cost\n\nMaybe $4.\n';
  let files: MemoryFiles;

  before(activated);

  afterEach(async () => {
    await close();
    files.dispose();
  });

  it('is checked like any other, and reports and mends by the API', async () => {
    files = new MemoryFiles('memory');
    const uri = files.put('/drafts/draft.prfaq.md', text);
    const api = await activated();
    const expected = (await api.check(uri)).issues.map(({ rule }) => rule);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    const found = await diagnosticsOf(uri, (all) => all.length === expected.length);
    assert.sameMembers(rules(found), expected);
    await vscode.commands.executeCommand('prfaq.fixAll');
    assert.isTrue(await document.save());
    assert.equal(new TextDecoder().decode(files.readFile(uri)), text.replace('cost', 'cost?'));
    assert.deepEqual(files.paths, ['/drafts/draft.prfaq.md'], 'nothing else is left there');
  });

  it('goes by the team’s config beside it', async () => {
    files = new MemoryFiles('memory-team');
    files.put('/repo/.prfaq.yaml', 'rules:\n  weasel-word: off\n');
    const weasel =
      '---\ntype: prfaq\n---\n\n# Lantern lights the path\n\nMany people might walk home significantly late.\n';
    const uri = files.put('/repo/docs/draft.md', weasel);
    const api = await activated();
    const has = async (at: vscode.Uri) => (await api.check(at)).issues.some(({ rule }) => rule === 'weasel-word');
    assert.isTrue(await has(files.put('/elsewhere/draft.md', weasel)));
    assert.isFalse(await has(uri));
  });

  it('is read where it can’t be written, and left as it is', async () => {
    files = new MemoryFiles('memory-readonly', true);
    const uri = files.put('/drafts/draft.prfaq.md', text);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    const found = await diagnosticsOf(uri, (all) => all.length > 0);
    assert.isNotEmpty(found);
    await vscode.commands.executeCommand('prfaq.insertSection', 'problem').then(undefined, () => {});
    assert.equal(new TextDecoder().decode(files.readFile(uri)), text);
    assert.deepEqual(files.paths, ['/drafts/draft.prfaq.md']);
  });
});
