import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { type Kit, type KitHost, loadKit, pathsWithoutConfig } from '../../../src/core/config/kit.js';
import { problemTexts } from '../../../src/core/config/problems.js';
import { check } from '../../../src/core/index.js';
import { BUILT_IN_KINDS } from '../../../src/core/kinds/index.js';
import { load } from './files.js';

/** A host whose files are the entries of an object, by absolute path. */
function hostOf(files: Readonly<Record<string, string>>): KitHost {
  return {
    read: async (file) => {
      if (files[file] === 'UNREADABLE') throw new Error('permission denied');
      return files[file] ?? null;
    },
    list: async (folder) => {
      const names = Object.keys(files).filter((file) => posix.dirname(file) === folder);
      return names.length > 0 ? names.map((file) => posix.basename(file)) : null;
    },
    join: posix.join,
    nameOf: (file) => posix.basename(file),
  };
}

async function kitOf(files: Readonly<Record<string, string>>): Promise<Kit> {
  const { kit, team } = await load(files);
  return loadKit(kit, team.kinds, hostOf(files), problemTexts('en'));
}

const shown = ({ problems }: Kit, files: Readonly<Record<string, string>>): string[] =>
  problems.map(
    ({ file, line, column, start, end, key, message }) =>
      `${file}:${line}:${column} ‹${files[file]!.slice(start, end)}› ${key === '' ? '' : `${key}: `}${message}`,
  );

const MEMO = `---
type: memo
template:
  title: Decision memo # as in the list
  description: One page that asks for a decision.
---

# [Decision]

## Reasons

<!-- Coaching: Say what changed. -->
`;
const CONFIG = 'kinds:\n  - { id: memo, files: ["*.memo.md"], sections: [{ id: reasons }] }\n';

describe('A team’s templates', () => {
  it('are the Markdown files of its folder; their front matter says what they are called', async () => {
    const { templates, problems } = await kitOf({
      '/team/.prfaq.yaml': CONFIG,
      '/team/.prfaq/templates/memo.md': MEMO,
      '/team/.prfaq/templates/weekly-note.md': '---\ntemplate: { title: Weekly }\n---\n\n# [Week]\n',
      '/team/.prfaq/templates/plain-one.markdown': '# [Plain]\r\n\r\nText.\r\n',
      '/team/.prfaq/templates/notes.txt': 'No template.\n',
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(
      templates.map(({ id, title, description, suffix }) => [id, title, description, suffix]),
      [
        ['memo', 'Decision memo', 'One page that asks for a decision.', '.memo.md'],
        ['plain-one', 'Plain one', '', '.md'],
        ['weekly-note', 'Weekly', '', '.md'],
      ],
    );
    const [memo, plain, weekly] = templates.map(({ text }) => text());
    assert.equal(memo, MEMO.replace(/template:\n.*\n.*\n/, ''));
    assert.equal(plain, '# [Plain]\n\nText.\n');
    assert.equal(weekly, '# [Week]\n');
  });

  it('are also what the config names; what it extends brings its own, and the nearer goes first', async () => {
    const files = {
      '/team/.prfaq.yaml': 'extends: ../shared/base.yaml\ntemplates: [drafts/one.md, more]\n',
      '/shared/base.yaml': 'templates: extra\n',
      '/shared/.prfaq/templates/memo.md': '# Shared memo\n',
      '/shared/extra/other.md': '# Other\n',
      '/team/.prfaq/templates/memo.md': '# Our memo\n',
      '/team/drafts/one.md': '# One\n',
      '/team/more/two.md': '# Two\n',
    };
    const { templates, problems } = await kitOf(files);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      templates.map(({ id, text }) => `${id}: ${text().trim()}`),
      ['memo: # Our memo', 'other: # Other', 'one: # One', 'two: # Two'],
    );
  });

  it('that are broken or not there are told, with their place', async () => {
    const files = {
      '/team/.prfaq.yaml': 'templates:\n  - gone.md\n  - locked.md\n  - nowhere\n',
      '/team/locked.md': 'UNREADABLE',
      '/team/.prfaq/templates/a.md': '---\ntemplate:\n  titel: A\n---\n\n# A\n',
      '/team/.prfaq/templates/b.md': '\uFEFF---\r\ntemplate: [a\r\n---\r\n# B\r\n',
    };
    const kit = await kitOf(files);
    assert.deepEqual(shown(kit, files), [
      '/team/.prfaq.yaml:2:5 ‹gone.md› templates[0]: There is no file gone.md.',
      '/team/.prfaq.yaml:3:5 ‹locked.md› templates[1]: locked.md can’t be read: permission denied',
      '/team/.prfaq.yaml:4:5 ‹nowhere› templates[2]: There is no file nowhere.',
      '/team/.prfaq/templates/a.md:3:3 ‹titel› template.titel: There is no key “titel” here.',
      '/team/.prfaq/templates/b.md:2:13 ‹› Something is missing here, such as a colon, comma, quotation mark or bracket.',
    ]);
    assert.deepEqual(
      kit.templates.map(({ title }) => title),
      ['A', 'B'],
    );
  });

  it('need no config', async () => {
    const files = {
      '/team/.prfaq/templates/memo.md': '# Near\n',
      '/.prfaq/templates/memo.md': '# Far\n',
      '/.prfaq/templates/other.md': '# Other\n',
    };
    const paths = pathsWithoutConfig(['/team/docs', '/team', '/'], posix.join);
    const { templates } = await loadKit(paths, BUILT_IN_KINDS, hostOf(files), problemTexts('en'));
    assert.deepEqual(
      templates.map(({ text }) => text()),
      ['# Near\n', '# Other\n'],
    );
  });
});

describe('A team’s snippets', () => {
  const JSONC = `{
	// Ours
	"Success": {
		"prefix": ["wws", "success"],
		"body": ["## What will success look like?", "", "\${1:[number]} by \${2:[date]}", ],
		"description": "What a review asks first", // always
	},
	"Elsewhere": { "scope": "python, sql", "prefix": "x", "body": "x" },
	"Here": { "scope": "markdown", "body": "http://here /* kept */" },
}
`;

  it('are files in VS Code’s format, and Markdown files', async () => {
    const { snippets, problems } = await kitOf({
      '/team/.prfaq.yaml': 'snippets: words.json\n',
      '/team/.prfaq/snippets/team.code-snippets': JSONC,
      '/team/.prfaq/snippets/risk-table.md': '| Risk | Owner |\n|---|---|\n| [risk] | [name] |\n',
      '/team/words.json': '{ "One": { "prefix": "one", "body": "1" } }',
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(snippets, [
      {
        name: 'Risk table',
        prefixes: ['risk-table'],
        body: `| Risk | Owner |\n|---|---|\n| \${1:[risk]} | \${2:[name]} |`,
        description: '',
      },
      {
        name: 'Success',
        prefixes: ['wws', 'success'],
        body: `## What will success look like?\n\n\${1:[number]} by \${2:[date]}`,
        description: 'What a review asks first',
      },
      { name: 'Here', prefixes: ['Here'], body: 'http://here /* kept */', description: '' },
      { name: 'One', prefixes: ['one'], body: '1', description: '' },
    ]);
  });

  it('that are broken are told, with their place, and the others stay', async () => {
    const files = {
      '/team/.prfaq.yaml': '',
      '/team/.prfaq/snippets/a.json':
        '{\n\t"A": { "prefix": "a" },\n\t"B": { "body": 3 },\n\t"C": { "body": "c", "bodi": "" }\n}\n',
      '/team/.prfaq/snippets/b.json': '{ "A": { "body": "a" }\n',
      '/team/.prfaq/snippets/c.json': '[1, 2]',
      '/team/.prfaq/snippets/d.json': '',
    };
    const kit = await kitOf(files);
    assert.deepEqual(shown(kit, files), [
      '/team/.prfaq/snippets/a.json:2:7 ‹{ "prefix": "a" }› A: The key “body” is missing.',
      '/team/.prfaq/snippets/a.json:3:17 ‹3› B.body: Expected text or a list.',
      '/team/.prfaq/snippets/a.json:4:22 ‹"bodi"› C.bodi: There is no key “bodi” here. Did you mean “body”?',
      '/team/.prfaq/snippets/b.json:1:23 ‹› Something is missing here, such as a colon, comma, quotation mark or bracket.',
      '/team/.prfaq/snippets/c.json:1:1 ‹[1, 2]› Expected keys with values.',
    ]);
    assert.deepEqual(
      kit.snippets.map(({ body }) => body),
      ['c'],
    );
  });
});

describe('What a team says of its sections', () => {
  it('is the coaching of what a fix inserts', async () => {
    const { team } = await load({
      '/team/.prfaq.yaml':
        'kinds:\n  - id: memo\n    sections:\n      - { id: decision, coaching: { en: "Ask --> for one thing.", ko: 하나만 부탁합니다. } }\n      - { id: problem, coaching: { en: Theirs. } }\n',
    });
    const fix = (text: string, rule: string) =>
      check(text, { path: 'a.md', config: { kinds: team.kinds } })
        .issues.filter((issue) => issue.rule === rule)
        .flatMap(({ fixes }) => fixes.flatMap(({ edits }) => edits.map((edit) => edit.text)));
    const inserted = fix(
      '---\ntype: memo\n---\n\n# Memo\n\nSome text in plain English that is about the shop.\n',
      'missing-section',
    ).join('\n');
    assert.match(inserted, /## Decision\n\n<!-- Coaching: Ask –> for one thing\. -->/);
    assert.match(inserted, /## Problem\n\n<!-- Coaching: Theirs\. -->\n\n\S/);
  });
});
