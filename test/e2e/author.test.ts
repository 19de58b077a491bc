import { assert } from 'chai';
import { useWorkbench } from '../bed/e2e.js';
import type { TreeRow } from '../bed/workbench.js';

/** What an author does on the first day: start from a template, fill it, read the findings, mend one, read it as paper. */
describe('An author', () => {
  const workbench = useWorkbench({ viewport: { width: 1600, height: 1000 } });
  const row = async (label: string): Promise<TreeRow | undefined> =>
    (await workbench().treeRows('Outline')).find((one) => one.label === label);

  /** Waits until the outline says this of a section. */
  async function outlineSays(label: string, description: string): Promise<void> {
    const row = workbench().page.getByRole('treeitem', { name: `${label}, ` });
    await row.filter({ hasText: description }).waitFor();
  }

  it('starts a PR/FAQ from the palette and tabs through its placeholders', async () => {
    await workbench().runCommand('PR/FAQ: New PR/FAQ or Six-Pager...');
    assert.includeMembers(await workbench().picks('PR/FAQ'), [
      'PR/FAQ',
      'Six-pager: proposal',
      'Six-pager: operating plan',
    ]);
    await workbench().pick('PR/FAQ');
    await workbench().page.locator('.view-line', { hasText: '[Company] launches' }).waitFor();
    await workbench().page.keyboard.type('Tidewell');
    await workbench().page.keyboard.press('Tab');
    await workbench().page.keyboard.type('Tidecup');
    await workbench().page.locator('.view-line', { hasText: '# Tidewell launches Tidecup' }).waitFor();
  });

  it('sees in the outline what is left to write', async () => {
    await workbench().openViewContainer('PR/FAQ');
    await outlineSays('Problem', 'placeholders left');
    const rows = await workbench().treeRows('Outline');
    assert.deepEqual(
      rows.filter((one) => one.level === 1).map((one) => one.label),
      [
        ...[
          'Headline',
          'Subheading',
          'Summary',
          'Problem',
          'Solution',
          'Leader quote',
          'Getting started',
          'Customer quote',
        ],
        ...['Call to action', 'External FAQ', 'Internal FAQ', 'Appendix'],
      ],
    );
  });

  it('sees the outline follow the typing', async () => {
    await workbench().openFile('poor-draft.prfaq.md');
    await outlineSays('Getting started', 'empty');
    await workbench().goTo(42, 1);
    await workbench().type('\nOpen the locker with your phone.\n');
    await outlineSays('Getting started', '6 words');
  });

  it('reveals a section by a click in the outline', async () => {
    await workbench().page.getByRole('treeitem', { name: 'Internal FAQ, ' }).click();
    await workbench().page.locator('.view-line', { hasText: '## Internal FAQ' }).waitFor();
  });

  it('inserts a missing section from the outline', async () => {
    const missing = workbench().page.getByRole('treeitem', { name: 'Customer quote, ' });
    await missing.hover();
    await missing.getByRole('button', { name: 'Insert Missing Section' }).click();
    await outlineSays('Customer quote', 'placeholders left');
    assert.equal((await row('Customer quote'))?.level, 1);
  });

  it('reads the findings in the Problems panel', async () => {
    const problems = await workbench().problems('section-length');
    const found = problems.find((problem) => problem.code === 'section-length');
    assert.equal(found?.message, 'The problem runs to 367 words; the limit is 200.');
    assert.match(found!.source, /prfaq/);
  });

  it('mends one by the lightbulb', async () => {
    await workbench().goTo(30, 3);
    await workbench().applyQuickFix('Turn the list into sentences');
    await workbench()
      .page.locator('.view-line', { hasText: /^It\sholds\s12\stools/ })
      .waitFor();
    assert.match(await workbench().editorText(), /It holds 12 tools and their chargers\. It opens at any hour/);
  });

  it('reads the document as paper beside the text, and sees it follow', async () => {
    await workbench().openFile('hallbell.prfaq.md');
    await workbench().runCommand('PR/FAQ: Open Preview to the Side');
    const page = workbench().webview();
    await page.locator('main section.page[data-page="2"]').waitFor();
    assert.equal(await page.locator('main').getAttribute('data-phase'), 'read');
    await page.getByText(/^Page 2 of \d$/).waitFor();
    await page.locator('h1[data-source-line="7"]', { hasText: 'Hallbell Tells Residents' }).waitFor();
    await workbench().goTo(8, 3);
    await workbench().type('Today ');
    await page.locator('h1', { hasText: 'Today Hallbell Tells Residents' }).waitFor();
    await workbench().screenshot('author');
  });

  it('sees questions and answers set apart in VS Code’s own preview, without coaching and directives', async () => {
    await workbench().openFile('hallbell.prfaq.md');
    await workbench().goTo(8, 1);
    await workbench().type('<!-- Coaching: Name the news. -->\n<!-- prfaq-disable weasel-word -->\n\n');
    await workbench().runCommand('Markdown: Open Preview to the Side');
    const page = workbench().webview();
    await page.locator('.prfaq-question').first().waitFor();
    const questions = await page.locator('.prfaq-question').allTextContents();
    assert.isAbove(questions.length, 9);
    assert.isTrue(questions.every((question) => question.trim().endsWith('?')));
    assert.isAtLeast(await page.locator('.prfaq-answer').count(), questions.length);
    const border = await page
      .locator('p.prfaq-answer')
      .first()
      .evaluate((answer) => getComputedStyle(answer).borderInlineStartWidth);
    assert.equal(border, '2px');
    assert.notInclude(await page.locator('body').innerText(), 'Coaching');
    assert.notInclude(await page.locator('body').innerText(), 'prfaq-disable');
    await workbench().screenshot('built-in-preview');
  });
});
