// Opens VS Code with the extension on the examples: `npm start [-- --web] [--no-open] [--port N]`
//
// The desktop VS Code of this machine is preferred, then a downloaded one; `--web`, or PRFAQ_START=web in the
// environment, takes VS Code in the browser, which needs nothing but the npm registry.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runVisibly } from '../test/bed/childProcess.js';
import { cleanUp, cleanUpOnSignals } from '../test/bed/cleanup.js';
import { downloadDesktop, hasDisplay, runDesktop } from '../test/bed/desktop.js';
import { onPath } from '../test/bed/executables.js';
import { examples, root } from '../test/bed/paths.js';
import { remoteUri, startServer } from '../test/bed/server.js';
import { ensureVSCode } from '../test/bed/vscodeInstall.js';

const { values } = parseArgs({
  options: {
    web: { type: 'boolean', default: process.env.PRFAQ_START === 'web' },
    'no-open': { type: 'boolean', default: false },
    port: { type: 'string', default: '3210' },
  },
});

/** What opens an address in the browser, by platform. */
const openers: Partial<Record<NodeJS.Platform, [string, ...string[]]>> = {
  darwin: ['open'],
  // Not `start`, for which `&` in an address would end the command.
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

// Ctrl+C is how this command is meant to end, so it is no failure.
cleanUpOnSignals(0);
process.exitCode = await main();
await cleanUp();

async function main(): Promise<number> {
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    console.error(`--port ${values.port}: a port is a number from 0 to 65535.`);
    return 2;
  }
  const built = await runVisibly(process.execPath, ['scripts/build.mjs'], { cwd: root });
  if (built !== 0) return built;
  if (!values.web && ((await openInstalled()) || (await openDownloaded()))) return 0;
  return serveInBrowser(port);
}

/** Opens a window of the VS Code that is installed. */
async function openInstalled(): Promise<boolean> {
  const [code] = await onPath('code');
  if (!code) return false;
  const args = [`--extensionDevelopmentPath=${root}`, '--new-window', examples];
  if ((await runVisibly(code, args, { cwd: root })) !== 0) return false;
  console.log('Opened the examples in a new window of VS Code.');
  return true;
}

/** Opens a window of a VS Code that is downloaded, and waits until it is closed. */
async function openDownloaded(): Promise<boolean> {
  if (!hasDisplay) return false;
  let executable: string;
  try {
    executable = await downloadDesktop();
  } catch (error) {
    console.log(`${error instanceof Error ? error.message : error}\nUsing the browser instead.`);
    return false;
  }
  console.log('Opening the examples in VS Code. Close its window, or press Ctrl+C, to end.');
  await runDesktop(executable, [examples], () => {});
  return true;
}

/** Serves VS Code to the browser until Ctrl+C. */
async function serveInBrowser(port: number): Promise<number> {
  const vscode = await ensureVSCode('1.139');
  const free = await isFree(port);
  if (!free) console.log(`Port ${port} is taken, so another one is used.`);
  const server = await startServer({
    vscode,
    folder: examples,
    extensions: [root],
    trusted: true,
    port: free ? port : 0,
  });
  // Opens a document as well, as the extension has nothing to show before.
  server.url.searchParams.set(
    'payload',
    JSON.stringify([['openFile', remoteUri(server.url, join(examples, 'hallbell.prfaq.md'))]]),
  );
  console.log(`\nVS Code ${vscode.version} with the extension:\n\n  ${server.url}\n\nPress Ctrl+C to end.`);
  if (!values['no-open']) openUrl(server.url);
  await server.ended;
  console.error("VS Code's server ended by itself. Start it again with `npm start`.");
  return 1;
}

async function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/** Opens an address in the user's browser, where there is one; it has been printed, so that failing is no harm. */
function openUrl(url: URL): void {
  if (!hasDisplay) return;
  const [command, ...args] = openers[process.platform] ?? ['xdg-open'];
  const opener = spawn(command, [...args, url.href], { stdio: 'ignore', detached: true });
  opener.once('error', () => {});
  opener.unref();
}
