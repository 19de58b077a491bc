import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { setSeverity } from '../../../src/core/config/edit.js';
import { acronym, applied, texts } from './edited.js';

const off = (text: string, document = 'a.md', json = false) =>
  applied(text, setSeverity(text, 'weasel-word', 'off', document, { texts, json }));

describe('A word that is added to a team’s config', () => {
  const cases: Readonly<Record<string, readonly [before: string, after: string]>> = {
    'into an empty file': ['', 'vocabulary:\n  acronyms:\n    - DRI\n'],
    'under comments alone': ['# Ours\n', '# Ours\nvocabulary:\n  acronyms:\n    - DRI\n'],
    'under comments without a line break': ['# Ours', '# Ours\nvocabulary:\n  acronyms:\n    - DRI\n'],
    'behind the mark that opens a document': ['---\n', '---\nvocabulary:\n  acronyms:\n    - DRI\n'],
    'behind other keys': ['rules:\n  a: off # why\n', 'rules:\n  a: off # why\nvocabulary:\n  acronyms:\n    - DRI\n'],
    'where the last line has no break': [
      'page: { size: a4 }',
      'page: { size: a4 }\nvocabulary:\n  acronyms:\n    - DRI',
    ],
    'beside another list': [
      'vocabulary:\n  allow:\n    - robust # ours\n    # - might\nrules: {}\n',
      'vocabulary:\n  allow:\n    - robust # ours\n  acronyms:\n    - DRI\n    # - might\nrules: {}\n',
    ],
    'behind the last item': [
      'vocabulary:\n  acronyms:\n    - API\n    - SDK # known\n\n  allow: []\n',
      'vocabulary:\n  acronyms:\n    - API\n    - SDK # known\n    - DRI\n\n  allow: []\n',
    ],
    'to items at the column of their key': [
      'vocabulary:\n  acronyms:\n  - API\n',
      'vocabulary:\n  acronyms:\n  - API\n  - DRI\n',
    ],
    'in brackets': ['vocabulary: { acronyms: [API] }\n', 'vocabulary: { acronyms: [API, DRI] }\n'],
    'in brackets that are empty': ['vocabulary:\n  acronyms: []\n', 'vocabulary:\n  acronyms: [DRI]\n'],
    'in braces that are empty': ['vocabulary: {}\n', 'vocabulary: { acronyms: [DRI] }\n'],
    'in braces around the whole': ['{ rules: {} }\n', '{ rules: {}, vocabulary: { acronyms: [DRI] } }\n'],
    'in brackets over lines': [
      'vocabulary:\n  acronyms: [\n    API,\n    SDK\n  ]\n',
      'vocabulary:\n  acronyms: [\n    API,\n    SDK,\n    DRI\n  ]\n',
    ],
    'in brackets over lines, with a comma and a comment': [
      'vocabulary:\n  acronyms: [\n    API, # known\n  ]\n',
      'vocabulary:\n  acronyms: [\n    API, # known\n    DRI,\n  ]\n',
    ],
    'in brackets over lines, with a comment and no comma': [
      'vocabulary:\n  acronyms: [\n    API # known\n  ]\n',
      'vocabulary:\n  acronyms: [\n    API, # known\n    DRI\n  ]\n',
    ],
    'under a key with nothing below it': [
      'vocabulary: # ours\nrules: {}\n',
      'vocabulary: # ours\n  acronyms:\n    - DRI\nrules: {}\n',
    ],
    'under a list with nothing in it': ['vocabulary:\n  acronyms:\n', 'vocabulary:\n  acronyms:\n    - DRI\n'],
    'in place of null': ['vocabulary: ~\n', 'vocabulary: { acronyms: [DRI] }\n'],
    'with the indentation of the file': [
      'rules:\n    a: off\n',
      'rules:\n    a: off\nvocabulary:\n    acronyms:\n        - DRI\n',
    ],
    'behind a text of several lines': [
      'vocabulary:\n  avoid:\n    - phrase: a\n      message: >-\n        So\n        long.\n\n# end\n',
      'vocabulary:\n  avoid:\n    - phrase: a\n      message: >-\n        So\n        long.\n  acronyms:\n    - DRI\n\n# end\n',
    ],
    'into an anchored list that nobody else uses': [
      'vocabulary:\n  acronyms: &known [API]\n',
      'vocabulary:\n  acronyms: &known [API, DRI]\n',
    ],
    'nowhere if it is there': ['vocabulary: { acronyms: ["DRI"] }', 'none'],
  };
  for (const [name, [before, after]] of Object.entries(cases)) {
    it(name, () => assert.equal(acronym(before), after));
    if (before.includes('\n'))
      it(`${name}, with CRLF`, () =>
        assert.equal(acronym(before.replaceAll('\n', '\r\n')), after.replaceAll('\n', '\r\n')));
  }

  it('is quoted where YAML would take it for something else', () => {
    for (const word of [
      'NO',
      'true',
      '12',
      '1e3',
      'a: b',
      '# not',
      'null',
      '"',
      "it's",
      '- x',
      '가나 다',
      '*',
      'x ',
      '{',
      'C++',
    ]) {
      for (const text of ['', 'vocabulary: { acronyms: [API] }', 'vocabulary:\n  acronyms:\n    - API\n']) {
        const after = parse(acronym(text, word)) as { vocabulary: { acronyms: string[] } };
        assert.equal(after.vocabulary.acronyms.at(-1), word);
      }
    }
    assert.equal(acronym('', '한국어 말'), 'vocabulary:\n  acronyms:\n    - 한국어 말\n');
  });

  it('is JSON in a JSON file', () => {
    assert.equal(acronym('', 'DRI', true), '{\n  "vocabulary": { "acronyms": ["DRI"] }\n}\n');
    assert.equal(
      acronym('{\n  "rules": {}\n}\n', 'DRI', true),
      '{\n  "rules": {},\n  "vocabulary": { "acronyms": ["DRI"] }\n}\n',
    );
  });

  it('leaves alone what is broken, and says where', () => {
    assert.match(acronym('vocabulary:\n\tallow: [a]\n'), /Indent with spaces/);
    assert.match(acronym('vocabulary: [a\n'), /./);
    assert.equal(acronym('vocabulary: words\n'), 'words: Expected keys with values.');
    assert.equal(acronym('vocabulary: { acronyms: DRI2 }\n'), 'DRI2: Expected a list.');
    assert.equal(acronym('- a\n'), '- a: Expected keys with values.');
  });

  it('leaves alone what stands for something elsewhere', () => {
    assert.match(acronym('x: &a [API]\nvocabulary:\n  acronyms: *a\n'), /by hand\.$/);
    assert.match(acronym('x: *a\nvocabulary:\n  acronyms: &a [API]\n'), /./);
    assert.match(acronym('vocabulary:\n  acronyms: &a [API]\n  allow: *a\n'), /by hand\.$/);
    assert.equal(acronym('rules: {}\n...\n'), 'rules: {}\nvocabulary:\n  acronyms:\n    - DRI\n...\n');
  });
});

describe('A severity that is set in a team’s config', () => {
  const cases: Readonly<Record<string, readonly [before: string, after: string]>> = {
    'in an empty file': ['', 'rules:\n  weasel-word: off\n'],
    'in place of another, comment and all': [
      'rules:\n  weasel-word: warning # loud\n  hype-word: off\n',
      'rules:\n  weasel-word: off # loud\n  hype-word: off\n',
    ],
    'in place of one in quotation marks': ['rules: { "weasel-word": "error" }\n', 'rules: { "weasel-word": off }\n'],
    'in place of one on lines of its own': [
      'rules:\n  weasel-word: >-\n    error\n  hype-word: off\n',
      'rules:\n  weasel-word: off\n  hype-word: off\n',
    ],
    'beside other rules': [
      'rules:\n  # calm\n  hype-word: off\n\npage: { size: a4 }\n',
      'rules:\n  # calm\n  hype-word: off\n  weasel-word: off\n\npage: { size: a4 }\n',
    ],
    'under a rule with nothing': ['rules:\n  weasel-word:\n', 'rules:\n  weasel-word: off\n'],
    'among options': [
      'rules:\n  weasel-word: { allow: [might] }\n',
      'rules:\n  weasel-word: { allow: [might], severity: off }\n',
    ],
    'among options on lines': [
      'rules:\n  weasel-word:\n    severity: error\n    allow: [might]\n',
      'rules:\n  weasel-word:\n    severity: off\n    allow: [might]\n',
    ],
    'where a glob speaks of it': [
      'files:\n  "*.md": { rules: { weasel-word: error } }\n  "b.md": { rules: { weasel-word: hint } }\n',
      'files:\n  "*.md": { rules: { weasel-word: off } }\n  "b.md": { rules: { weasel-word: hint } }\n',
    ],
    'for all, where globs say nothing of it': [
      'files:\n  "*.md": prfaq\n',
      'files:\n  "*.md": prfaq\nrules:\n  weasel-word: off\n',
    ],
    'nowhere if it is so': ['rules: { weasel-word: { severity: off } }', 'none'],
  };
  for (const [name, [before, after]] of Object.entries(cases)) it(name, () => assert.equal(off(before), after));

  it('is JSON in a JSON file', () => {
    assert.equal(off('{ "rules": { "a": "off" } }', 'a.md', true), '{ "rules": { "a": "off", "weasel-word": "off" } }');
  });
});
