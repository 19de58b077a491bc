import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assert } from 'chai';
import { useWorkbench } from '../bed/e2e.js';
import type { Theme } from '../bed/workbench.js';

/** What a reader does with notes, and what an author does with those of others. */
describe('Notes in the margin', () => {
  const workbench = useWorkbench({
    viewport: { width: 1600, height: 1000 },
    settings: { 'prfaq.reader.name': 'Ana Duarte' },
  });
  const folder = () => join(workbench().folder, '.prfaq/notes/hallbell.prfaq.md');
  const rows = () => workbench().view('Notes').getByRole('treeitem');
  const row = (text: string) => rows().filter({ hasText: text });

  it('are written on the words that are selected, by the keyboard alone', async () => {
    await workbench().openFile('hallbell.prfaq.md');
    await workbench().goTo(8, 3);
    const { keyboard } = workbench().page;
    await workbench().focusEditor();
    for (let word = 0; word < 3; word++) await keyboard.press('ControlOrMeta+Shift+ArrowRight');
    await workbench().statusItem('selected').waitFor();
    await keyboard.press('ControlOrMeta+Alt+M');
    assert.deepEqual(await workbench().picks(), ['Question', 'Concern', 'Suggestion', 'Praise', 'Typo']);
    await workbench().pick('Question');
    await workbench().page.locator('.quick-input-title', { hasText: 'Question' }).waitFor();
    await keyboard.type('How many residents?');
    await keyboard.press('Enter');
    await workbench().page.locator('.comment-range-glyph.comment-thread').first().waitFor();
    const page = JSON.parse(await readFile(join(folder(), 'ana-duarte.json'), 'utf8')) as {
      items: { body: { value: string }[]; target: { selector: { exact: string }[] } }[];
    };
    assert.equal(page.items[0]!.body[0]!.value, 'How many residents?');
    assert.equal(page.items[0]!.target.selector[0]!.exact, 'Hallbell Tells Residents');
  });

  it('are listed by page in the view', async () => {
    await workbench().openViewContainer('PR/FAQ');
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
    const page = {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'AnnotationPage',
      items: [
        note('1', 'commenting', text.slice(start, text.indexOf('\n', start)), 'Who owns this?'),
        note('2', 'editing', 'words that nobody wrote', 'This sentence went.'),
      ],
    };
    await mkdir(folder(), { recursive: true });
    await writeFile(join(folder(), 'min-jun-seo.json'), JSON.stringify(page));
    await row('Who owns this?').waitFor();
    await row('This sentence went.').waitFor();
    await row('Not placed: the words are gone').waitFor();
    await workbench().view('Notes').getByText('0 of 3 resolved').waitFor();
  });

  it('are revealed by a click in the view', async () => {
    await row('Who owns this?').click();
    await workbench().page.locator('.view-line', { hasText: '## Internal FAQ' }).waitFor();
  });

  it('are ticked off, whoever wrote them, and the tick is the reader’s own', async () => {
    await row('Who owns this?').getByRole('checkbox').click();
    await workbench().view('Notes').getByText('1 of 3 resolved').waitFor();
    assert.notInclude(await readFile(join(folder(), 'min-jun-seo.json'), 'utf8'), 'resolved');
    assert.include(await readFile(join(folder(), 'ana-duarte.json'), 'utf8'), '"resolved"');
  });

  it('are threads in the editor, with replies', async () => {
    await row('How many residents?').click();
    await workbench().page.locator('.comment-range-glyph.comment-thread').first().click();
    const thread = workbench().page.locator('.review-widget').first();
    await thread.getByText('How many residents?').waitFor();
    await thread.locator('.comment-reply, .review-thread-reply-button, .comment-form').first().click();
    await workbench().page.keyboard.type('About 4,000.');
    await workbench().screenshot('notes-thread');
    await thread.getByRole('button', { name: 'Praise' }).click();
    await row('About 4,000.').waitFor();
  });

  it('are edited and deleted by their reader, and a deletion can be taken back', async () => {
    await row('About 4,000.').click();
    await workbench().page.keyboard.press('Delete');
    await workbench().page.getByRole('button', { name: 'Undo' }).click();
    await row('About 4,000.').waitFor();
  });

  it('become a record that is opened beside the document', async () => {
    await workbench().runCommand('PR/FAQ: Export Meeting Record');
    await workbench()
      .page.locator('.tab.active', { hasText: /hallbell\.prfaq\.record-\d{4}-\d\d-\d\d\.md/ })
      .waitFor();
    const text = await workbench().editorText();
    assert.include(text, '- [ ] **Question** · Ana Duarte · [line 8](hallbell.prfaq.md#L8)');
    assert.include(text, '- [x] **Concern** · Min-jun Seo');
    assert.include(text, '## Not placed');
    const names = (await readdir(workbench().folder)).filter((name) => name.includes('.record-'));
    assert.lengthOf(names, 1);
  });

  it('look right in every theme', async () => {
    await workbench().openFile('hallbell.prfaq.md');
    await workbench().goTo(8, 3);
    await workbench().page.locator('.comment-range-glyph.comment-thread').first().click();
    for (const theme of ['light', 'dark', 'high-contrast'] satisfies Theme[]) {
      await workbench().setTheme(theme);
      await workbench().screenshot(`notes-${theme}`);
    }
  });
});
