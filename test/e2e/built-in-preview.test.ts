import { assert } from 'chai';
import { useWorkbench } from '../bed/e2e.js';

describe('VS Code’s own Markdown preview', () => {
  const workbench = useWorkbench({ viewport: { width: 1600, height: 1000 } });

  it('sets questions and answers apart, and shows no coaching and no directive', async () => {
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
