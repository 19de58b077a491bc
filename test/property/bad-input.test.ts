import assert from 'node:assert/strict';
import { check } from '../../src/core/index.js';

const repeat = (text: string, times: number): string => text.repeat(times);

const inputs: Readonly<Record<string, string>> = {
  'an empty file': '',
  'white space alone': ' \n\t\n ',
  'a NUL byte': '# A\n\nb\u0000c\n',
  'a byte order mark': '\ufeff# Head\n\ntext\n',
  'CR LF': '# Head\r\n\r\n## Problem\r\n\r\ntext\r\n',
  'lone carriage returns': '# Head\r\r## Problem\r\rtext\r',
  'front matter that never ends': '---\ntype: prfaq\n# Head\n',
  'nothing but front matter': '---\ntype: prfaq\n---',
  'a list nested 200 deep': Array.from({ length: 200 }, (_, n) => `${repeat('  ', n)}- ${n}`).join('\n'),
  'a line of 1 MB': repeat('word ', 200_000),
  'a line of 1 MB without a space': repeat('x', 1_000_000),
  'a million opening brackets': repeat('[', 100_000),
  'unbalanced emphasis': repeat('*a _b ', 20_000),
  'half of a surrogate pair': '# \ud83c\n\n## Problem\n\n\udf89 text\n',
  'a comment that never ends': '# Head\n\n<!-- never\n\n## Problem\n',
  'quotes nested 200 deep': `${repeat('> ', 200)}text`,
};

describe('Bad input', () => {
  for (const [name, text] of Object.entries(inputs)) {
    it(`${name} gives a report with places inside the document`, () => {
      const lines = text.split(/\r\n|\r|\n/);
      for (const issue of check(text, { path: 'draft.prfaq.md' }).issues) {
        assert.ok(issue.line >= 1 && issue.endLine <= lines.length, `${issue.rule} at ${issue.line}–${issue.endLine}`);
        assert.ok(issue.column >= 1 && issue.column <= lines[issue.line - 1]!.length + 1);
        assert.ok(issue.endColumn >= 1 && issue.endColumn <= lines[issue.endLine - 1]!.length + 1);
      }
    });
  }

  it('5 MB of Markdown is read', () => {
    const section =
      '## A heading\n\nSome *plain* text with a [link](x) and `code` in it. It goes on.\n\n- one\n- two\n\n';
    const text = repeat(section, Math.ceil(5_000_000 / section.length));
    assert.equal(check(text, { path: 'large.md' }).kind, null);
  });
});
