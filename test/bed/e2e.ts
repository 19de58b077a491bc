import { after, afterEach, before } from 'mocha';
import { cleanUp, cleanUpOnSignals } from './cleanup.js';
import { STEP_TIMEOUT } from './limits.js';
import { openWorkbench, type WorkbenchOptions } from './openWorkbench.js';
import type { Workbench } from './workbench.js';

/** Long enough for the first start, which may have to install VS Code. */
const openTimeout = 10 * 60_000;

/**
 * Opens VS Code for all tests of the `describe` block it is called in. After a failed test a picture is kept in
 * `out/screenshots/`.
 *
 * @returns a function that gives the workbench, to be called within tests.
 */
export function useWorkbench(options: WorkbenchOptions = {}): () => Workbench {
  let workbench: Workbench | undefined;

  before('open VS Code', async function () {
    this.timeout(openTimeout);
    workbench = await openWorkbench(options);
    workbench.page.setDefaultTimeout(STEP_TIMEOUT);
  });

  afterEach('keep a picture of a failure, and the next test from what it left open', async function () {
    // One that is to be tried again has no state.
    if (this.currentTest?.state === 'passed' || this.currentTest?.isPending() || !workbench) return;
    console.log(`      picture: ${await workbench.screenshot(`failed ${this.currentTest?.fullTitle()}`)}`);
    await workbench.closeWhatIsOpen();
  });

  after('close VS Code', () => workbench?.dispose());

  return () => {
    if (!workbench) throw new Error('The workbench is open only while tests run; call this within a test.');
    return workbench;
  };
}

/** Root hooks: what is left over after all files, such as the browser that they share. */
export const mochaHooks = {
  beforeAll: () => cleanUpOnSignals(),
  afterAll: () => cleanUp(),
};
