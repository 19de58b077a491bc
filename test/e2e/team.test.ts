import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assert } from 'chai';
import { useWorkbench } from '../bed/e2e.js';
import { examples } from '../bed/paths.js';
import type { Workbench } from '../bed/workbench.js';

const line = (workbench: Workbench, text: string | RegExp) =>
  workbench.editor.locator('.view-line', { hasText: text }).first();

const read = (workbench: Workbench, path: string): Promise<string> => readFile(join(workbench.folder, path), 'utf8');

/** Findings of a rule in the document in front, as the Problems panel has them. */
async function findings(workbench: Workbench, rule: string): Promise<number> {
  return (await workbench.problems()).filter(({ code }) => code === rule).length;
}

/** A team of one, who has no config yet. */
describe('Someone who makes the tool the team’s own', () => {
  const workbench = useWorkbench({ viewport: { width: 1400, height: 900 } });
  const configText = () => read(workbench(), '.prfaq.yaml');

  it('adds a word by quick fix: the config is made, and the finding goes', async () => {
    await workbench().openFile('poor-draft.prfaq.md');
    await workbench().goTo(85, 84);
    await workbench().quickFixes();
    await workbench().screenshot('team-quick-fixes');
    await workbench().page.keyboard.press('Escape');
    await workbench().applyQuickFix('Add “significantly” to the team’s vocabulary');
    await workbench().notifications.filter({ hasText: '.prfaq.yaml is new.' }).waitFor();
    await workbench().screenshot('team-created');
    assert.match(await configText(), /^# .+\nvocabulary:\n {2}allow:\n {4}- significantly\n$/);
    await workbench().openFile('poor-draft.prfaq.md');
    assert.equal(await findings(workbench(), 'weasel-word'), 0);
    assert.equal(await findings(workbench(), 'sentence-length'), 1);
  });

  it('sets a severity by quick fix, from a list that says what each does', async () => {
    await workbench().openFile('poor-draft.prfaq.md');
    await workbench().goTo(55, 30);
    await workbench().applyQuickFix('Set the severity of sentence-length for the team…');
    assert.deepEqual(await workbench().picks('error'), ['error', 'warning', 'information', 'hint', 'off']);
    await workbench().screenshot('team-severity');
    await workbench().pick('off');
    await workbench().statusItem('sentence-length is in .prfaq.yaml now').waitFor();
    assert.match(await configText(), /- significantly\nrules:\n {2}sentence-length: off\n$/);
    await workbench().openFile('poor-draft.prfaq.md');
    assert.equal(await findings(workbench(), 'sentence-length'), 0);
  });

  it('writes more of it with completion, and sees it followed before it is saved', async () => {
    await workbench().openFile('.prfaq.yaml');
    await workbench().goTo(7, 1);
    await workbench().type('  banned');
    assert.include(await workbench().completions('banned-bullet'), 'banned-bullet');
    await workbench().screenshot('team-completion-rule');
    await workbench().page.keyboard.press('Enter');
    // What may stand there is offered at once.
    const offered = workbench().page.locator('.suggest-widget.visible .monaco-list-row');
    await offered.filter({ hasText: 'information' }).waitFor();
    await workbench().screenshot('team-completion-severity');
    await workbench().page.keyboard.type('of');
    await offered.filter({ hasText: 'warning' }).waitFor({ state: 'detached' });
    await workbench().page.keyboard.press('Enter');
    await line(workbench(), '  banned-bullet: off').waitFor();
    await workbench().openFile('poor-draft.prfaq.md');
    assert.equal(await findings(workbench(), 'banned-bullet'), 0);
  });

  it('reads in a hover what a rule asks', async () => {
    await workbench().openFile('.prfaq.yaml');
    await workbench().goTo(6, 6);
    await workbench().runCommand('Show or Focus Hover');
    const hover = workbench().page.locator('.monaco-hover:not(.hidden)', {
      hasText: 'A sentence is too long to follow.',
    });
    await hover.first().waitFor();
    for (const theme of ['light', 'high-contrast', 'dark'] as const) {
      await workbench().page.keyboard.press('Escape');
      await workbench().setTheme(theme);
      await workbench().goTo(6, 6);
      await workbench().runCommand('Show or Focus Hover');
      await hover.first().waitFor();
      await workbench().screenshot(`team-hover-${theme}`);
    }
    await workbench().page.keyboard.press('Escape');
  });

  it('is told where the config is broken, and it is left alone', async () => {
    // As somebody else's change comes in.
    const broken = `${await configText()}\npage: *gone\n`;
    await writeFile(join(workbench().folder, '.prfaq.yaml'), broken);
    await workbench().openFile('poor-draft.prfaq.md');
    await workbench().goTo(45, 106);
    await workbench().applyQuickFix('Set the severity of placeholder for the team…');
    const message = workbench().notifications.filter({ hasText: 'Nothing was changed. .prfaq.yaml:' });
    await message.waitFor();
    await workbench().screenshot('team-broken');
    assert.equal(await configText(), broken);
    await workbench().page.locator('.notification-list-item').getByRole('button', { name: 'Open' }).first().click();
    await workbench().page.locator('.tab.active', { hasText: '.prfaq.yaml' }).waitFor();
  });
});

describe('A member of a team', () => {
  const workbench = useWorkbench({ folder: join(examples, 'team'), viewport: { width: 1400, height: 900 } });

  it('starts a document from the team’s template', async () => {
    await workbench().runCommand('PR/FAQ: New PR/FAQ or Six-Pager...');
    assert.equal((await workbench().picks('Decision memo'))[0], 'Decision memo');
    const group = workbench().page.locator('.quick-input-list .quick-input-list-separator').first();
    assert.equal((await group.innerText()).trim(), 'Team');
    await workbench().screenshot('team-templates');
    await workbench().pick('Decision memo');
    await line(workbench(), '# [What we want to do]').waitFor();
    await workbench().page.keyboard.type('Close the shop');
    await workbench().page.keyboard.press('Tab');
    await workbench().page.keyboard.type('Ruth');
    await line(workbench(), 'We ask Ruth to [the decision] by [date].').waitFor();
    const text = await workbench().editorText();
    assert.match(text, /^---\ntype: decision-memo\n---\n\n# Close the shop\n\n## Decision\n/);
    await workbench().openViewContainer('PR/FAQ');
    const rows = (await workbench().treeRows('Outline')).filter(({ level }) => level === 1);
    assert.deepEqual(
      rows.map(({ label }) => label),
      ['Decision', 'Reasons', 'The way back'],
    );
    await workbench().screenshot('team-new-document');
    await workbench().runCommand('View: Revert and Close Editor');
  });

  it('reads what the team says of a section', async () => {
    await workbench().openFile('nine-languages.memo.md');
    await workbench().goTo(3, 5);
    await workbench().runCommand('Show or Focus Hover');
    await workbench()
      .page.locator('.monaco-hover:not(.hidden)', { hasText: 'Say in two sentences what you ask for' })
      .first()
      .waitFor();
    await workbench().screenshot('team-section-hover');
    await workbench().page.keyboard.press('Escape');
  });

  it('writes with the team’s snippets', async () => {
    await workbench().openFile('nine-languages.memo.md');
    await workbench().page.keyboard.press('ControlOrMeta+End');
    await workbench().type('\n\nri');
    assert.includeMembers(await workbench().completions('rig'), ['rig']);
    await workbench().screenshot('team-snippet');
    await workbench().page.keyboard.press('Enter');
    await line(workbench(), 'On the robust rig, [what we tried] took').waitFor();
    await workbench().page.keyboard.press('Escape');
    await workbench().page.keyboard.press('Escape');
    await workbench().runCommand('View: Revert and Close Editor');
  });

  it('exports the kit to another folder, where nothing is overwritten', async () => {
    const target = join(workbench().folder, 'kit');
    await mkdir(join(target, '.prfaq/snippets'), { recursive: true });
    await writeFile(join(target, '.prfaq/snippets/owner.md'), 'Mine.\n');
    await workbench().openFile('nine-languages.memo.md');
    await line(workbench(), '## Decision').waitFor();
    await workbench().runCommand('PR/FAQ: Export Team Kit...');
    await workbench().page.locator('.quick-input-widget .quick-input-title', { hasText: 'Export Team Kit' }).waitFor();
    // The dialog writes the folder that it begins with, and then lists what is in it.
    await workbench().page.locator('.quick-input-list .monaco-list-row', { hasText: 'shared' }).waitFor();
    await workbench().quickInput.fill(`${target}/`);
    await workbench().page.waitForFunction(
      (path) => document.querySelector<HTMLInputElement>('.quick-input-box input')?.value === path,
      `${target}/`,
    );
    await workbench().screenshot('team-export-dialog');
    await workbench().page.keyboard.press('Enter');
    await workbench().notifications.filter({ hasText: 'The team kit is in kit:' }).waitFor();
    await workbench().screenshot('team-exported');
    assert.equal(await read(workbench(), 'kit/.prfaq/snippets/owner.md'), 'Mine.\n');
    for (const path of [
      '.prfaq/templates/decision-memo.md',
      '.prfaq/templates/nine-languages.md',
      '.prfaq/snippets/team.code-snippets',
    ])
      assert.isTrue(existsSync(join(target, path)), path);
    const config = await read(workbench(), 'kit/.prfaq.yaml');
    assert.match(config, /\n {2}acronyms:\n {4}- MTTR\n/);
    assert.notMatch(config, /extends/);
    assert.notMatch(await read(workbench(), 'kit/.prfaq/templates/nine-languages.md'), /41,000|pilot/);
  });
});
