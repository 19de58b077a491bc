import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { endTree } from './childProcess.js';
import { makeTempDir, onStop } from './cleanup.js';
import type { VSCodeInstall } from './vscodeInstall.js';

/** Values by setting name, as in a `settings.json`. */
export type Settings = Readonly<Record<string, unknown>>;

export interface ServerOptions {
  readonly vscode: VSCodeInstall;
  /** The folder, or `.code-workspace` file, that the workbench opens. */
  readonly folder: string;
  /** Folders of extensions that are installed from the start. */
  readonly extensions?: readonly string[];
  /** User settings. */
  readonly settings?: Settings;
  /** Trust every folder without asking. Otherwise a folder opens in Restricted Mode. */
  readonly trusted: boolean;
  /** 0, the default, takes any free one. */
  readonly port?: number;
  /**
   * Let the page's address load an extension under development and its tests. It also silences notifications, so it is
   * off where VS Code is to look as users see it.
   */
  readonly automation?: boolean;
}

export interface Server {
  /** Opens the workbench with the folder. */
  readonly url: URL;
  /** Resolves if the server ends by itself, without being disposed. */
  readonly ended: Promise<void>;
  dispose(): Promise<void>;
}

/** VS Code without what needs the network, asks for an account or comes up unasked. */
const quietSettings: Settings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.startupPrompt': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

/** Starts VS Code's server on the loopback interface, with data of its own that goes away with it. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const data = await makeTempDir('vscode');
  const extensions = join(data.path, 'extensions');
  await mkdir(extensions, { recursive: true });
  for (const folder of options.extensions ?? []) {
    // A link, so that a new build needs only a reload of the window.
    await symlink(folder, join(extensions, basename(folder)), 'junction');
  }
  const settingsFile = join(data.path, 'data', 'User', 'settings.json');
  await mkdir(dirname(settingsFile), { recursive: true });
  await writeFile(settingsFile, JSON.stringify({ ...quietSettings, ...options.settings }, null, 2));

  // Without a token, any web page that is open on this machine could talk to the server.
  const token = randomBytes(16).toString('hex');
  const child = spawn(
    options.vscode.node,
    [
      options.vscode.serverMain,
      ...['--host', '127.0.0.1', '--port', String(options.port ?? 0), '--connection-token', token],
      ...['--server-data-dir', data.path, '--extensions-dir', extensions],
      ...[options.folder.endsWith('.code-workspace') ? '--default-workspace' : '--default-folder', options.folder],
      '--accept-server-license-terms',
      '--disable-telemetry',
      ...(options.trusted ? ['--disable-workspace-trust'] : []),
      ...(options.automation ? ['--enable-smoke-test-driver'] : []),
    ],
    // A process group of its own, so that what the server starts can be ended with it.
    { detached: process.platform !== 'win32', stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true },
  );
  let ending = false;
  const end = onStop(() => {
    ending = true;
    return endTree(child);
  });
  const dispose = async () => {
    await end();
    await data.remove();
  };
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      if (!ending) resolve();
    });
  });
  try {
    const url = new URL(`http://127.0.0.1:${await port(child)}/`);
    url.searchParams.set('tkn', token);
    return { url, ended, dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

/** How long the server may take until it listens. On a busy machine it took 3 seconds. */
const startTimeout = 60_000;

/** The port that the server tells once it is ready. */
async function port(child: ChildProcess): Promise<number> {
  let output = '';
  return new Promise<number>((resolve, reject) => {
    const fail = (what: string) => reject(new Error(`VS Code's server ${what}. Its output:\n${output.slice(-4_000)}`));
    const timer = setTimeout(() => fail(`wasn't ready after ${startTimeout / 1000} s`), startTimeout);
    child.once('error', (error) => fail(`couldn't be started: ${error.message}`));
    child.once('exit', (code) => fail(`ended with code ${code}`));
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const ready = /Web UI available at http:\/\/[^:/]+:(\d+)/.exec(output);
      if (!ready) return;
      clearTimeout(timer);
      // From here on the output is thrown away; the pipes must be read all the same, or the server would block.
      child.stdout?.off('data', read).resume();
      child.stderr?.off('data', read).resume();
      resolve(Number(ready[1]));
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
  });
}

/** How VS Code in the browser names a file on the machine of its server. */
export function remoteUri(workbench: URL, path: string): string {
  return `vscode-remote://${workbench.host}${pathToFileURL(path).pathname}`;
}
