import assert from 'node:assert/strict';
import fc from 'fast-check';
import { complete, explain } from '../../../src/core/config/assist.js';
import { teamShape } from '../../../src/core/config/team-shape.js';
import { LANGUAGES } from '../../../src/core/languages/index.js';
import { RULES } from '../../../src/core/rules/index.js';

const { shape } = teamShape({ rules: RULES, languages: LANGUAGES });
const names = { kinds: ['prfaq', 'memo'], sections: ['problem', 'faq'] };

/** What is suggested at `‸`. */
function at(marked: string): ReturnType<typeof complete> & { readonly labels: readonly string[] } {
  const offset = marked.indexOf('‸');
  const found = complete(marked.replace('‸', ''), offset, shape, 'en', names);
  return { ...found, labels: found.suggestions.map(({ label }) => label) };
}

const TOP = ['extends', 'kinds', 'files', 'rules', 'vocabulary', 'templates', 'snippets', 'page'];
const SECTION = ['id', 'titles', 'required', 'part', 'words', 'bullets', 'anyOrder', 'coaching'];
const SEVERITIES = ['error', 'warning', 'information', 'hint', 'off'];

describe('Completion in a team’s config', () => {
  const cases: Readonly<Record<string, readonly [text: string, labels: readonly string[]]>> = {
    'in an empty file': ['‸', TOP],
    'in an empty file, begun': ['ru‸', TOP],
    'of keys that are not there yet': [
      'rules:\n  weasel-word: off\n‸\npage: { size: a4 }\n',
      TOP.filter((key) => key !== 'rules' && key !== 'page'),
    ],
    'of a severity': ['rules:\n  weasel-word: ‸', SEVERITIES],
    'of a severity, begun': ['rules:\n  weasel-word: wa‸', SEVERITIES],
    'of options': ['rules:\n  sentence-length:\n    ‸', ['severity', 'max']],
    'of a severity in options': ['rules:\n  sentence-length:\n    max: 3\n    severity: ‸', SEVERITIES],
    'in braces': ['rules: { weasel-word: ‸ }', SEVERITIES],
    'of keys in braces': ['rules: { sentence-length: { max: 3, ‸ } }', ['severity']],
    'of list items with values': [
      'rules:\n  hard-questions:\n    ask:\n      - ‸',
      ['business', 'wrong', 'problem-size', 'cost', 'risks', 'owner', 'input-metrics'],
    ],
    'of list items in brackets': [
      'rules: { hard-questions: { ask: [cost, ‸] } }',
      ['business', 'wrong', 'problem-size', 'cost', 'risks', 'owner', 'input-metrics'],
    ],
    'in an item of a list': ['kinds:\n  - id: memo\n    ‸', ['files', 'pages', 'questions', 'sections', 'variants']],
    'in an item at the column of its key': [
      'kinds:\n- id: memo\n  ‸',
      ['files', 'pages', 'questions', 'sections', 'variants'],
    ],
    'behind a dash': ['kinds:\n  - ‸', ['id', 'files', 'pages', 'questions', 'sections', 'variants']],
    'in a list in a list': [
      'kinds:\n  - id: memo\n    sections:\n      - id: a\n      - id: b\n        ‸',
      SECTION.slice(1),
    ],
    'of languages': [
      'kinds:\n  - id: memo\n    sections:\n      - id: a\n        titles:\n          ‸',
      ['en', 'ko', 'ja', 'zh', 'de'],
    ],
    'of true and false': ['kinds:\n  - sections:\n      - required: ‸', ['true', 'false']],
    'of kinds by glob': ['files:\n  "memos/**/*.md": ‸', ['prfaq', 'memo', 'none']],
    'of kinds to change': ['kinds:\n  - id: ‸', ['prfaq', 'memo']],
    'of sections to change': ['kinds:\n  - id: memo\n    sections:\n      - id: pro‸', ['problem', 'faq']],
    'of sections of a variant, in braces': ['kinds: [{ variants: [{ sections: [{ id: ‸', ['problem', 'faq']],
    'of what may be said of a glob': ['files:\n  memos/*.md:\n    ‸', ['kind', 'rules']],
    'of rules of a glob': ['files:\n  memos/*.md:\n    kind: ‸', ['prfaq', 'memo', 'none']],
    'behind comments and empty lines': [
      'vocabulary:\n\n  # Ours\n  allow:\n    - robust\n\n  ‸',
      ['acronyms', 'avoid'],
    ],
    'of nothing where anything may stand': ['vocabulary:\n  allow:\n    - ‸', []],
    'of nothing under what is unknown': ['nonsense:\n  ‸', []],
  };
  for (const [name, [text, labels]] of Object.entries(cases))
    it(name, () => {
      assert.deepEqual(at(text).labels, labels);
    });

  it('replaces what is typed, and brings along what follows a key', () => {
    const { range, suggestions } = at('page:\n  si‸');
    assert.deepEqual(range, { start: 8, end: 10 });
    assert.deepEqual(at('rules:\n  weasel-word: o‸ff # why').word, { start: 22, end: 25 });
    assert.deepEqual(
      suggestions.map(({ insert }) => insert),
      ['size: ', 'margin: '],
    );
    const inserts = Object.fromEntries(at('‸').suggestions.map(({ label, insert }) => [label, insert]));
    assert.equal(inserts.page, 'page:\n  ');
    assert.equal(inserts.kinds, 'kinds:\n  - ');
    assert.equal(inserts.extends, 'extends: ');
    const behindDash = Object.fromEntries(at('kinds:\n  - ‸').suggestions.map(({ label, insert }) => [label, insert]));
    // The editor adds the line's own indentation, which ends in front of the dash.
    assert.equal(behindDash.pages, 'pages:\n    ');
    assert.equal(behindDash.sections, 'sections:\n    - ');
    assert.deepEqual(
      at('page: { ‸').suggestions.map(({ insert }) => insert),
      ['size: ', 'margin: '],
    );
  });

  it('says what each is for, in both languages', () => {
    for (const locale of ['en', 'ko'] as const)
      for (const { label, text } of complete('', 0, shape, locale, names).suggestions)
        assert.match(text, locale === 'en' ? /[a-z]{4}/ : /[가-힣]{2}/, label);
    assert.match(
      at('rules:\n  sentence-length:\n    ‸').suggestions[1]!.text,
      /^Most words in a sentence\.\n\nDefault: `\d+`$/,
    );
  });

  it('throws nowhere', () => {
    const token = fc.constantFrom(
      'rules',
      ':',
      ' ',
      '\n',
      '- ',
      '{',
      '}',
      '[',
      ']',
      ',',
      '"',
      "'",
      '#',
      '  ',
      'kinds',
      '가',
    );
    fc.assert(
      fc.property(
        fc.array(token, { maxLength: 40 }).map((all) => all.join('')),
        fc.nat(80),
        (text, offset) => {
          const place = Math.min(offset, text.length);
          const { range } = complete(text, place, shape, 'en', names);
          assert.ok(range.start >= 0 && range.start <= place && range.end === place);
          explain(text, place, shape, 'ko');
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('Hover in a team’s config', () => {
  const say = (marked: string, locale: 'en' | 'ko' = 'en') => {
    const text = marked.replace('‸', '');
    const found = explain(text, marked.indexOf('‸'), shape, locale);
    return found && [text.slice(found.range.start, found.range.end), found.text];
  };

  it('explains keys', () => {
    assert.deepEqual(say('rules:\n  sentence-‸length: off\n'), [
      'sentence-length',
      '**`rules.sentence-length`**\n\nA sentence is too long to follow.\n\nDefault: `"information"`',
    ]);
    assert.match(
      say('kinds:\n  - id: a\n    sections: [{ id: b, bul‸lets: few }]\n')![1]!,
      /^\*\*`kinds\[0\]\.sections\[0\]\.bullets`\*\*\n\nWhat `banned-bullet` says/,
    );
    assert.match(say('r‸ules: {}\n', 'ko')![1]!, /규칙마다/);
  });

  it('explains values', () => {
    assert.match(
      say('rules: { weasel-word: o‸ff }')![1]!,
      /^\*\*`rules\.weasel-word`\*\*\n\n`off`: Silences the rule\./,
    );
    assert.match(say('files:\n  "*.md": no‸ne\n')![1]!, /left alone/);
  });

  it('is silent on what is unknown, empty or too large', () => {
    assert.equal(say('nonsense‸: 1\n'), null);
    assert.equal(say('‸'), null);
    assert.equal(say(`rul‸es: {}\n${'#'.repeat(70_000)}`), null);
  });
});
