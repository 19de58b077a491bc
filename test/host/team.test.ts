import { assert } from 'chai';
import * as vscode from 'vscode';
import type { Api } from '../../src/vscode/extension.js';
import { diagnosticsOf, fileUri, makeWatched, open } from './workspace.js';

const DRAFT = '---\ntype: prfaq\n---\n\n# Lantern\n\n## Problem\n\nIt might be dark, and walkers utilize a torch.\n';

/** The findings on words in a document, as `rule severity`, as soon as they are these. */
async function wordsAre(uri: vscode.Uri, ...expected: string[]): Promise<void> {
  const words = (all: readonly vscode.Diagnostic[]): string[] =>
    all
      .filter((one) => /word|phrase/.test(codeOf(one)))
      .map((one) => `${codeOf(one)} ${vscode.DiagnosticSeverity[one.severity]}`);
  const all = await diagnosticsOf(uri, (found) => found.length > 0 && words(found).join() === expected.join());
  assert.deepEqual(words(all), expected);
}

function codeOf({ code }: vscode.Diagnostic): string {
  return typeof code === 'object' ? String(code.value) : String(code);
}

const write = (name: string, text: string): Thenable<void> =>
  vscode.workspace.fs.writeFile(fileUri(name), new TextEncoder().encode(text));

/** What is wrong in a config, as `line:column message`, as soon as there is as much. */
async function problemsOf(name: string, count: number): Promise<string[]> {
  const found = await diagnosticsOf(fileUri(name), (all) => all.length === count);
  return found.map(
    ({ range: { start, end }, message }) => `${start.line + 1}:${start.character + 1}–${end.character + 1} ${message}`,
  );
}

describe('A team’s config', () => {
  before(async () => {
    // Files are changed there that the editor is to hear of.
    await makeWatched('live', 'live/inner');
    await write('live/draft.md', DRAFT);
    await write('live/inner/draft.md', DRAFT);
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(fileUri('live'), { recursive: true });
  });

  it('is in use as soon as it is there, changes, has another name, is gone', async () => {
    const { uri } = await open('live/draft.md');
    await wordsAre(uri, 'weasel-word Information', 'wordy-phrase Information');
    await write('live/.prfaq.yaml', 'rules: { weasel-word: error }\n');
    await wordsAre(uri, 'weasel-word Error', 'wordy-phrase Information');
    await write('live/.prfaq.yaml', 'vocabulary: { allow: [might], avoid: [{ pattern: "utili[sz]e" }] }\n');
    await wordsAre(uri, 'avoided-word Warning');
    await vscode.workspace.fs.rename(fileUri('live/.prfaq.yaml'), fileUri('live/prfaq.yaml'));
    await wordsAre(uri, 'weasel-word Information', 'wordy-phrase Information');
    await vscode.workspace.fs.rename(fileUri('live/prfaq.yaml'), fileUri('live/.prfaq.yml'));
    await wordsAre(uri, 'avoided-word Warning');
    await vscode.workspace.fs.delete(fileUri('live/.prfaq.yml'));
    await wordsAre(uri, 'weasel-word Information', 'wordy-phrase Information');
  });

  it('is the nearest one upwards, with what it extends, and follows that too', async () => {
    await write('live/base.yaml', 'rules: { wordy-phrase: off }\n');
    await write('live/.prfaq.yaml', 'extends: ./base.yaml\nrules: { weasel-word: error }\n');
    const { uri } = await open('live/inner/draft.md');
    await wordsAre(uri, 'weasel-word Error');
    await write('live/base.yaml', 'rules: { wordy-phrase: hint }\n');
    await wordsAre(uri, 'weasel-word Error', 'wordy-phrase Hint');
    await write('live/inner/.prfaq.yaml', 'rules: { wordy-phrase: error }\n');
    await wordsAre(uri, 'weasel-word Information', 'wordy-phrase Error');
    await vscode.workspace.fs.delete(fileUri('live/inner/.prfaq.yaml'));
    await wordsAre(uri, 'weasel-word Error', 'wordy-phrase Hint');
  });

  it('that is broken says where, though nobody opened it, and the last one that was sound stays in use', async () => {
    const { uri } = await open('live/draft.md');
    await write('live/base.yaml', 'rules: { wordy-phrase: off }\n');
    await wordsAre(uri, 'weasel-word Error');
    await write('live/base.yaml', 'rules:\n  wordy-phrase: loud\n  weasel-words: off\n');
    assert.deepEqual(await problemsOf('live/base.yaml', 2), [
      '2:17–21 Expected one of error, warning, information, hint, off.',
      '3:3–15 There is no rule “weasel-words” here. Did you mean “weasel-word”?',
    ]);
    await wordsAre(uri, 'weasel-word Error');
    await write('live/.prfaq.yaml', 'extends: ./gone.yaml\n');
    assert.deepEqual(await problemsOf('live/.prfaq.yaml', 1), ['1:10–21 There is no file ./gone.yaml.']);
    assert.deepEqual(await problemsOf('live/base.yaml', 0), []);
    await wordsAre(uri, 'weasel-word Error');
    await write('live/gone.yaml', 'rules: { weasel-word: off }\n');
    await wordsAre(uri, 'wordy-phrase Information');
    assert.deepEqual(await problemsOf('live/.prfaq.yaml', 0), []);
  });

  it('counts as it stands in the editor, saved or not', async () => {
    const { uri } = await open('live/draft.md');
    await write('live/.prfaq.yaml', 'rules: { weasel-word: off }\n');
    await wordsAre(uri, 'wordy-phrase Information');
    const config = await vscode.workspace.openTextDocument(fileUri('live/.prfaq.yaml'));
    const replace = async (text: string): Promise<void> => {
      const edit = new vscode.WorkspaceEdit();
      edit.replace(config.uri, new vscode.Range(0, 0, config.lineCount, 0), text);
      await vscode.workspace.applyEdit(edit);
    };
    await replace('rules: { weasel-word: of }\n');
    assert.deepEqual(await problemsOf('live/.prfaq.yaml', 1), [
      '1:23–25 Expected one of error, warning, information, hint, off. Did you mean “off”?',
    ]);
    await replace('rules: { wordy-phrase: off }\n');
    await wordsAre(uri, 'weasel-word Information');
    assert.deepEqual(await problemsOf('live/.prfaq.yaml', 0), []);
    await config.save();
    await wordsAre(uri, 'weasel-word Information');
  });

  it('lies below the settings that somebody made, and above the defaults', async () => {
    await write('live/.prfaq.yaml', 'rules: { weasel-word: error, wordy-phrase: error }\npage: { size: a4 }\n');
    const { uri } = await open('live/draft.md');
    await wordsAre(uri, 'weasel-word Error', 'wordy-phrase Error');
    const settings = vscode.workspace.getConfiguration('prfaq', uri);
    await settings.update('rules', { 'weasel-word': 'hint' }, vscode.ConfigurationTarget.Workspace);
    await wordsAre(uri, 'weasel-word Hint', 'wordy-phrase Error');
    await settings.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
    await wordsAre(uri, 'weasel-word Error', 'wordy-phrase Error');
  });

  it('gives documents their kind, of the team’s own too, for other extensions as well', async () => {
    await write(
      'live/.prfaq.yaml',
      `
kinds:
  - id: memo
    sections: [{ id: decision, titles: { ko: 결정 } }, { id: reasons }]
files: { "inner/*.md": memo, "old.md": none }
`,
    );
    await write('live/inner/memo.md', '# 가게\n\n## 결정\n\n닫는다.\n');
    await write('live/old.md', DRAFT);
    // The config is in use once a document that is open has been read by it.
    const { uri } = await open('live/inner/memo.md');
    await diagnosticsOf(uri, (all) => all.some((one) => one.message.includes('Reasons')));
    const { exports } = vscode.extensions.getExtension<Api>('working-backwards.prfaq')!;
    const outline = await exports.outline(fileUri('live/inner/memo.md'));
    assert.equal(outline.kind, 'memo');
    assert.deepEqual(
      outline.sections.map(({ title, status }) => `${title} ${status}`),
      ['결정 ok', 'Reasons missing'],
    );
    assert.equal((await exports.check(fileUri('live/old.md'))).kind, null);
  });
});
