import { expect } from 'chai';
import { findings, only } from './fixture.js';

const prose = (lines: number): string =>
  Array.from({ length: lines }, () => 'A lamp walks ahead of everybody who goes home at night.').join('\n\n');
const draft = (release: string, faq = 'A lamp.'): string =>
  `---\ntype: prfaq\n---\n\n# Lantern lights the path home\n\n## Press release\n\n${release}\n\n## External FAQ\n\n### What is it?\n\n${faq}\n`;
/** With so much on a page in front of the release that both wouldn't fit on one. */
const withFront = (front: string): string =>
  `---\ntype: prfaq\n---\n\n# Lantern\n\n${front}\n\n## Press release\n\n# Lantern lights the path home\n\n${prose(26)}\n\n## External FAQ\n\n### What is it?\n\nA lamp.\n`;
const plan = (text: string): string => `---\ntype: six-pager\n---\n\n# Lantern\n\n## Introduction\n\n${text}\n`;

/** Which line is the first that doesn't fit is the layout's to say, and its tests ask. */
describe('page-limit', () => {
  const messages = (text: string): string[] => findings(text, only('page-limit')).map((finding) => finding.message);

  for (const [name, text, expected] of [
    ['a release of two pages', draft(prose(40)), /^The press release runs to \d\.\d pages; the limit is 1\.$/],
    ['a release just over', draft(prose(36)), /^The press release runs to 1\.\d pages; the limit is 1\.$/],
    ['an FAQ of eight pages', draft(prose(5), prose(250)), /^The FAQ runs to \d\.\d pages; the limit is 5\.$/],
    ['a six-pager of eight pages', plan(prose(250)), /^The document runs to \d\.\d pages; the limit is 6\.$/],
    ['a six-pager with CRLF', plan(prose(250)).replaceAll('\n', '\r\n'), /^The document runs to/],
  ] as const) {
    it(`reports ${name}`, () => {
      expect(
        messages(text).some((message) => expected.test(message)),
        messages(text).join(),
      ).to.equal(true);
      for (const { start, end } of findings(text, only('page-limit'))) expect(text.slice(start, end)).to.match(/lamp/);
    });
  }

  for (const [name, text] of [
    ['a release of a page', draft(prose(20))],
    [
      'a release of a page behind a table',
      withFront(`| Status | Owner |\n|---|---|\n${'| Draft | Ana |\n'.repeat(5)}`),
    ],
    ['a release of a page behind a picture', withFront('![](lantern.png)')],
    ['an FAQ of four pages', draft(prose(5), prose(120))],
    ['an appendix, however long', `${draft(prose(5))}\n## Appendix\n\n${prose(400)}\n`],
    ['a document that is no narrative', `# Notes\n\n${prose(400)}\n`],
    ['a six-pager of five pages', plan(prose(150))],
  ] as const)
    it(`is silent on ${name}`, () => expect(messages(text)).to.deep.equal([]));
});
