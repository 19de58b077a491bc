// The benchmark, `npm run bench [-- --engine] [--gate] [--write]`: see docs/performance.md.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { engineFigures } from './engine.js';
import { type Figure, isBroken, markdown, type Table, tableOf } from './report.js';
import { SOURCE } from './texts.js';

const { values: options } = parseArgs({
  options: { engine: { type: 'boolean' }, gate: { type: 'boolean' }, write: { type: 'boolean' } },
});
const folder = fileURLToPath(new URL('.', import.meta.url));
const page = new URL('../docs/performance.md', import.meta.url);

const where = `Node ${process.versions.node} on ${cpus()[0]?.model.trim() ?? 'an unknown processor'}; text: ${SOURCE}`;
const tables: Table[] = [];
const figures: Figure[] = [];
console.log(`${where}\n`);

take(tableOf('The engine, in units of a bare markdown-it parse', keep(await engineFigures())));
if (!options.engine) {
  install();
  const { compare } = await import('./others.js');
  const compared = await compare((text) => process.stderr.write(`… ${text}\n`));
  take(compared.table);
  take(tableOf('Against the others', keep(compared.figures)));
  const machine = await import('./machine.js');
  take(
    tableOf(
      'Start and memory',
      keep([...machine.bundleLoads(), ...machine.coldStart(), machine.memory(4_000), machine.memory(40_000)]),
    ),
  );
  take(tableOf('Bytes', keep(machine.sizes())));
}
if (options.write) write();

const broken = figures.filter((figure) => figure.unit === ' ×' && isBroken(figure));
console.log(
  broken.length === 0 ? 'Every ratio is within its budget.' : `Broken: ${broken.map(({ what }) => what).join('; ')}`,
);
const worse = figures.filter(({ value, gate }) => gate !== undefined && value > gate);
if (options.gate)
  for (const { what, value, gate } of worse) console.error(`${what}: ${value.toFixed(2)}, over ${gate}`);
process.exitCode = options.gate && worse.length > 0 ? 1 : 0;

function keep(some: readonly Figure[]): readonly Figure[] {
  figures.push(...some);
  return some;
}

function take(table: Table): void {
  tables.push(table);
  console.log(`${table.title}\n\n${markdown(table)}\n`);
}

/** The others' packages, as their own lock file pins them. */
function install(): void {
  if (existsSync(`${folder}node_modules/.package-lock.json`)) return;
  process.stderr.write('… installing what is compared with, once\n');
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync('npm', args, {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
}

function write(): void {
  const text = readFileSync(page, 'utf8');
  const pattern = /(<!-- measured -->\n)[\s\S]*?(<!-- \/measured -->)/;
  if (!pattern.test(text))
    throw new Error('docs/performance.md has no <!-- measured --> … <!-- /measured --> to write between.');
  const sections = tables.map((table) => `### ${table.title}\n\n${markdown(table)}\n`);
  const measured = `${where}.\n\n${sections.join('\n')}`;
  writeFileSync(
    page,
    text.replace(pattern, (_, open: string, close: string) => `${open}\n${measured}\n${close}`),
  );
}
