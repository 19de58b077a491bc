// Takes the pictures of the README from a real VS Code: `npm run pictures`
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cleanUp, cleanUpOnSignals } from '../test/bed/cleanup.js';
import { openWorkbench } from '../test/bed/openWorkbench.js';
import { root } from '../test/bed/paths.js';
import type { Theme } from '../test/bed/workbench.js';

cleanUpOnSignals();

/** The outline at the left, findings in the text, the preview as paper at the right. */
async function take(theme: Theme, name: string): Promise<void> {
  const workbench = await openWorkbench({
    theme,
    viewport: { width: 1440, height: 860 },
    // Nothing that blinks, moves or differs from one run to the next.
    settings: {
      'editor.cursorBlinking': 'solid',
      'editor.minimap.enabled': false,
      'breadcrumbs.enabled': false,
    },
  });
  try {
    await workbench.openFile('poor-draft.prfaq.md');
    await workbench.openViewContainer('PR/FAQ');
    await workbench.runCommand('PR/FAQ: Open Preview to the Side');
    await workbench.webview().locator('main section.page').first().waitFor();
    await workbench.focusEditor();
    await workbench.goTo(28);
    await workbench.squiggles().first().waitFor();
    await workbench.view('Outline').locator('.monaco-list-row.selected', { hasText: 'Solution' }).waitFor();
    // Away from what says something when the mouse rests on it.
    await workbench.page.mouse.move(720, 855);
    await workbench.page.locator('.workbench-hover').first().waitFor({ state: 'detached' });
    await copyFile(await workbench.screenshot(name), join(root, 'media', `${name}.png`));
    console.log(`media/${name}.png`);
  } finally {
    await workbench.dispose();
  }
}

try {
  await take('light', 'screenshot');
  await take('dark', 'screenshot-dark');
} finally {
  await cleanUp();
}
