import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { entityAt } from '../../../src/core/layout/entities.js';
import { renderBlocks } from '../../../src/core/preview/render.js';
import { nearest, offsetAt, rangeOf, spotAt, stretchAt, visibleOf } from '../../../src/core/preview/spots.js';
import { check, parse } from '../parse.js';

/** What shows of each block by its line, without white space, as the preview's HTML has it. */
function shown(text: string): Map<number, string> {
  const blocks = renderBlocks(check(text).analysis, { image: (source) => (/^[a-z]+:/i.test(source) ? null : source) });
  const found = new Map<number, string>();
  for (const { line: first, html } of blocks)
    for (const [, , line, inner] of html.matchAll(
      /<(p|h[1-6]|pre|table) data-source-line="(\d+)"[^>]*>([\s\S]*?)<\/\1>/g,
    )) {
      const plain = inner!
        .replace(/<[^>]*>/g, '')
        .replace(/&(?:#\w+|\w+);/g, (entity) => entityAt(entity, 0)?.text ?? entity);
      found.set(first + Number(line), plain.replace(/\s+/g, ''));
    }
  return found;
}

const at = (text: string, offset: number): string => {
  const spot = spotAt(parse(text), offset);
  return spot ? `${spot.line}:${spot.index}` : 'none';
};

describe('Spots', () => {
  it('count what shows, without white space', () => {
    const text = 'Sales **rose** by 4 %\n';
    assert.equal(at(text, 0), '0:0');
    assert.equal(at(text, text.indexOf('rose')), '0:5');
    assert.equal(at(text, text.indexOf('by')), '0:9');
    assert.equal(at(text, 5), '0:5');
  });

  it('go on to the next text where nothing shows', () => {
    const text = '---\ntype: prfaq\n---\n<!-- comment -->\n\n# A\n';
    assert.equal(at(text, 0), '5:0');
    assert.equal(at(text, text.length), 'none');
  });

  it('know links, entities, escapes, code, quotes and tables', () => {
    const cases: readonly (readonly [text: string, words: string])[] = [
      ['see [the docs](https://a.example "t") now', 'thedocs'],
      ['a &amp; b', '&'],
      ['a \\* b', '*'],
      ['run `npm  ci` now', 'npmci'],
      ['> quoted\n> on and on', 'quotedon'],
      ['| a | b |\n|---|---|\n| c \\| d | e |', 'c|d'],
      ['```js\nlet a = 1;\n```', 'leta=1;'],
      ['- one\n- two *three*', 'twothree'],
      ['text <!-- gone --> goes on', 'textgoes'],
    ];
    for (const [text, words] of cases) {
      const markdown = parse(text);
      const block = markdown.blocks.find((one) => visibleOf(one).text.includes(words));
      assert.ok(block, text);
      const index = visibleOf(block).text.indexOf(words);
      const start = { line: block.line, index };
      const range = rangeOf(markdown, start, { line: block.line, index: index + words.length }, words);
      assert.ok(range, text);
      assert.deepEqual(spotAt(markdown, range.start), start, text);
      assert.equal(stretchAt(markdown, range)?.text, words, text);
    }
  });

  it('take an escape and an entity as a whole', () => {
    const markdown = parse('a &amp; \\* b');
    const of = (index: number) => rangeOf(markdown, { line: 0, index }, { line: 0, index: index + 1 }, '');
    assert.deepEqual(
      [of(1), of(2)],
      [
        { start: 2, end: 7 },
        { start: 8, end: 10 },
      ],
    );
  });

  it('find words again that have moved to another line since, and say when there are none', () => {
    const markdown = parse('# New\n\nNew too.\n\nThe old words stand here.\n');
    const range = rangeOf(markdown, { line: 2, index: 6 }, { line: 2, index: 14 }, 'oldwords');
    assert.equal(markdown.text.slice(range!.start, range!.end), 'old words');
    assert.equal(rangeOf(markdown, { line: 2, index: 0 }, { line: 2, index: 4 }, 'gone'), null);
  });

  it('span blocks', () => {
    const markdown = parse('One two.\n\nThree four.\n');
    const range = rangeOf(markdown, { line: 0, index: 3 }, { line: 2, index: 5 }, 'two.Three');
    assert.deepEqual(range, { start: 4, end: 15 });
    assert.deepEqual(stretchAt(markdown, range!), {
      start: { line: 0, index: 3 },
      end: { line: 2, index: 5 },
      text: 'two.Three',
    });
  });

  it('have a place in the document whatever is asked', () => {
    const markdown = parse('One.\n\nTwo.\n');
    assert.equal(offsetAt(markdown, { line: 2, index: 1 }), 7);
    assert.equal(offsetAt(markdown, { line: 2, index: 99 }), 6);
    assert.equal(offsetAt(markdown, { line: 99, index: 0 }), markdown.text.length);
  });

  it('are the nearest where words are there twice', () => {
    assert.equal(nearest('abcabcabc', 'abc', 4), 3);
    assert.equal(nearest('abcabcabc', 'abc', 5), 6);
    assert.equal(nearest('abc', 'x', 2), 2);
  });

  for (const folder of ['../../corpus/', '../../../examples/']) {
    it(`count the same as the page does in every block of ${folder}`, () => {
      let blocks = 0;
      for (const name of readdirSync(new URL(folder, import.meta.url)).filter((one) => one.endsWith('.md'))) {
        const text = readFileSync(new URL(folder + name, import.meta.url), 'utf8');
        const page = shown(text);
        for (const block of check(text).analysis.markdown.blocks) {
          blocks++;
          assert.equal(visibleOf(block).text, page.get(block.line) ?? '', `${name}, line ${block.line + 1}`);
        }
      }
      assert.ok(blocks > 200);
    });
  }

  it('lead from any stretch of any document back to the same words', () => {
    const word = fc.constantFrom(
      'plain',
      '**bold**',
      '*slanted*',
      '`code`',
      '[link](a.md)',
      '&lt;',
      '\\_',
      '한국어',
      '“q”',
      'a b',
    );
    const line = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
    const block = fc.oneof(
      line,
      line.map((text) => `## ${text}`),
      fc.array(line, { minLength: 1, maxLength: 3 }).map((items) => items.map((item) => `- ${item}`).join('\n')),
      fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.map((one) => `> ${one}`).join('\n')),
      line.map((text) => `| ${text} | x |\n|---|---|\n| y | ${text} |`),
    );
    const document = fc.array(block, { minLength: 1, maxLength: 6 }).map((blocks) => `${blocks.join('\n\n')}\n`);
    fc.assert(
      fc.property(document, fc.nat(), fc.nat(), fc.constantFrom('\n', '\r\n'), (source, a, b, newline) => {
        const markdown = parse(source.replaceAll('\n', newline));
        const spots = markdown.blocks.flatMap((one) =>
          [...visibleOf(one).text].map((_, index) => ({ line: one.line, index })),
        );
        const [from, to] = [a % spots.length, b % spots.length].sort((x, y) => x - y) as [number, number];
        const end = { ...spots[to]!, index: spots[to]!.index + 1 };
        const range = rangeOf(markdown, spots[from]!, end, '');
        assert.ok(range);
        const stretch = stretchAt(markdown, range);
        assert.deepEqual([stretch?.start, stretch?.end], [spots[from], end]);
        assert.deepEqual(rangeOf(markdown, stretch!.start, stretch!.end, stretch!.text), range);
      }),
    );
  });
});
