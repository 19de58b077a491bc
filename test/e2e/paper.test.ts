import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_PAGE } from '../../src/core/layout/index.js';
import { standalone } from '../../src/core/preview/standalone.js';
import { PaperPage } from '../bed/paper.js';
import { examples, root } from '../bed/paths.js';

const corpus = join(root, '..', 'shared', 'corpus');

/**
 * Documents in scripts for which no font ships: their widths are those of the reader's fonts, which the engine estimates. Where a
 * machine has none at all, as most that run tests, the browser draws boxes half as wide.
 */
const NO_FONT = /\p{Script=Hangul}|\p{Script=Han}|\p{Script=Hiragana}/gu;

function documents(): { readonly name: string; readonly text: string }[] {
  const folders = [examples, ...(existsSync(corpus) ? [corpus] : [])];
  return folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.md') && name !== 'README.md')
      .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') })),
  );
}

describe('Paper', function () {
  this.timeout(180_000);
  let paper: PaperPage;
  before(async () => {
    paper = await PaperPage.open();
  });
  after(() => paper.close());

  it('has as many pages as the engine says, but for scripts for which no font ships', async () => {
    const exceptions: string[] = [];
    for (const { name, text } of documents()) {
      const { pages, appendixPages } = await paper.show(text, name);
      const { sheets, pages: all } = paper.check(text, name).layout();
      if ((text.match(NO_FONT)?.length ?? 0) > 200) exceptions.push(`${name}: page ${pages}, engine ${sheets}`);
      else assert.deepEqual([pages, appendixPages], [sheets, all.length - sheets], name);
    }
    console.log(`      no font: ${exceptions.join('; ')}`);
    assert.deepEqual(paper.errors, []);
  });

  it('prints to the same pages', async () => {
    const css = readFileSync(join(root, 'media/paper.css'), 'utf8').replace(
      /url\("\.\.\/dist\/fonts\/([\w-]+\.woff2)"\)/g,
      (_, file: string) =>
        `url("data:font/woff2;base64,${readFileSync(join(root, 'dist/fonts', file)).toString('base64')}")`,
    );
    const printer = await paper.page.context().newPage();
    for (const { name, text } of documents()) {
      const { pages, appendixPages } = await paper.show(text, name);
      const before = (await paper.sent('exported')).length;
      await paper.post({ type: 'do', what: 'export' });
      const html = (await paper.messages('exported', before + 1)).at(-1)!.html.replace(/<img\b[^>]*>/g, '');
      const file = standalone({ pages: html, title: name, language: 'en', setup: DEFAULT_PAGE, css, print: false }, '');
      await printer.setContent(file);
      await printer.evaluate(() => document.fonts.ready);
      const pdf = (await printer.pdf({ preferCSSPageSize: true })).toString('latin1');
      assert.equal(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length, pages + appendixPages, name);
    }
    await printer.close();
  });

  it('runs, fetches and loads nothing that a document asks for', async () => {
    const hostile = [
      '# A launches B\n\n## Press release\n',
      '<script>document.title = "ran"</script>',
      'text <img src=x onerror="document.title = 1"> text',
      '<svg onload="document.title = 1"><script>1</script></svg>',
      '<style>body { display: none }</style>',
      '<iframe src="https://evil.example"></iframe><link rel="stylesheet" href="https://evil.example/a.css">',
      '[a](javascript:alert(1)) [b](data:text/html,<script>1</script>) [c](vbscript:x) [d](command:workbench.action.quit)',
      '<a href="javascript:alert(1)">x</a> <form action="https://evil.example"><input></form>',
      `| ${'a | '.repeat(200)}\n| ${'- | '.repeat(200)}\n${`| ${'b | '.repeat(200)}\n`.repeat(20)}`,
    ].join('\n\n');
    await paper.show(hostile);
    const found = await paper.page.evaluate(() => ({
      title: document.title,
      shown: getComputedStyle(document.body).display,
      bad: document.querySelectorAll(
        'main :is(script, svg, style, iframe, link, form, input, object, embed, [onload], [onerror])',
      ).length,
      links: [...document.querySelectorAll('main a')].map((link) => link.getAttribute('href') ?? ''),
    }));
    assert.notEqual(found.title, 'ran');
    assert.equal(found.shown, 'block');
    assert.equal(found.bad, 0);
    for (const link of found.links) assert.doesNotMatch(link, /^(?:javascript|data|vbscript):/i);
    assert.deepEqual(paper.refused, []);
    assert.deepEqual(paper.errors, []);
  });

  it('takes no message that isn’t what it should be, nor one from elsewhere', async () => {
    await paper.show('# A\n\nText.\n');
    const html = () => paper.page.locator('main').innerHTML();
    const before = await html();
    await paper.page.evaluate(() => {
      postMessage({ type: 'update', version: 99, blocks: [{ line: 0, part: null, html: '<b>spoofed</b>' }] }, origin);
      postMessage({ type: 'nonsense' }, origin);
      const update = {
        type: 'update',
        uri: 'file:///a',
        version: 99,
        blocks: [{ line: 0, part: null, html: '<p>spoofed</p>' }],
        title: '',
        edition: '',
      };
      const rest = { mark: '', language: 'en', size: 'letter', margin: 72, findings: [] };
      dispatchEvent(new MessageEvent('message', { data: { ...update, ...rest }, origin: 'https://evil.example' }));
    });
    await paper.page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
    assert.equal(await html(), before);
  });
});
