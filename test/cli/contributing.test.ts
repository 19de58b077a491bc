import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The code in CONTRIBUTING.md that says which file it is for. */
const blocks = [
  ...readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8').matchAll(/^```(\w+) title="([^"]+)"\n([\s\S]*?)^```$/gm),
].map(([, language, path, text]) => ({ language: language!, path: path!, text: text! }));

/** Applies a change as a reader would: looks for the lines it shows, takes those with `-` out and puts those with `+` in. */
function change(source: string, diff: string): string {
  for (const hunk of diff.split(/^@@\n/m)) {
    const lines = hunk.trimEnd().split('\n');
    const side = (skip: string): string =>
      lines
        .filter((line) => !line.startsWith(skip))
        .map((line) => `${line.slice(1)}\n`)
        .join('');
    assert.equal(source.split(side('+')).length, 2, `These lines are not there, or not once:\n${side('+')}`);
    source = source.replace(side('+'), () => side('-'));
  }
  return source;
}

describe('CONTRIBUTING.md', () => {
  let copy = '';

  before(() => {
    copy = mkdtempSync(join(tmpdir(), 'prfaq-contributing-'));
    for (const name of ['src/core', 'src/package.json', 'test/unit', 'test/package.json', 'tsconfig.json'])
      cpSync(join(root, name), join(copy, name), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  });

  after(() => rmSync(copy, { recursive: true, force: true }));

  it('adds a rule, a language of documents and one of the interface, and a kind, each with its test, by what it says', () => {
    assert.ok(blocks.length >= 10);
    for (const { language, path, text } of blocks) {
      const file = join(copy, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, language === 'diff' ? change(readFileSync(file, 'utf8'), text) : text);
    }
    const run = (...args: string[]): void => {
      try {
        execFileSync(process.execPath, args, { cwd: copy, encoding: 'utf8', stdio: 'pipe' });
      } catch (error) {
        assert.fail((error as { stdout: string }).stdout);
      }
    };
    run('node_modules/typescript/bin/tsc', '-p', 'src/core', '--noEmit');
    const tests = blocks.map(({ path }) => path).filter((path) => path.endsWith('.test.ts'));
    assert.equal(tests.length, 4);
    run('--import', 'tsx', 'node_modules/mocha/bin/mocha.js', '--timeout', '60000', ...tests);
  });
});
