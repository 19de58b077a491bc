import assert from 'node:assert/strict';
import { Checker } from '../../../src/core/check.js';
import { flatten, writeConfig } from '../../../src/core/config/flatten.js';
import { resolveOptions } from '../../../src/core/config/options.js';
import { load } from './files.js';

const BASE = `
kinds:
  - id: prfaq
    pages: { faq: 4 }
    sections: [{ id: summary, words: { max: 90 } }, { id: ask, coaching: { en: Ask. } }]
  - id: memo
    sections: [{ id: decision }, { id: reasons }]
files:
  "*.md": { rules: { weasel-word: error } }
  "old/**": none
rules: { sentence-length: { max: 25, severity: warning }, hype-word: off }
vocabulary:
  allow: [robust]
  avoid: [synergy, { phrase: utilize, instead: employ }]
page: { size: a4 }
`;
const OWN = `
extends: base.yaml
kinds:
  - id: prfaq
    pages: { total: 5 }
    sections: [{ id: summary, words: { max: 80 } }, { id: measure }, { id: ask, required: false }]
  - id: memo
    sections: [{ id: decision }, { id: cost }]
files:
  "old/**": { rules: { weasel-word: "off" } }
  "*.md": memo
rules: { sentence-length: { max: 30 } }
vocabulary: { allow: [robust, swift], acronyms: [QBR], avoid: [{ phrase: Utilize, instead: use }] }
page: { margin: 0.5 }
`;

describe('A config that extends others, as one', () => {
  it('says the same of every document', async () => {
    const layered = await load({ '/team/.prfaq.yaml': OWN, '/team/base.yaml': BASE });
    assert.deepEqual(layered.problems, []);
    const text = writeConfig(flatten(layered.layers), 'Ours');
    const flat = await load(text);
    assert.deepEqual(flat.problems, []);
    assert.doesNotMatch(text, /extends/);
    for (const path of ['a.md', 'old/a.md', 'deep/old/a.txt', 'a.txt']) {
      const [before, after] = [layered, flat].map(({ team }) => resolveOptions(team.inputFor(path)));
      assert.deepEqual([...after!.rules], [...before!.rules], path);
      assert.deepEqual([after!.kind, after!.page], [before!.kind, before!.page], path);
      assert.deepEqual(after!.kinds, before!.kinds, path);
      const body =
        '---\ntype: prfaq\n---\n\n# A\n\n## Problem\n\nA robust synergy can utilize swift QBR words, and might not.\n';
      const [one, other] = [before!, after!].map((options) => new Checker().check(body, path, options).findings);
      assert.deepEqual(other, one, path);
    }
  });

  it('shows what it could say where it says nothing', async () => {
    const text = writeConfig(flatten([]), 'Ours');
    assert.match(text, /^# Ours\n\n# rules:/);
    assert.deepEqual((await load(text)).problems, []);
    // What it shows is sound as well.
    assert.deepEqual((await load(text.replace(/^# (?=rules|vocab| )/gm, ''))).problems, []);
  });
});
