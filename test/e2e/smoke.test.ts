import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { useWorkbench } from '../bed/e2e.js';

describe('Workbench', () => {
  const workbench = useWorkbench();

  it('opens the examples with the extension installed', async () => {
    const rows = await workbench().treeRows('examples');
    assert.ok(rows.some((row) => row.label.endsWith('.prfaq.md')));
    await workbench().runCommand('Extensions: Show Installed Extensions');
    await workbench().page.locator('.extension-list-item', { hasText: 'PR/FAQ' }).waitFor();

    const picture = await readFile(await workbench().screenshot('smoke'));
    assert.ok(picture.length > 0);
  });

  it('edits a document', async () => {
    await workbench().openFile('hallbell.prfaq.md');
    await workbench().goTo(1);
    await workbench().type('Typed here. ');
    assert.match(await workbench().editorText(), /^Typed here\. /);
  });
});
