import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { downloadAndUnzipVSCode, SilentReporter } from '@vscode/test-electron';
import { cacheRoot } from './cache.js';
import { endTree } from './childProcess.js';
import { makeTempDir, onStop } from './cleanup.js';
import { root } from './paths.js';

/** How long the download may be silent. Where there is no way to the internet, that shows at once. */
const silenceTimeout = 15_000;

/** Whether a window can be shown at all. */
export const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

/** Downloads the latest desktop VS Code, once; resolves with its executable. */
export async function downloadDesktop(): Promise<string> {
  try {
    return await downloadAndUnzipVSCode({
      version: 'stable',
      cachePath: join(cacheRoot, 'desktop'),
      timeout: silenceTimeout,
      reporter: new SilentReporter(),
    });
  } catch (error) {
    throw new Error(`Desktop VS Code can't be downloaded: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/**
 * Runs desktop VS Code with the extension from its sources until it ends, with data of its own.
 *
 * @param onLine called with each line it prints.
 * @returns its exit code.
 */
export async function runDesktop(
  executable: string,
  args: readonly string[],
  onLine: (line: string) => void,
): Promise<number> {
  const data = await makeTempDir('desktop');
  const child = spawn(
    executable,
    [
      ...args,
      `--extensionDevelopmentPath=${root}`,
      `--user-data-dir=${join(data.path, 'user')}`,
      `--extensions-dir=${join(data.path, 'extensions')}`,
      '--disable-updates',
      '--disable-workspace-trust',
      '--skip-release-notes',
      '--skip-welcome',
      // Containers and root have no sandbox to offer; nothing but this extension is loaded.
      ...(process.platform === 'linux' ? ['--no-sandbox', '--disable-gpu-sandbox'] : []),
    ],
    { detached: process.platform !== 'win32', stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const end = onStop(() => endTree(child));
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', onLine);
  const [code] = (await once(child, 'close')) as [number | null];
  await end();
  await data.remove();
  return code ?? 1;
}
