import assert from 'node:assert/strict';
import { type RenderedBlock, renderBlocks, runningHead } from '../../../src/core/preview/render.js';
import { check } from '../parse.js';

const blocks = (text: string): RenderedBlock[] =>
  renderBlocks(check(text).analysis, { image: (source) => (source.startsWith('ok') ? `safe:${source}` : null) });
const render = (text: string): string =>
  blocks(text)
    .map(({ html }) => html)
    .join('');

describe('The preview’s HTML', () => {
  it('tells the source line of each block, and where the parts begin', () => {
    const all = blocks(
      '---\ntype: prfaq\n---\n# A launches B\n\n## Press release\n\nText\n\n## FAQ\n\n**Why?**\n\n- a\n- b\n\n## Appendix\n\nb\n',
    );
    assert.deepEqual(
      all.flatMap(({ line, part }) => (part === null ? [] : [[line, part]])),
      [
        [3, 'press-release'],
        [9, 'faq'],
        [16, 'appendix'],
      ],
    );
    const list = all.find(({ html }) => html.startsWith('<ul'))!;
    assert.equal(list.line, 13);
    assert.match(list.html, /<ul data-source-line="0">\n<li data-source-line="0">[\s\S]*<li data-source-line="1">/);
  });

  it('is the same for a block whose lines have moved', () => {
    const before = blocks('# A launches B\n\n- a\n- b\n\n| a |\n|---|\n| b |\n');
    const after = blocks('# A launches B\n\nNew.\n\n- a\n- b\n\n| a |\n|---|\n| b |\n');
    assert.deepEqual(
      after.slice(-2),
      before.slice(-2).map((block) => ({ ...block, line: block.line + 2 })),
    );
  });

  it('lets a part begin behind a comment that shows nothing', () => {
    const all = blocks('---\ntype: prfaq\n---\n<!-- a -->\n# A launches B\n\n## FAQ\n\nWhy?\n');
    assert.equal(all[0]!.part, 'press-release');
  });

  it('opens folds, and shows the rest of HTML as text', () => {
    const html = render('<details open>\n<summary>Why <b>now</b>?</summary>\n\nBecause.\n\n</details>\n');
    assert.match(html, /^<p[^>]*>\s*Why &lt;b&gt;now&lt;\/b&gt;\?\s*<\/p>\n<p[^>]*>Because\.<\/p>\n$/);
  });

  it('hides tags that only place what is in them, and shows what may be a placeholder', () => {
    const html = render('<p align="center">\n  <img src="logo.svg" alt="logo">\n</p>\n\n<price>\n');
    assert.match(html, /^<p[^>]*>&lt;price&gt;\s*<\/p>\n$/);
    assert.match(render('<h1 align="center">Lantern <sup>2</sup></h1>\n'), /^<p[^>]*>Lantern 2\s*<\/p>\n$/);
    assert.match(render('<aside>\n💡 **One**\n\n</aside>\n'), /^<p[^>]*>💡 <strong>One<\/strong><\/p>\n$/);
    assert.match(render('## **FAQ** {#faq}\n'), /^<h2[^>]*><strong>FAQ<\/strong><\/h2>/);
    assert.match(render('## FAQ {#faq}\n'), /^<h2[^>]*>FAQ<\/h2>/);
    assert.match(render('## <a id="faq"></a>FAQ\n'), /^<h2[^>]*>FAQ<\/h2>/);
    assert.match(render('| a |\n|---|\n| x<br/>y |\n'), />x<br>y</);
  });

  it('hides comments, whole and inside text', () => {
    const html = render('# A\n\n<!-- coaching -->\n\nText <!-- note --> goes on\n\n<!-- two\nlines --> and text\n');
    assert.equal(/coaching|note|two|--/.test(html), false);
    assert.match(html, /Text {2}goes on/);
    assert.match(html, /and text/);
  });

  for (const hostile of [
    '<script>alert(1)</script>',
    'text <img src=x onerror=alert(1)> text',
    '<iframe src="https://example.com"></iframe>',
    '<svg onload=alert(1)>',
    '<style>body{display:none}</style>',
    '<!-- a --><script>alert(1)</script>',
    '<!--><script>alert(1)</script>',
    '[a](javascript:alert(1))',
    '[a](data:text/html;base64,PHNjcmlwdD4=)',
    '![a](javascript:alert(1))',
    '![a](https://example.com/track.png)',
    '```"><script>\n</script>\n```',
    '[a](java&#115;cript:alert(1))',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
  ]) {
    it(`makes nothing of ${JSON.stringify(hostile)}`, () => {
      const html = render(`# A\n\n${hostile}\n`);
      assert.equal(
        /<(?:script|img|iframe|svg|style)|href="(?:javascript|data):|onerror="|src="http/i.test(html),
        false,
        html,
      );
    });
  }

  it('leaves character references to the browser', () =>
    assert.match(render('A &copy; B &amp; C & D &nosuchthing;\n'), /A &copy; B &amp; C &amp; D/));

  it('shows the images that the host allows', () =>
    assert.match(render('![a chart](ok.png)\n'), /<img src="safe:ok.png" alt="a chart">/));
});

describe('The running head', () => {
  it('comes from front matter', () => {
    assert.deepEqual(
      runningHead(check('---\ntype: prfaq\ntitle: B\nstatus: draft\ndate: 2027-01-02\n---\n# A\n').analysis),
      { title: 'B', edition: 'draft · 2027-01-02' },
    );
  });
  it('else from the headline', () =>
    assert.equal(runningHead(check('# A **launches** B\n\nText.\n').analysis).title, 'A launches B'));
});
