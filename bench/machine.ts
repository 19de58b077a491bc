// What a user waits for and pays besides checking: start, memory, bytes. In processes of their own, since all of it happens once.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { median } from './measure.js';
import type { Figure } from './report.js';
import { EXAMPLES, textOf } from './texts.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');

/** From `node` to the last finding, one file, for the command line and for markdownlint-cli2; medians in milliseconds. */
export function coldStart(rounds = 9): Figure[] {
  const file = join(root, 'examples', EXAMPLES[0]!.path);
  const commands = {
    'prfaq check': [join(dist, 'cli.js'), 'check', file],
    'markdownlint-cli2': [join(root, 'bench/node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs'), file],
    'node, empty program': ['-e', ''],
  };
  const times = new Map<string, number[]>(Object.keys(commands).map((name) => [name, []]));
  for (let round = -1; round < rounds; round++) {
    for (const [name, args] of Object.entries(commands)) {
      const start = performance.now();
      try {
        execFileSync(process.execPath, args, { stdio: 'ignore', cwd: tmpdir() });
      } catch {
        // It found something.
      }
      if (round >= 0) times.get(name)!.push(performance.now() - start);
    }
  }
  return [...times].map(([name, values]) => ({ what: `cold start: ${name}`, value: median(values), unit: ' ms' }));
}

/** What the bundles of the extension take to load into a fresh process, in milliseconds, without VS Code. */
export function bundleLoads(): Figure[] {
  return [
    { ...bundleLoad('vscode/extension.js'), what: 'activation: the first bundle loads', budget: 50 },
    { ...bundleLoad('on-demand/engine.js'), what: 'right after it: the engine loads' },
  ];
}

function bundleLoad(file: string, rounds = 9): Pick<Figure, 'value' | 'unit'> {
  const types = readFileSync(join(root, 'node_modules/@types/vscode/index.d.ts'), 'utf8');
  const names = [...types.matchAll(/^\texport (?:class|enum|namespace) (\w+)/gm)].map((match) => match[1]!);
  const path = join(dist, file);
  // As VS Code loads the one and `src/vscode/load.ts` the others.
  const loading = file.startsWith('on-demand/')
    ? `import(${JSON.stringify(pathToFileURL(path).href)}).then((module) => module.default(require))`
    : `Promise.resolve(require(${JSON.stringify(path)}))`;
  // Stands in for VS Code: whatever the bundle takes of it is a class, a function and a namespace at once.
  const script = `
    const Module = require('node:module');
    const any = new Proxy(function () {}, { get: (target, key) => (key === 'prototype' ? target.prototype : any), apply: () => any });
    const vscode = Object.fromEntries(${JSON.stringify(names)}.map((name) => [name, any]));
    const load = Module._load;
    Module._load = (name, ...rest) => (name === 'vscode' ? vscode : load(name, ...rest));
    const start = performance.now();
    const told = () => process.stdout.write(String(performance.now() - start));
    ${loading}.then(told);`;
  const times = Array.from({ length: rounds }, () =>
    Number(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' })),
  );
  return { value: median(times), unit: ' ms' };
}

/** What an open document keeps in memory: text, narrative, findings, pages and what the checker remembers. */
export function memory(words: number): Figure {
  const file = join(tmpdir(), `prfaq-bench-${process.pid}.mjs`);
  const text = textOf(words);
  // A second document of the same text: what the engine holds once for all is there already.
  writeFileSync(
    file,
    `import { Checker } from ${JSON.stringify(new URL('../src/core/check.ts', import.meta.url).href)};
    const text = ${JSON.stringify(text)};
    const open = () => { const checker = new Checker(); const checked = checker.check(text, 'a.prfaq.md'); checked.layout(); return [checker, checked]; };
    const kept = [open(), open()];
    global.gc(); global.gc();
    const before = process.memoryUsage().heapUsed;
    kept.push(open());
    global.gc(); global.gc();
    process.stdout.write(String(process.memoryUsage().heapUsed - before));`,
  );
  try {
    const args = ['--expose-gc', '--import', 'tsx', file];
    const bytes = Number(execFileSync(process.execPath, args, { encoding: 'utf8', cwd: root }));
    return {
      what: `memory of an open document of ${words.toLocaleString('en')} words`,
      value: bytes / 1e6,
      unit: ' MB',
    };
  } finally {
    rmSync(file);
  }
}

/** The bundles in kilobytes. */
export function sizes(): Figure[] {
  const budgets: Readonly<Record<string, number>> = { 'vscode/extension.js': 30, 'on-demand/engine.js': 300 };
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:c?js|vsix)$/.test(name))
    .sort()
    .map((name) => {
      const value = statSync(join(dist, name)).size / 1000;
      const budget = name.endsWith('.vsix') ? 600 : budgets[name];
      return {
        what: `dist/${name.replaceAll('\\\\', '/')}`,
        value,
        unit: ' KB',
        ...(budget === undefined ? {} : { budget }),
      };
    });
}
