import { assert } from 'chai';
import * as vscode from 'vscode';
import type { FileReport } from '../../src/core/report.js';
import { note } from '../bed/host/protocol.js';
import { activated, diagnosticsOf, fileUri } from './workspace.js';

/** A finding as both sides can say it: rule, severity, message, and 1-based line and column of both ends. */
type Shape = readonly [string, string, string, number, number, number, number];

/** Documents that are opened at the same time. */
const AT_ONCE = 40;

const SEVERITY = ['error', 'warning', 'information', 'hint'];

function shownFor(uri: vscode.Uri): Shape[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter((one) => one.source === 'prfaq')
    .map(({ code, severity, message, range: { start, end } }) => [
      (code as { value: string }).value,
      SEVERITY[severity]!,
      message,
      ...([start.line + 1, start.character + 1, end.line + 1, end.character + 1] as const),
    ]);
}

describe('Editor and command line', () => {
  it('say the same of every document that a rule is tested with', async () => {
    const bytes = await vscode.workspace.fs.readFile(fileUri('fixtures.json'));
    const { files } = JSON.parse(new TextDecoder().decode(bytes)) as { files: FileReport[] };
    assert.isAbove(files.length, 500);
    await activated();
    const silent: vscode.Uri[] = [];
    let findings = 0;
    const compare = async ({ path, issues }: FileReport): Promise<void> => {
      const { uri } = await vscode.workspace.openTextDocument(fileUri(path));
      const expected = issues.map(
        ({ rule, severity, message, line, column, endLine, endColumn }): Shape => [
          ...([rule, severity, message] as const),
          ...([line, column, endLine, endColumn] as const),
        ],
      );
      // A document is read once its team's file has been looked for.
      await diagnosticsOf(uri, (all) => all.length === expected.length);
      assert.sameDeepMembers(shownFor(uri), expected, path);
      if (expected.length === 0) silent.push(uri);
      findings += issues.length;
    };
    // Beside each other, as most of the time is the way between the editor and its extensions.
    for (let n = 0; n < files.length; n += AT_ONCE) await Promise.all(files.slice(n, n + AT_ONCE).map(compare));
    // What comes late would have come by now.
    for (const uri of silent) assert.deepEqual(shownFor(uri), [], uri.path);
    note(`${files.length} documents, ${findings} findings, the same in both`);
  });
});
