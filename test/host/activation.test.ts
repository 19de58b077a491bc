import { assert } from 'chai';
import * as vscode from 'vscode';

describe('Activation', () => {
  it('gives other extensions version 1 of the interface', async () => {
    const extension = vscode.extensions.getExtension('working-backwards.prfaq');
    assert.isDefined(extension, 'VS Code has not loaded the extension');
    const api: unknown = await extension.activate();
    assert.propertyVal(api, 'version', 1);
  });
});
