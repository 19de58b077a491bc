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
const random = generator(Number(values.seed));
const drawn: Drawn[] = [];
while (drawn.length < Number(values.count) && all.length > 0)
  drawn.push(...all.splice(Math.floor(random() * all.length), 1));
drawn.sort((a, b) => a.file.localeCompare(b.file) || a.issue.line - b.issue.line);
for (const { file, issue, text } of drawn)
  console.log(`${file}:${issue.line}  ${issue.rule}\n  ${issue.message}\n  | ${text}\n`);
console.log(`${drawn.length} of ${drawn.length + all.length} findings`);

function around(lines: readonly string[], { line, column, endLine, endColumn }: Issue): string {
  const text = lines[line - 1] ?? '';
  const end = endLine === line ? endColumn - 1 : text.length;
  const before = text.slice(Math.max(0, column - 101), column - 1);
  const after = text.slice(end, end + 100);
  return `${before}⟦${text.slice(column - 1, Math.min(end, column + 400))}⟧${after}`;
}

/** Mulberry32: small, and the same on every machine. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
