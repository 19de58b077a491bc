import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { check as checkText, outline as outlineText } from '../../src/core/index.js';

const read = (name: string): string => readFileSync(new URL(`../../examples/${name}`, import.meta.url), 'utf8');

describe('Examples', () => {
  for (const name of ['hallbell.prfaq.md', 'late-order.six-pager.md', 'mullim.ko.prfaq.md']) {
    it(`${name} has every required section and no finding`, () => {
      const outline = outlineText(read(name), { path: name });
      assert.deepEqual(
        outline.sections.filter((section) => section.required && section.status !== 'ok'),
        [],
      );
      assert.ok(outline.sections.filter((section) => section.required).length >= 5);
      assert.deepEqual(
        outline.questions.filter((question) => !question.answered),
        [],
      );
      assert.deepEqual(checkText(read(name), { path: name }).issues, []);
    });
  }

  it('poor-draft.prfaq.md has each of its seeded findings once, where it stands', () => {
    const name = 'poor-draft.prfaq.md';
    const text = read(name);
    const lines = text.split('\n');
    const { issues } = checkText(text, { path: name });
    const shown = issues.map((issue) => [issue.rule, lines[issue.line - 1]!.slice(issue.column - 1).slice(0, 13)]);
    assert.deepEqual(shown, [
      ['section-length', 'Problem'],
      ['banned-bullet', '- It holds 12'],
      ['page-limit', lines[34]!.slice(0, 13)],
      ['missing-section', 'Getting start'],
      ['empty-section', 'Getting start'],
      ['placeholder', '[insert price'],
      ['sentence-length', 'Damage costs '],
      ['weasel-word', 'significantly'],
    ]);
  });
});
