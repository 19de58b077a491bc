import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { execFileAsync } from '../bed/childProcess.js';
import { makeTempDir } from '../bed/cleanup.js';
import { root } from '../bed/paths.js';
import { ensureVSCode } from '../bed/vscodeInstall.js';

/** Largest package, in bytes: what a user waits for at each update. */
const LARGEST = 700_000;

describe('The package', () => {
  const vsix = join(root, 'dist', 'prfaq.vsix');

  before('build it', async () => {
    const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
    await execFileAsync(process.execPath, [vsce, 'package', '--no-dependencies', '--out', vsix], { cwd: root });
  });

  it(`is under ${LARGEST / 1000} KB`, async () => {
    const { size } = await stat(vsix);
    console.log(`      dist/prfaq.vsix: ${Math.round(size / 1000)} KB`);
    assert.ok(size < LARGEST);
  });

  for (const version of ['1.139', '1.100'] as const) {
    it(`installs in VS Code ${version}`, async () => {
      const vscode = await ensureVSCode(version);
      const data = await makeTempDir('package');
      const folders = ['--extensions-dir', join(data.path, 'extensions'), '--server-data-dir', join(data.path, 'data')];
      const run = (...args: string[]) =>
        execFileAsync(vscode.node, [vscode.serverMain, ...folders, '--accept-server-license-terms', ...args]);
      await run('--install-extension', vsix);
      const { stdout } = await run('--list-extensions', '--show-versions');
      const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
      assert.ok(stdout.includes(`working-backwards.prfaq@${manifest.version}`), stdout);
      await data.remove();
    });
  }
});
