import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Checker } from '../../src/core/check.js';
import { loadKit } from '../../src/core/config/kit.js';
import { loadTeam } from '../../src/core/config/load-team.js';
import { resolveOptions } from '../../src/core/config/options.js';
import { compilePattern } from '../../src/core/config/patterns.js';
import { problemTexts } from '../../src/core/config/problems.js';
import { teamShape } from '../../src/core/config/team-shape.js';
import { check as checkText, outline as outlineText } from '../../src/core/index.js';
import { LANGUAGES } from '../../src/core/languages/index.js';
import { RULES } from '../../src/core/rules/index.js';

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

  for (const locale of ['en', 'ko'])
    it(`team has a config, a template and snippets that are sound: ${locale}`, async () => {
      const texts = problemTexts(locale);
      const host = {
        read: async (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : null),
        resolve: (file: string, path: string) => resolve(dirname(file), path),
        list: async (folder: string) => (existsSync(folder) ? readdirSync(folder) : null),
        join,
        nameOf: (file: string) => basename(file),
        loadPatterns: async () => compilePattern,
      };
      const folder = fileURLToPath(new URL('../../examples/team', import.meta.url));
      const { shape } = teamShape({ rules: RULES, languages: LANGUAGES });
      const { team, kit: paths, problems } = await loadTeam(join(folder, '.prfaq.yaml'), host, shape, locale);
      const kit = await loadKit(paths, team.kinds, host, texts);
      assert.deepEqual([...problems, ...kit.problems], []);
      assert.deepEqual(
        kit.templates.map(({ id, suffix }) => `${id} ${suffix}`),
        ['decision-memo .memo.md'],
      );
      assert.deepEqual(
        kit.snippets.flatMap(({ prefixes }) => prefixes),
        ['owner', 'rig'],
      );
      const checked = (text: string, path: string) =>
        new Checker().check(text, path, resolveOptions(team.inputFor(path))).analysis.narrative;
      // Its template has its sections in their order, and so has its document.
      for (const text of [kit.templates[0]!.text(), read('team/nine-languages.memo.md')]) {
        const { kind, sections } = checked(text, 'new.memo.md');
        assert.equal(kind, 'decision-memo');
        assert.deepEqual(
          sections.filter(({ range }) => range).map(({ id }) => id),
          ['decision', 'reasons', 'way-back'],
        );
      }
      assert.equal(checked(read('poor-draft.prfaq.md'), 'drafts/old/poor-draft.prfaq.md').kind, null);
    });

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
