import { assert } from 'chai';
import * as vscode from 'vscode';
import type { FileReport, OutlineReport } from '../../src/core/report.js';
import { activated, open } from './workspace.js';

describe('Language model tools', () => {
  before(activated);

  async function invoke(name: string, input: object): Promise<unknown> {
    const { content } = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
    assert.lengthOf(content, 1);
    return JSON.parse((content[0] as vscode.LanguageModelTextPart).value);
  }

  it('check the file that is named', async () => {
    const report = (await invoke('prfaq_check', { file: 'poor-draft.prfaq.md' })) as FileReport;
    assert.equal(report.kind, 'prfaq');
    assert.include(
      report.issues.map(({ rule }) => rule),
      'missing-section',
    );
  });

  it('read the outline of the narrative in front', async () => {
    const document = await open('hallbell.prfaq.md');
    const report = (await invoke('prfaq_outline', {})) as OutlineReport;
    assert.equal(report.path, document.uri.path);
    assert.lengthOf(
      report.sections.filter(({ required, status }) => required && status === 'ok'),
      10,
    );
    assert.isNotEmpty(report.questions);
  });

  it('say what is wrong with a file that isn’t there', async () => {
    let error: unknown;
    await invoke('prfaq_check', { file: 'nowhere.md' }).catch((one: unknown) => {
      error = one;
    });
    assert.match(String(error), /nowhere\.md/);
  });
});
