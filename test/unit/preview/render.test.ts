import assert from 'node:assert/strict';
import { renderHtml, runningHead } from '../../../src/core/preview/render.js';
import { check } from '../parse.js';

const render = (text: string): string =>
  renderHtml(check(text).analysis, { image: (source) => (source.startsWith('ok') ? `safe:${source}` : null) });

describe('The preview’s HTML', () => {
  it('tells the source line of each block, and where the parts begin', () => {
    const html = render(
      '---\ntype: prfaq\n---\n# A launches B\n\n## Press release\n\nText\n\n## FAQ\n\n**Why?**\n\n- a\n\n## Appendix\n\nb\n',
    );
    assert.match(html, /<h1 data-source-line="3" data-part="press-release">/);
    assert.match(html, /<h2 data-source-line="9" data-part="faq">/);
    assert.match(html, /<h2 data-source-line="15" data-part="appendix">/);
    assert.match(html, /<li data-source-line="13">/);
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
