import { assert } from 'chai';
import * as vscode from 'vscode';
import type { WorkspaceCheck } from '../../src/vscode/check-workspace.js';
import { diagnosticsOf, fileUri, open } from './workspace.js';

describe('Check Workspace', () => {
  const run = (): Thenable<WorkspaceCheck> => vscode.commands.executeCommand('prfaq.checkWorkspace');
  const uri = fileUri('poor-draft.prfaq.md');
  const exclude = (globs: object | undefined): Thenable<void> =>
    vscode.workspace.getConfiguration('files').update('exclude', globs, vscode.ConfigurationTarget.Workspace);

  // Hundreds of documents that another test needs, and that a check of the workspace would read with each test here.
  before(() => exclude({ fixtures: true }));
  after(() => exclude(undefined));
  beforeEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('puts the findings of documents that aren’t open into Problems, and opens none', async () => {
    const { files, narratives, findings, unreadable } = await run();
    assert.isAtLeast(files, 5);
    assert.isBelow(files, 20, 'what files.exclude excludes is left out');
    assert.isAtLeast(narratives, 4);
    assert.isAtLeast(findings, 8);
    assert.isEmpty(unreadable);
    const found = await diagnosticsOf(uri, (all) => all.length === 8);
    assert.isTrue(found.every((one) => one.source === 'prfaq'));
    assert.isEmpty(vscode.languages.getDiagnostics(fileUri('README.md')));
  });

  it('leaves a document that opens its own findings alone', async () => {
    await run();
    await diagnosticsOf(uri, (all) => all.length === 8);
    const document = await open('poor-draft.prfaq.md');
    // For a moment they may be there twice.
    await diagnosticsOf(document.uri, (all) => all.length === 8);
    await run();
    assert.lengthOf(vscode.languages.getDiagnostics(uri), 8);
  });

  it('forgets a file that changes or goes, and what a setting has changed', async () => {
    const draft = fileUri('check-workspace.prfaq.md');
    const write = (title: string): Thenable<void> =>
      vscode.workspace.fs.writeFile(draft, new TextEncoder().encode(`# ${title}\n\n## Problem\n`));
    const found = async (): Promise<void> => {
      await run();
      await diagnosticsOf(draft, (all) => all.length > 0);
    };
    const forgotten = (): Promise<vscode.Diagnostic[]> => diagnosticsOf(draft, (all) => all.length === 0);
    const settings = vscode.workspace.getConfiguration('prfaq');
    await write('A launches B');
    try {
      await found();
      await write('A launches C');
      assert.isEmpty(await forgotten());
      await found();
      await settings.update('page.size', 'a4', vscode.ConfigurationTarget.Workspace);
      assert.isEmpty(await forgotten());
      await found();
    } finally {
      await settings.update('page.size', undefined, vscode.ConfigurationTarget.Workspace);
      await vscode.workspace.fs.delete(draft);
    }
    assert.isEmpty(await forgotten());
  });
});
