import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { prfaq } from './prfaq.js';

const DRAFT = '---\ntype: prfaq\n---\n\n# Lantern\n\n## Problem\n\nIt might be dark, and walkers utilize a torch.\n';
const MEMO = '# Close the shop\n\n## Decision\n\nWe close it.\n';

/** A folder with these files, and a repository of its own so that nothing above it counts. */
async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'prfaq-config-'));
  for (const [path, text] of Object.entries({ '.git/HEAD': '', ...files })) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

interface Report {
  readonly files: readonly {
    readonly path: string;
    readonly kind: string | null;
    readonly issues: readonly { readonly rule: string; readonly severity: string }[];
  }[];
}

describe('The command line and a team’s config', () => {
  const folders: string[] = [];
  const make = async (files: Readonly<Record<string, string>>): Promise<string> => {
    folders.push(await folderWith(files));
    return folders.at(-1)!;
  };
  after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

  /** The rules that each file breaks, with their severity. */
  async function check(cwd: string, ...args: string[]): Promise<Record<string, string>> {
    const { code, out, err } = await prfaq(['check', '--format', 'json', ...args], { cwd });
    assert.notEqual(code, 2, err);
    const { files } = JSON.parse(out) as Report;
    return Object.fromEntries(
      files.map(({ path, kind, issues }) => [
        path,
        [
          kind,
          ...issues.filter(({ rule }) => /word|phrase/.test(rule)).map(({ rule, severity }) => `${rule} ${severity}`),
        ].join(', '),
      ]),
    );
  }

  it('go together: each file has the nearest config upwards, with its globs from there', async () => {
    const cwd = await make({
      '.prfaq.yaml':
        'rules: { weasel-word: error }\nfiles: { "sub/*.md": { rules: { wordy-phrase: off } }, "old/**": none }\n',
      'draft.md': DRAFT,
      'old/draft.md': DRAFT,
      'sub/draft.md': DRAFT,
      'sub/own/.prfaq.json': '{ "rules": { "weasel-word": "off" } }',
      'sub/own/deep/draft.md': DRAFT,
      'other/.git/HEAD': '',
      'other/draft.md': DRAFT,
    });
    assert.deepEqual(await check(cwd), {
      'draft.md': 'prfaq, weasel-word error, wordy-phrase information',
      'old/draft.md': '',
      'other/draft.md': 'prfaq, weasel-word information, wordy-phrase information',
      'sub/draft.md': 'prfaq, weasel-word error',
      'sub/own/deep/draft.md': 'prfaq, wordy-phrase information',
    });
    assert.deepEqual(await check(join(cwd, 'sub'), '../draft.md', 'draft.md'), {
      '../draft.md': 'prfaq, weasel-word error, wordy-phrase information',
      'draft.md': 'prfaq, weasel-word error',
    });
  });

  it('take kinds, words and patterns from it, and standard input by its name', async () => {
    const cwd = await make({
      '.prfaq.yml': `
extends: shared/words.yaml
kinds:
  - id: memo
    files: ['*.memo.md']
    sections: [{ id: decision }, { id: reasons, titles: { ko: 이유 } }]
`,
      'shared/words.yaml': 'vocabulary:\n  avoid: [{ pattern: "utili[sz]e", instead: use }]\n',
      'shop.memo.md': MEMO,
      'draft.md': DRAFT,
    });
    assert.deepEqual(await check(cwd), {
      'draft.md': 'prfaq, weasel-word information, avoided-word warning',
      'shop.memo.md': 'memo',
    });
    const { out } = await prfaq(['check', '-', '--stdin-filename', 'new.memo.md', '--format', 'json'], {
      cwd,
      input: MEMO,
    });
    assert.deepEqual(
      (JSON.parse(out) as Report).files[0]!.issues.map(({ rule }) => rule),
      ['missing-section'],
    );
    const outline = await prfaq(['outline', 'shop.memo.md'], { cwd });
    assert.match(outline.out, /Reasons/);
  });

  it('go by the config that --config names, for all files', async () => {
    const cwd = await make({
      '.prfaq.yaml': 'rules: { weasel-word: error }\n',
      'team/strict.yaml': 'rules: { wordy-phrase: error }\nfiles: { "*.md": prfaq }\n',
      'team/draft.md': DRAFT,
      'draft.md': DRAFT,
    });
    assert.deepEqual(await check(cwd, '--config', 'team/strict.yaml', '.'), {
      'draft.md': 'prfaq, weasel-word information, wordy-phrase error',
      'team/draft.md': 'prfaq, weasel-word information, wordy-phrase error',
    });
    const { code, err } = await prfaq(['check', '--config', 'none.yaml', '.'], { cwd });
    assert.deepEqual([code, err], [2, 'prfaq: none.yaml: no such file\n']);
  });

  it('stop with 2, naming file, line and key, before anything is written', async () => {
    const wordy = DRAFT.replace('It might be', 'Due to the fact that it is');
    const cwd = await make({
      'a.md': wordy,
      'sub/.prfaq.yaml': 'extends: ./base.yaml\nrules:\n  sentence-length:\n    max: many\n',
      'sub/base.yaml': 'rules: [\n',
      'sub/draft.md': wordy,
    });
    for (const args of [
      ['check', '.', '--fix'],
      ['check', '.', '--format', 'json'],
      ['outline', 'sub/draft.md'],
    ]) {
      const { code, out, err } = await prfaq(args, { cwd });
      assert.deepEqual([code, out], [2, ''], args.join(' '));
      assert.equal(
        err,
        'prfaq: sub/.prfaq.yaml:4:10: rules.sentence-length.max: Expected a number.\nprfaq: sub/base.yaml:1:9: Something is missing here, such as a colon, comma, quotation mark or bracket.\n',
      );
    }
    assert.match((await prfaq(['check', 'a.md'], { cwd })).out, /Due to the fact that/);
    const korean = await prfaq(['check', 'sub'], { cwd, env: { LC_ALL: 'ko_KR.UTF-8' } });
    assert.match(korean.err, /sub\/\.prfaq\.yaml:4:10: rules\.sentence-length\.max: 여기에는 숫자/);
  });
});
