import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prfaq, root } from './prfaq.js';

describe('A team on the command line', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'prfaq-team-'));
    await cp(join(root, 'examples/team'), folder, { recursive: true });
    await mkdir(join(folder, '.git'));
  });
  afterEach(() => rm(folder, { recursive: true }));
  const run = (...args: string[]) => prfaq(args, { cwd: folder });

  it('has what the README says of the example', async () => {
    const readme = await readFile(join(root, 'README.md'), 'utf8');
    const block = /```sh\ncd examples\/team\n([\s\S]*?)```/.exec(readme)![1]!;
    const commands = block.split('\n').flatMap((line) => /^npx prfaq (.*?)\s*(?:#|$)/.exec(line)?.[1] ?? []);
    assert.equal(commands.length, 3);
    const [check, made, outline] = await Promise.all(commands.map((command) => run(...command.split(' '))));
    for (const { code, err } of [check!, made!, outline!]) assert.equal(code, 0, err);
    assert.match(check!.out, /^1 narrative checked: 0 errors, 0 warnings, 0 information, 0 hints/);
    assert.match(made!.out, /^---\ntype: decision-memo\n---\n\n# \[What we want to do\]\n/);
    assert.match(outline!.out, /decision-memo, en, \d+ words\n[\s\S]*✓ The way back/);
    // The same file in the README as in the example, shortened.
    const yaml = /```yaml\n([\s\S]*?)```/.exec(readme)![1]!;
    await writeFile(join(folder, '.prfaq.yaml'), yaml);
    const { code, err } = await run('check');
    assert.equal(code, 0, err);
  });

  it('finds in the example what the team’s words excuse', async () => {
    const config = await readFile(join(folder, '.prfaq.yaml'), 'utf8');
    await writeFile(
      join(folder, '.prfaq.yaml'),
      config.replace('extends: shared/.prfaq.yaml', '').replace('[robust]', '[]'),
    );
    const { out } = await run('check');
    assert.match(out, /“robust”.*\n.*“MTTR”/);
  });

  it('makes a document from the team’s template, and never over another', async () => {
    assert.equal((await run('new', '--template', 'decision-memo', 'shop.memo.md')).code, 0);
    const text = await readFile(join(folder, 'shop.memo.md'), 'utf8');
    assert.match(text, /^---\ntype: decision-memo\n---\n/);
    assert.equal((await run('new', 'decision-memo', 'shop.memo.md')).code, 2);
    assert.equal(await readFile(join(folder, 'shop.memo.md'), 'utf8'), text);
    const { code, err } = await run('new', 'memo');
    assert.equal(code, 2);
    assert.match(err, /there is no template “memo”; there are decision-memo, prfaq, six-pager-proposal/);
  });

  it('has a template of its own name before a built-in one, with or without a config', async () => {
    await writeFile(join(folder, '.prfaq/templates/prfaq.md'), '# [Ours]\n');
    assert.equal((await run('new', 'prfaq')).out, '# [Ours]\n');
    await rm(join(folder, '.prfaq.yaml'));
    assert.equal((await run('new', 'prfaq')).out, '# [Ours]\n');
  });

  it('has a template for each kind of its own, and its own sections in the built-in ones', async () => {
    await rm(join(folder, '.prfaq/templates'), { recursive: true });
    const config = await readFile(join(folder, '.prfaq.yaml'), 'utf8');
    const more = '  - id: prfaq\n    sections: [{ id: problem, coaching: { en: Ours. } }, { id: price }]\n\nrules:';
    await writeFile(join(folder, '.prfaq.yaml'), config.replace('\nrules:', more));
    const { out } = await run('new', 'decision-memo', '--language', 'ko');
    assert.match(
      out,
      /^---\ntype: decision-memo\n---\n\n# \[Decision memo\]\n\n## 결정\n\n<!-- 길잡이: 무엇을 .* -->\n\n\[결정\]\n\n## 이유\n/,
    );
    assert.match(
      (await run('new', 'prfaq')).out,
      /### Problem\n\n<!-- Coaching: Ours\. -->[\s\S]*### Price\n\n\[Price\]\n|## Price\n\n\[Price\]\n/,
    );
  });

  it('is told where a template is broken', async () => {
    await writeFile(join(folder, '.prfaq/templates/b.md'), '---\ntemplate:\n  titles: B\n---\n');
    const { code, err } = await run('new', 'b');
    assert.equal(code, 2);
    assert.match(
      err,
      /^(?:prfaq: )?\.prfaq[\\/]templates[\\/]b\.md:3:3: template\.titles: There is no key “titles” here\. Did you mean “title”\?/,
    );
  });
});
