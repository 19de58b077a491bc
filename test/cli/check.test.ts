import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { replaceFile } from '../../src/cli/files.js';
import { Progress } from '../../src/cli/progress.js';
import { RULES } from '../../src/core/rules/index.js';
import { unless } from '../bed/unless.js';
import { prfaq, root } from './prfaq.js';

const DRAFT = 'examples/poor-draft.prfaq.md';
/** A document with two findings that are safe to fix. */
const WORDY = '---\ntype: prfaq\n---\n\n# A launches B\n\nDue to the fact that it rains, it opens in order to close.\n';
const MENDED = '---\ntype: prfaq\n---\n\n# A launches B\n\nBecause it rains, it opens to close.\n';

interface FilesReport {
  readonly files: readonly { readonly path: string; readonly kind: string | null }[];
}

const onPosix = unless('neither rights nor links are the same on Windows', process.platform === 'win32', it);

describe('prfaq check', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'prfaq-check-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const put = async (path: string, text: string | Buffer = '# Notes\n'): Promise<string> => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
    return join(folder, path);
  };
  const checked = async (inputs: readonly string[], cwd = folder): Promise<string[]> => {
    const { out } = await prfaq(['check', ...inputs, '--format', 'json'], { cwd });
    return (JSON.parse(out) as FilesReport).files.map(({ path }) => path);
  };

  describe('finds files', () => {
    it('in a folder that Git sees as it does, sorted', async () => {
      for (const path of [
        ...['README.md', 'build/a.md', 'docs/a.md', 'docs/b.markdown', 'docs/private/c.md', 'docs/private/keep.md'],
        ...['docs/Ünï cödé.MD', 'out/deep/d.md', 'packages/x/build/e.md', 'packages/x/dist/f.md', 'secret.md', 'z.txt'],
      ])
        await put(path);
      await put('.gitignore', 'build/\n/out\n*.txt\n# a comment\nsecret*\n');
      await put('docs/.gitignore', 'private/*\n!private/keep.md\n');
      await put('packages/x/.gitignore', '!build/\ndist\n');
      execFileSync('git', ['init', '--quiet'], { cwd: folder });
      const git = execFileSync('git', ['ls-files', '-z', '--others', '--exclude-standard'], { cwd: folder });
      const expected = String(git)
        .split('\0')
        .filter((path) => /\.(md|markdown)$/i.test(path))
        .sort();
      assert.ok(expected.includes('docs/private/keep.md') && !expected.includes('build/a.md'), expected.join());
      assert.deepEqual(await checked(['.']), expected);
      assert.deepEqual(await checked([]), expected);
    });

    it('below a folder, by the ignore files above it too, but not where they exclude the folder itself', async () => {
      for (const path of ['docs/a.md', 'docs/draft-b.md', 'build/draft-c.md', 'build/d.md']) await put(path);
      await put('.gitignore', 'build/\ndraft-*\n');
      await mkdir(join(folder, '.git'));
      assert.deepEqual(await checked(['docs']), ['docs/a.md']);
      assert.deepEqual(await checked(['build']), ['build/d.md', 'build/draft-c.md']);
    });

    it('without hidden folders, node_modules and what .prfaqignore excludes', async () => {
      for (const path of ['a.md', '.hidden/b.md', 'node_modules/c/README.md', 'sub/node_modules/d.md', 'archive/e.md'])
        await put(path);
      await put('.prfaqignore', 'archive/\n');
      assert.deepEqual(await checked(['.']), ['a.md']);
      assert.deepEqual(await checked(['archive/e.md', '.hidden/b.md']), ['archive/e.md', '.hidden/b.md']);
      assert.deepEqual(await checked(['.hidden/*.md']), ['.hidden/b.md']);
    });

    it('by globs, each file once, paths as given', async () => {
      for (const path of ['docs/a.md', 'docs/x/b.md', 'docs/x/c.txt', 'PRFAQ-d.md']) await put(path);
      assert.deepEqual(await checked(['docs/**']), ['docs/a.md', 'docs/x/b.md']);
      assert.deepEqual(await checked(['./docs/*.md', 'docs/{a,z}.md']), ['./docs/a.md', 'docs/a.md']);
      assert.deepEqual(await checked(['docs/a.md', 'docs', '*.md']), ['docs/a.md', 'docs/x/b.md', 'PRFAQ-d.md']);
      assert.deepEqual(await checked([`${folder}/docs/*.md`]), [`${folder}/docs/a.md`]);
    });

    onPosix('behind links, but follows none to a folder', async () => {
      await put('a.md');
      await symlink('a.md', join(folder, 'b.md'));
      await symlink('.', join(folder, 'loop'));
      await symlink('.', join(folder, 'loop.md'));
      assert.deepEqual(await checked(['.']), ['a.md', 'b.md']);
    });

    it('and says where there is none', async () => {
      await put('a.md');
      await symlink('nowhere', join(folder, 'gone.md')).catch(() => undefined);
      const { code, out, err } = await prfaq(['check', 'none/*.md', '*.markdown', 'b.md', '.'], { cwd: folder });
      assert.equal(code, 2);
      assert.match(err, /^prfaq: none\/\*\.md: no Markdown file matches$/m);
      assert.match(err, /^prfaq: \*\.markdown: no Markdown file matches$/m);
      assert.match(err, /^prfaq: b\.md: no such file$/m);
      if (process.platform !== 'win32') assert.match(err, /^prfaq: gone\.md: no such file$/m);
      assert.match(out, /0 narratives checked/);
    });
  });

  describe('--fix', () => {
    it('makes the safe fixes, says which, and finds nothing more to fix the next time', async () => {
      const file = await put('a.prfaq.md', WORDY);
      const first = await prfaq(['check', 'a.prfaq.md', '--fix'], { cwd: folder });
      assert.equal(await readFile(file, 'utf8'), MENDED);
      assert.match(first.err, /^a\.prfaq\.md:7:1 fixed: Replace with “Because” \(wordy-phrase\)$/m);
      assert.equal(first.err.match(/ fixed: /g)?.length, 2);
      assert.doesNotMatch(first.out, /wordy-phrase/);
      const before = await stat(file);
      const again = await prfaq(['check', 'a.prfaq.md', '--fix'], { cwd: folder });
      assert.equal(again.err, '');
      assert.equal((await stat(file)).mtimeMs, before.mtimeMs);
      assert.deepEqual(await readdir(folder), ['a.prfaq.md']);
    });

    onPosix('keeps byte order mark, line ends, rights and links', async () => {
      const crlf = `\ufeff${WORDY.replaceAll('\n', '\r\n')}`;
      const file = await put('real/a.prfaq.md', crlf);
      await chmod(file, 0o640);
      await symlink('real/a.prfaq.md', join(folder, 'link.prfaq.md'));
      await prfaq(['check', 'link.prfaq.md', '--fix'], { cwd: folder });
      assert.equal(await readFile(file, 'utf8'), `\ufeff${MENDED.replaceAll('\n', '\r\n')}`);
      assert.equal((await stat(file)).mode & 0o777, 0o640);
      assert.ok((await lstat(join(folder, 'link.prfaq.md'))).isSymbolicLink());
    });

    it('leaves alone a file with bytes that are no UTF-8, and says so', async () => {
      const bytes = Buffer.concat([Buffer.from(WORDY), Buffer.from([0xff, 0x0a])]);
      const file = await put('a.prfaq.md', bytes);
      const { code, out, err } = await prfaq(['check', 'a.prfaq.md', '--fix'], { cwd: folder });
      assert.equal(code, 2);
      assert.match(err, /a\.prfaq\.md: is not fixed: it holds bytes that are no UTF-8/);
      assert.match(out, /wordy-phrase/);
      assert.deepEqual(await readFile(file), bytes);
    });

    it('never writes over what another program has written since', async () => {
      const file = await put('a.prfaq.md', 'theirs\n');
      await assert.rejects(replaceFile(file, Buffer.from('read\n'), Buffer.from('ours\n')), /another program/);
      assert.equal(await readFile(file, 'utf8'), 'theirs\n');
      assert.deepEqual(await readdir(folder), ['a.prfaq.md']);
    });

    unless(
      'root may write everywhere',
      process.getuid?.() === 0,
      it,
    )('leaves alone a file that is read-only', async () => {
      const file = await put('a.prfaq.md', WORDY);
      await chmod(file, 0o444);
      const { code, err } = await prfaq(['check', 'a.prfaq.md', '--fix'], { cwd: folder });
      assert.equal(code, 2);
      assert.match(err, /a\.prfaq\.md: is not fixed: permission denied/);
      assert.equal(await readFile(file, 'utf8'), WORDY);
    });

    it('prints the fixed text of standard input, and the report beside it', async () => {
      const args = ['check', '-', '--fix', '--stdin-filename', 'a.prfaq.md'];
      const { out, err } = await prfaq(args, { input: `\ufeff${WORDY}` });
      assert.equal(out, `\ufeff${MENDED}`);
      assert.match(err, /^a\.prfaq\.md:7:31 warning The problem is missing\. \(missing-section\)$/m);
      const clean = '# Notes\n\nin order to\n';
      assert.equal((await prfaq(['check', '--fix', '--stdin-filename', 'n.md'], { input: clean })).out, clean);
      const odd = Buffer.concat([Buffer.from(WORDY), Buffer.from([0xff])]);
      assert.match((await prfaq(args, { input: odd })).err, /is not fixed/);
      assert.equal((await prfaq([...args, 'b.md'], { input: '' })).code, 2);
    });
  });

  it('reads standard input beside files, and by its name alone', async () => {
    const both = await prfaq(['check', '-', DRAFT, '--format', 'json'], { input: WORDY });
    const paths = (JSON.parse(both.out) as FilesReport).files.map(({ path }) => path);
    assert.deepEqual(paths, ['stdin.md', DRAFT]);
    const alone = await prfaq(['check', '--stdin-filename', 'x.prfaq.md', '--format', 'json'], { input: 'text\n' });
    assert.equal((JSON.parse(alone.out) as FilesReport).files[0]?.kind, 'prfaq');
  });

  it('says why it fails when there are more warnings than --max-warnings', async () => {
    const { code, err } = await prfaq(['check', DRAFT, '--max-warnings', '5', '--quiet']);
    assert.equal(code, 1);
    assert.match(err, /there are 6 warnings, and --max-warnings allows 5/);
  });

  it('takes sarif and github for check alone', async () => {
    assert.equal((await prfaq(['rules', '--format', 'sarif'])).code, 2);
    assert.equal((await prfaq(['outline', DRAFT, '--format', 'github'])).code, 2);
  });

  it('shows progress to who looks on at a terminal, and wipes it', () => {
    const shown = (isTTY: boolean): string => {
      let out = '';
      const write = (text: string | Uint8Array): boolean => {
        out += text;
        return true;
      };
      const progress = new Progress({ isTTY, write }, 2000);
      for (let n = 1; n <= 2000; n++) progress.tick(n);
      progress.end();
      return out;
    };
    assert.match(shown(true), /^(?:\r\d+ of 2000 files){5,20}\r\u001b\[K$/);
    assert.equal(shown(false), '');
  });

  it('shows none in a pipe, and none for a moment’s work', async () => {
    assert.equal((await prfaq(['check', 'examples'])).err, '');
  });
});

describe('SARIF', () => {
  interface Sarif {
    readonly runs: readonly {
      readonly tool: { readonly driver: { readonly rules: readonly { id: string; helpUri: string }[] } };
      readonly invocations: readonly { executionSuccessful: boolean; toolExecutionNotifications: readonly object[] }[];
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly level: string;
        readonly locations: readonly {
          readonly physicalLocation: { readonly artifactLocation: { uri: string }; readonly region: object };
        }[];
        readonly fixes: readonly object[];
      }[];
    }[];
  }

  /** The schema is of draft 4, of which it uses nothing that later drafts don't have but the names of two keys. */
  const validator = async () => {
    const { $schema, id, ...schema } = JSON.parse(
      await readFile(join(root, 'test/vendor/sarif-2.1.0-rtm.5.json'), 'utf8'),
    ) as Record<string, object>;
    const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
    addFormats.default(ajv);
    return ajv.compile(schema);
  };
  const sarif = async (args: readonly string[]): Promise<Sarif> => {
    const { out } = await prfaq(['check', ...args, '--format', 'sarif']);
    const log = JSON.parse(out) as Sarif;
    const validate = await validator();
    assert.ok(validate(log), JSON.stringify(validate.errors, null, 1));
    return log;
  };

  it('is valid, with places, levels, fixes and a page for each rule', async () => {
    const [run] = (await sarif([DRAFT, 'examples/hallbell.prfaq.md'])).runs;
    const { rules } = run!.tool.driver;
    assert.deepEqual(
      rules.map(({ id }) => id),
      RULES.map(({ id }) => id),
    );
    const files = await readdir(join(root, 'docs/rules'));
    for (const { id, helpUri } of rules) {
      assert.ok(helpUri.startsWith('https://') && helpUri.endsWith(`/docs/rules/${id}.md`), helpUri);
      assert.ok(files.includes(`${id}.md`), id);
    }
    assert.equal(run!.results.length, 8);
    for (const { ruleId, ruleIndex } of run!.results) assert.equal(rules[ruleIndex]?.id, ruleId);
    const list = run!.results.find(({ ruleId }) => ruleId === 'banned-bullet')!;
    assert.equal(list.level, 'warning');
    assert.deepEqual(list.locations[0]!.physicalLocation.artifactLocation, { uri: DRAFT, uriBaseId: '%SRCROOT%' });
    assert.deepEqual(list.locations[0]!.physicalLocation.region, {
      ...{ startLine: 30, startColumn: 1, endLine: 30, endColumn: 40 },
    });
    assert.ok(list.fixes.length > 0);
    assert.equal(run!.results.find(({ ruleId }) => ruleId === 'weasel-word')!.level, 'note');
  });

  it('is valid with nothing found, and with a file that can’t be read', async () => {
    assert.deepEqual((await sarif(['README.md'])).runs[0]!.results, []);
    const [run] = (await sarif(['examples/no such.md'])).runs;
    assert.equal(run!.invocations[0]!.executionSuccessful, false);
    assert.equal(run!.invocations[0]!.toolExecutionNotifications.length, 1);
  });

  it('names files by URIs, whatever is in their names', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'prfaq-sarif-'));
    const file = join(folder, 'a b#?%20ü.prfaq.md');
    await writeFile(file, WORDY);
    const [run] = (await sarif([file])).runs;
    const { uri } = run!.results[0]!.locations[0]!.physicalLocation.artifactLocation;
    assert.ok(uri.startsWith('file:///') && uri.endsWith('/a%20b%23%3F%2520%C3%BC.prfaq.md'), uri);
    await rm(folder, { recursive: true });
  });
});

describe('GitHub annotations', () => {
  it('stand at their places, with levels, and name files from the top of the repository', async () => {
    const { out } = await prfaq(['check', '../examples/poor-draft.prfaq.md', '--format', 'github'], {
      cwd: join(root, 'docs'),
      env: { GITHUB_WORKSPACE: root },
    });
    const lines = out.split('\n');
    assert.ok(
      lines.includes(
        '::warning file=examples/poor-draft.prfaq.md,line=18,endLine=18,col=5,endColumn=12,title=section-length::The problem runs to 367 words; the limit is 200.',
      ),
      out,
    );
    assert.equal(lines.filter((line) => line.startsWith('::warning ')).length, 6);
    assert.equal(lines.filter((line) => line.startsWith('::notice ')).length, 2);
    assert.match(out, /^\.\.\/examples\/poor-draft\.prfaq\.md:18:5 warning /m);
  });

  it('escape what would end or break them', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'prfaq-github-'));
    await writeFile(join(folder, 'a,b%.prfaq.md'), '# A\n\n## Problem\n\n[insert 50%, say]\n');
    const { out } = await prfaq(['check', 'a,b%.prfaq.md', 'c:d', '--format', 'github'], {
      cwd: folder,
      env: { GITHUB_WORKSPACE: '' },
    });
    assert.match(out, /^::error file=c%3Ad::no such file$/m);
    assert.match(out, /^::\w+ file=a%2Cb%25\.prfaq\.md,line=5,.*title=placeholder::“\[insert 50%25, say\]” is /m);
    await rm(folder, { recursive: true });
  });
});
