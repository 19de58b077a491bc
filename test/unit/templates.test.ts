import assert from 'node:assert/strict';
import { check as checkText, outline } from '../../src/core/index.js';
import { BUILT_IN_KINDS } from '../../src/core/kinds/index.js';
import { HARD_QUESTIONS, languageOf } from '../../src/core/languages/index.js';
import { RULES } from '../../src/core/rules/index.js';
import { WHY } from '../../src/core/rules/why.js';
import { findCoaching } from '../../src/core/templates/coaching.js';
import { insertion } from '../../src/core/templates/insert.js';
import { LIBRARY } from '../../src/core/templates/library.js';
import { toSnippet } from '../../src/core/templates/snippet.js';
import { snippets } from '../../src/core/templates/snippets.js';
import { TEMPLATE_LANGUAGES, type TemplateId, type TemplateLanguage } from '../../src/core/templates/template.js';
import { builtInTemplates } from '../../src/core/templates/templates.js';
import { answered, STRUCTURE } from '../answers.js';
import { check } from './parse.js';

function template(id: TemplateId, language: TemplateLanguage): string {
  return builtInTemplates(LIBRARY[language], languageOf(language))
    .find((one) => one.id === id)!
    .text();
}

describe('Templates', () => {
  for (const language of TEMPLATE_LANGUAGES) {
    for (const { id, suffix, text } of builtInTemplates(LIBRARY[language], languageOf(language))) {
      const name = `draft${suffix}`;
      const kindless = suffix === '.md';

      it(`${id} in ${language} ${kindless ? 'is of no kind' : 'has every section of its kind, in order, all still to be filled in'}`, () => {
        const report = outline(text(), { path: name });
        if (kindless) {
          assert.equal(report.kind, null);
          return;
        }
        assert.equal(report.language, language);
        const shown = report.sections.filter((section) => section.id !== 'dateline');
        assert.deepEqual(
          shown.filter(({ status }) => status !== 'placeholder'),
          [],
        );
        const lines = shown.map((section) => section.line!);
        assert.deepEqual(
          lines,
          [...lines].sort((a, b) => a - b),
        );
        assert.ok(report.questions.every((question) => !question.answered));
      });

      it(`${id} in ${language} is no wall of warnings when it is fresh`, () => {
        const found = checkText(text(), { path: name }).issues;
        assert.ok(found.length <= (kindless ? 0 : 3), found.map(({ message }) => message).join('\n'));
        for (const { rule } of found) assert.match(rule, /^(?:placeholder|unanswered-question)$/);
      });

      it(`${id} in ${language}, answered, has nothing wrong with its structure`, () => {
        const draft = answered(text(), language);
        const structural = checkText(draft, { path: name }).issues.filter(({ rule }) => STRUCTURE.test(rule));
        assert.deepEqual(
          structural.map(({ rule, line, message }) => `${rule} ${line}: ${message}`),
          [],
        );
      });

      it(`${id} in ${language} coaches every section, in one sentence, until it is answered`, () => {
        const fresh = text();
        const coaching = findCoaching(fresh);
        const headings = fresh.split('\n').filter((line) => /^#{1,3} /.test(line) && !/[?？]$/.test(line)).length;
        assert.ok(coaching.length > 4 && coaching.length >= headings - 2, `${coaching.length} of ${headings}`);
        for (const { range, answered: done } of coaching) {
          assert.equal(done, false);
          assert.match(fresh.slice(range.start, range.end), /^<!-- (?:Coaching|길잡이): .*\.(?: -->)\n\n$/);
        }
        assert.deepEqual(
          findCoaching(answered(fresh, language)).filter((one) => !one.answered),
          [],
        );
      });
    }

    it(`ask every hard question in ${language}`, () => {
      const asked = LIBRARY[language].questions.internal.flatMap(({ asks }) => asks ?? []);
      assert.deepEqual(asked, [...HARD_QUESTIONS]);
    });
  }

  it('leave a placeholder that is forgotten in a draft for the reader to find', () => {
    const draft = answered(template('prfaq', 'en'), 'en').replace('saves each rower', 'saves [customer]');
    const issues = checkText(draft).issues.filter(({ rule }) => STRUCTURE.test(rule));
    assert.deepEqual(
      issues.map(({ rule, message }) => [rule, message]),
      [['placeholder', '“[customer]” is still a placeholder.']],
    );
  });
});

describe('Coaching', () => {
  const comment = '<!-- Coaching: Tell it as the customer would. -->';
  const done = (text: string): boolean[] => findCoaching(text).map(({ answered: is }) => is);

  it('goes with the empty lines behind it', () => {
    for (const eol of ['\n', '\r\n']) {
      const text = ['## Problem', '', comment, '', '', 'Cold feet.', ''].join(eol);
      const { range } = findCoaching(text)[0]!;
      assert.equal(text.slice(0, range.start) + text.slice(range.end), ['## Problem', '', 'Cold feet.', ''].join(eol));
    }
  });

  for (const [what, text, expected] of [
    ['a placeholder', `## Problem\n\n${comment}\n\n[Who] has cold feet.\n`, false],
    ['nothing', `## Problem\n\n${comment}\n\n## Solution\n\nSocks.\n`, false],
    ['another comment', `## Problem\n\n${comment}\n\n<!-- ask\nAna -->\n\n## Solution\n`, false],
    ['text', `## Problem\n\n${comment}\n\nCold feet.\n\n## Solution\n\n[What]\n`, true],
    [
      'code with a heading in it',
      `## Problem\n\n${comment}\n\n\`\`\`\n# no heading\n\`\`\`\n\n## Solution\n\n[What]\n`,
      true,
    ],
    ['questions with answers', `## FAQ\n\n${comment}\n\n### Why?\n\nCold.\n\n### How?\n\nSocks.\n`, true],
    ['a question without an answer', `## FAQ\n\n${comment}\n\n### Why?\n\n### How?\n\nSocks.\n`, false],
    ['a headline', `${comment}\n\n# Socks for all\n\n## Press release\n`, true],
    ['a headline with a placeholder', `${comment}\n\n# [Company] launches socks\n\nText.\n`, false],
  ] as const) {
    it(`${expected ? 'is done with' : 'waits at'} ${what}`, () => assert.deepEqual(done(text), [expected]));
  }

  it('is no other comment, and nothing in code', () => {
    assert.deepEqual(done('<!-- Ask Ana. -->\n\nText.\n\n<!-- Coaching -->\n\n<!-- prfaq-disable-file -->\n'), []);
    assert.deepEqual(done(`\`\`\`\n${comment}\n\`\`\`\n\nText.\n`), []);
    assert.deepEqual(done(`Text ${comment} text.\n`), []);
  });
});

describe('Reasons', () => {
  it('are given for every rule, and no other', () => {
    assert.deepEqual(Object.keys(WHY).sort(), RULES.map(({ id }) => id).sort());
  });
});

describe('Snippets', () => {
  it('have a tab stop for each placeholder, one for all that stand for the same name', () => {
    assert.equal(
      toSnippet('[Company] is [number], of [number], says [company]. $5 {x} [link](y)'),
      // biome-ignore lint/suspicious/noTemplateCurlyInString: that is what a tab stop looks like
      '${1:[Company]} is ${2:[number]}, of ${3:[number]}, says ${1:[company]}. \\$5 {x\\} [link](y)',
    );
  });

  it('exist for every section of every kind and for questions, by the names that authors know them by', () => {
    for (const [language, examples] of [
      ['en', ['prfaq-problem', 'prfaq-leader-quote', 'prfaq-question']],
      ['ko', ['prfaq-문제', 'prfaq-리더-인용', 'prfaq-질문']],
    ] as const) {
      const all = snippets(LIBRARY, language);
      const prefixes = Object.values(all).flatMap((snippet) => snippet.prefix);
      const ids = new Set(
        BUILT_IN_KINDS.flatMap((kind) => kind.variants.flatMap(({ sections }) => sections)).map(({ id }) => id),
      );
      assert.equal(prefixes.length, ids.size + 3);
      assert.equal(new Set(prefixes).size, prefixes.length);
      for (const example of examples) assert.ok(prefixes.includes(example), example);
    }
  });
});

describe('Inserting a section', () => {
  const insert = (text: string, id: string): string => {
    const edit = insertion(check(text).analysis, id, LIBRARY.en).edit!;
    return text.slice(0, edit.start) + edit.text + text.slice(edit.end);
  };
  const full = template('prfaq', 'en');
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

  it('stays in the block quote that all of a release stands in', () => {
    const release = [
      '# PR/FAQ: Lantern',
      '',
      '## Press release',
      '',
      '> ## Lantern lights the pier',
      '>',
      '> PORTLAND, March 3, 2027 — Lantern today launched a lamp for every pier of the town.',
      '',
      '## FAQ',
      '',
    ].join('\n');
    assert.match(insert(release, 'subheading'), /\n> ## Lantern lights the pier\n>\n> \*\[[^\n]+\]\*\n>\n> PORTLAND/);
    assert.match(insert(release, 'problem'), /of the town\.\n>\n> #+ Problem\n>\n> [^\n]+\n>\n> [^\n]+\n\n## FAQ\n$/);
  });

  it('stands behind the paragraph that a dateline opens', () => {
    const draft = '# Lantern lights the pier\n\nPORTLAND, March 3, 2027 — Lantern glows.\n\n## Summary\n\n## FAQ\n';
    assert.match(insert(draft, 'problem'), /Lantern glows\.\n\n/);
  });

  it('works in an empty document', () => {
    assert.match(insert('', 'headline'), /^# \[Company\]/);
    assert.match(insert('', 'problem'), /Problem/);
  });

  it('waits for the texts, and knows the place without them', () => {
    const { anchor, edit } = insertion(check(cut('Problem')).analysis, 'problem', null);
    assert.equal(edit, null);
    assert.ok(anchor.start > 0);
  });
});
