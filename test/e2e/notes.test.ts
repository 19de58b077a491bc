import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assert } from 'chai';
import { useWorkbench } from '../bed/e2e.js';
import { fileOnce } from '../bed/files.js';
import type { Theme } from '../bed/workbench.js';

/** What a reader does with notes, and what an author does with those of others. */
describe('Notes in the margin', () => {
  const workbench = useWorkbench({
    viewport: { width: 1600, height: 1000 },
    settings: { 'prfaq.reader.name': 'Ana Duarte' },
  });
  const folder = () => join(workbench().folder, '.prfaq/notes/hallbell.prfaq.md');
  const own = () => join(folder(), 'ana-duarte.json');
  const rows = () => workbench().view('Notes').getByRole('treeitem');
  const row = (text: string) => rows().filter({ hasText: text });
  const says = (text: string) => workbench().view('Notes').getByText(text);
  /** The sign in the editor's margin beside words that have a note. */
  const glyphs = () => workbench().page.locator('.comment-range-glyph[class*="comment-thread"]');

  const page = () => workbench().webview();
  const card = (text: string) => page().locator('[data-note-id]', { hasText: text });

  it('are written on the words that are selected, by the keyboard alone', async () => {
    await workbench().openFile('hallbell.prfaq.md');
    await workbench().openViewContainer('PR/FAQ');
    await workbench().treeRows('Outline');
    await workbench().goTo(8, 3);
    const { keyboard } = workbench().page;
    await workbench().focusEditor();
    for (let word = 0; word < 3; word++) await keyboard.press('ControlOrMeta+Shift+ArrowRight');
    await workbench().statusItem('selected').waitFor();
    await keyboard.press('ControlOrMeta+Alt+M');
    assert.deepEqual(await workbench().picks('Question'), ['Question', 'Concern', 'Suggestion', 'Praise', 'Typo']);
    await workbench().pick('Question');
    await workbench().page.locator('.quick-input-title', { hasText: 'Question' }).waitFor();
    await keyboard.type('How many residents?');
    await keyboard.press('Enter');
    await glyphs().first().waitFor();
    const file = JSON.parse(await fileOnce(own(), (text) => text.includes('residents'))) as {
      items: { body: { value: string }[]; target: { selector: { exact: string }[] } }[];
    };
    assert.equal(file.items[0]!.body[0]!.value, 'How many residents?');
    assert.equal(file.items[0]!.target.selector[0]!.exact, 'Hallbell Tells Residents');
  });

  it('are listed by page in the view', async () => {
    const all = await workbench().treeRows('Notes');
    assert.deepEqual(
      all.map(({ label, level }) => [label, level]),
      [
        ['Page 1', 1],
        ['How many residents?', 2],
      ],
    );
    assert.equal(all[1]!.description, 'Ana Duarte · “Hallbell Tells Residents”');
    assert.include(all[1]!.ariaLabel, 'Question, Ana Duarte, How many residents?, on “Hallbell Tells Residents”');
  });

  it('of another reader appear as soon as Git brings their file', async () => {
    const text = await readFile(join(workbench().folder, 'hallbell.prfaq.md'), 'utf8');
    const start = text.indexOf('## Internal FAQ');
    assert.isAbove(start, 0);
    const note = (id: string, motivation: string, exact: string, body: string) => ({
      id: `urn:uuid:${id}`,
      type: 'Annotation',
      motivation,
      creator: { type: 'Person', name: 'Min-jun Seo' },
      created: '2026-11-02T09:00:00Z',
      body: { type: 'TextualBody', value: body },
      target: { source: '../../../hallbell.prfaq.md', selector: { type: 'TextQuoteSelector', exact } },
    });
    const file = {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'AnnotationPage',
      items: [
        note('1', 'commenting', text.slice(start, text.indexOf('\n', start)), 'Who owns this?'),
        note('2', 'editing', 'words that nobody wrote', 'This sentence went.'),
      ],
    };
    await mkdir(folder(), { recursive: true });
    await writeFile(join(folder(), 'min-jun-seo.json'), JSON.stringify(file));
    await row('Who owns this?').waitFor();
    await row('This sentence went.').waitFor();
    await row('Not placed: the words are gone').waitFor();
    await says('0 of 3 done').waitFor();
  });

  it('are revealed by a click in the view', async () => {
    await row('Who owns this?').click();
    await workbench().page.locator('.view-line', { hasText: '## Internal FAQ' }).waitFor();
  });

  it('are ticked off, whoever wrote them, and the tick is the reader’s own', async () => {
    await workbench().tick(row('Who owns this?'), says('1 of 3 done'));
    await fileOnce(own(), (text) => text.includes('"resolved"'));
    assert.notInclude(await readFile(join(folder(), 'min-jun-seo.json'), 'utf8'), 'resolved');
  });

  it('are threads in the editor, with replies', async () => {
    await row('How many residents?').click();
    await workbench().page.locator('.view-line', { hasText: '# Hallbell Tells' }).waitFor();
    await glyphs().first().click();
    const thread = workbench().page.locator('.review-widget').first();
    await thread.getByText('How many residents?').waitFor();
    // Where it isn't open yet, the form is a button that opens it.
    const form = thread.locator('.comment-form');
    await form.locator('.review-thread-reply-button, .monaco-editor').filter({ visible: true }).first().click();
    await workbench().page.keyboard.type('About 4,000.');
    await workbench().screenshot('notes-thread');
    await thread.getByRole('button', { name: 'Praise' }).click();
    await row('About 4,000.').waitFor();
    await fileOnce(own(), (text) => text.includes('About 4,000.'));
  });

  it('are edited and deleted by their reader, and a deletion can be taken back', async () => {
    await row('About 4,000.').click();
    // The click shows the thread as well, which may take the focus a moment later.
    await workbench().pressOn(row('About 4,000.'), 'Delete', workbench().page.getByRole('button', { name: 'Undo' }));
    await fileOnce(own(), (text) => !text.includes('About 4,000.'));
    await workbench().page.getByRole('button', { name: 'Undo' }).click();
    await row('About 4,000.').waitFor();
    await fileOnce(own(), (text) => text.includes('About 4,000.'));
  });

  it('are written in the preview to a paragraph by one key, and are everywhere at once', async () => {
    await workbench().openFile('hallbell.prfaq.md');
    await workbench().runCommand('PR/FAQ: Open Preview to the Side');
    await page().locator('p', { hasText: 'Silence is what costs them the day.' }).focus();
    await workbench().page.keyboard.press('n');
    await page().getByPlaceholder('Write a note').waitFor();
    await workbench().page.keyboard.press('Alt+2');
    await workbench().page.keyboard.type('Who counted them?');
    await workbench().screenshot('notes-preview-draft');
    await workbench().page.keyboard.press('Enter');
    await card('Who counted them?').waitFor({ state: 'attached' });
    await row('Who counted them?').waitFor();
    const text = await fileOnce(own(), (json) => json.includes('Who counted them?'));
    assert.include(text, 'Silence is what costs them the day.');
    assert.include(text, '"concern"');
  });

  it('say in the preview on which page the document answers them', async () => {
    await card('Who counted them?')
      .getByRole('button', { name: /^concern/ })
      .click();
    await card('Who counted them?').getByRole('button', { name: 'Answered Later' }).click();
    await page().getByLabel('Answered on page').fill('3');
    await workbench().page.keyboard.press('Enter');
    await card('Answered on page 3').waitFor();
    await fileOnce(own(), (json) => json.includes('"prfaq:answeredOnPage": 3'));
  });

  it('are resolved on paper, and the view knows', async () => {
    await card('Who counted them?').getByRole('button', { name: 'Resolve' }).click();
    await says('2 of 4 done').waitFor();
  });

  it('are listed as unplaced when their words are deleted, and come back with them', async () => {
    const words = 'To one neighbor an elevator outage is a delay';
    await workbench().focusEditor();
    await workbench().goTo(20, 1);
    await workbench().page.locator('.view-line', { hasText: words }).waitFor();
    await workbench().focusEditor();
    await workbench().page.keyboard.press('ControlOrMeta+Shift+K');
    await page().locator('.unplaced', { hasText: 'Who counted them?' }).waitFor();
    await row('Not placed').waitFor();
    await workbench().screenshot('notes-unplaced');
    await workbench().page.keyboard.press('ControlOrMeta+Z');
    await page().locator('.margin', { hasText: 'Who counted them?' }).waitFor({ state: 'attached' });
    await page().locator('.unplaced', { hasText: 'Who counted them?' }).waitFor({ state: 'detached' });
    await workbench().save();
  });

  it('become a record that is opened beside the document', async () => {
    await workbench().openFile('hallbell.prfaq.md');
    await workbench().runCommand('PR/FAQ: Export Meeting Record');
    await workbench()
      .page.locator('.tab.active', { hasText: /hallbell\.prfaq\.record-\d{4}-\d\d-\d\d\.md/ })
      .waitFor();
    const names = (await readdir(workbench().folder)).filter((name) => name.includes('.record-'));
    assert.lengthOf(names, 1);
    const text = await readFile(join(workbench().folder, names[0]!), 'utf8');
    assert.include(text, '- [ ] **Question** · Ana Duarte · [line 8](hallbell.prfaq.md#L8)');
    assert.include(text, '- [x] **Concern** · Min-jun Seo');
    assert.include(text, '## Not placed');
    assert.include(text, '*Answered on page 3.*');
  });

  it('ask for a document that is saved, in the view, the editor and the preview, before a word is lost', async () => {
    const first = 'Save the document first';
    await workbench().save();
    await workbench().runCommand('View: Close All Editors');
    await workbench().runCommand('PR/FAQ: New PR/FAQ or Six-Pager...');
    await workbench().pick('PR/FAQ');
    await says(first).waitFor();
    await workbench().runCommand('PR/FAQ: Add Note...');
    const told = workbench().notifications.filter({ hasText: first });
    await told.waitFor();
    await workbench().runCommand('Notifications: Clear All Notifications');
    await told.waitFor({ state: 'hidden' });
    await workbench().runCommand('PR/FAQ: Open Preview');
    await page().locator('.text p', { hasText: '[Company] today launched' }).first().focus();
    await workbench().page.keyboard.press('n');
    await told.waitFor();
    assert.equal(await page().getByPlaceholder('Write a note').count(), 0);
    assert.isEmpty((await workbench().problems()).filter(({ message }) => message.includes('file of notes')));
  });

  it('look right in every theme', async () => {
    await workbench().openFile('hallbell.prfaq.md');
    await workbench().goTo(8, 3);
    for (const theme of ['light', 'dark', 'high-contrast'] satisfies Theme[]) {
      await workbench().setTheme(theme);
      await workbench().screenshot(`notes-${theme}`);
    }
  });
});
