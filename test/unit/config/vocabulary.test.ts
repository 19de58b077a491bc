import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { Checker } from '../../../src/core/check.js';
import { resolveOptions } from '../../../src/core/config/options.js';
import { compileVocabulary, wordFor } from '../../../src/core/config/vocabulary.js';

const folder = new URL('../../corpus/', import.meta.url);
/** More words than the documents of the corpus have. */
const MORE = `---
type: prfaq
---

# Lantern lights the way

## Problem

It might *really* be dark, and **due to  the
fact that** walkers utilize a world-class torch, many of them fall. The ZQT of a walker’s a state-of-the-art figure.

## Solution

The lamp is very bright. It is easy to use.

매우 혁신적인 램프를 utilize합니다.

## Leader quote

“We are thrilled to announce Lantern,” said Ann Lee, the CEO.
`;

describe('A word that is added to the team’s words', () => {
  it('is found no more', () => {
    const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
    const texts = [MORE, ...names.map((name) => readFileSync(new URL(name, folder), 'utf8'))];
    const avoid = [{ phrase: 'utilize' }];
    const seen = new Set<string>();
    for (const text of texts) {
      const findings = (words: object) =>
        new Checker().check(text, 'a.md', resolveOptions({ vocabulary: compileVocabulary({ avoid, ...words }) }))
          .findings;
      for (const finding of findings({})) {
        const found = wordFor(finding, text);
        if (!found) continue;
        seen.add(finding.rule);
        const after = findings({ [found.list]: [found.word] });
        const same = after.find(
          ({ rule, start, end }) => rule === finding.rule && start === finding.start && end === finding.end,
        );
        assert.equal(same, undefined, `${finding.rule}: ${found.word}`);
      }
    }
    assert.ok(seen.size >= 7, [...seen].join());
  });
});
