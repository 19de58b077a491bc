import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Analysis } from '../../src/core/narrative/narrative.js';
import { questionRegions, sectionRegions } from '../../src/core/outline/chunks.js';
import { applyEdits, keepsBlocks, type Movable, Mover } from '../../src/core/outline/move.js';
import { analyse } from '../unit/parse.js';

describe('A move', () => {
  const bodies = [
    'It rains.',
    'It rains.\nIt pours.',
    '- a\n- b',
    '> “It rains,” says Mia.',
    '```\n## Problem\n```',
    '| a |\n|---|\n| b |',
    '<!-- Say what hurts. -->\n\nIt rains.',
    '### Since when?\n\nSince May.',
    'Since May\n---------',
    'See [1].\n\n[1]: https://example.org',
    '',
  ];
  const titles = ['Problem', 'Solution', 'Leader quote', 'Getting started', 'Customer quote', 'Call to action'];
  const section = fc.record({
    title: fc.constantFrom(...titles),
    form: fc.constantFrom('## # ', '## ', '**:** '),
    body: fc.constantFrom(...bodies),
    pin: fc.boolean(),
    gap: fc.constantFrom('\n', '\n\n', '\n\n\n', '\n\n---\n\n', '\n   \n'),
  });
  const documents = fc
    .record({
      sections: fc.uniqueArray(section, { selector: ({ title }) => title, minLength: 2, maxLength: 6 }),
      end: fc.constantFrom('', '\n', '\n\n'),
      faq: fc.constantFrom('', '\n\n## External FAQ\n\n### Why?\n\nRain.\n\n### How?\nSo.'),
      eol: fc.constantFrom('\n', '\r\n'),
    })
    .map(({ sections, faq, end, eol }) => {
      const parts = sections.map(({ title, form, body, pin, gap }) => {
        const head = form.startsWith('#') ? `### ${title}\n\n` : `**${title}:** `;
        return `${pin ? '<!-- prfaq-disable-next-line -->\n' : ''}${head}${body}${gap}`;
      });
      return `---\ntype: prfaq\n---\n\n# A launches B\n\n${parts.join('')}${faq}${end}`.replaceAll('\n', eol);
    });

  const linesOf = (text: string) =>
    text
      .split(/\r\n|\r|\n/)
      .filter((line) => !/^[\s>]*$/.test(line))
      .sort();
  let restored = 0;
  const breaks = (text: string) => (text.match(/\r\n|\r|\n/g) ?? []).sort();

  /** Makes each move that a document allows, and looks at what came of it. */
  function tryAll(text: string): number {
    const analysis = analyse(text);
    const mover = new Mover(analysis);
    let tried = 0;
    for (const item of [...analysis.narrative.sections, ...analysis.narrative.questions])
      for (const to of ['up', 'down'] as const) {
        const edits = mover.edits(item, to);
        assert.equal(edits !== null, mover.canMove(item, to));
        if (!edits || !keepsBlocks(text, edits)) continue;
        tried++;
        const after = applyEdits(text, edits);
        assert.deepEqual(linesOf(after), linesOf(text));
        const added = breaks(after).length - breaks(text).length;
        assert.ok(added >= 0 && added <= 3, `${added} lines added`);
        assert.equal(/(^|[^\r])\n/.test(after), /(^|[^\r])\n/.test(text));
        assert.ok(edits[0]!.end <= edits[1]!.start);
        if (added === 0) assertRestored(analysis, after, item, to);
      }
    return tried;
  }

  /** The reverse move restores the text, unless what is known by its place is read otherwise after the move. */
  function assertRestored(before: Analysis, after: string, item: Movable, to: 'up' | 'down'): void {
    const again = analyse(after);
    const { text } = before.markdown;
    const regions = 'answer' in item ? questionRegions : sectionRegions;
    const name = (one: Movable) => ('answer' in one ? one.text : one.id);
    const chunks = (of: Analysis) =>
      regions(of)
        .flat()
        .map((chunk) => [name(chunk.item), chunk.movable, of.markdown.text.slice(chunk.start, chunk.end)].join('\n'))
        .sort();
    if (chunks(before).join() !== chunks(again).join()) return;
    const same = regions(again)
      .flat()
      .find((chunk) => name(chunk.item) === name(item))!.item;
    const edits = new Mover(again).edits(same, to === 'up' ? 'down' : 'up');
    assert.ok(edits, `${to} ${JSON.stringify(item)} ${after}`);
    const back = applyEdits(after, edits);
    assert.equal(back.replace(/\n[\r\n>]*/g, '\n'), text.replace(/\n[\r\n>]*/g, '\n'));
    if (breaks(back).length === breaks(after).length) assert.equal(back, text);
    restored++;
  }

  it('keeps every line and restores the text when it is taken back', () => {
    let tried = 0;
    restored = 0;
    fc.assert(
      fc.property(documents, (text) => {
        tried += tryAll(text);
      }),
      { numRuns: 80 },
    );
    assert.ok(tried > 150 && restored > 100, `${tried} moves, ${restored} restored`);
  });

  for (const folder of ['../corpus/', '../../examples/']) {
    it(`does so in every document of ${folder.replaceAll('../', '')}`, () => {
      const base = new URL(folder, import.meta.url);
      let tried = 0;
      restored = 0;
      for (const name of readdirSync(base).filter((one) => one.endsWith('.md')))
        tried += tryAll(readFileSync(new URL(name, base), 'utf8'));
      assert.ok(tried > 10 && restored > tried / 2, `${tried} moves, ${restored} restored`);
    });
  }
});
