import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { Checker } from '../../src/core/check.js';
import { mask, OBJECT } from '../../src/core/markdown/mask.js';
import { fold } from '../../src/core/narrative/fold.js';
import { parse } from './parse.js';

const visible = (source: string): string => fold(mask(source).replaceAll(OBJECT, ''));

describe('Blocks', () => {
  it('say where their text stands', () => {
    const text =
      '# One\n\nTwo\nthree\n\n> quoted\n> again\n\n- item\n  more\n\n```\ncode\n```\n\n| a |\n|---|\n| b |\n';
    const blocks = parse(text).blocks.map((block) => [block.type, text.slice(block.start, block.end)]);
    assert.deepEqual(blocks, [
      ['heading', 'One'],
      ['paragraph', 'Two\nthree'],
      ['paragraph', 'quoted\n> again'],
      ['paragraph', 'item\n  more'],
      ['code', '```\ncode\n```'],
      ['table', '| a |\n|---|\n| b |'],
    ]);
  });

  it('leave the names of headings for links out', () => {
    const texts = (source: string) => parse(source).blocks.map(({ text }) => text);
    assert.deepEqual(texts('# **One** {#one}\n\nTwo {#two}\n===\n\n## {#three}\n\n## Four {# x}\n'), [
      '**One**',
      'Two',
      '',
      'Four {# x}',
    ]);
  });

  it('are paragraphs inside of callouts', () => {
    const blocks = parse(
      'Before\n<aside>\n💡 One\n</aside>\n\n> <aside>\n> Two\n\n    <aside>\n\n<aside class="x">\nThree\n',
    ).blocks;
    assert.deepEqual(
      blocks.map(({ type, text, quote }) => [type, text, quote]),
      [
        ['paragraph', 'Before', 0],
        ['html', '<aside>', 0],
        ['paragraph', '💡 One', 0],
        ['html', '</aside>', 0],
        ['html', '> <aside>', 1],
        ['paragraph', 'Two', 1],
        ['code', '    <aside>', 0],
        ['html', '<aside class="x">\nThree', 0],
      ],
    );
  });

  it('know the list they stand in', () => {
    const { blocks, lists } = parse('1. a\n   - b\n   - c\n2. d\n');
    assert.deepEqual(
      lists.map((list) => [list.ordered, list.depth, list.items]),
      [
        [true, 0, 2],
        [false, 1, 2],
      ],
    );
    assert.deepEqual(
      blocks.map((block) => block.list?.depth),
      [0, 1, 1, 0],
    );
  });

  it('leave front matter out, and take an unclosed one for text', () => {
    const closed = parse('---\ntype: prfaq\ntitle: "A: b" \n---\n\n# One\n');
    assert.equal(closed.frontMatter?.entries.get('title'), 'A: b');
    assert.deepEqual(
      closed.blocks.map((block) => block.text),
      ['One'],
    );
    const open = parse('---\ntype: prfaq\n\n# One\n');
    assert.equal(open.frontMatter, null);
    assert.equal(open.blocks.at(-1)?.text, 'One');
  });

  it('stand at the same places with \\n and \\r\\n', () => {
    const text = '# One\n\nTwo\nthree\n\n- a\n- b\n';
    const places = (source: string) => {
      const { blocks, lines } = parse(source);
      return blocks.map((block) => [lines.position(block.start), lines.position(block.end)]);
    };
    assert.deepEqual(places(text.replaceAll('\n', '\r\n')), places(text));
  });

  const pieces = fc.constantFrom(
    '# a',
    '## b ##',
    '> q',
    '- i',
    '  - j',
    '1. n',
    'text *em* `c`',
    '**b**',
    '',
    '',
    '```',
    '| a | b |',
    '|---|---|',
    '---',
    '===',
    '<!-- c -->',
    '<div>',
    '\t x',
    '    code',
    '가나다',
    '\\*',
    '[l](u)',
  );
  const documents = fc.array(pieces, { maxLength: 30 }).map((lines) => lines.join('\n'));

  // The decision that exact columns rest on.
  it('rest on this: every line of markdown-it’s inline content is a piece of its source line', () => {
    const parser = new MarkdownIt({ html: true });
    fc.assert(
      fc.property(documents, (text) => {
        const lines = text.split('\n');
        for (const token of parser.parse(text, {})) {
          if (token.type !== 'inline' || !token.map || token.content.includes('|')) continue;
          for (const [n, line] of token.content.split('\n').entries()) {
            assert.ok(lines[token.map![0] + n]!.includes(line.trim()), JSON.stringify([text, line]));
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('lie inside the document, in order, and their prose is as long as they are', () => {
    fc.assert(
      fc.property(documents, (text) => {
        let last = 0;
        for (const block of parse(text).blocks) {
          assert.ok(block.start >= last && block.end >= block.start && block.end <= text.length, JSON.stringify(text));
          assert.equal(block.prose.text.length, block.end - block.start);
          last = block.end;
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('Masking', () => {
  for (const [source, text] of [
    ['**bold** and *italic* and _it_', 'bold and italic and it'],
    ['a `code` b', 'a b'],
    ['see [the page](http://a.b/c_d) now', 'see the page now'],
    ['see [the page][ref] now', 'see the page now'],
    ['![alt](x.png) after', 'after'],
    ['at https://example.com/a_b, then', 'at , then'],
    ['mail me@example.com today', 'mail today'],
    ['snake_case_word and 2 * 3 * 4', 'snake_case_word and 2 * 3 * 4'],
    ['one <!-- two\nthree --> four', 'one four'],
    ['a <b>bold</b> word', 'a bold word'],
    ['5 \\* 3', '5 * 3'],
    ['`` a ` b `` c', 'c'],
    ['[a placeholder] stays', '[a placeholder] stays'],
    ['un**believ**able', 'unbelievable'],
  ] as const) {
    it(`leaves “${text}” of “${source}”`, () => assert.equal(visible(source), text));
  }

  it('takes what a definition names for a link, from the version on in which it does', () => {
    const checker = new Checker();
    const shown = (text: string) =>
      checker.check(text, 'a.prfaq.md').analysis.markdown.blocks.map(({ prose }) => fold(prose.text));
    assert.deepEqual(shown('# A\n\nSee [the  Map].\n'), ['A', 'See [the Map].']);
    assert.deepEqual(shown('# A\n\nSee [the  Map].\n\n[the map]: a.md\n'), ['A', 'See the Map.']);
    assert.deepEqual(shown('# A\n\nSee [the  Map].\n\n[the mop]: a.md\n'), ['A', 'See [the Map].']);
  });

  it('keeps the length and the line breaks of whatever it gets', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            'a',
            ' ',
            '*',
            '_',
            '`',
            '[',
            ']',
            '(',
            ')',
            '<',
            '>',
            '!',
            '\\',
            '-',
            '\n',
            '&',
            ';',
            'http://a',
            '@',
            '~',
            '가',
          ),
        }),
        (source) => {
          const masked = mask(source);
          assert.equal(masked.length, source.length);
          assert.deepEqual(
            [...masked.matchAll(/\n/g)].map((match) => match.index),
            [...source.matchAll(/\n/g)].map((match) => match.index),
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});
