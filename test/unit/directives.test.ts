import assert from 'node:assert/strict';
import { Checker } from '../../src/core/check.js';
import { applyEdits } from '../../src/core/fix.js';
import { messagesFor } from '../../src/core/messages/index.js';
import { silencingFixes } from '../../src/core/silence.js';

const check = (text: string) => new Checker().check(text, 'draft.prfaq.md');
/** What weasel-word and wordy-phrase find, as the words on the page. */
const found = (text: string): string[] =>
  check(text)
    .findings.filter(({ rule }) => rule === 'weasel-word' || rule === 'wordy-phrase')
    .map(({ start, end }) => text.slice(start, end));
const release = (body: string): string => `# A launches B\n\n## Press release\n\n### Problem\n\n${body}\n`;

describe('Directives', () => {
  for (const [what, body, left] of [
    ['nothing', 'It might rain.\n\nIt snows significantly.', ['might', 'significantly']],
    ['disable', '<!-- prfaq-disable -->\n\nIt might rain.\n\nIt snows significantly.', []],
    [
      'disable … enable',
      '<!-- prfaq-disable -->\n\nIt might.\n\n<!-- prfaq-enable -->\n\nIt snows significantly.',
      ['significantly'],
    ],
    ['disable a rule', '<!-- prfaq-disable weasel-word -->\n\nIt might rain in order to stop.', ['in order to']],
    [
      'disable-next-line',
      '<!-- prfaq-disable-next-line -->\nIt might rain.\n\nIt snows significantly.',
      ['significantly'],
    ],
    [
      'disable-next-line behind a gap',
      '<!-- prfaq-disable-next-line -->\n\n\nIt might rain.\n\nIt snows significantly.',
      ['significantly'],
    ],
    [
      'two of them for one line',
      '<!-- prfaq-disable-next-line weasel-word -->\n\n<!-- prfaq-disable-next-line wordy-phrase -->\n\nIt might rain in order to stop.\n\nIt snows significantly.',
      ['significantly'],
    ],
    [
      'two of them in a block quote',
      '> <!-- prfaq-disable-next-line weasel-word -->\n>\n> <!-- prfaq-disable-next-line wordy-phrase -->\n>\n> It might rain in order to stop.',
      [],
    ],
    [
      'disable-file',
      'It might rain.\n\nIt snows significantly.\n\n<!-- prfaq-disable-file weasel-word, wordy-phrase -->',
      [],
    ],
    ['an example in code', '```\n<!-- prfaq-disable -->\n```\n\nIt might rain.', ['might']],
  ] as const) {
    it(what, () => assert.deepEqual(found(release(body)), left));
  }
});

describe('Silencing', () => {
  const silence = (text: string, rule: string, title: RegExp): string => {
    const { findings, analysis } = check(text);
    const finding = findings.find((one) => one.rule === rule)!;
    const fix = silencingFixes(analysis, finding, messagesFor('en')).find((one) => title.test(one.title))!;
    return applyEdits(text, fix.edits);
  };
  const rules = (text: string): string[] => check(text).findings.map(({ rule }) => rule);

  it('a finding at the top of a section, which then begins with the comment', () => {
    const text = '# A launches B\n\n## Press release\n\n### Summary\n\nB is a lamp.\n';
    assert.ok(rules(text).includes('missing-dateline'));
    assert.ok(!rules(silence(text, 'missing-dateline', /this line/)).includes('missing-dateline'));
  });

  it('one rule after the other on the same line', () => {
    const once = silence(release('It might rain in order to stop.'), 'weasel-word', /this line/);
    assert.deepEqual(found(once), ['in order to']);
    assert.deepEqual(found(silence(once, 'wordy-phrase', /this line/)), []);
  });

  for (const code of ['    > code', '    code', '>     > code', '> >     code', '\tcode'])
    it(`a finding on ${JSON.stringify(code)}, above which a comment must not be code`, () => {
      const text = `---\ntype: prfaq\n---\n\n${code}\n`;
      assert.ok(rules(text).includes('missing-section'));
      assert.ok(!rules(silence(text, 'missing-section', /this line/)).includes('missing-section'));
    });

  it('for the file where the end is code that nobody closed, below front matter', () => {
    const text = `---\ntype: prfaq\n---\n\n${release('It might rain.')}\n\`\`\`\ncode\n`;
    const silent = silence(text, 'weasel-word', /this file/);
    assert.ok(silent.startsWith('---\ntype: prfaq\n---\n<!-- prfaq-disable-file weasel-word -->\n\n'), silent);
    assert.deepEqual(found(silent), []);
  });
});

describe('A message', () => {
  it('is one line, whatever it quotes', () => {
    const { findings } = check(release('The reason is that in\norder to rain it rains.'));
    const finding = findings.find(({ rule }) => rule === 'wordy-phrase')!;
    assert.match(finding.message, /“in order to”/);
  });
});
