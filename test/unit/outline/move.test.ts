import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { BUILT_IN_KINDS } from '../../../src/core/kinds/index.js';
import { declaredKind } from '../../../src/core/narrative/judge-kind.js';
import { type Analysis, analyse as analyseParsed } from '../../../src/core/narrative/narrative.js';
import { questionRegions, sectionRegions } from '../../../src/core/outline/chunks.js';
import { applyEdits, type Destination, keepsBlocks, type Movable, Mover } from '../../../src/core/outline/move.js';
import { parse } from '../parse.js';

function analyse(text: string): Analysis {
  const markdown = parse(text);
  return analyseParsed(markdown, declaredKind(markdown.frontMatter, 'draft.prfaq.md', BUILT_IN_KINDS), BUILT_IN_KINDS);
}

/** The item that a test names: a section by its id, a question by how its text begins. */
function item({ narrative }: Analysis, name: string): Movable {
  const found: Movable | undefined =
    narrative.sections.find(({ id, range }) => id === name && range) ??
    narrative.questions.find(({ text }) => text.startsWith(name));
  assert.ok(found, name);
  return found;
}

/** The text after a move; null where it is refused. */
function moved(
  text: string,
  name: string,
  to: 'up' | 'down' | { before: string } | { behind: string } | { into: string },
) {
  const analysis = analyse(text);
  const destination = (
    typeof to === 'string'
      ? to
      : Object.fromEntries(Object.entries(to).map(([key, other]) => [key, item(analysis, other)]))
  ) as Destination;
  const edits = new Mover(analysis).edits(item(analysis, name), destination);
  return edits && applyEdits(text, edits);
}

const RELEASE = `---
type: prfaq
---

# Tidewell launches Tidecup

## Press release

### Problem

It rains. Cups run over.

### Since when?

Since May.

---

### Solution
Tidecup holds more.

<!-- prfaq-disable-next-line section-length -->
### Getting started

Buy one.

## External FAQ

### What is it?

A cup.

### Does it leak?

No.

### Money

#### What does it cost?

$5.

## Internal FAQ

**Q: Who owns it?**
Mia.

**Q: What would prove us wrong?**
Dry summers.`;

describe('Moving a section', () => {
  it('takes along its heading, its text, and headings of the author’s own that follow it; rules stay between sections', () => {
    assert.equal(
      moved(RELEASE, 'problem', 'down'),
      RELEASE.replace(
        /### Problem[\s\S]*Tidecup holds more\./,
        `### Solution\nTidecup holds more.\n\n---\n\n### Problem\n\nIt rains. Cups run over.\n\n### Since when?\n\nSince May.`,
      ),
    );
  });

  it('takes along a directive on the line above it', () => {
    assert.match(
      moved(RELEASE, 'getting-started', 'up')!,
      /---\n\n<!-- prfaq-dis.*\n### Getting started\n\nBuy one\.\n\n### Solution/,
    );
  });

  it('goes in front of another or behind it, however far', () => {
    const first = moved(RELEASE, 'getting-started', { before: 'problem' })!;
    assert.match(first, /## Press release\n\n<!-- .*\n### Getting started[\s\S]*### Problem[\s\S]*### Solution/);
    assert.equal(moved(first, 'getting-started', { behind: 'solution' }), RELEASE);
  });

  it('stays in its part of the paper', () => {
    assert.equal(moved(RELEASE, 'getting-started', 'down'), null);
    assert.equal(moved(RELEASE, 'external-faq', 'up'), null);
    assert.match(
      moved(RELEASE, 'external-faq', 'down')!,
      /## Internal FAQ[\s\S]*Dry summers\.\n\n## External FAQ[\s\S]*\$5\.$/,
    );
  });

  it('stays where its place alone says what it is', () => {
    const text = '# Tidewell launches Tidecup\n\nCups for people who spill, at last dry.\n\n## Problem\n\nIt rains.\n';
    assert.equal(moved(text, 'headline', 'down'), null);
    assert.equal(moved(text, 'problem', 'up'), null);
  });

  it('keeps the line breaks of Windows', () => {
    const windows = RELEASE.replaceAll('\n', '\r\n');
    assert.equal(moved(windows, 'problem', 'down'), moved(RELEASE, 'problem', 'down')!.replaceAll('\n', '\r\n'));
  });

  it('moves labelled paragraphs, and puts an empty line where two would run together', () => {
    const text =
      '# A launches B\n\n**Problem:** It rains.\n**Solution:** A roof.\n\n## External FAQ\n\n### Why?\n\nRain.\n';
    assert.equal(
      moved(text, 'problem', 'down'),
      text.replace(/\*\*Problem[\s\S]*roof\./, '**Solution:** A roof.\n\n**Problem:** It rains.'),
    );
  });

  it('moves quoted lines with their marks', () => {
    const text =
      '> # A launches B\n>\n> **Problem:** It rains.\n>\n> **Solution:** A roof.\n\n# External FAQ\n\n## Why?\n\nRain.\n';
    assert.match(
      moved(text, 'problem', 'down')!,
      />\n> \*\*Solution:\*\* A roof\.\n>\n> \*\*Problem:\*\* It rains\.\n\n#/,
    );
  });
});

describe('Moving a question', () => {
  it('takes its answer along', () => {
    assert.match(
      moved(RELEASE, 'What is it', 'down')!,
      /### Does it leak\?\n\nNo\.\n\n### What is it\?\n\nA cup\.\n\n### Money/,
    );
    assert.match(
      moved(RELEASE, 'What would', 'up')!,
      /\*\*Q: What would prove us wrong\?\*\*\nDry summers\.\n\n\*\*Q: Who owns it\?\*\*\nMia\.$/,
    );
  });

  it('goes over the heading of a group, and back', () => {
    const down = moved(RELEASE, 'Does it leak', 'down')!;
    assert.match(down, /A cup\.\n\n### Money\n\n### Does it leak\?\n\nNo\.\n\n#### What does it cost/);
    assert.equal(moved(down, 'Does it leak', 'up'), RELEASE);
  });

  it('goes to another FAQ', () => {
    const text = moved(RELEASE, 'Does it leak', { into: 'internal-faq' })!;
    assert.match(text, /A cup\.\n\n### Money/);
    assert.match(text, /Dry summers\.\n\n### Does it leak\?\n\nNo\.$/);
    assert.equal(
      moved(RELEASE, 'Who owns', { before: 'Does it leak' })!.replace(/\*\*Q: Who owns it\?\*\*\nMia\.\n\n/, ''),
      RELEASE.replace(/\*\*Q: Who owns it\?\*\*\nMia\.\n\n/, ''),
    );
  });

  it('goes to an FAQ that has none', () => {
    const text = '# A launches B\n\n## External FAQ\n\n### Why?\n\nRain.\n\n### How?\n\nSo.\n\n## Internal FAQ\n';
    assert.match(
      moved(text, 'Why', { into: 'internal-faq' })!,
      /## External FAQ\n\n### How[\s\S]*## Internal FAQ\n\n### Why\?\n\nRain\.\n$/,
    );
  });

  it('stays where it is an item of a list, whose numbers it would disturb', () => {
    const text = '# A launches B\n\n## External FAQ\n\n1. Why is it so?\n\n   Rain.\n\n2. How is it so?\n\n   So.\n';
    assert.equal(moved(text, 'Why', 'down'), null);
  });
});

describe('A move', () => {
  it('is seen to lose its meaning where a fence that is never closed would swallow the rest', () => {
    const text = '# A launches B\n\n## Problem\n\nIt rains.\n\n## Solution\n\n```\nroof';
    const analysis = analyse(text);
    const edits = new Mover(analysis).edits(item(analysis, 'solution'), 'up')!;
    assert.equal(keepsBlocks(text, edits), false);
    assert.equal(
      keepsBlocks(RELEASE, new Mover(analyse(RELEASE)).edits(item(analyse(RELEASE), 'problem'), 'down') ?? []),
      true,
    );
  });

  // ------------------------------------------------------------ Properties

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

  for (const folder of ['../../corpus/', '../../../examples/']) {
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
