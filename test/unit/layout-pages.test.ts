import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DEFAULT_PAGE, layoutDocument, measured, type PartBreak } from '../../src/core/layout/index.js';
import { cssProperties, TYPE } from '../../src/core/layout/metrics.js';
import { type Box, paginate } from '../../src/core/layout/paginate.js';
import type { Block, BlockType, ListInfo } from '../../src/core/model.js';
import { readText } from '../../src/core/text/reading.js';

const plain = { gap: 1, lines: 1, heights: 1, padding: 0, whole: false, keepNext: false, newPage: false };
const box = (parts: Partial<Box>): Box => ({ ...plain, ...parts });

/** Pages as text: `0:0-3 1:0-2 | 1:2-5` is boxes and their lines on two pages. */
function pages(boxes: readonly Box[], height: number): string {
  const page = (pieces: readonly { box: number; from: number; to: number }[]) =>
    pieces.map((piece) => `${piece.box}:${piece.from}-${piece.to}`).join(' ');
  return paginate(boxes, height)
    .map((sheet) => page(sheet.pieces))
    .join(' | ');
}

describe('Layout: pages', () => {
  it('are filled line by line, with the gaps between boxes', () => {
    assert.equal(pages([box({ lines: 4 }), box({ lines: 4 })], 9), '0:0-4 1:0-4');
    assert.equal(pages([box({ lines: 4 }), box({ lines: 5 })], 9), '0:0-4 1:0-3 | 1:3-5');
  });

  it('leave no single line of a paragraph behind, neither its first nor its last', () => {
    assert.equal(pages([box({ lines: 4 }), box({ lines: 5 })], 8), '0:0-4 1:0-3 | 1:3-5');
    assert.equal(pages([box({ lines: 4 }), box({ lines: 4 })], 8), '0:0-4 1:0-2 | 1:2-4');
    assert.equal(pages([box({ lines: 4 }), box({ lines: 3 })], 7), '0:0-4 | 1:0-3');
    assert.equal(pages([box({ lines: 4 }), box({ lines: 5 })], 6), '0:0-4 | 1:0-5');
  });

  it('keep a heading with two lines of what follows, and headings in a row together', () => {
    const heading = box({ keepNext: true });
    assert.equal(pages([box({ lines: 4 }), heading, box({ lines: 6 })], 9), '0:0-4 1:0-1 2:0-2 | 2:2-6');
    assert.equal(pages([box({ lines: 4 }), heading, box({ lines: 6 })], 8), '0:0-4 | 1:0-1 2:0-6');
    assert.equal(pages([box({ lines: 4 }), heading, heading, box({ lines: 6 })], 10), '0:0-4 | 1:0-1 2:0-1 3:0-6');
  });

  it('keep a table whole if it fits on a page at all', () => {
    assert.equal(pages([box({ lines: 4 }), box({ lines: 5, whole: true })], 9), '0:0-4 | 1:0-5');
    assert.equal(pages([box({ lines: 4 }), box({ lines: 12, whole: true })], 9), '0:0-4 1:0-4 | 1:4-12');
    assert.equal(pages([box({ lines: 2, heights: [3, 7], whole: true })], 9), '0:0-1 | 0:1-2');
  });

  it('begin where a part does', () => {
    assert.equal(pages([box({}), box({ newPage: true }), box({})], 9), '0:0-1 | 1:0-1 2:0-1');
  });

  it('have every line once, in order, and are never too full', () => {
    const anyBox = fc.record({
      gap: fc.integer({ min: 0, max: 4 }),
      lines: fc.integer({ min: 1, max: 40 }),
      heights: fc.integer({ min: 1, max: 3 }),
      padding: fc.integer({ min: 0, max: 2 }),
      whole: fc.boolean(),
      keepNext: fc.boolean(),
      newPage: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anyBox, { maxLength: 25 }), fc.integer({ min: 5, max: 60 }), (boxes, height) => {
        const sheets = paginate(boxes, height);
        const seen = boxes.map(() => 0);
        let last = -1;
        for (const { pieces, used } of sheets) {
          assert.ok(pieces.length > 0);
          assert.ok(used <= height * 1.001, `${used} of ${height}`);
          for (const piece of pieces) {
            assert.ok(piece.box >= last && piece.to > piece.from);
            assert.equal(piece.from, seen[piece.box]);
            seen[piece.box] = piece.to;
            last = piece.box;
          }
        }
        assert.deepEqual(
          seen,
          boxes.map((each) => each.lines),
        );
      }),
    );
  });
});

interface Given {
  readonly type?: BlockType;
  readonly level?: number;
  readonly list?: ListInfo;
}

/** Blocks one after the other, two characters apart. */
function blocks(...given: (string | [string, Given])[]): Block[] {
  let start = 0;
  return given.map((each, line): Block => {
    const [text, { type = 'paragraph', level = 0, list = null }] =
      typeof each === 'string'
        ? [each, {}]
        : ([each[0], { ...each[1] }] as [string, Partial<Given> & { list?: ListInfo | null }]);
    const prose = { source: text, text, ...readText(text, new Set()), memory: [] };
    const block = {
      type,
      start,
      end: start + text.length,
      line,
      endLine: line,
      level,
      quote: 0,
      list,
      firstInItem: list !== null,
      text,
      prose,
    };
    start = block.end + 2;
    return block;
  });
}

const heading = (text: string, level = 2): [string, Given] => [text, { type: 'heading', level }];
const LINE = 'The survey asks the owner for three facts and says within 71 hours whether the house is ready for it. ';
/** A paragraph of about so many lines. */
const paragraph = (lines: number): string => LINE.repeat(lines).trim();
const lay = (document: readonly Block[], breaks: readonly PartBreak[] = []) =>
  layoutDocument(document, breaks, DEFAULT_PAGE);

describe('Layout: documents', () => {
  it('has 48 lines of text on a page', () => {
    const layout = lay(blocks('x\\\n'.repeat(48)));
    assert.equal(layout.pages.length, 1);
    assert.equal(layout.counts.body, 1);
    assert.equal(lay(blocks('x\\\n'.repeat(49))).pages.length, 2);
  });

  it('counts the used part of the last page, rounded up to a tenth', () => {
    assert.equal(lay(blocks('x\\\n'.repeat(12))).counts.body, 0.3);
    assert.equal(lay(blocks('x\\\n'.repeat(52))).counts.body, 1.1);
    assert.equal(lay([]).counts.body, 0);
  });

  it('sets parts on pages of their own and counts each', () => {
    const layout = lay(
      blocks(
        heading('Title', 1),
        paragraph(20),
        heading('FAQ'),
        paragraph(20),
        heading('More FAQ'),
        heading('Appendix'),
      ),
      [
        { firstBlock: 1, part: 'press-release' },
        { firstBlock: 2, part: 'faq' },
        { firstBlock: 4, part: 'faq' },
        { firstBlock: 5, part: 'appendix' },
      ],
    );
    assert.deepEqual(
      layout.pages.map(({ part, firstBlock }) => [part, firstBlock]),
      [
        ['press-release', 0],
        ['faq', 2],
        ['appendix', 5],
      ],
    );
    assert.equal(layout.sheets, 2);
    assert.equal(layout.counts.body, 0);
    assert.ok(layout.counts.pressRelease > 0.4 && layout.counts.pressRelease < 0.6);
  });

  it('says where the first word stands that does not fit', () => {
    const document = blocks(heading('Title', 1), paragraph(30), paragraph(30), paragraph(30));
    const layout = lay(document, [{ firstBlock: 0, part: 'press-release' }]);
    assert.equal(layout.firstOverflow('press-release', layout.pages.length), null);
    assert.equal(layout.firstOverflow('faq', 0), null);
    const offset = layout.firstOverflow('press-release', 1)!;
    const { firstBlock, firstLine } = layout.pages[1]!;
    const block = document[firstBlock]!;
    assert.ok(firstLine > 0 && offset > block.start && offset < block.end);
    // A line starts with a word: after a space.
    assert.match(block.text.slice(offset - block.start - 1), /^ \S/);
    assert.equal(layout.firstOverflow(null, 1), offset);
  });

  it('gives no room to HTML that only places what is in it', () => {
    const sheets = (html: string): number => lay(blocks([html, { type: 'html' }])).pages.length;
    assert.equal(sheets('<p align="center">\n  <img src="logo.svg">\n</p>'), 0);
    assert.equal(sheets('<p align="center">Lantern</p>'), 1);
    assert.equal(sheets('<price>'), 1);
  });

  it('gives no room to comments and front matter, and more to a table with more in it', () => {
    assert.equal(lay(blocks(['<!-- a\n\nb -->', { type: 'html' }])).pages.length, 0);
    const table = (cell: string) =>
      lay(blocks([`| a | b |\n|---|---|\n| x | ${cell} |`, { type: 'table' }])).pages[0]!.used;
    assert.ok(table(paragraph(4)) > table('y'));
  });

  it('sets an inner list with the distance between items', () => {
    const outer: ListInfo = {
      start: 0,
      end: 9,
      ordered: false,
      line: 0,
      endLine: 3,
      depth: 0,
      parent: null,
      items: 2,
      quote: 0,
    };
    const inner: ListInfo = { ...outer, depth: 1, parent: outer };
    const used = (...given: Parameters<typeof blocks>) => lay(blocks(...given)).pages[0]!.used * 648;
    const { line, after } = TYPE.item;
    assert.ok(
      Math.abs(used(['a', { list: outer }], ['b', { list: inner }], ['c', { list: outer }]) - (3 * line + 2 * after)) <
        1e-6,
    );
    assert.ok(Math.abs(used(['a', { list: outer }], 'b') - (2 * line + TYPE.body.after)) < 1e-6);
  });

  it('is the same with measures kept from before', () => {
    fc.assert(
      fc.property(fc.array(fc.lorem({ maxCount: 60 }), { maxLength: 12 }), (texts) => {
        const document = blocks(...texts);
        const fresh = lay(document);
        for (let times = 0; times < 2; times++) {
          const kept = layoutDocument(document, [], DEFAULT_PAGE, measured);
          assert.deepEqual([kept.pages, kept.counts], [fresh.pages, fresh.counts]);
        }
      }),
    );
  });

  it('is never shorter with more text', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 30 }), (lengths) => {
        const document = blocks(...lengths.map(paragraph));
        const total = (layout: ReturnType<typeof lay>) => layout.counts.body;
        assert.ok(total(lay(document)) >= total(lay(document.slice(0, -1))));
      }),
    );
  });
});

describe('Layout: typography', () => {
  it('has vertical lengths of whole pixels, which no browser has to round', () => {
    for (const { line, before, after } of Object.values(TYPE)) {
      for (const length of [line, before, after]) assert.equal((length / 0.75) % 1, 0);
    }
  });

  it('reaches the style sheet as lengths in points', () => {
    const properties = cssProperties({ ...DEFAULT_PAGE, size: 'a4', margin: 54 });
    assert.equal(properties['--body-line'], '13.5pt');
    assert.equal(properties['--paper-margin'], '54pt');
    assert.equal(properties['--mono-advance'], '0.5');
  });
});
