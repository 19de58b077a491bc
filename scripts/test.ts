// Runs the tests, all or some kinds: `npm test [-- KIND…] [--grep PATTERN]`
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { getBrowser } from '../test/bed/browser.js';
import { type Print, runVisibly, toTerminal } from '../test/bed/childProcess.js';
import { cleanUp, cleanUpOnSignals } from '../test/bed/cleanup.js';
import type { ExtensionHost } from '../test/bed/extension.js';
import { runHostTests } from '../test/bed/host/run.js';
import { RETRIES, TEST_TIMEOUT } from '../test/bed/limits.js';
import { outcomeFileVariable } from '../test/bed/mochaReporter.js';
import { add, type Failure, nothing, type Outcome } from '../test/bed/outcome.js';
import { out, root } from '../test/bed/paths.js';
import { ensureVSCode, type VSCodeVersion } from '../test/bed/vscodeInstall.js';

interface Step {
  readonly kind: string;
  readonly title: string;
  /** Whether it takes long enough to be run beside others, on another core. */
  readonly long?: boolean;
  run(print: Print): Promise<Outcome>;
}

interface Result {
  readonly title: string;
  readonly outcome: Outcome;
  readonly seconds: number;
}

const passed: Outcome = { ...nothing, passed: 1 };
const failed = (title: string, error: string): Outcome => ({ ...nothing, failures: [{ title, error }] });

const { values, positionals } = parseArgs({ options: { grep: { type: 'string' } }, allowPositionals: true });

/** In the order in which they begin: what fails soon comes first, and of the long ones the longest. */
const steps: readonly Step[] = [
  { kind: 'lint', title: 'lint', run: (print) => npmScript(print, 'lint') },
  { kind: 'generated', title: 'generated files', run: (print) => npmScript(print, 'generate', '--', '--check') },
  { kind: 'unit', title: 'unit', run: unitTests },
  hostStep('1.139', 'node'),
  hostStep('1.139', 'web'),
  hostStep('1.100', 'node'),
  ...(await e2eSteps()),
  { kind: 'property', title: 'property', long: true, run: propertyTests },
  { kind: 'cli', title: 'command line', long: true, run: cliTests },
];

/** How many of the long ones run beside each other: each keeps about one core busy. */
const LANES = Math.min(availableParallelism(), 4);

/** How much of an error is told again at the end, in lines: of a stack, the part that is ours. */
const ERROR_LINES = 12;

/** What the tests ran in, told at the end, where it is found. */
const used = new Set([`Node ${process.versions.node}`]);

cleanUpOnSignals();
process.exitCode = await main();
await cleanUp();

function isChosen({ kind }: Step): boolean {
  return positionals.length === 0 || positionals.includes(kind);
}

async function main(): Promise<number> {
  const kinds = new Set(steps.map((step) => step.kind));
  const unknown = positionals.filter((kind) => !kinds.has(kind));
  if (unknown.length > 0) {
    console.error(`No such kind of test: ${unknown.join(', ')}. There are: ${[...kinds].join(', ')}.`);
    return 2;
  }
  const chosen = steps.filter(isChosen);

  if ((await runVisibly(process.execPath, ['scripts/build.mjs'], { cwd: root })) !== 0) return 1;
  const results: Result[] = [];
  for (const step of chosen) if (!step.long) results.push(await runStep(step));
  const waiting = chosen.filter(({ long }) => long);
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) results.push(await runStep(step));
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  const order = chosen.map(({ title }) => title);
  return summarize(results.sort((a, b) => order.indexOf(a.title) - order.indexOf(b.title)));
}

/** Runs a step. What it prints is kept apart from what others print at the same time. */
async function runStep({ title, long, run }: Step): Promise<Result> {
  const header = `\n=== ${title} ===\n`;
  const alone = !long || steps.filter((step) => step.long && isChosen(step)).length === 1;
  let printed = header;
  if (alone) toTerminal(header);
  const result = await outcomeOf(title, alone ? toTerminal : (text) => (printed += text), run);
  if (!alone) toTerminal(printed);
  return result;
}

async function outcomeOf(title: string, print: Print, run: Step['run']): Promise<Result> {
  const start = performance.now();
  let outcome: Outcome;
  try {
    outcome = await run(print);
    // A typing error in a file's name must not look like success.
    if (outcome.passed + outcome.skipped + outcome.failures.length === 0) throw new Error('No test was found.');
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    print(`${message}\n`);
    outcome = failed(title, message);
  }
  return { title, outcome, seconds: (performance.now() - start) / 1000 };
}

/** Says again at the end what failed and why, as what was printed of it may be thousands of lines up; then how many of each kind did. */
function summarize(results: readonly Result[]): number {
  const tell = (mark: string, title: string, failure: Failure) => {
    console.log(`\n${mark} ${title}: ${failure.title}`);
    console.log(failure.error.split('\n').slice(0, ERROR_LINES).join('\n').replace(/^/gm, '    '));
  };
  for (const { title, outcome } of results) {
    for (const failure of outcome.retried) tell('Tried again:', title, failure);
    for (const failure of outcome.failures) tell('✘', title, failure);
  }

  const width = Math.max(...results.map((result) => result.title.length));
  console.log(`\n${[...used].join(', ')}\n`);
  console.log(`${''.padEnd(width)}  passed  failed  skipped  seconds`);
  for (const { title, outcome, seconds } of results) {
    const cells = [
      String(outcome.passed).padStart(6),
      String(outcome.failures.length).padStart(6),
      String(outcome.skipped).padStart(7),
      seconds.toFixed(1).padStart(7),
    ];
    console.log([title.padEnd(width), ...cells].join('  '));
  }
  const { passed, skipped, failures, retried } = results.map(({ outcome }) => outcome).reduce(add, nothing);
  const minutes = (performance.now() / 60_000).toFixed(1);
  const again = retried.length > 0 ? `, ${retried.length} tried again` : '';
  console.log(`\n${passed} passed, ${failures.length} failed, ${skipped} skipped${again} in ${minutes} minutes`);
  return failures.length === 0 ? 0 : 1;
}

// ---------------------------------------------------------------- The kinds

function unitTests(print: Print): Promise<Outcome> {
  const coverage = [
    ...['node_modules/c8/bin/c8.js', '--all', '--include', 'src/core/**', '--reporter', 'text-summary'],
    ...['--temp-directory', join(out, 'coverage'), process.execPath],
  ];
  // The limit is for a machine that is busy with other things: no unit test takes a second by itself.
  return mocha(print, 'unit', ['test/unit/**/*.test.ts'], ['--reporter-option', 'base=dot'], coverage);
}

/** What holds of any text: random and hostile ones, for as long as it takes. */
function propertyTests(print: Print): Promise<Outcome> {
  return mocha(print, 'property', ['test/property/**/*.test.ts']);
}

function cliTests(print: Print): Promise<Outcome> {
  return mocha(print, 'cli', ['test/cli/**/*.test.ts']);
}

/** A process and a browser for each file, the largest first, so that they can run beside each other, and none takes another along. */
async function e2eSteps(): Promise<Step[]> {
  const folder = join(root, 'test', 'e2e');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.test.ts'));
  const files = await Promise.all(
    names.map(async (name) => ({ name, path: `test/e2e/${name}`, size: (await stat(join(folder, name))).size })),
  );
  const run = (name: string, paths: readonly string[]) => async (print: Print) => {
    await ensureVSCode('1.139');
    used.add(await browserName());
    return mocha(print, name, paths, ['--require', 'test/bed/e2e.ts', '--retries', String(RETRIES)]);
  };
  // A pattern is looked for in all of them at once: most will have nothing of it.
  if (values.grep !== undefined)
    return [
      {
        kind: 'e2e',
        title: 'e2e',
        long: true,
        run: run(
          'e2e',
          files.map(({ path }) => path),
        ),
      },
    ];
  return files
    .sort((a, b) => b.size - a.size)
    .map(({ name, path }) => {
      const title = `e2e: ${basename(name, '.test.ts')}`;
      return { kind: 'e2e', title, long: true, run: run(title.replace(': ', '-'), [path]) };
    });
}

function hostStep(version: VSCodeVersion, host: ExtensionHost): Step {
  const where = host === 'web' ? 'in a web worker' : 'on Node';
  const run = async (print: Print) => {
    const vscode = await ensureVSCode(version);
    used.add(`VS Code ${vscode.version}`).add(await browserName());
    return runHostTests(vscode, host, print, values.grep);
  };
  return { kind: 'host', title: `host: VS Code ${version} ${where}`, long: true, run };
}

async function browserName(): Promise<string> {
  return `Chromium ${(await getBrowser()).version()}`;
}

/**
 * Runs mocha on test files, itself run by the command in `wrapper`, if there is one.
 *
 * @param name of the file with the outcome.
 */
async function mocha(
  print: Print,
  name: string,
  files: readonly string[],
  options: readonly string[] = [],
  wrapper: readonly string[] = [],
): Promise<Outcome> {
  const outcomeFile = join(out, 'outcomes', `${name}.json`);
  await rm(outcomeFile, { force: true });
  const args = [
    ...wrapper,
    ...['--import', 'tsx', 'node_modules/mocha/bin/mocha.js', '--reporter', 'test/bed/mochaReporter.ts'],
    ...['--timeout', String(TEST_TIMEOUT), ...options],
    ...(values.grep === undefined ? [] : ['--grep', values.grep]),
    ...files,
  ];
  const env = { ...process.env, [outcomeFileVariable]: outcomeFile };
  const code = await runVisibly(process.execPath, args, { cwd: root, env }, print);
  const outcome = await readFile(outcomeFile, 'utf8').then(
    (text) => JSON.parse(text) as Outcome,
    () => undefined,
  );
  if (!outcome) throw new Error(`mocha ended with code ${code} before it had run the tests.`);
  // Something other than a test may have gone wrong, such as a rejection that nobody handled.
  return code !== 0 && outcome.failures.length === 0
    ? add(outcome, failed('mocha', `It ended with code ${code}, though no test failed.`))
    : outcome;
}

async function npmScript(print: Print, name: string, ...args: string[]): Promise<Outcome> {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const code = await runVisibly(npm, ['run', '--silent', name, ...args], { cwd: root }, print);
  return code === 0 ? passed : failed(name, `It ended with code ${code}.`);
}
