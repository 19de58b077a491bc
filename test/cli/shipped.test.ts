import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { unless } from '../bed/unless.js';
import { prfaq, root } from './prfaq.js';

const run = promisify(execFile);
const shell = process.platform === 'win32';
const read = (path: string): Promise<string> => readFile(join(root, path), 'utf8');
const manifest = async () =>
  JSON.parse(await read('package.json')) as {
    version: string;
    dependencies?: object;
    bin: Record<string, string>;
    contributes: { problemMatchers: { name: string; applyTo: string; pattern: Record<string, string | number> }[] };
  };

describe('Installed from its tarball into an empty folder', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'prfaq-tarball-'));
    // Built already; building again would take `dist` away under other tests.
    const pack = ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder];
    const { stdout } = await run('npm', pack, { cwd: root, shell });
    await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
    const install = ['install', '--offline', '--no-audit', '--no-fund', join(folder, stdout.trim())];
    await run('npm', install, { cwd: folder, shell });
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('is the only package there', async () => {
    const packages = (await readdir(join(folder, 'node_modules'))).filter((name) => !name.startsWith('.'));
    assert.deepEqual(packages, ['prfaq']);
    assert.equal((await manifest()).dependencies, undefined);
  });

  it('holds the command line, the library and its documentation, and nothing else', async () => {
    const files = await readdir(join(folder, 'node_modules/prfaq'), { recursive: true });
    const others = files.filter(
      (path) =>
        !/^(?:dist|docs)?$|^dist[\\/](?:cli\.js|cli\b|core\.js|package\.json|types\b)|^docs[\\/]rules\b|^package\.json$|^(?:README(?:\.ko)?|CHANGELOG)\.md$|^LICENSE$/.test(
          path,
        ),
    );
    assert.deepEqual(others, []);
    assert.ok(files.includes(join('dist', 'cli.js')));
  });

  it('runs as `npx prfaq`, and as a library', async () => {
    const file = join(folder, 'a.prfaq.md');
    await writeFile(file, await read('examples/poor-draft.prfaq.md'));
    const { stdout } = await run('npx', ['--no', 'prfaq', 'check', '.'], { cwd: folder, shell });
    assert.match(stdout, /^a\.prfaq\.md:18:5 warning /m);
    const library = "import { check } from 'prfaq/core'; console.log(check('# A', { path: 'a.prfaq.md' }).kind)";
    const ran = await run(process.execPath, ['--input-type=module', '-e', library], { cwd: folder });
    assert.equal(ran.stdout, 'prfaq\n');
  });
});

describe('The GitHub Action', () => {
  interface Action {
    readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string | number }>>;
    readonly runs: { readonly steps: readonly { readonly env: Record<string, string>; readonly run: string }[] };
  }
  const action = async (): Promise<Action> => parse(await read('action.yml')) as Action;

  it('runs the version of the package that it stands beside', async () => {
    const { inputs } = await action();
    const { version } = await manifest();
    assert.equal(String(inputs.version?.default), version);
    const docs = await read('docs/ci.md');
    for (const [, mentioned] of docs.matchAll(/prfaq(?:@|.*\n? *rev: )v?(\d[\d.]+)/g)) assert.equal(mentioned, version);
    for (const name of Object.keys(inputs)) assert.ok(docs.includes(`| \`${name}\` |`), name);
  });

  const inBash = unless('its script is for bash', shell, it);
  inBash('checks what it is given, whatever is in the names, and writes SARIF beside', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'prfaq-action-'));
    try {
      const [step] = (await action()).runs.steps;
      // Stands in for npm's, which would fetch the package.
      await mkdir(join(folder, 'bin'));
      const npx = join(folder, 'bin', 'npx');
      await writeFile(npx, `#!/bin/sh\nshift 2\nexec "${process.execPath}" "${join(root, 'dist/cli.js')}" "$@"\n`);
      await chmod(npx, 0o755);
      const names = ['two words $(touch pwned).prfaq.md', '--fix.prfaq.md'];
      for (const name of names) await writeFile(join(folder, name), await read('examples/poor-draft.prfaq.md'));
      const inputs: Record<string, string> = {
        ...{ PRFAQ_FILES: `${names.join('\n')}\n`, PRFAQ_MAX_WARNINGS: '0', PRFAQ_SARIF_FILE: 'out.sarif' },
        PRFAQ_VERSION: '0',
      };
      assert.deepEqual(Object.keys(step!.env).sort(), Object.keys(inputs).sort());
      const env = {
        ...process.env,
        ...inputs,
        LC_ALL: 'C',
        PATH: `${join(folder, 'bin')}${delimiter}${process.env.PATH}`,
      };
      const ended = await run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step!.run], {
        cwd: folder,
        env: { ...env, GITHUB_WORKSPACE: folder },
      }).then(
        () => assert.fail('It should fail for the warnings.'),
        (error: { code: number; stdout: string }) => error,
      );
      assert.equal(ended.code, 1);
      assert.match(ended.stdout, /^::warning file=two words \$\(touch pwned\)\.prfaq\.md,line=18,/m);
      assert.match(ended.stdout, /^::warning file=--fix\.prfaq\.md,line=18,/m);
      const sarif = JSON.parse(await readFile(join(folder, 'out.sarif'), 'utf8')) as { runs: { results: object[] }[] };
      assert.equal(sarif.runs[0]!.results.length, 16);
      assert.ok(!(await readdir(folder)).includes('pwned'));
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('The pre-commit hook', () => {
  it('runs the command of the package, on Markdown', async () => {
    const [hook] = parse(await read('.pre-commit-hooks.yaml')) as { id: string; entry: string; types: string[] }[];
    assert.equal(hook!.id, 'prfaq');
    assert.deepEqual(hook!.types, ['markdown']);
    const [command, ...args] = hook!.entry.split(' ');
    assert.ok(command! in (await manifest()).bin);
    assert.equal((await prfaq([...args, 'examples/poor-draft.prfaq.md'])).code, 0);
  });
});

describe('The problem matcher', () => {
  it('reads every line of the text report but the last', async () => {
    const [matcher] = (await manifest()).contributes.problemMatchers;
    const { regexp, file, line, column, severity, message, code } = matcher!.pattern as Record<string, number> & {
      regexp: string;
    };
    const { out } = await prfaq(['check', 'examples/poor-draft.prfaq.md']);
    const lines = out.trimEnd().split('\n');
    const matches = lines.map((one) => new RegExp(regexp).exec(one));
    assert.equal(matches.pop(), null);
    assert.equal(matches.length, 8);
    const first = [file, line, column, severity, message, code].map((group) => matches[0]![group!]);
    const said = 'The problem runs to 367 words; the limit is 200.';
    assert.deepEqual(first, ['examples/poor-draft.prfaq.md', '18', '5', 'warning', said, 'section-length']);
    // The words that VS Code knows.
    assert.deepEqual(new Set(matches.map((match) => match![severity!])), new Set(['warning', 'info']));
    assert.ok((await read('docs/ci.md')).includes(`"$${matcher!.name}"`));
  });
});
