import { assert } from 'chai';
import * as vscode from 'vscode';
import { note } from '../bed/host/protocol.js';
import { activated, diagnosticsOf, fileUri } from './workspace.js';

const { fs } = vscode.workspace;
/** Closes the editor in front, and no other: one that another test left unsaved would ask. */
const close = () => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');

/** Closes the tabs of these documents, and no others. */
async function closeTabs(uris: readonly vscode.Uri[]): Promise<void> {
  const wanted = new Set(uris.map(String));
  const tabs = vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(({ input }) => input instanceof vscode.TabInputText && wanted.has(input.uri.toString()));
  assert.lengthOf(tabs, uris.length);
  assert.isTrue(await vscode.window.tabGroups.close(tabs));
}

/** Bytes in use after a collection; undefined in a web worker, which has no way to collect. */
function memory(): number | undefined {
  const v8 = globalThis.process?.getBuiltinModule?.('node:v8');
  const vm = globalThis.process?.getBuiltinModule?.('node:vm');
  if (!v8 || !vm) return undefined;
  v8.setFlagsFromString('--expose-gc');
  (vm.runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

/** Memory may not grow by more than this over a soak, in MB: room for what the editor itself keeps. */
const ROOM = 4;

/** Each soak runs in full in one of the hosts in which memory can be seen, edits in the later and documents in the older; elsewhere a tenth. */
const often = (times: number, version: '1.139' | '1.100'): number =>
  memory() !== undefined && vscode.version.startsWith(version) ? times : times / 10;
const EDITS = often(2000, '1.139');
const DOCUMENTS = often(200, '1.100');

/** Runs a soak in two halves, the first to warm up, and looks at what is left of the second. */
async function keepsMemory(what: string, soak: () => Promise<void>): Promise<void> {
  const start = performance.now();
  await soak();
  const before = memory();
  note(`${what}: half of them after ${((performance.now() - start) / 1000).toFixed(0)} s`);
  await soak();
  const after = memory();
  if (before === undefined || after === undefined) return;
  const grown = (after - before) / 1024 / 1024;
  note(`${what}: ${grown.toFixed(1)} MB more than before, of ${(after / 1024 / 1024).toFixed(0)} MB`);
  assert.isBelow(grown, ROOM);
}

describe('A long day', () => {
  const uri = () => fileUri('soak/draft.prfaq.md');

  before(async () => {
    await activated();
    await fs.copy(fileUri('poor-draft.prfaq.md'), uri(), { overwrite: true });
  });

  it(`of ${EDITS} edits leaves findings that are those of the text, and no memory taken`, async () => {
    const api = await activated();
    const document = await vscode.workspace.openTextDocument(uri());
    const editor = await vscode.window.showTextDocument(document);
    // As a person types, in bursts: what is typed in one is deleted in the next, so that the text stays as long as it was.
    const burst = ['might be\n\n- one', '### How much\n\n$4', 'really, “yes', '값은 4천 원입니다', '```\nquickly'];
    await keepsMemory(`${EDITS} edits`, async () => {
      for (let edits = 0, n = 0; edits < EDITS / 2; n++) {
        const text = burst[n % burst.length]!;
        const at = document.positionAt((n * 7919) % document.getText().length);
        editor.selection = new vscode.Selection(at, at);
        await Promise.all([...text].map((key) => vscode.commands.executeCommand('type', { text: key })));
        await Promise.all([...text].map(() => vscode.commands.executeCommand('deleteLeft')));
        edits += 2 * text.length;
      }
    });
    // What stands at the cursor waits until it leaves.
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    const expected = (await api.check(uri())).issues.map(({ rule, line }) => `${rule} ${line}`).sort();
    const shown = (found: readonly vscode.Diagnostic[]): string[] =>
      found.map(({ code, range }) => `${(code as { value: string }).value} ${range.start.line + 1}`).sort();
    const found = await diagnosticsOf(uri(), (all) => shown(all).join() === expected.join());
    assert.deepEqual(shown(found), expected);
    await close();
  });

  it(`of ${DOCUMENTS} documents opened and closed leaves no finding behind, and no memory taken`, async () => {
    const names = Array.from({ length: 10 }, (_, n) => fileUri(`soak/draft ${n}.prfaq.md`));
    for (const name of names) await fs.copy(fileUri('poor-draft.prfaq.md'), name, { overwrite: true });
    await keepsMemory(`${DOCUMENTS} documents`, async () => {
      for (let n = 0; n < DOCUMENTS / 2; n += names.length) {
        // As a click opens it: a document that an extension opened is kept for minutes.
        for (const name of names) await vscode.commands.executeCommand('vscode.open', name, { preview: false });
        for (const name of names) await diagnosticsOf(name, (all) => all.length > 0);
        await closeTabs(names);
        for (const name of names) await diagnosticsOf(name, (all) => all.length === 0);
      }
    });
    const left = vscode.languages
      .getDiagnostics()
      .filter(([of, all]) => of.path.includes('/soak/draft ') && all.length > 0);
    assert.isEmpty(left);
  });
});
