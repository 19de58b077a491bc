// Draws findings at random for a reader to judge: `npm run sample -- [FOLDER] [--count 100] [--seed 1]`. What was judged, and how, is in
// docs/precision.md. The same seed draws the same sample as long as documents and findings stay the same.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { check, type Issue } from '../src/core/index.js';

const { values, positionals } = parseArgs({
  options: { count: { type: 'string', default: '100' }, seed: { type: 'string', default: '1' } },
  allowPositionals: true,
});
const folder = positionals[0] ?? fileURLToPath(new URL('../../shared/corpus', import.meta.url));

interface Drawn {
  readonly file: string;
  readonly issue: Issue;
  /** The lines that the finding is in, cut to a readable length. */
  readonly text: string;
}

const all: Drawn[] = [];
for (const file of (await readdir(folder)).filter((name) => name.endsWith('.md')).sort()) {
  const text = await readFile(join(folder, file), 'utf8');
  const lines = text.split(/\r?\n/);
  for (const issue of check(text, { path: file }).issues) all.push({ file, issue, text: around(lines, issue) });
}
// Ranked by what they are rather than drawn in turn: when a finding comes or goes, the rest of the sample stays.
const drawn = all
  .map((one) => ({ ...one, rank: hash(`${values.seed}:${one.file}:${one.issue.line}:${one.issue.rule}`) }))
  .sort((a, b) => a.rank - b.rank)
  .slice(0, Number(values.count))
  .sort((a, b) => a.file.localeCompare(b.file) || a.issue.line - b.issue.line);
for (const { file, issue, text } of drawn)
  console.log(`${file}:${issue.line}  ${issue.rule}\n  ${issue.message}\n  | ${text}\n`);
console.log(`${drawn.length} of ${all.length} findings`);

function around(lines: readonly string[], { line, column, endLine, endColumn }: Issue): string {
  const text = lines[line - 1] ?? '';
  const end = endLine === line ? endColumn - 1 : text.length;
  const before = text.slice(Math.max(0, column - 101), column - 1);
  const after = text.slice(end, end + 100);
  return `${before}⟦${text.slice(column - 1, Math.min(end, column + 400))}⟧${after}`;
}

/** FNV-1a with a final mix: the same on every machine. */
function hash(text: string): number {
  let mixed = 0x811c9dc5;
  for (const character of new TextEncoder().encode(text)) mixed = Math.imul(mixed ^ character, 0x01000193);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
