import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outline } from '../../src/core/index.js';
import { prfaq, root } from './prfaq.js';

describe('Command line', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'prfaq-cli-'));
  });
  after(() => rm(folder, { recursive: true }));

  it('checks files in text, with the place of each finding', async () => {
    const { code, out } = await prfaq(['check', 'examples/poor-draft.prfaq.md']);
    assert.equal(code, 0);
    assert.match(
      out,
      /^examples\/poor-draft\.prfaq\.md:18:5 warning The problem runs to 367 words; the limit is 200\. \(section-length\)$/m,
    );
    assert.match(out, /1 narrative checked: 0 errors, 6 warnings, 2 information, 0 hints\n$/);
  });

  it('checks directories and globs in JSON, paths as given', async () => {
    for (const input of ['examples', 'examples/*.md']) {
      const { out } = await prfaq(['check', input, '--format', 'json']);
      const report = JSON.parse(out) as { files: { path: string; kind: string | null }[]; summary: object };
      const paths = report.files.map((file) => file.path);
      assert.ok(paths.includes('examples/poor-draft.prfaq.md') && paths.includes('examples/README.md'), paths.join());
      assert.equal(report.files.find((file) => file.path === 'examples/README.md')?.kind, null);
      assert.deepEqual(report.summary, { errors: 0, warnings: 6, information: 2, hints: 0 });
    }
  });

  it('exits with 1 for more warnings than allowed', async () => {
    assert.equal((await prfaq(['check', 'examples/poor-draft.prfaq.md', '--max-warnings', '5'])).code, 1);
    assert.equal((await prfaq(['check', 'examples/poor-draft.prfaq.md', '--max-warnings', '6'])).code, 0);
  });

  it('says nothing with --quiet where there is no error', async () => {
    assert.deepEqual(await prfaq(['check', 'examples/poor-draft.prfaq.md', '--quiet']), { code: 0, out: '', err: '' });
  });

  it('reads standard input under a name', async () => {
    const { out } = await prfaq(['check', '-', '--stdin-filename', 'x.prfaq.md', '--format', 'json'], {
      input: '\ufeff# A\n\ntext\n',
    });
    const [file] = (JSON.parse(out) as { files: { path: string; kind: string }[] }).files;
    assert.deepEqual([file?.path, file?.kind], ['x.prfaq.md', 'prfaq']);
  });

  it('names a file that it cannot read, goes on with the others and exits with 2', async () => {
    const { code, out, err } = await prfaq(['check', 'examples/none.md', 'examples/poor-draft.prfaq.md']);
    assert.equal(code, 2);
    assert.match(err, /examples\/none\.md: no such file/);
    assert.match(out, /1 narrative checked/);
  });

  it('reads bytes that are no UTF-8', async () => {
    const file = join(folder, 'bytes.prfaq.md');
    await writeFile(file, Buffer.from([0x23, 0x20, 0xff, 0xfe, 0x00, 0x0a]));
    assert.equal((await prfaq(['check', file])).code, 0);
  });

  it('outlines a document in JSON as the library does', async () => {
    const path = 'examples/hallbell.prfaq.md';
    const { out } = await prfaq(['outline', path, '--format', 'json']);
    assert.deepEqual(
      JSON.parse(out),
      JSON.parse(JSON.stringify(outline(await readFile(join(root, path), 'utf8'), { path }))),
    );
    assert.match((await prfaq(['outline', path])).out, /✓ Headline +line 8 +13 words/);
  });

  it('speaks the reader’s language, in columns that line up', async () => {
    const env = { LC_ALL: 'ko_KR.UTF-8' };
    const { out: found } = await prfaq(['check', 'examples/poor-draft.prfaq.md'], { env });
    assert.match(found, /^examples\/poor-draft\.prfaq\.md:18:5 warning ‘Problem’ 부분이 367단어입니다/m);
    assert.match(found, /문서 1개 검사: 오류 0개, 경고 6개, 정보 2개, 힌트 0개\n$/);
    const { out } = await prfaq(['outline', 'examples/mullim.ko.prfaq.md', '--explain'], { env });
    assert.match(out, /^쪽수: 보도자료 0\.9, FAQ 2\.2, 부록 0\.5$/m);
    assert.match(out, /^ {2}✓ 제목 {21}8행 {8}10단어\n {6}근거: 자리: 홀로 선 첫 줄$/m);
    assert.match(out, /^질문 19개$/m);
    assert.match((await prfaq(['outline', 'README.md'], { env })).out, /PR\/FAQ도 식스페이저도 아님/);
  });

  it('writes a new document, and never over another', async () => {
    const file = join(folder, 'new.md');
    assert.equal((await prfaq(['new', 'prfaq', file])).code, 0);
    const first = await readFile(file, 'utf8');
    assert.match(first, /^---\ntype: prfaq\n---/);
    const again = await prfaq(['new', 'six-pager-proposal', file]);
    assert.equal(again.code, 2);
    assert.match(again.err, /there is a file of this name already; nothing was written/);
    assert.equal(await readFile(file, 'utf8'), first);
    assert.match((await prfaq(['new', 'prfaq', '--language', 'ko'])).out, /보도자료/);
  });

  it('lists the rules', async () => {
    assert.match((await prfaq(['rules'])).out, /^banned-bullet +warning/m);
    const rules = JSON.parse((await prfaq(['rules', '--format', 'json'])).out) as { id: string; severity: string }[];
    assert.ok(rules.some((rule) => rule.id === 'weasel-word' && rule.severity === 'information'));
  });

  for (const [args, complaint] of [
    [[], ''],
    [['frobnicate'], 'there is no command'],
    [['check', '--format', 'xml'], '--format takes'],
    [['check', '--frob'], '--frob'],
    [['check', '--max-warnings', 'some'], 'whole number'],
    [['outline'], 'one file'],
    [['new', 'haiku'], 'there is no template'],
    [['new', 'prfaq', '--language', 'xx'], '--language takes'],
  ] as const) {
    it(`exits with 2 for “prfaq ${args.join(' ')}” and says why`, async () => {
      const { code, err } = await prfaq(args);
      assert.equal(code, 2);
      assert.ok(err.includes(complaint) && !/\n {4}at /.test(err), err);
    });
  }

  it('tells its version and how it is used', async () => {
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
    assert.equal((await prfaq(['--version'])).out, `${version}\n`);
    const help = await prfaq(['--help']);
    assert.equal(help.code, 0);
    assert.match(help.out, /prfaq check/);
  });
});

describe('Library', () => {
  it('is one file that needs nothing', async () => {
    const library = (await import(join(root, 'dist/core.js'))) as typeof import('../../src/core/index.js');
    const text = '# A\n\ntext\n';
    assert.deepEqual(library.outline(text, { path: 'a.prfaq.md' }), outline(text, { path: 'a.prfaq.md' }));
    assert.equal(/\b(?:import|require)\s*\(?["']/.test(await readFile(join(root, 'dist/core.js'), 'utf8')), false);
    assert.throws(
      () => library.check(text, { config: { rules: { 'weasel-word': 'loud' as 'off' } } }),
      /config\.rules\.weasel-word/,
    );
  });
});
