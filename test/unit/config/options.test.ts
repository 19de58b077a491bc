import assert from 'node:assert/strict';
import { type Checked, Checker } from '../../../src/core/check.js';
import { type OptionsInput, overlay } from '../../../src/core/config/input.js';
import { resolveOptions } from '../../../src/core/config/options.js';
import { compileVocabulary } from '../../../src/core/config/vocabulary.js';
import { BUILT_IN_KINDS, type KindDefinition } from '../../../src/core/kinds/index.js';

const memo: KindDefinition = {
  id: 'decision-memo',
  files: ['*.memo.md'],
  pages: { total: 1 },
  variants: [
    {
      id: null,
      sections: [
        { id: 'decision', part: 'body', required: true, bullets: 'forbid', titles: { en: ['Decision'], ko: ['결정'] } },
        { id: 'reasons', part: 'body', required: true, bullets: 'few', titles: { en: ['Reasons'], ko: ['이유'] } },
        { id: 'cost', part: 'body', required: true, words: { max: 5 }, bullets: 'forbid', titles: { en: ['Cost'] } },
        { id: 'faq', part: 'faq', required: false, bullets: 'forbid' },
        { id: 'appendix', part: 'appendix', required: false, bullets: 'allow' },
      ],
    },
  ],
};
const kinds = [...BUILT_IN_KINDS, memo];
const text = '# Close the shop\n\n## Decision\n\nWe close it.\n\n## Reasons\n\nIt rains.\n\n## Cost\n\nNone.\n';

function check(source: string, path: string, input: OptionsInput = {}): Checked {
  return new Checker().check(source, path, resolveOptions({ kinds, ...input }));
}
const kindOf = (source: string, path: string, input?: OptionsInput): string | null =>
  check(source, path, input).analysis.narrative.kind;
const rulesOf = (source: string, input?: OptionsInput): string[] =>
  check(source, 'a.memo.md', input).findings.map(({ rule }) => rule);

describe('A kind of the team’s own', () => {
  it('is known by front matter, the team’s globs, the name and the content, in this order', () => {
    assert.equal(
      kindOf(`---\ntype: Decision memo\n---\n\n${text}`, 'a.prfaq.md', { kind: 'six-pager' }),
      'decision-memo',
    );
    assert.equal(kindOf(text, 'a.memo.md', { kind: 'six-pager' }), 'six-pager');
    assert.equal(kindOf('# Nothing yet\n', 'a.memo.md'), 'decision-memo');
    assert.equal(kindOf(text, 'a.md'), 'decision-memo');
  });

  it('is not seen in a document that has few of its sections, or its titles in other words', () => {
    assert.equal(kindOf(text.replace('## Cost', '## Price'), 'a.md'), null);
    assert.equal(kindOf('# A\n\nWe took the decision for reasons of cost.\n', 'a.md'), null);
    assert.equal(kindOf(text, 'a.md', { kinds: BUILT_IN_KINDS }), null);
  });

  it('can be taken from a document whatever it says of itself', () => {
    assert.equal(kindOf(`---\ntype: prfaq\n---\n\n${text}`, 'a.memo.md', { kind: 'none' }), null);
  });

  it('has titles in the language of the document, limits, pages and lists as built-in kinds have', () => {
    const korean = check('# 가게를 닫는다\n\n## 결정\n\n닫는다.\n\n## 이유\n\n비가 온다.\n', 'a.memo.md').analysis
      .narrative;
    assert.deepEqual(
      korean.sections.map(({ title, status }) => `${title} ${status}`),
      ['결정 ok', '이유 ok', 'Cost missing', 'FAQ missing', '부록 missing'],
    );
    assert.deepEqual(rulesOf(text), []);
    assert.deepEqual(rulesOf(text.replace('None.', 'It costs more than five words say.')), ['section-length']);
    assert.deepEqual(rulesOf(text.replace('We close it.', '- we close it\n- we go')), ['banned-bullet']);
    assert.deepEqual(rulesOf(text.replace('## Cost\n\nNone.\n', '')), ['missing-section']);
    assert.deepEqual(rulesOf(`${text}\n${'It rains a lot on the roof. '.repeat(160)}`), [
      'section-length',
      'paragraph-length',
      'page-limit',
    ]);
  });

  it('says of each section how lists may stand in it', () => {
    const list = (items: number, prose = '') =>
      text.replace('It rains.', `${prose}\n\n${'- it rains\n'.repeat(items)}`);
    assert.deepEqual(rulesOf(list(3, 'It rains on the roof, on the street and in the shop.')), []);
    assert.deepEqual(rulesOf(list(3, 'It rains.')), ['banned-bullet']);
    assert.deepEqual(rulesOf(list(6, 'It rains on the roof, on the street and in the shop. '.repeat(2))), [
      'banned-bullet',
    ]);
    const answer = `${text}\n## FAQ\n\n### Why?\n\nIt rains on the roof, on the street and in the shop.\n\n- a\n- b\n\n## Appendix\n\n- a\n`;
    assert.deepEqual(rulesOf(answer), ['banned-bullet']);
  });
});

describe('A team’s words', () => {
  const findings = (words: string, input: OptionsInput): string[] =>
    check(text.replace('It rains.', words), 'a.memo.md', input).findings.map(({ rule }) => rule);

  it('are allowed: in each prose rule, within longer phrases only where those stand', () => {
    const words = 'A seamless XQL utilizes the Seamless Bridge.';
    assert.deepEqual(findings(words, {}), ['hype-word', 'undefined-acronym', 'wordy-phrase']);
    assert.deepEqual(findings(words, { vocabulary: compileVocabulary({ allow: ['utilizes'], acronyms: ['XQL'] }) }), [
      'hype-word',
    ]);
    assert.deepEqual(
      findings('The seamless bridge.', { vocabulary: compileVocabulary({ allow: ['seamless  Bridge'] }) }),
      [],
    );
    assert.deepEqual(findings('A seamless lamp.', { vocabulary: compileVocabulary({ allow: ['seamless bridge'] }) }), [
      'hype-word',
    ]);
    assert.deepEqual(
      findings(words, { vocabulary: compileVocabulary({ allow: ['seamless', 'XQL', 'utilizes'] }) }),
      [],
    );
  });
});

describe('Options', () => {
  it('that can’t be used are left at their default', () => {
    const options = resolveOptions({
      rules: {
        'hype-word': { allow: {} },
        'weasel-word': { allow: [1] },
        'sentence-length': { max: -1 },
        'banned-bullet': { steps: 'no', valueOf: 1 as never },
        'page-limit': 7 as never,
      },
    });
    new Checker().check(
      '---\ntype: prfaq\n---\n\n# A seamless way\n\n## Problem\n\nIt might be seamless.\n',
      'a.md',
      options,
    );
    assert.deepEqual(options.rules, resolveOptions({}).rules);
  });

  it('of a setting go over those of the team, option by option', () => {
    const team: OptionsInput = { rules: { 'sentence-length': { severity: 'error', max: 20 }, 'hype-word': 'off' } };
    const options = resolveOptions(overlay(team, { rules: { 'sentence-length': 'hint' }, page: { size: 'a4' } }));
    assert.deepEqual(options.rules.get('sentence-length'), { severity: 'hint', options: { max: 20 } });
    assert.equal(options.rules.get('hype-word')?.severity, 'off');
    assert.equal(options.page.size, 'a4');
  });
});
