import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Checker } from '../../src/core/check.js';
import { resolveOptions } from '../../src/core/config/options.js';
import { LARGEST } from '../../src/core/config/reader.js';
import { RULES } from '../../src/core/rules/index.js';
import { cpuTime } from '../bed/cpuTime.js';
import { load } from '../unit/config/files.js';

/** Loads a config and checks a document with it: nothing throws, places lie in the file, what is used can be used. */
async function survive(text: string): Promise<string[]> {
  const { team, problems } = await load(text);
  const lines = text.split(/\r\n|\r|\n/);
  for (const { start, end, line, column, message } of problems) {
    assert.ok(start >= 0 && start <= end && end <= text.length, `${start}–${end} of ${text.length}`);
    assert.ok(line >= 1 && line <= lines.length && column >= 1 && column <= lines[line - 1]!.length + 1);
    assert.ok(message.length > 0 && !message.includes('undefined'));
  }
  const options = resolveOptions(team.inputFor('memos/a.md'));
  new Checker().check('---\ntype: memo\n---\n\n# A\n\n## Decision\n\nWe utilize it.\n', 'a.md', options);
  return problems.map(({ message }) => message);
}

const WORDS = [
  'extends',
  'kinds',
  'files',
  'rules',
  'vocabulary',
  'templates',
  'page',
  'id',
  'sections',
  'variants',
  'titles',
  'en',
  'words',
];
const MORE = [
  'min',
  'max',
  'bullets',
  'allow',
  'avoid',
  'phrase',
  'pattern',
  'severity',
  'off',
  'prfaq',
  'memo',
  'none',
  '*.md',
  '__proto__',
];
const word = fc.constantFrom(...WORDS, ...MORE, ...RULES.slice(0, 4).map(({ id }) => id));
const json = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.oneof(word, fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.string()),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(word, tie('value'), { maxKeys: 5 }),
  ),
})).value;

describe('A team’s config, whatever stands in it,', () => {
  it('is survived: any JSON', async () => {
    await fc.assert(
      fc.asyncProperty(json, async (value) => void (await survive(JSON.stringify(value)))),
      { numRuns: 500 },
    );
  });

  it('is survived: any YAML', async () => {
    const token = fc.oneof(
      word,
      fc.constantFrom(
        ': ',
        ':\n  ',
        '\n',
        '\n- ',
        '- ',
        '{',
        '}',
        '[',
        ']',
        ', ',
        '"',
        "'",
        '&a ',
        '*a',
        '|\n',
        '#',
        '\t',
        '? ',
        '---\n',
        '%',
        '!!x ',
        '가',
        '\ud83c',
      ),
    );
    const yaml = fc.array(token, { maxLength: 40 }).map((all) => all.join(''));
    await fc.assert(
      fc.asyncProperty(fc.oneof(yaml, fc.string()), async (text) => void (await survive(text))),
      { numRuns: 1000 },
    );
  });

  it('is survived: every prefix of one, as typing makes them', async () => {
    const text = `extends: ../base.yaml\nkinds:\n  - id: memo\n    sections: [{ id: decision, titles: { ko: "결정" } }]\nfiles:\n  "memos/**": memo\nvocabulary:\n  avoid:\n    - { pattern: 'a(b|c)' }\n`;
    for (let end = 0; end <= text.length; end++) await survive(text.slice(0, end));
  });

  for (const [name, text, message] of [
    ['a megabyte', 'rules: {}\n'.repeat(100_000), /^Larger than 65536 characters/],
    ['brackets nested 60,000 deep', '['.repeat(60_000), /./],
    ['maps nested 15,000 deep', '- '.repeat(15_000), /./],
    [
      'as many keys as there is room for',
      Array.from({ length: 5000 }, (_, n) => `k${n}: 1`).join('\n'),
      /There is no key/,
    ],
    ['as many mistakes as there is room for', 'a: ]\n'.repeat(12_000), /not expected here/],
    [
      'aliases of aliases that stand for gigabytes',
      `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghij'].map((name, n) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[n]}`).join(',')}]`).join('\n')}`,
      /Too many aliases/,
    ],
    ['a value that holds itself', 'kinds: &a\n  - *a\n', /Expected keys with values/],
  ] as const)
    it(`is survived and answered soon: ${name}`, async () => {
      assert.ok(name === 'a megabyte' || text.length <= LARGEST, 'is read at all');
      const start = cpuTime();
      const problems = await survive(text);
      assert.ok(problems.length >= 1 && problems.length <= 60, `${problems.length} problems`);
      assert.match(problems[0]!, message);
      assert.ok(cpuTime() - start < 10_000);
    });

  it('hangs on no pattern', async () => {
    const { team, problems } = await load(
      "vocabulary:\n  avoid:\n    - pattern: '(\\w+\\s?)*$'\n    - pattern: '(a*)*b'\n    - pattern: '(x+x+)+y'\n",
    );
    assert.deepEqual(problems, []);
    const options = resolveOptions(team.inputFor('a.md'));
    const text = `---\ntype: six-pager\n---\n\n# A\n\n## Problem\n\n${'word '.repeat(2000)}!\n\n${'x'.repeat(50_000)}\n`;
    const start = cpuTime();
    new Checker().check(text, 'a.md', options);
    assert.ok(cpuTime() - start < 8000, `${cpuTime() - start} ms`);
  });
});
