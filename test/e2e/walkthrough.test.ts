import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assert } from 'chai';
import type { Locator } from 'playwright-core';
import { useWorkbench } from '../bed/e2e.js';
import { root } from '../bed/paths.js';

/** Somebody who has never seen the extension, and takes the way that the welcome offers. */
describe('The walkthrough', () => {
  const workbench = useWorkbench({ viewport: { width: 1400, height: 1000 } });
  const steps = (): Locator => workbench().page.locator('.gettingStartedContainer');
  const step = (title: string): Locator => steps().locator('.getting-started-step', { hasText: title }).first();

  /** Opens the walkthrough where it was left, and this step of it. */
  async function open(title: string): Promise<void> {
    await workbench().openFile('poor-draft.prfaq.md');
    await workbench().runCommand('Welcome: Open Walkthrough...');
    await workbench().quickInput.fill('Write your first PR/FAQ');
    await workbench().pick('Write your first PR/FAQ');
    await step(title).waitFor();
    if (!(await step(title).getAttribute('class'))?.includes('expanded')) await step(title).click();
    await workbench().page.locator('.getting-started-step.expanded', { hasText: title }).waitFor();
  }

  const press = (label: string): Promise<void> => steps().getByRole('button', { name: label, exact: true }).click();

  it('has a step, with a picture, for each thing to learn', async () => {
    const { contributes } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    const ids = contributes.walkthroughs[0].steps.map(({ id }: { id: string }) => id);
    assert.deepEqual(ids, ['template', 'outline', 'completion', 'finding', 'paper', 'meeting', 'team']);
    await open('Start from a template');
    for (const theme of ['light', 'dark', 'high-contrast'] as const) {
      await workbench().setTheme(theme);
      await workbench().screenshot(`walkthrough ${theme}`);
    }
  });

  it('starts a document from a template', async () => {
    await open('Start from a template');
    await press('New PR/FAQ or Six-Pager');
    assert.include(await workbench().picks('Six-pager: proposal'), 'Six-pager: proposal');
    await workbench().page.keyboard.press('Escape');
  });

  it('shows the outline', async () => {
    await open('See what is left');
    await press('Show the Outline');
    await workbench().view('Outline').getByRole('treeitem').first().waitFor();
  });

  it('opens the settings', async () => {
    await open('See what a reviewer sees');
    await press('Open the Settings');
    await workbench().page.locator('.settings-editor').getByText('Severity of each rule').first().waitFor();
    await workbench().closeWhatIsOpen();
  });

  it('opens the preview of the narrative that was last in front', async () => {
    await open('Read it as the room will');
    await press('Open Preview to the Side');
    await workbench().page.locator('.tab.active', { hasText: 'Preview poor-draft.prfaq.md' }).waitFor();
    await workbench().runCommand('View: Close All Editors');
  });

  it('starts a meeting', async () => {
    await open('Hold the meeting');
    await workbench().screenshot('walkthrough-meeting');
    await press('Start a Meeting');
    await workbench()
      .page.locator('.quick-input-widget', { hasText: 'How long is the meeting, in minutes?' })
      .waitFor();
    await workbench().page.keyboard.press('Escape');
    await workbench().runCommand('View: Close All Editors');
  });

  it('makes a team kit', async () => {
    await open('Make it your team’s');
    await workbench().screenshot('walkthrough-team');
    await press('Export Team Kit');
    await workbench()
      .page.locator('.quick-input-widget, .monaco-dialog-box')
      .filter({ visible: true })
      .first()
      .waitFor();
    await workbench().page.keyboard.press('Escape');
  });
});
