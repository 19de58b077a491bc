// Takes the pictures of the README from a real VS Code: `npm run pictures`
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cleanUp, cleanUpOnSignals } from '../test/bed/cleanup.js';
import { openWorkbench } from '../test/bed/openWorkbench.js';
import { root } from '../test/bed/paths.js';
import type { Theme, Workbench } from '../test/bed/workbench.js';

cleanUpOnSignals();

/** Nothing that blinks, moves or differs from one run to the next. */
const settings = {
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'breadcrumbs.enabled': false,
  'prfaq.reader.name': 'Ana Duarte',
};

/** Takes one picture of a VS Code in which `prepare` has done what there is to see. */
async function take(name: string, theme: Theme, prepare: (workbench: Workbench) => Promise<void>): Promise<void> {
  const workbench = await openWorkbench({ theme, viewport: { width: 1440, height: 860 }, settings });
  try {
    await prepare(workbench);
    // Away from what says something when the mouse rests on it.
    await workbench.page.mouse.move(720, 855);
    await workbench.page.locator('.workbench-hover').first().waitFor({ state: 'detached' });
    await copyFile(await workbench.screenshot(name), join(root, 'media', `${name}.png`));
    console.log(`media/${name}.png`);
  } finally {
    await workbench.dispose();
  }
}

/** The outline at the left, findings in the text, the preview as paper at the right. */
async function writing(workbench: Workbench): Promise<void> {
  await workbench.openFile('poor-draft.prfaq.md');
  await workbench.openViewContainer('PR/FAQ');
  await workbench.runCommand('PR/FAQ: Open Preview to the Side');
  await workbench.webview().locator('main section.page').first().waitFor();
  await workbench.focusEditor();
  await workbench.goTo(26);
  await workbench.squiggles().first().waitFor();
  await workbench.view('Outline').locator('.monaco-list-row.selected', { hasText: 'Solution' }).waitFor();
}

/** The room while everybody reads: nothing but paper, the clock, and the reader's own notes. */
async function reading(workbench: Workbench): Promise<void> {
  await workbench.openFile('hallbell.prfaq.md');
  await workbench.runCommand('PR/FAQ: Start Meeting...');
  for (const title of ['How long is the meeting', 'How long to read in silence']) {
    await workbench.page.locator('.quick-input-title', { hasText: title }).waitFor();
    await workbench.page.keyboard.press('Enter');
  }
  const room = workbench.webview();
  await room.locator('main[data-phase="read"]').waitFor();
  for (const [paragraph, note] of [
    ['Silence is what costs them the day.', 'Who counted them, and when?'],
    ['A sensor on the elevator reports a stop', 'And those who have no phone at hand?'],
  ] as const) {
    await room.locator('.text p', { hasText: paragraph }).first().focus();
    await workbench.page.keyboard.press('n');
    await room.getByPlaceholder('Write a note').waitFor();
    await workbench.page.keyboard.type(note);
    await workbench.page.keyboard.press('Enter');
    await room.locator('[data-note-id]', { hasText: note }).waitFor();
  }
}

try {
  await take('screenshot', 'light', writing);
  await take('meeting', 'dark', reading);
} finally {
  await cleanUp();
}
