import { assert } from 'chai';
import * as vscode from 'vscode';
import { Bundle } from '../../src/vscode/load.js';
import { fileUri } from './workspace.js';

describe('A bundle on demand', () => {
  it('says which file can’t be read, and is there once that can be', async () => {
    const folder = fileUri('broken');
    const bundle = new Bundle(folder, 'engine');
    const told: unknown[] = [];
    bundle.onDidLoad((loaded) => told.push(loaded));
    const error = await bundle.load().then(
      () => assert.fail('It was read.'),
      (error: Error) => error,
    );
    assert.include(error.message, 'engine.js');
    assert.isUndefined(bundle.loaded);

    const file = vscode.Uri.joinPath(folder, 'dist', 'on-demand', 'engine.js');
    const text = "export default (function (require) { return { api: require('vscode') }; });";
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    // A module of Node's, as `dist/package.json` says of ours.
    await vscode.workspace.fs.writeFile(
      vscode.Uri.joinPath(folder, 'package.json'),
      new TextEncoder().encode('{ "type": "module" }'),
    );
    const loaded: unknown = await bundle.load();
    assert.equal((loaded as { api: typeof vscode }).api.version, vscode.version);
    await bundle.load();
    assert.deepEqual(told, [loaded]);
    bundle.dispose();
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });
});
