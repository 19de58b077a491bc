// Runs the tests, all or some kinds: `npm test [-- KIND…] [--grep PATTERN]`
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { getBrowser } from '../test/bed/browser.js';
import { runVisibly } from '../test/bed/childProcess.js';
import { cleanUp, cleanUpOnSignals } from '../test/bed/cleanup.js';
import { add, type Counts, noCounts } from '../test/bed/counts.js';
import type { ExtensionHost } from '../test/bed/extension.js';
import { runHostTests } from '../test/bed/host/run.js';
import { countsFileVariable } from '../test/bed/mochaReporter.js';
import { out, root } from '../test/bed/paths.js';
import { ensureVSCode, type VSCodeVersion } from '../test/bed/vscodeInstall.js';

interface Step {
  readonly kind: string;
  readonly title: string;
  run(): Promise<Counts>;
}

interface Result {
  readonly title: string;
  readonly counts: Counts;
  readonly seconds: number;
}

const passed: Counts = { passed: 1, failed: 0, skipped: 0 };
const failed: Counts = { passed: 0, failed: 1, skipped: 0 };

const { values, positionals } = parseArgs({ options: { grep: { type: 'string' } }, allowPositionals: true });

const steps: readonly Step[] = [
  { kind: 'lint', title: 'lint', run: () => npmScript('lint') },
  ...((await hasScript('generate'))
    ? [{ kind: 'generated', title: 'generated files', run: () => npmScript('generate', '--', '--check') }]
    : []),
  { kind: 'unit', title: 'unit', run: unitTests },
  { kind: 'property', title: 'property', run: propertyTests },
  { kind: 'cli', title: 'command line', run: () => mocha('cli', [], ['--timeout', '60000']) },
  hostStep('1.139', 'node'),
  hostStep('1.139', 'web'),
  hostStep('1.100', 'node'),
  { kind: 'e2e', title: 'e2e', run: e2eTests },
];

/** What the tests ran in, told at the end, where it is found. */
const used = new Set([`Node ${process.versions.node}`]);

cleanUpOnSignals();
process.exitCode = await main();
await cleanUp();

async function main(): Promise<number> {
  const kinds = new Set(steps.map((step) => step.kind));
  const unknown = positionals.filter((kind) => !kinds.has(kind));
  if (unknown.length > 0) {
    console.error(`No such kind of test: ${unknown.join(', ')}. There are: ${[...kinds].join(', ')}.`);
    return 2;
  }
  const chosen = positionals.length === 0 ? steps : steps.filter((step) => positionals.includes(step.kind));

  if ((await node('scripts/build.mjs')) !== 0) return 1;
  const results: Result[] = [];
  for (const step of chosen) results.push(await runStep(step));
  return summarize(results);
}

async function runStep({ title, run }: Step): Promise<Result> {
  console.log(`\n=== ${title} ===`);
  const start = performance.now();
  let counts: Counts;
  try {
    counts = await run();
    if (counts.passed + counts.failed + counts.skipped === 0) {
      // A typing error in a file's name must not look like success.
      console.error('No test was found.');
      counts = failed;
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    counts = failed;
  }
  return { title, counts, seconds: (performance.now() - start) / 1000 };
}

function summarize(results: readonly Result[]): number {
  const width = Math.max(...results.map((result) => result.title.length));
  console.log(`\n${[...used].join(', ')}\n`);
  console.log(`${''.padEnd(width)}  passed  failed  skipped  seconds`);
  for (const { title, counts, seconds } of results) {
    const cells = [
      String(counts.passed).padStart(6),
      String(counts.failed).padStart(6),
      String(counts.skipped).padStart(7),
      seconds.toFixed(1).padStart(7),
    ];
    console.log([title.padEnd(width), ...cells].join('  '));
  }
  const total = results.map((result) => result.counts).reduce(add, noCounts);
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  return total.failed === 0 ? 0 : 1;
}

// ---------------------------------------------------------------- The kinds

function unitTests(): Promise<Counts> {
  const coverage = [
    ...['node_modules/c8/bin/c8.js', '--all', '--include', 'src/core/**', '--reporter', 'text-summary'],
    ...['--temp-directory', join(out, 'coverage'), process.execPath],
  ];
  // The limit is for a machine that is busy with other things: no unit test takes a second by itself.
  return mocha('unit', coverage, ['--reporter-option', 'base=dot', '--timeout', '20000']);
}

/** What holds of any text: random and hostile ones, for as long as it takes. */
function propertyTests(): Promise<Counts> {
  return mocha('property', [], ['--timeout', '120000']);
}

async function e2eTests(): Promise<Counts> {
  await ensureVSCode('1.139');
  used.add(await browserName());
  return mocha('e2e', [], ['--require', 'test/bed/e2e.ts', '--timeout', '60000']);
}

function hostStep(version: VSCodeVersion, host: ExtensionHost): Step {
  const where = host === 'web' ? 'in a web worker' : 'on Node';
  const run = async () => {
    const vscode = await ensureVSCode(version);
    used.add(`VS Code ${vscode.version}`).add(await browserName());
    return runHostTests(vscode, host, values.grep);
  };
  return { kind: 'host', title: `host: VS Code ${version} ${where}`, run };
}

async function browserName(): Promise<string> {
  return `Chromium ${(await getBrowser()).version()}`;
}

/** Runs mocha on a folder of tests, itself run by the command in `wrapper`, if there is one. */
async function mocha(folder: string, wrapper: readonly string[], options: readonly string[]): Promise<Counts> {
  const countsFile = join(out, 'counts', `${folder}.json`);
  await rm(countsFile, { force: true });
  const args = [
    ...wrapper,
    ...['--import', 'tsx', 'node_modules/mocha/bin/mocha.js', '--reporter', 'test/bed/mochaReporter.ts', ...options],
    ...(values.grep === undefined ? [] : ['--grep', values.grep]),
    `test/${folder}/**/*.test.ts`,
  ];
  const code = await runVisibly(process.execPath, args, {
    cwd: root,
    env: { ...process.env, [countsFileVariable]: countsFile },
  });
  const counts = await readFile(countsFile, 'utf8').then(
    (text) => JSON.parse(text) as Counts,
    () => undefined,
  );
  if (!counts) throw new Error(`mocha ended with code ${code} before it had run the tests.`);
  // Something other than a test may have gone wrong, such as a rejection that nobody handled.
  return code !== 0 && counts.failed === 0 ? add(counts, failed) : counts;
}

async function npmScript(name: string, ...args: string[]): Promise<Counts> {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const code = await runVisibly(npm, ['run', '--silent', name, ...args], { cwd: root });
  return code === 0 ? passed : failed;
}

function node(...args: string[]): Promise<number> {
  return runVisibly(process.execPath, args, { cwd: root });
}

async function hasScript(name: string): Promise<boolean> {
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  return name in manifest.scripts;
}
