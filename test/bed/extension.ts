import { readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeTempDir, type TempDir } from './cleanup.js';
import { root } from './paths.js';

/** Which extension host runs the extension: VS Code's own on Node, or the one in a web worker of the browser. */
export type ExtensionHost = 'node' | 'web';

/**
 * Makes the extension as a browser-only VS Code sees it: without `main` and of kind `web`. Otherwise the Node host of the
 * server would run it, and a test of the web host would prove nothing.
 */
export async function makeWebExtension(): Promise<TempDir> {
  const dir = await makeTempDir('web-extension');
  const { main: _, ...manifest } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  await writeFile(join(dir.path, 'package.json'), JSON.stringify({ ...manifest, extensionKind: ['web'] }, null, 2));
  const notNeeded = new Set(['package.json', 'node_modules']);
  for (const name of await readdir(root)) {
    // Links, so that a new build is seen without another copy.
    if (!notNeeded.has(name) && !name.startsWith('.'))
      await symlink(join(root, name), join(dir.path, name), 'junction');
  }
  return dir;
}
