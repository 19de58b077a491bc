import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { compileVocabulary } from '../../../src/core/config/vocabulary.js';
import { RULES } from '../../../src/core/rules/index.js';
import { RULE_PAGES } from '../../../src/core/rules/pages.js';
import { build, findings, only, type Place } from './fixture.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Where an example may stand: in a part of a document, or as the sections of one. */
const PLACES: readonly Place[] = [
  'release',
  'quote',
  'answer',
  'release-ko',
  'quote-ko',
  'answer-ko',
  'body',
  'metrics',
];
const FRONTS = ['# Lantern opens\n\n', '', '## External FAQ\n\n', '## 고객 FAQ\n\n'].flatMap((front) =>
  ['prfaq', 'six-pager'].map((type) => `---\ntype: ${type}\n---\n\n${front}`),
);
/** What a team avoids, as the pages on it have it. */
const TEAM = {
  vocabulary: compileVocabulary({
    avoid: [
      { phrase: 'utilize', instead: 'use' },
      { phrase: '유저*', instead: '사용자' },
    ],
  }),
};
/** These name in one finding what a whole document lacks; an example supplies some of it. */
const OF_THE_WHOLE = ['missing-section', 'hard-questions'];

describe('The pages on the rules', () => {
  for (const folder of Object.values(RULE_PAGES))
    for (const { id } of RULES)
      it(`say what is so: ${folder}/${id}.md`, async () => {
        const page = await readFile(`${root}${folder}/${id}.md`, 'utf8');
        assert.ok(page.startsWith(`# ${id}\n`));
        assert.ok(page.includes(`<!-- prfaq-disable-next-line ${id} -->`));
        assert.ok(page.includes(`"prfaq.rules": { "${id}": "off" }`));
        const [bad, good] = [...page.matchAll(/^```(markdown|text)\n([\s\S]*?)\n```$/gm)];
        // What would fill a page is told in words.
        if (bad![1] === 'text') return;
        const right = documents(good![2]!);
        assert.ok(
          documents(bad![2]!).some((wrong, n) => {
            const [found, left] = [said(id, wrong), said(id, right[n]!)];
            return found !== '' && (OF_THE_WHOLE.includes(id) ? left.length < found.length : left === '');
          }),
          'The first example isn’t found, or the second is.',
        );
      });
});

function documents(example: string): string[] {
  return [...FRONTS.map((front) => `${front}${example}\n`), ...PLACES.map((place) => build(place, example).text)];
}

function said(rule: string, text: string): string {
  return findings(text, only(rule, {}, TEAM))
    .map(({ message }) => message)
    .join('\n');
}
