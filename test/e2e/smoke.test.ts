import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { useWorkbench } from '../bed/e2e.js';
import type { WorkbenchOptions } from '../bed/openWorkbench.js';

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

const elsewhere: Readonly<Record<string, WorkbenchOptions>> = {
  'VS Code 1.100': { vscode: '1.100' },
  'the web host': { host: 'web' },
};
/** The author's first minutes, in the oldest VS Code that is supported and in the browser. */
for (const [where, options] of Object.entries(elsewhere))
  describe(`Smoke: the first minutes in ${where}`, () => {
    const workbench = useWorkbench({ viewport: { width: 1400, height: 900 }, ...options });
    const line = (text: string) => workbench().editor.locator('.view-line', { hasText: text }).first();
    const row = (label: string) => workbench().page.getByRole('treeitem', { name: `${label}, ` });

    it('starts a document and tabs through it', async () => {
      await workbench().runCommand('PR/FAQ: New PR/FAQ or Six-Pager...');
      await workbench().pick('PR/FAQ');
      await line('[Company] launches').waitFor();
      await workbench().page.keyboard.insertText('Tidewell');
      await workbench().page.keyboard.press('Tab');
      await workbench().page.keyboard.insertText('Tidecup');
      await line('# Tidewell launches Tidecup').waitFor();
      await workbench().runCommand('View: Revert and Close Editor');
    });

    it('shows the outline, follows an edit and inserts what is missing', async () => {
      await workbench().openFile('poor-draft.prfaq.md');
      await workbench().openViewContainer('PR/FAQ');
      await row('Getting started').filter({ hasText: 'empty' }).waitFor();
      await workbench().goTo(42, 1);
      await workbench().type('\nOpen the locker with your phone.\n');
      await row('Getting started').filter({ hasText: '6 words' }).waitFor();
      await row('Customer quote').hover();
      await row('Customer quote').getByRole('button', { name: 'Insert Missing Section' }).click();
      await row('Customer quote').filter({ hasText: 'placeholders left' }).waitFor();
    });

    it('has findings, and mends one', async () => {
      const found = (await workbench().problems()).find(({ code }) => code === 'section-length');
      assert.equal(found?.message, 'The problem runs to 367 words; the limit is 200.');
      await workbench().focusEditor();
      await workbench().goTo(30, 3);
      await workbench().applyQuickFix('Turn the list into sentences');
      await line('It holds 12 tools and their chargers.').waitFor();
    });

    it('opens the document as paper', async () => {
      await workbench().runCommand('PR/FAQ: Open Preview to the Side');
      await workbench().webview().locator('main section.page[data-page="2"]').waitFor();
      await workbench().screenshot(`smoke ${where}`);
    });
  });
