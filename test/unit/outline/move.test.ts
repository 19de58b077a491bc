import assert from 'node:assert/strict';
import type { Analysis } from '../../../src/core/narrative/narrative.js';
import { applyEdits, type Destination, keepsBlocks, type Movable, Mover } from '../../../src/core/outline/move.js';
import { analyse } from '../parse.js';

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

  it('takes its fold along, and stays where it is a row of a table', () => {
    const fold = (question: string) => `<details>\n<summary>${question}</summary>\n\nYes.\n\n</details>`;
    const faq = (...parts: string[]) => `---\ntype: prfaq\n---\n\n# A\n\n## FAQ\n\n${parts.join('\n\n')}\n`;
    assert.equal(moved(faq(fold('Is it?'), fold('Was it?')), 'Was', 'up'), faq(fold('Was it?'), fold('Is it?')));
    assert.equal(moved(faq('| Q | A |\n|---|---|\n| Is it? | Yes. |\n| Was it? | No. |'), 'Is', 'down'), null);
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
});
