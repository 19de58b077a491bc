import assert from 'node:assert/strict';
import { useWorkbench } from '../bed/e2e.js';

describe('Activation', () => {
  const workbench = useWorkbench();

  /** What VS Code says of the time that each running extension took, by the extension's name. */
  async function activations(): Promise<ReadonlyMap<string, string>> {
    const { page } = workbench();
    // Only the rows that are in sight exist.
    const before = page.viewportSize()!;
    await page.setViewportSize({ ...before, height: 4000 });
    await workbench().runCommand('Developer: Show Running Extensions');
    const rows = page.locator('.runtime-extensions-editor .extension');
    await rows.first().waitFor();
    const read = await rows.evaluateAll((all) =>
      all.map((row) => ['.name', '.activation-time'].map((part) => row.querySelector(part)?.textContent ?? '')),
    );
    await page.keyboard.press('Escape');
    await rows.first().waitFor({ state: 'hidden' });
    await page.setViewportSize(before);
    return new Map(read.map(([name, time]) => [name!, time!]));
  }

  it('waits for a Markdown file', async () => {
    const running = await activations();
    assert.ok(running.size > 3);
    assert.equal(running.has('PR/FAQ'), false);
  });

  // The budget of 50 ms is for a quiet machine: the figure is printed beside that of an extension of VS Code's own, and not judged.
  it('is told by VS Code', async () => {
    await workbench().openFile('poor-draft.prfaq.md');
    await workbench().squiggles().first().waitFor();
    const running = await activations();
    const time = running.get('PR/FAQ') ?? 'none';
    assert.match(time, /^Activation: \d+ms$/);
    console.log(
      `      ${time} (budget 50 ms); Markdown Language Features: ${running.get('Markdown Language Features')}`,
    );
  });
});
