import { assert } from 'chai';
import type { Locator } from 'playwright-core';
import { useWorkbench } from '../bed/e2e.js';

/** The outline as an author works through it. */
describe('The outline', () => {
  const workbench = useWorkbench({ viewport: { width: 1400, height: 1000 } });
  const view = (): Locator => workbench().view('Outline');
  const row = (label: string): Locator => view().getByRole('treeitem', { name: new RegExp(`^${label}, `) });
  const selected = (label: string): Locator => view().locator('.monaco-list-row.selected', { hasText: label });
  const labels = async (): Promise<string[]> => (await workbench().treeRows('Outline')).map(({ label }) => label);
  const line = (text: string): Locator => workbench().editor.locator('.view-line', { hasText: text });
  const action = (label: string): Locator => workbench().page.getByRole('button', { name: label, exact: true });
  /** Waits until one row stands above another. */
  const inOrder = (...titles: string[]): Promise<unknown> =>
    workbench().page.waitForFunction((wanted) => {
      const rows = [...document.querySelectorAll('.pane-body .monaco-list-row .label-name')].map(
        (one) => one.textContent!,
      );
      return wanted.every(
        (title, n) => rows.includes(title) && (n === 0 || rows.indexOf(title) > rows.indexOf(wanted[n - 1]!)),
      );
    }, titles);
  const menu = (label: string): Locator => workbench().page.locator('.monaco-menu .action-label', { hasText: label });

  /** Runs an action of a row as a person who uses the mouse: it shows when the mouse is over the row. */
  async function act(label: string, action: string): Promise<void> {
    await row(label).hover();
    await row(label).getByRole('button', { name: action }).click();
  }

  it('shows what is done and what is left', async () => {
    await workbench().openFile('poor-draft.prfaq.md');
    await workbench().openViewContainer('PR/FAQ');
    await row('Problem').waitFor();
    const rows = await workbench().treeRows('Outline');
    const of = (name: string) => rows.find(({ label }) => label === name);
    assert.equal(of('Problem')?.description, '367/200 words');
    assert.equal(of('Problem')?.ariaLabel, 'Problem, over its limit, 367/200 words');
    assert.equal(of('Solution')?.description, '153/200 words · 1 problem');
    assert.equal(of('Customer quote')?.description, 'missing');
    assert.equal(of('Getting started')?.description, 'empty');
    assert.equal(of('Headline')?.ariaLabel, 'Headline, done, 12/15 words');
    await workbench().page.locator('.activitybar .badge', { hasText: /^5$/ }).waitFor();
  });

  it('follows the cursor and leaves the focus where it is', async () => {
    await workbench().goTo(20, 5);
    await selected('Problem').waitFor();
    await workbench().goTo(28, 1);
    await selected('Solution').waitFor();
    await workbench().page.keyboard.type('x');
    await line('xToolnook puts the tool').waitFor();
    await workbench().page.keyboard.press('Backspace');
  });

  it('opens no FAQ that is closed, and goes to the question in one that is open', async () => {
    await workbench().goTo(54, 1);
    await selected('External FAQ').waitFor();
    assert.notInclude(await labels(), 'Do I need a bus pass?');
    await row('External FAQ').locator('.monaco-tl-twistie').click();
    await workbench().goTo(58, 1);
    await selected('Do I need a bus pass?').waitFor();
  });

  it('can be filtered to what is left', async () => {
    await action('Show Only What Is Left to Do').click();
    await row('Headline').waitFor({ state: 'detached' });
    assert.deepEqual(await labels(), ['Problem', 'Solution', 'Getting started', 'Customer quote', 'Call to action']);
    await action('Show All Sections').click();
    await row('Headline').waitFor();
  });

  it('moves a section by keyboard, which undo takes back in one step', async () => {
    const before = await workbench().editorText();
    await row('Leader quote').click();
    await line('### Leader quote').waitFor();
    await workbench().page.keyboard.press('Alt+ArrowUp');
    await inOrder('Leader quote', 'Solution');
    await selected('Leader quote').waitFor();
    const after = await workbench().editorText();
    assert.isBelow(after.indexOf('### Leader quote'), after.indexOf('### Solution'));
    await workbench().page.keyboard.press('ControlOrMeta+Z');
    await inOrder('Solution', 'Leader quote');
    assert.equal(await workbench().editorText(), before);
  });

  it('moves a question by drag and drop', async () => {
    const before = await workbench().editorText();
    await row('Which tools are in a locker\\?').dragTo(row('Do I need a bus pass\\?'));
    await line('### What happens if I break a tool?').waitFor();
    await inOrder('Do I need a bus pass?', 'Which tools are in a locker?');
    await workbench().focusEditor();
    await workbench().page.keyboard.press('ControlOrMeta+Z');
    assert.equal(await workbench().editorText(), before);
  });

  it('says why a section stays where it is', async () => {
    await workbench().goTo(47, 4);
    await selected('External FAQ').waitFor();
    await workbench().runCommand('PR/FAQ: Move Section or Question Up');
    await workbench().notifications.filter({ hasText: '“External FAQ” can’t be moved there.' }).waitFor();
    await workbench().runCommand('Notifications: Clear All Notifications');
  });

  it('offers the fixes of a section', async () => {
    await act('Solution', 'Fix Section...');
    const fixes = workbench().page.locator('.quick-input-list .monaco-list-row');
    await fixes.getByText('A list of 4 in the press release').first().waitFor();
    await workbench().screenshot('outline-fix');
    await fixes.filter({ hasText: 'Turn the list into sentences' }).click();
    await row('Solution')
      .filter({ hasText: /^\D*1\d\d\/200 words$/ })
      .waitFor();
  });

  it('says in the context menu what can be done', async () => {
    await row('Customer quote').click({ button: 'right' });
    await menu('Insert Missing Section').waitFor();
    await workbench().page.keyboard.press('Escape');
    await row('Solution').click({ button: 'right' });
    await menu('Move Section or Question Down').waitFor();
    await workbench().screenshot('outline-menu');
    await workbench().page.keyboard.press('Escape');
  });

  it('shows an edit in time', async () => {
    await workbench().openFile('hallbell.prfaq.md');
    await workbench().goTo(19, 1);
    const count = async (): Promise<number> => Number(/(\d+)\/200/.exec(await row('Problem').innerText())![1]);
    const times: number[] = [];
    for (let n = 0; n < 5; n++) {
      const shown = workbench().page.evaluate(
        (text) =>
          new Promise<number>((resolve) => {
            const tree = document.querySelector('.tree-explorer-viewlet-tree-view')!;
            let start = 0;
            addEventListener('keydown', () => (start ||= performance.now()), { capture: true });
            const observer = new MutationObserver(() => {
              if (!tree.textContent!.includes(text)) return;
              observer.disconnect();
              resolve(performance.now() - start);
            });
            observer.observe(tree, { subtree: true, childList: true, characterData: true });
          }),
        `${(await count()) + 1}/200`,
      );
      await workbench().page.keyboard.type('a ');
      times.push(await shown);
    }
    console.log(`      an edit shows in the outline after ${times.map((ms) => ms.toFixed(0)).join(', ')} ms`);
    assert.isBelow(Math.min(...times), 250);
  });

  it('stays for the narrative while the preview has the focus, and reveals in the text', async () => {
    await workbench().runCommand('PR/FAQ: Open Preview to the Side');
    await workbench().webview().locator('main section.page').first().click();
    await row('Getting started').click();
    await line('### Getting started').waitFor();
    assert.equal(await workbench().page.locator('.editor-group-container').count(), 2);
    assert.equal(
      await workbench()
        .page.locator('.tab', { hasText: /^hallbell\.prfaq\.md/ })
        .count(),
      1,
    );
    await workbench().runCommand('View: Close All Editors');
  });
});
