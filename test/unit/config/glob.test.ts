import assert from 'node:assert/strict';
import fc from 'fast-check';
import picomatch from 'picomatch';
import { compileGlob } from '../../../src/core/config/glob.js';
import { cpuTime } from '../../bed/cpuTime.js';

const matches = (glob: string, path: string): boolean => compileGlob(glob)(path);

describe('Globs', () => {
  for (const [glob, path, expected] of [
    ['*.memo.md', 'a.memo.md', true],
    ['*.memo.md', 'deep/in/it/a.memo.md', true],
    ['memos/*.md', 'memos/a.md', true],
    ['memos/*.md', 'memos/old/a.md', false],
    ['memos/*.md', 'old/memos/a.md', false],
    ['memos/**/*.md', 'memos/a.md', true],
    ['memos/**/*.md', 'memos/2026/q1/a.md', true],
    ['**/memos/**', 'x/memos/y/z.md', true],
    ['/README.md', 'README.md', true],
    ['/README.md', 'docs/README.md', false],
    ['./memos/', 'memos/a/b.md', true],
    ['memos\\*.md', 'memos/a.md', true],
    ['*.{md,markdown}', 'a.markdown', true],
    ['{memos,notes/{a,b}}/*.md', 'notes/b/x.md', true],
    ['v[0-9].md', 'v7.md', true],
    ['v[!0-9].md', 'v7.md', false],
    ['메모/?.md', '메모/가.md', true],
    ['a?c.md', 'a/c.md', false],
    ['[.md', '[.md', true],
    ['{a.md', '{a.md', true],
    ['', 'a.md', false],
  ] as const)
    it(`${glob || '(nothing)'} ${expected ? 'matches' : 'leaves'} ${path}`, () =>
      assert.equal(matches(glob, path), expected));

  it('say what picomatch says, for globs with a folder', () => {
    const name = fc
      .array(fc.constantFrom('a', 'b', '.', 'md'), { minLength: 1, maxLength: 4 })
      .map((all) => all.join(''));
    const part = fc.oneof(
      fc.constantFrom('*', '**', 'a*', '*b', '?', '{a,b}', '*.md', '[ab]*'),
      fc.constantFrom('a', 'b', 'a.md'),
    );
    fc.assert(
      fc.property(
        // At the end of a glob, picomatch takes `**` in more than one way.
        fc.array(part, { minLength: 2, maxLength: 4 }).filter((parts) => parts.at(-1) !== '**'),
        fc.array(
          name.filter((one) => one !== '.' && one !== '..' && !one.includes('..')),
          { minLength: 1, maxLength: 4 },
        ),
        (parts, names) => {
          const [glob, path] = [parts.join('/'), names.join('/')];
          assert.equal(matches(glob, path), picomatch.isMatch(path, glob, { dot: true }), `${glob} ${path}`);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('take no longer for a glob that makes regular expressions hang', () => {
    const start = cpuTime();
    assert.equal(matches(`${'*a'.repeat(100)}b`, 'a'.repeat(4000)), false);
    assert.equal(matches(`x/${'**/a/'.repeat(100)}b`, `x/${'a/'.repeat(1000)}`), false);
    assert.equal(matches(`${'{a,b}'.repeat(60)}`, 'a'.repeat(60)), false);
    assert.ok(cpuTime() - start < 2000);
  });
});
