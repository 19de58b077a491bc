import assert from 'node:assert/strict';
import { check as checkText, outline } from '../../src/core/index.js';
import { BUILT_IN_KINDS } from '../../src/core/kinds/index.js';
import { insertion } from '../../src/core/templates/insert.js';
import { snippets } from '../../src/core/templates/snippets.js';
import { listTemplates, newDocument, TEMPLATE_LANGUAGES, toSnippet } from '../../src/core/templates/templates.js';
import { check } from './parse.js';

describe('Templates', () => {
  for (const language of TEMPLATE_LANGUAGES) {
    for (const { id } of listTemplates(language)) {
      it(`${id} in ${language} has every section of its kind, in order, all still to be filled in`, () => {
        const text = newDocument(id, language)!;
        const report = outline(text, { path: 'untitled' });
        assert.equal(report.language, language);
        const missing = report.sections.filter((section) => section.status === 'missing' && section.id !== 'dateline');
        assert.deepEqual(
          missing.map((section) => section.id),
          [],
        );
        const lines = report.sections
          .filter((section) => section.line !== null && section.id !== 'dateline')
          .map((section) => section.line!);
        assert.deepEqual(
          lines,
          [...lines].sort((a, b) => a - b),
        );
        const structural = checkText(text).issues.filter((issue) =>
          /-section$|page-limit|banned-bullet/.test(issue.rule),
        );
        assert.deepEqual(structural, []);
      });
    }
  }

  it('there is none of an unknown name', () => assert.equal(newDocument('haiku', 'en'), null));
});

describe('Snippets', () => {
  it('have a tab stop for each placeholder, one for the same words', () => {
    assert.equal(
      toSnippet('[A] is [B], says [A]. $5 {x} [link](y)'),
      // biome-ignore lint/suspicious/noTemplateCurlyInString: that is what a tab stop looks like
      '${1:[A]} is ${2:[B]}, says ${1:[A]}. \\$5 {x\\} [link](y)',
    );
  });

  it('exist for every section of every kind in every language', () => {
    for (const language of TEMPLATE_LANGUAGES) {
      const prefixes = Object.values(snippets(language)).flatMap((snippet) => snippet.prefix);
      for (const kind of BUILT_IN_KINDS) {
        for (const variant of kind.variants) {
          for (const { id } of variant.sections) assert.ok(prefixes.includes(`prfaq-${id}`), `${id} in ${language}`);
        }
      }
      assert.equal(new Set(prefixes).size, prefixes.length);
    }
  });
});

describe('Inserting a section', () => {
  const insert = (text: string, id: string): string => {
    const { edit } = insertion(check(text).analysis, id);
    return text.slice(0, edit.start) + edit.text + text.slice(edit.end);
  };
  const full = newDocument('prfaq', 'en')!;
  const cut = (title: string): string => full.replace(new RegExp(`\n### ${title}\n[\\s\\S]*?(?=\n#)`), '\n');

  for (const [id, title] of [
    ['summary', 'Summary'],
    ['problem', 'Problem'],
    ['solution', 'Solution'],
    ['customer-quote', 'Customer quote'],
  ] as const) {
    it(`puts the ${title.toLowerCase()} back where it belongs`, () => {
      const without = cut(title);
      const before = outline(without, { path: 'draft.prfaq.md' }).sections.find((section) => section.id === id)!;
      assert.notEqual(before.source, 'heading');
      const { sections } = outline(insert(without, id), { path: 'draft.prfaq.md' });
      const lines = sections.filter((section) => section.source === 'heading').map((section) => section.line!);
      assert.ok(sections.some((section) => section.id === id && section.source === 'heading'));
      assert.deepEqual(
        lines,
        [...lines].sort((a, b) => a - b),
      );
    });
  }

  it('keeps the line endings of the document', () => {
    const text = insert('# A launches B\r\n\r\n## Press release\r\n\r\n### Summary\r\n\r\nText.\r\n', 'problem');
    assert.equal(/[^\r]\n/.test(text), false);
  });

  it('works in an empty document', () => {
    assert.match(insert('', 'headline'), /^# \[Company\]/);
    assert.match(insert('', 'problem'), /Problem/);
  });
});
