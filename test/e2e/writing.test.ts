import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assert } from 'chai';
import { check } from '../../src/core/index.js';
import { languageOf } from '../../src/core/languages/index.js';
import { LIBRARY } from '../../src/core/templates/library.js';
import { toSnippet } from '../../src/core/templates/snippet.js';
import { builtInTemplates } from '../../src/core/templates/templates.js';
import { answer, STRUCTURE } from '../answers.js';
import { useWorkbench } from '../bed/e2e.js';
import type { Workbench } from '../bed/workbench.js';

/** The placeholders of a template in the order in which Tab comes to them. */
function stops(text: string): string[] {
  const found = [...toSnippet(text).matchAll(/\$\{(\d+):\[([^\]]+)\]\}/g)];
  return found.filter(([, n], at) => found.findIndex(([, other]) => other === n) === at).map((match) => match[2]!);
}

/** A line of the editor that is in sight. */
function line(workbench: Workbench, text: string | RegExp) {
  return workbench.editor.locator('.view-line', { hasText: text }).first();
}

/** The hover at a place that says this. */
async function hoverAt(workbench: Workbench, row: number, column: number, text: string): Promise<string> {
  await workbench.goTo(row, column);
  await workbench.runCommand('Show or Focus Hover');
  const hover = workbench.page.locator('.monaco-hover:not(.hidden)', { hasText: text }).first();
  await hover.waitFor();
  return (await hover.innerText()).replace(/\s+/g, ' ');
}

/** Opens a copy of a file, for a test to change: the editor saves by itself. */
async function openCopy(workbench: Workbench, name: string, copy: string): Promise<void> {
  await copyFile(join(workbench.folder, name), join(workbench.folder, copy));
  await workbench.openFile(copy);
}

/** What somebody does who has never written a PR/FAQ: start from a template, answer it, ask for what is missing. */
describe('Someone who writes a first draft', () => {
  const workbench = useWorkbench({ viewport: { width: 1400, height: 900 } });

  for (const { title, text } of builtInTemplates(LIBRARY.en, languageOf('en'))) {
    it(`gets from the palette: ${title}`, async () => {
      await workbench().runCommand('PR/FAQ: New PR/FAQ or Six-Pager...');
      await workbench().pick(title);
      const heading = /^# .*$/m
        .exec(text())![0]
        .replace(/ /g, '\\s')
        .replace(/[[\]?]/g, '\\$&');
      await line(workbench(), new RegExp(heading)).waitFor();
      assert.equal(await workbench().editorText(), text());
      await workbench().runCommand('View: Revert and Close Editor');
    });
  }

  it('tabs through a template, answers everything, and has a draft with nothing wrong in its structure', async () => {
    const text = builtInTemplates(LIBRARY.en, languageOf('en'))[0]!.text();
    await workbench().runCommand('PR/FAQ: New PR/FAQ or Six-Pager...');
    await workbench().pick('PR/FAQ');
    await line(workbench(), '[Company] launches').waitFor();
    for (const [n, inside] of stops(text).entries()) {
      if (n > 0) await workbench().page.keyboard.press('Tab');
      await workbench().page.keyboard.insertText(answer(inside, 'en'));
    }
    // The author moves on, and the coaching of what is answered goes.
    await workbench().goTo(1);
    await line(workbench(), 'Coaching:').waitFor({ state: 'detached' });
    // The last of it stands at the end, which isn't in sight; mocha's limit ends the wait.
    let draft = await workbench().editorText();
    while (draft.includes('Coaching')) draft = await workbench().editorText();
    assert.notMatch(draft, /Coaching|\[/);
    const structural = check(draft).issues.filter(({ rule }) => STRUCTURE.test(rule));
    assert.deepEqual(structural, []);
    await workbench().screenshot('writing-draft');
    await workbench().runCommand('View: Revert and Close Editor');
  });

  it('keeps the coaching of a section until it is answered, and gets it back by undo', async () => {
    await workbench().runCommand('PR/FAQ: New PR/FAQ or Six-Pager...');
    await workbench().pick('The five customer questions');
    await line(workbench(), '[Idea]').waitFor();
    await workbench().page.keyboard.insertText('Tidecup');
    await workbench().page.keyboard.press('Tab');
    await workbench().page.keyboard.insertText('People who row to work');
    await line(workbench(), 'Coaching: Name one group').waitFor();
    await workbench().page.keyboard.press('Tab');
    await line(workbench(), 'Coaching: Name one group').waitFor({ state: 'detached' });
    await line(workbench(), 'Coaching: Tell it as the customer would').waitFor();
    await workbench().page.keyboard.press('ControlOrMeta+Z');
    await line(workbench(), 'Coaching: Name one group').waitFor();
    await workbench().runCommand('View: Revert and Close Editor');
  });

  it('starts a document in a folder of the Explorer, under a name that is free', async () => {
    const { page, folder } = workbench();
    await page.keyboard.press('ControlOrMeta+Shift+E');
    await page.locator('.explorer-folders-view .monaco-list').click({ button: 'right', position: { x: 60, y: 400 } });
    await workbench().chooseFromMenu('New PR/FAQ or Six-Pager...');
    await workbench().pick('PR/FAQ');
    await page.getByText('Name of the new file').first().waitFor();
    assert.equal(await workbench().quickInput.inputValue(), 'draft.prfaq.md');
    await workbench().quickInput.fill('hallbell');
    await page.getByText('hallbell.prfaq.md exists already. hallbell-2.prfaq.md is free.').waitFor();
    await page.keyboard.press('Enter');
    const before = await readFile(join(folder, 'hallbell.prfaq.md'), 'utf8');
    await workbench().quickInput.fill('tidecup');
    await page.keyboard.press('Enter');
    await page.locator('.tab.active:not(.dirty)', { hasText: 'tidecup.prfaq.md' }).waitFor();
    assert.equal(
      await readFile(join(folder, 'tidecup.prfaq.md'), 'utf8'),
      builtInTemplates(LIBRARY.en, languageOf('en'))[0]!.text(),
    );
    assert.equal(await readFile(join(folder, 'hallbell.prfaq.md'), 'utf8'), before);
    // The first placeholder is selected wherever it stands.
    await workbench().statusItem('selections').waitFor();
    await page.keyboard.insertText('Tidewell');
    await line(workbench(), '# Tidewell launches').waitFor();
    await workbench().runCommand('View: Revert and Close Editor');
  });

  it('saves a new document, and its preview stays beside it', async () => {
    const { page, folder } = workbench();
    const preview = (name: string) => page.locator('.tab', { hasText: `Preview ${name}` });
    await workbench().runCommand('PR/FAQ: New PR/FAQ or Six-Pager...');
    await workbench().pick('PR/FAQ');
    await line(workbench(), '[Company] launches').waitFor();
    await workbench().runCommand('PR/FAQ: Open Preview to the Side');
    await preview('Untitled-').waitFor();
    await workbench().webview().locator('.page[data-page="1"]').waitFor();
    await workbench().focusEditor();
    await page.keyboard.press('ControlOrMeta+S');
    await page.locator('.quick-input-widget .quick-input-title', { hasText: 'Save As' }).waitFor();
    // The dialog writes the path that it begins with, and then lists what is there.
    await page.locator('.quick-input-list .monaco-list-row').nth(1).waitFor();
    await workbench().quickInput.fill(join(folder, 'kept.prfaq.md'));
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'hallbell.prfaq.md' }).waitFor();
    await page.keyboard.press('Enter');
    await preview('kept.prfaq.md').waitFor();
    await page.locator('.tab', { hasText: 'Untitled-' }).first().waitFor({ state: 'detached' });
    await workbench().webview().locator('.page[data-page="1"]', { hasText: '[Company] launches' }).waitFor();
    await workbench().screenshot('writing-saved');
    await workbench().runCommand('View: Close All Editors');
  });

  it('is told by completion which section is missing here, and gets it', async () => {
    await openCopy(workbench(), 'poor-draft.prfaq.md', 'missing.prfaq.md');
    await workbench().goTo(42);
    await workbench().type('\n');
    assert.equal((await workbench().completions('Customer quote'))[0], 'Customer quote');
    await workbench().screenshot('writing-completion');
    await workbench().page.keyboard.press('Enter');
    await line(workbench(), '### Customer quote').waitFor();
    assert.match(
      await workbench().editorText(),
      /### Getting started\n\n### Customer quote\n\n<!-- Coaching: [^\n]+ -->\n\n“\[What changed[^\n]+\n\n### Call to action/,
    );
  });

  it('is asked the hard questions that the internal FAQ leaves out, in the form of the others', async () => {
    const { page, folder } = workbench();
    const text = '---\ntype: prfaq\n---\n\n# A cup\n\n## Internal FAQ\n\n**Q1: What does it cost?**\n\nA: $4.\n\n';
    await writeFile(join(folder, 'asked.prfaq.md'), text);
    await workbench().openFile('asked.prfaq.md');
    await workbench().goTo(13);
    await workbench().type('#');
    const first = page.locator('.suggest-widget.visible .monaco-list-row').first();
    await first.filter({ hasText: 'What does this have to do with our business?' }).waitFor();
    await workbench().screenshot('writing-hard-question');
    await page.keyboard.press('Enter');
    await line(workbench(), '[Answer]').waitFor();
    assert.match(
      await workbench().editorText(),
      /\n\n\*\*Q2: What does this have to do with our business\?\*\*\n\nA: \[Answer\]\n*$/,
    );
  });

  it('is left alone by completion inside a section and in other Markdown', async () => {
    const offered = async (name: string, row: number): Promise<string[]> => {
      await openCopy(workbench(), name, `alone-${name}`);
      await workbench().goTo(row);
      await workbench().type('\n\n');
      await workbench().goTo(row + 1);
      const all = await workbench().completions();
      await workbench().page.keyboard.press('Escape');
      return all;
    };
    assert.notInclude(await offered('poor-draft.prfaq.md', 21), 'Customer quote');
    assert.notInclude(await offered('README.md', 2), 'Headline');
  });

  it('reads over a title what belongs there, and over a finding why', async () => {
    await workbench().openFile('poor-draft.prfaq.md');
    const title = await hoverAt(workbench(), 18, 6, 'Tell the problem as the customer would');
    assert.include(title, '30 to 200 words; it has 367.');
    await workbench().screenshot('writing-hover');
    await workbench().page.keyboard.press('Escape');
    assert.include(await hoverAt(workbench(), 30, 6, 'In the memo that banned slides'), 'Why?');
    await workbench().page.keyboard.press('Escape');
  });

  it('folds a question that has no heading', async () => {
    const { folder } = workbench();
    const text =
      '---\ntype: prfaq\n---\n\n# A launches B\n\n## Internal FAQ\n\n**Q: Why?**\n\nSo.\n\n**Q: How?**\n\nSo.\n';
    await writeFile(join(folder, 'bold.prfaq.md'), text);
    await workbench().openFile('bold.prfaq.md');
    await workbench().goTo(9);
    await line(workbench(), 'Q: How?').waitFor();
    await workbench().runCommand('Fold');
    await workbench().page.locator('.inline-folded').waitFor();
    assert.equal(
      await workbench()
        .editor.locator('.view-line', { hasText: /^So\.$/ })
        .count(),
      1,
    );
  });
});
