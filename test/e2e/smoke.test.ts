import { assert } from 'chai';
import type { Locator } from 'playwright-core';
import { useWorkbench } from '../bed/e2e.js';
import type { WorkbenchOptions } from '../bed/openWorkbench.js';

const elsewhere: Readonly<Record<string, WorkbenchOptions>> = {
  'VS Code 1.100': { vscode: '1.100' },
  'the web host': { host: 'web' },
};
/** The author's first minutes, in the oldest VS Code that is supported and in the browser. */
for (const [where, options] of Object.entries(elsewhere))
  describe(`Smoke: the first minutes in ${where}`, () => {
    const workbench = useWorkbench({ viewport: { width: 1400, height: 1000 }, ...options });
    const line = (text: string | RegExp): Locator =>
      workbench().editor.locator('.view-line', { hasText: text }).first();
    const row = (label: string): Locator => workbench().page.getByRole('treeitem', { name: `${label}, ` });
    const action = (name: string): Locator => workbench().page.getByRole('button', { name, exact: true });

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

    it('shows the outline, and filters it', async () => {
      await workbench().openFile('poor-draft.prfaq.md');
      await workbench().openViewContainer('PR/FAQ');
      await row('Problem').filter({ hasText: '367/200 words' }).waitFor();
      await workbench().view('Outline').hover();
      await action('Show Only What Is Left to Do').click();
      await row('Headline').waitFor({ state: 'detached' });
      await action('Show All Sections').click();
      await row('Headline').waitFor();
    });

    it('has the outline follow an edit, insert what is missing, and move a section', async () => {
      await row('Getting started').filter({ hasText: 'empty' }).waitFor();
      await workbench().goTo(42, 1);
      await workbench().type('\nBy phone.\n');
      await row('Getting started').filter({ hasText: '2 words' }).waitFor();
      await row('Customer quote').hover();
      await row('Customer quote').getByRole('button', { name: 'Insert Missing Section' }).click();
      await row('Customer quote').filter({ hasText: 'placeholders left' }).waitFor();
      await row('Leader quote').click();
      await line('### Leader quote').waitFor();
      await workbench().page.keyboard.press('Alt+ArrowUp');
      await workbench().page.waitForFunction(() => {
        const rows = [...document.querySelectorAll('.pane-body .monaco-list-row .label-name')];
        const [quote, solution] = ['Leader quote', 'Solution'].map((label) =>
          rows.findIndex(({ textContent }) => textContent === label),
        );
        return quote! >= 0 && quote! < solution!;
      });
    });

    it('has findings, and mends one from the text', async () => {
      const found = (await workbench().problems('section-length')).find(({ code }) => code === 'section-length');
      assert.equal(found?.message, 'The problem runs to 367 words; the limit is 200.');
      await workbench().focusEditor();
      const lines = (await workbench().editorText()).split('\n');
      await workbench().goTo(lines.findIndex((one) => one.includes('holds 12 tools')) + 1, 3);
      await workbench().applyQuickFix('Turn the list into sentences');
      await line(/^It\sholds\s12\stools/).waitFor();
    });

    it('opens the document as paper', async () => {
      await workbench().runCommand('PR/FAQ: Open Preview to the Side');
      await workbench().webview().locator('main section.page[data-page="2"]').waitFor();
      await workbench().screenshot(`smoke ${where}`);
    });
  });
