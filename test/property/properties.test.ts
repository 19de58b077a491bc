import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Checker } from '../../src/core/check.js';
import { DOCUMENTS } from '../fuzz/arbitraries.js';
import type { Seed } from '../fuzz/main.js';
import {
  assertRemoves,
  check,
  fixesConverge,
  fixesOf,
  lineEndsMatterNot,
  properties,
  rangesInside,
} from '../fuzz/properties.js';

// Moments of what `npm run fuzz` does for minutes, and all that it has found before.
describe('Of any text', () => {
  const all = properties(DOCUMENTS);
  const seeds = JSON.parse(readFileSync(new URL('../fuzz/seeds.json', import.meta.url), 'utf8')) as Seed[];

  it('what was found once stays mended', async () => {
    for (const { property, seed, path } of seeds) {
      assert.ok(all[property], `There is no property “${property}”.`);
      await fc.assert(all[property], { seed, ...(path === undefined ? {} : { path }), endOnFailure: true });
    }
  });

  for (const [name, property] of Object.entries(all)) {
    it(name, () => fc.assert(property, { numRuns: 40, seed: 1 }) as Promise<void>);
  }
});

describe('Of every narrative of the repository', () => {
  /** Without its n-th paragraph: something is missing then. */
  const without = (text: string, n: number): string => {
    const paragraphs = text.split('\n\n');
    return paragraphs.toSpliced(n % paragraphs.length, 1).join('\n\n');
  };

  it('each fix removes its finding', () => {
    const narratives = DOCUMENTS.filter(
      (text) => new Checker().check(text, undefined).analysis.narrative.kind !== null,
    );
    assert.ok(narratives.length >= 40);
    for (const [n, base] of narratives.entries()) {
      for (const text of [base, without(base, 3 * n + 2)]) {
        const checked = check(text);
        for (const offer of fixesOf(checked)) assertRemoves(text, checked, offer);
      }
    }
  }).timeout(300_000);
});

describe('Of every example of the CommonMark specification', () => {
  const examples = JSON.parse(readFileSync(new URL('../vendor/commonmark-0.31.json', import.meta.url), 'utf8')) as {
    readonly section: string;
    readonly markdown: string;
  }[];
  const texts = examples.flatMap(({ markdown }) => [
    markdown,
    // And where rules on prose look.
    `# A launches B\n\n## Press release\n\n### Problem\n\n${markdown}\n\n## FAQ\n\n### Why?\n\n${markdown}`,
  ]);

  it('ranges lie inside, fixes converge, and line ends make no difference', () => {
    assert.equal(examples.length, 652);
    for (const text of texts) {
      try {
        rangesInside(text);
        fixesConverge(text);
        lineEndsMatterNot(text);
      } catch (error) {
        throw new Error(`Of ${JSON.stringify(text)}`, { cause: error });
      }
    }
  });
});
