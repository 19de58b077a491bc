import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { assert } from 'chai';
import { execFileAsync } from '../bed/childProcess.js';
import { makeTempDir, type TempDir } from '../bed/cleanup.js';
import { root } from '../bed/paths.js';
import { ensureVSCode } from '../bed/vscodeInstall.js';

interface GrammarContribution {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo?: readonly string[];
}

/** Ours on top of VS Code's own grammar of Markdown, by the tool that VS Code's own way of colouring is in. */
describe('The grammar', () => {
  let dir: TempDir;
  let config: string;

  before('write down which grammars there are', async function () {
    this.timeout(10 * 60_000);
    const { extensions } = await ensureVSCode('1.139');
    dir = await makeTempDir('grammar');
    const builtIn = (extension: string, file: string, scopeName: string): GrammarContribution => ({
      scopeName,
      path: relative(dir.path, join(extensions, extension, 'syntaxes', `${file}.tmLanguage.json`)),
    });
    const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
      contributes: { grammars: readonly GrammarContribution[] };
    };
    const grammars = [
      builtIn('markdown-basics', 'markdown', 'text.html.markdown'),
      builtIn('html', 'html-derivative', 'text.html.derivative'),
      builtIn('html', 'html', 'text.html.basic'),
      ...manifest.contributes.grammars.map((one) => ({ ...one, path: relative(dir.path, join(root, one.path)) })),
    ];
    config = join(dir.path, 'package.json');
    const languages = [{ id: 'markdown', extensions: ['.md'] }];
    grammars[0] = { ...grammars[0]!, ...{ language: 'markdown' } };
    await writeFile(config, JSON.stringify({ contributes: { languages, grammars } }));
  });

  after(() => dir?.remove());

  const run = (tool: 'unit' | 'snapshot', ...args: string[]) =>
    execFileAsync(
      process.execPath,
      [join(root, 'node_modules', 'vscode-tmgrammar-test', 'dist', `${tool}.js`), '--config', config, ...args],
      { cwd: root },
    );

  for (const name of ['narrative', 'ordinary']) {
    it(`colours as test/grammar/${name}.md says`, async () => {
      const { stdout } = await run('unit', `test/grammar/${name}.md`);
      assert.include(stdout, `test/grammar/${name}.md run success`);
    });
  }

  it('adds nothing that a theme would show to Markdown that is no narrative', async () => {
    for (const name of ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'docs/architecture.md']) {
      const copy = join(dir.path, name.replaceAll('/', '-'));
      await copyFile(join(root, name), copy);
      await run('snapshot', '--updateSnapshot', copy);
      const tokens = await readFile(`${copy}.snap`, 'utf8');
      assert.include(tokens, 'entity.name.section.markdown');
      const scopes = tokens.split('\n').filter((line) => line.startsWith('#'));
      const ours = scopes.flatMap((line) => line.match(/[\w.]+\.prfaq$|[\w.]+\.prfaq(?= )/g) ?? []);
      assert.deepEqual(
        [...new Set(ours)].filter((scope) => scope !== 'entity.name.section.prfaq'),
        [],
        name,
      );
    }
  });
});
