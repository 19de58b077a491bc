import { execFileAsync } from './childProcess.js';

/**
 * Installs the packages of a folder, as pinned by its lock file.
 *
 * No package's scripts are run: those of VS Code would compile native modules, which needs a compiler, and VS Code works
 * without them.
 */
export async function npmInstall(folder: string, command: 'ci' | 'install'): Promise<void> {
  const args = [
    command,
    '--prefix',
    folder,
    '--omit=dev',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  try {
    await execFileAsync('npm', args, { cwd: folder, shell: process.platform === 'win32', maxBuffer: 64 * 1024 * 1024 });
  } catch (error) {
    const { stderr = '', message } = error as Error & { stderr?: string };
    throw new Error(
      `\`npm ${command}\` in ${folder} failed. Check that the npm registry is reachable (\`npm ping\`), then run again.\n` +
        (stderr.trim() || message),
    );
  }
}
