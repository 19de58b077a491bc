import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { useWorkbench } from '../bed/e2e.js';

describe('In Restricted Mode', () => {
  const workbench = useWorkbench({ trusted: false });

  it('a document has its findings, its outline, and the team’s words', async () => {
    // The team's file says nothing that could run: it is read in folders that nobody trusts, too.
    await writeFile(join(workbench().folder, '.prfaq.yaml'), 'rules:\n  section-length: off\n');
    await workbench().openFile('poor-draft.prfaq.md');
    await workbench().statusItem('Restricted Mode').waitFor();
    await workbench().goTo(30);
    await workbench().squiggles().first().waitFor();
    const problems = await workbench().problems();
    assert.ok(problems.length > 0);
    assert.deepEqual(
      problems.filter(({ code }) => code.includes('section-length')),
      [],
    );
  });

  it('a document is shown as paper', async () => {
    await workbench().openFile('hallbell.prfaq.md');
    await workbench().runCommand('PR/FAQ: Open Preview');
    await workbench().webview().locator('.page').first().waitFor();
    assert.equal(await workbench().page.locator('.notification-list-item').count(), 0);
  });
});
