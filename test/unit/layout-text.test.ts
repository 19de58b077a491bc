import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { columnWidths } from '../../src/core/layout/columns.js';
import { breakLines, naturalWidths } from '../../src/core/layout/lines.js';
import { readInline } from '../../src/core/layout/runs.js';
import { BOLD, HARD_BREAK, ITALIC, MONO, OBJECT, StyledText } from '../../src/core/layout/styled.js';
import { widthOf } from '../../src/core/layout/widths.js';

/** What of the source shows; a hard break as a line feed, an image as `▣`. */
function shown(source: string, quote = 0): string {
  return runs(source, quote)
    .map(([text]) => text)
    .join('');
}

/** The text that shows as runs of one style: `b`, `i`, `m`. */
function runs(source: string, quote = 0): [text: string, style: string][] {
  const text = new StyledText();
  readInline(source, text, 0, quote);
  const found: [string, string][] = [];
  for (const { code, style: bits } of text.characters()) {
    const style = `${bits & BOLD ? 'b' : ''}${bits & ITALIC ? 'i' : ''}${bits & MONO ? 'm' : ''}`;
    const character = code === HARD_BREAK ? '\n' : code === OBJECT ? '▣' : String.fromCharCode(code);
    const last = found.at(-1);
    if (last?.[1] === style) last[0] += character;
    else found.push([character, style]);
  }
  return found;
}

/** The lines of a source set `ems` wide. */
function lines(source: string, ems: number, keepWords = false): string[] {
  const text = new StyledText();
  readInline(source, text, 0, 0);
  const starts: number[] = [];
  assert.equal(breakLines(text, ems * 2048, keepWords, starts), starts.length);
  return starts.map((start, line) => {
    const codes = charactersOfLine(text, start, starts[line + 1]).map(({ code }) => code);
    return String.fromCharCode(...codes).trimEnd();
  });
}

function charactersOfLine(text: StyledText, start: number, end = Number.POSITIVE_INFINITY) {
  return [...text.characters()].filter(({ offset }) => offset >= start && offset < end);
}

describe('Layout: the text that shows', () => {
  const cases: [source: string, shows: string][] = [
    ['plain', 'plain'],
    ['**bold** and *italic*', 'bold and italic'],
    ['snake_case_name and 5 * 3 * 2', 'snake_case_name and 5 * 3 * 2'],
    ['__bold__ _it_ ~~gone~~ a~b', 'bold it gone a~b'],
    ['***both*** **a*b*c**', 'both abc'],
    ['an **open mark', 'an **open mark'],
    ['`a **b** c` and ``x ` y``', 'a **b** c and x ` y'],
    ['an `open tick', 'an `open tick'],
    ['[text](https://example.com "title") after', 'text after'],
    ['[a (b)](u(r)l) [c][ref] [Placeholder] [x] (y)', 'a (b) c [Placeholder] [x] (y)'],
    ['![alt](a.png) ![far away](https://example.com/a.png)', '▣ far away'],
    ['\\*literal\\* \\a C:\\\\x', '*literal* \\a C:\\x'],
    ['&amp; &#8212; &#x41; &unknown; AT&T', '& — A &unknown; AT&T'],
    ['<https://example.com> <me@example.com> <b>x</b>', 'https://example.com me@example.com <b>x</b>'],
    ['<a id="faq"></a>FAQ<br>two<br />H<sub>2</sub>O <p, q> <price>', 'FAQ\ntwo\nH2O <p, q> <price>'],
    ['one <!-- no\nsuch -->two <!-- open', 'one two <!-- open'],
    ['two   spaces\tand\na line', 'two spaces and a line'],
    ['hard  \nbreak\\\nagain', 'hard \nbreak\nagain'],
    ['CR LF\r\nline', 'CR LF line'],
  ];
  for (const [source, shows] of cases) {
    it(JSON.stringify(source), () => assert.equal(shown(source), shows));
  }

  it('has the prefixes of quotes and lists removed from its lines', () => {
    assert.equal(shown('one\n> two\n  > three\nlazy', 1), 'one two three lazy');
    assert.equal(shown('one\n> two'), 'one > two');
  });

  it('has styles', () => {
    assert.deepEqual(runs('a **b *c* `d`** [*e*](f)'), [
      ['a ', ''],
      ['b ', 'b'],
      ['c', 'bi'],
      [' ', 'b'],
      ['d', 'bm'],
      [' ', ''],
      ['e', 'i'],
    ]);
  });

  it('knows where in the source each character stands', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ab *_`[\]()!\\<>&;~\n]{0,40}$/), (source) => {
        const text = new StyledText();
        readInline(source, text, 0, 0);
        let last = -1;
        for (const { code, offset } of text.characters()) {
          assert.ok(offset > last && offset < source.length, `${offset} after ${last}`);
          last = offset;
          if (code > 32 && code !== OBJECT) {
            const escaped = source[offset] === '\\' && source.charCodeAt(offset + 1) === code;
            assert.ok(escaped || source.charCodeAt(offset) === code || source[offset] === '&');
          }
        }
      }),
    );
  });
});

describe('Layout: lines', () => {
  it('are as wide as the font says', () => {
    const text = new StyledText();
    readInline('Wi', text, 0, 0);
    // Carlito's own numbers: W 1822, i 470.
    assert.equal(naturalWidths(text, false).line, 1822 + 470);
    assert.equal(widthOf(0xac00, 0), Math.round(0.92 * 2048));
    assert.equal(widthOf(0x61, MONO), 1024);
  });

  it('end at spaces, hyphens and dashes, as in Chromium', () => {
    assert.deepEqual(lines('aaaa bbbb', 2.2), ['aaaa', 'bbbb']);
    assert.deepEqual(lines('well-known', 3), ['well-', 'known']);
    assert.deepEqual(lines('this—that', 2.6), ['this—', 'that']);
    assert.deepEqual(lines('2019–2024', 3), ['2019–', '2024']);
    assert.deepEqual(lines('and/or', 2.5), ['and/o', 'r']);
    assert.deepEqual(lines('is −1 -1', 1.5), ['is', '−1', '-1']);
    assert.deepEqual(lines('ask?why', 2), ['ask?', 'why']);
  });

  it('end anywhere between ideographs, but not before a closing mark', () => {
    assert.deepEqual(lines('文書を読む。', 3), ['文書を', '読む。']);
    assert.deepEqual(lines('文書を読む。', 5), ['文書を読', 'む。']);
    assert.deepEqual(lines('文（書）', 3), ['文', '（書）']);
  });

  it('keep Korean words whole', () => {
    assert.deepEqual(lines('여섯 쪽짜리 글', 3.5, true), ['여섯', '쪽짜리', '글']);
    assert.deepEqual(lines('여섯 쪽짜리 글', 3.5, false), ['여섯 쪽', '짜리 글']);
  });

  it('break a word that is longer than a line wherever the line is full', () => {
    assert.deepEqual(lines('x aaaaaaaaaa', 2), ['x', 'aaaa', 'aaaa', 'aa']);
  });

  it('end at hard breaks, and a last one makes no line', () => {
    assert.deepEqual(lines('a  \nb\\\nc', 10), ['a', 'b', 'c']);
    assert.deepEqual(lines('a<!-- -->\\\n', 10), ['a']);
  });

  it('lose no character, never end inside a surrogate pair, and none but a single word is too wide', () => {
    const word = fc.stringMatching(/^[a-zA-Z0-9,.\-–—?!()"가나文書。🎉]{1,12}$/u);
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), fc.integer({ min: 2, max: 20 }), (words, ems) => {
        const source = words.join(' ');
        const text = new StyledText();
        readInline(source, text, 0, 0);
        const starts: number[] = [];
        const count = breakLines(text, ems * 2048, false, starts);
        assert.equal(count, starts.length);
        for (const [line, start] of starts.entries()) {
          const characters = charactersOfLine(text, start, starts[line + 1]);
          assert.ok(characters.length > 0 || source === '');
          assert.ok(!(characters[0] && characters[0].code >= 0xdc00 && characters[0].code < 0xe000));
          let width = 0;
          let shown = 0;
          for (const { code, style } of characters) {
            width += widthOf(code, style);
            if (code !== 32) shown = width;
          }
          assert.ok(shown <= ems * 2048 * 1.001);
        }
      }),
    );
  });

  it('grow in number as the column gets narrower', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 80 }), fc.integer({ min: 5, max: 40 }), (source, ems) => {
        assert.ok(lines(source, ems).length >= lines(source, ems + 5).length);
      }),
    );
  });
});

describe('Layout: columns of a table', () => {
  it('use the room there is, no more and no less', () => {
    const column = fc
      .tuple(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 500 }))
      .map(([word, more]) => ({ word, line: word + more }));
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 8 }), (columns) => {
        const widths = columnWidths(columns, 468);
        assert.ok(Math.abs(widths.reduce((a, b) => a + b) - 468) < 1e-6);
        const words = columns.reduce((total, { word }) => total + word, 0);
        if (words < 468) for (const [c, width] of widths.entries()) assert.ok(width >= columns[c]!.word - 1e-6);
      }),
    );
  });

  it('leave narrow columns on one line', () => {
    assert.deepEqual(
      columnWidths(
        [
          { word: 10, line: 40 },
          { word: 10, line: 1000 },
        ],
        200,
      ),
      [40, 160],
    );
  });
});

describe('Layout: widths', () => {
  it('are those of the shipped font', function () {
    this.timeout(60_000);
    const script = fileURLToPath(new URL('../../scripts/carlito-widths.ts', import.meta.url));
    execFileSync(process.execPath, ['--import', 'tsx', script, '--check'], { stdio: 'pipe' });
  });
});
