import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Checker } from '../../src/core/check.js';
import { DEFAULT_OPTIONS } from '../../src/core/config/options.js';
import { problemTexts } from '../../src/core/config/problems.js';
import { BUILT_IN_KINDS } from '../../src/core/kinds/index.js';
import { LIBRARY } from '../../src/core/templates/library.js';
import { skeleton } from '../../src/core/templates/skeleton.js';
import { readTemplate } from '../../src/core/templates/team-template.js';
import { templateLanguage } from '../../src/core/templates/template.js';

const analysisOf = (text: string) => new Checker().check(text, 'a.md', DEFAULT_OPTIONS).analysis;
const FRONT = ['template:', '  title: Ours'];

function skeletonOf(text: string): string {
  const analysis = analysisOf(text);
  return skeleton(analysis, LIBRARY[templateLanguage(analysis.narrative.language)], FRONT);
}

describe('A template like a document', () => {
  for (const name of ['hallbell.prfaq.md', 'late-order.six-pager.md', 'mullim.ko.prfaq.md', 'poor-draft.prfaq.md']) {
    it(`has the sections and questions of ${name} in their order, and none of its text`, () => {
      const text = readFileSync(new URL(`../../examples/${name}`, import.meta.url), 'utf8');
      const made = skeletonOf(text);
      const { template, problems } = readTemplate('ours.md', made, BUILT_IN_KINDS, problemTexts('en'));
      assert.deepEqual(problems, []);
      assert.equal(template.title, 'Ours');
      const [before, after] = [analysisOf(text), analysisOf(template.text())];
      assert.equal(after.narrative.kind, before.narrative.kind);
      const there = ({ narrative }: typeof before): string[] =>
        narrative.sections.flatMap(({ id, range }) => (range && id !== 'dateline' ? [id] : []));
      assert.deepEqual(there(after), there(before));
      assert.deepEqual(
        after.narrative.questions.map((question) => question.text),
        before.narrative.questions.map((question) => question.text),
      );
      for (const block of before.markdown.blocks.filter(({ type }) => type === 'paragraph'))
        for (const line of block.text.split('\n'))
          if (
            line.length > 40 &&
            !before.narrative.questions.some(({ start }) => start >= block.start && start < block.end)
          )
            assert.ok(!made.includes(line), line);
    });
  }

  it('keeps labels and headings of the author’s own', () => {
    const made = skeletonOf(
      '---\ntype: prfaq\nauthor: Ann Secret\n---\n\n# Acme sells lamps\n\n## Press release\n\nACCRA, May 3, 2027 — Acme today launched a lamp for secret walks at night.\n\n**Problem:** Secret streets are dark at night for walkers.\n\n## Rollout\n\nSecret plans.\n\n## Internal FAQ\n\n**Q: How much?**\n\nA: Secret.\n',
    );
    assert.doesNotMatch(made, /[Ss]ecret|Acme/);
    for (const line of ['type: prfaq', '## Press release', '## Rollout', '### How much?'])
      assert.ok(made.includes(`${line}\n`), `${line}\n\n${made}`);
    assert.match(made, /\n\*\*Problem:\*\* \[/);
  });
});
