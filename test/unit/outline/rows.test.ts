import assert from 'node:assert/strict';
import { hasLeft, type OutlineRow, outlineRows, progress, rowOfCursor } from '../../../src/core/outline/rows.js';
import { check } from '../parse.js';

function rows(text: string): OutlineRow[] {
  const { analysis, findings } = check(text);
  return outlineRows(analysis, findings);
}
const titles = (of: readonly OutlineRow[]) => of.map(({ title }) => title);
const states = (of: readonly OutlineRow[]) => Object.fromEntries(of.map(({ title, state }) => [title, state]));
const draft = (...parts: string[]) =>
  `# A launches B\n\n*It helps people who spill.*\n\n## Press release\n\n${parts.join('\n\n')}\n`;
const PROBLEM = `### Problem\n\n${'It rains and cups run over in the office. '.repeat(5)}`.trim();
const SOLUTION = `### Solution\n\n${'The cup holds a liter and never spills it. '.repeat(5)}`.trim();

describe('The outline', () => {
  it('has the sections as they stand, and those that are missing where they belong', () => {
    const text = draft(SOLUTION, PROBLEM, '### Customer quote\n\n“I spill no more,” said Mia, a customer.');
    assert.deepEqual(titles(rows(text)), [
      ...[
        'Headline',
        'Subheading',
        'Summary',
        'Solution',
        'Leader quote',
        'Getting started',
        'Problem',
        'Customer quote',
      ],
      ...['External FAQ', 'Internal FAQ'],
    ]);
  });

  it('says what each is up to', () => {
    const found = rows(
      draft(
        '### Summary\n\n[City], [Date] — A today launches B.',
        PROBLEM,
        `${SOLUTION}\n\n- It is blue.\n- It is red.`,
        '### Getting started',
        `### Leader quote\n\n“${'Cups run over. '.repeat(40)}” said Mia, chief executive of A.`,
      ),
    );
    const { Dateline, Summary, Problem, Solution, ...rest } = states(found);
    assert.deepEqual([Dateline, Summary, Problem, Solution], ['placeholder', 'placeholder', 'ok', 'problems']);
    assert.equal(rest['Getting started'], 'empty');
    assert.equal(rest['Leader quote'], 'over-limit');
    assert.equal(rest['Customer quote'], 'missing');
    const of = (title: string) => found.find((row) => row.title === title)!;
    assert.deepEqual([of('Problem').words, of('Problem').limit], [45, 200]);
    assert.equal(of('Solution').problems.length, 1);
    assert.equal(of('Headline').state, 'ok');
    assert.deepEqual(progress(found), { done: 3, required: 10, left: 8 });
  });

  it('says that a section is out of order, unless the rule is off', () => {
    const { analysis, findings } = check(draft(SOLUTION, PROBLEM));
    assert.equal(analysis.narrative.sections.filter(({ status }) => status === 'out-of-order').length, 1);
    assert.equal(outlineRows(analysis, findings).filter(({ state }) => state === 'out-of-order').length, 1);
    assert.equal(outlineRows(analysis, []).filter(({ state }) => state === 'out-of-order').length, 0);
  });

  it('calls nothing missing that may be there', () => {
    const text = `# A launches B\n\nCups for people who spill.\n\nSEATTLE, May 2, 2027 — A today launches B, because people struggle with cups that spill and it costs them time.\n\n## FAQ\n\n### Why?\n\nRain.\n`;
    const found = rows(text);
    const { Problem } = states(found);
    assert.equal(Problem, 'doubtful');
    assert.ok(!found.find(({ title }) => title === 'Problem')!.left);
    // An FAQ that doesn't say for whom it is stands for both.
    assert.deepEqual(titles(found).slice(-1), ['FAQ']);
    assert.deepEqual(titles(found.at(-1)!.children), ['Why?']);
  });

  it('has the questions of each FAQ, with their problems', () => {
    const text = `${draft(PROBLEM)}\n## External FAQ\n\n### What is it\n\nA cup.\n\n### Does it leak?\n\n## Internal FAQ\n\n### Who owns it?\n\nMia.\n`;
    const [external, internal] = rows(text).filter(({ section }) => section?.part === 'faq') as [
      OutlineRow,
      OutlineRow,
    ];
    assert.deepEqual(titles(internal.children), ['Who owns it?']);
    assert.deepEqual(
      external.children.map(({ state, words, left }) => [state, words, left]),
      [
        ['ok', 2, false],
        ['unanswered', 0, true],
      ],
    );
    // Its own: too few questions. Its children's: no question mark, no answer.
    assert.equal(external.problems.length, 3);
    assert.ok(hasLeft(external));
  });

  it('counts no finding on the document as a whole, and no hint', () => {
    const { analysis } = check(draft(PROBLEM));
    const { start } = analysis.narrative.sections.find(({ id }) => id === 'problem')!.range!;
    const count = (rule: string, severity: 'warning' | 'hint') =>
      outlineRows(analysis, [{ rule, severity, start }]).find(({ title }) => title === 'Problem')!.problems.length;
    assert.equal(count('weasel-word', 'warning'), 1);
    assert.equal(count('weasel-word', 'hint'), 0);
    assert.equal(count('missing-section', 'warning'), 0);
    assert.equal(count('page-limit', 'warning'), 0);
  });

  it('knows the row of an offset, as deep as it goes', () => {
    const text = `---\ntype: prfaq\n---\n\n${draft(PROBLEM)}\n## External FAQ\n\n### What is it?\n\nA cup.\n\n### Does it leak?\n\nNo.\n`;
    const { analysis } = check(text);
    const all = rows(text);
    const at = (words: string) => rowOfCursor(all, analysis, text.indexOf(words))?.title;
    assert.equal(rowOfCursor(all, analysis, 3), null);
    assert.equal(at('A launches'), 'Headline');
    assert.equal(at('cups run'), 'Problem');
    assert.equal(at('External FAQ'), 'External FAQ');
    assert.equal(at('A cup.'), 'What is it?');
    assert.equal(rowOfCursor(all, analysis, text.length)?.title, 'Does it leak?');
    // A cursor in front of a title is in what the title opens.
    assert.equal(at('### Problem'), 'Problem');
    assert.equal(at('## External FAQ'), 'External FAQ');
    assert.equal(at('### Does it leak?'), 'Does it leak?');
  });

  it('is empty for what is no narrative', () => {
    assert.deepEqual(outlineRows(check('# Notes\n', 'notes.md').analysis, []), []);
  });
});
