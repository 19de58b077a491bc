import { writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Page } from 'playwright-core';
import { getBrowser } from '../browser.js';
import type { Print } from '../childProcess.js';
import { type ExtensionHost, makeWebExtension } from '../extension.js';
import { TEST_TIMEOUT } from '../limits.js';
import type { Outcome } from '../outcome.js';
import { examples, root } from '../paths.js';
import { remoteUri, startServer } from '../server.js';
import type { VSCodeInstall } from '../vscodeInstall.js';
import { copyWorkspace } from '../workspace.js';
import { bundleHostTests } from './bundle.js';
import { writeFixtures } from './fixtures.js';
import { HostReport } from './report.js';

/** How long the host may be silent, in milliseconds. A single test ends earlier, by mocha's own limit. */
const silenceTimeout = TEST_TIMEOUT + 120_000;

/** Runs the tests in `test/host/` inside an extension host of a VS Code that is open in the browser. */
export async function runHostTests(
  vscode: VSCodeInstall,
  host: ExtensionHost,
  print: Print,
  grep?: string,
): Promise<Outcome> {
  const tests = await bundleHostTests(`${vscode.version}-${host}`, host, grep);
  const workspace = await copyWorkspace(examples);
  await writeFixtures(workspace.path);
  // A workspace file rather than the folder alone, so that a test may add a second folder without a new window.
  const workspaceFile = join(workspace.path, '..', 'host.code-workspace');
  await writeFile(workspaceFile, JSON.stringify({ folders: [{ path: workspace.path }] }));
  const webExtension = host === 'web' ? await makeWebExtension() : undefined;
  const server = await startServer({ vscode, folder: workspaceFile, trusted: true, automation: true });
  const context = await (await getBrowser()).newContext();
  try {
    const page = await context.newPage();
    const report = new HostReport(print);
    const ended = untilTestsEnd(page, report);
    const extension = webExtension?.path ?? root;
    // VS Code runs tests in the host of the extension in whose folder they are.
    await page.goto(testUrl(server.url, host, extension, join(extension, relative(root, tests))).href);
    await ended;
    return report.outcome;
  } finally {
    await context.close();
    await server.dispose();
    await webExtension?.remove();
    await workspace.remove();
  }
}

/** Adds to the workbench's address which extension to load from its sources, and which tests to run in its host. */
function testUrl(workbench: URL, host: ExtensionHost, extension: string, tests: string): URL {
  const url = new URL(workbench);
  url.searchParams.set(
    'payload',
    JSON.stringify([
      ['extensionDevelopmentPath', remoteUri(workbench, extension)],
      ['extensionTestsPath', remoteUri(workbench, tests)],
      ['skipWelcome', 'true'],
      ...(host === 'web' ? [['extensionDevelopmentKind', 'web']] : []),
    ]),
  );
  return url;
}

/** VS Code calls this function of the page, if there is one, when the tests have ended. */
const exitFunction = 'codeAutomationExit';

async function untilTestsEnd(page: Page, report: HostReport): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    const silence = setTimeout(
      () =>
        reject(
          new Error(`Nothing heard from the extension host for ${silenceTimeout / 1000} s.\n${report.lastWords()}`),
        ),
      silenceTimeout,
    );
    page.on('console', (message) => {
      silence.refresh();
      report.read(message.text());
    });
    page.on('crash', () => reject(new Error('The page with VS Code crashed.')));
    page
      .exposeFunction(exitFunction, (code: number) => {
        clearTimeout(silence);
        if (report.ended) resolve();
        else reject(new Error(`The tests couldn't run: VS Code ended them with code ${code}.\n${report.lastWords()}`));
      })
      .catch(reject);
  });
}
