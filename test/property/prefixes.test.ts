import { expect } from 'chai';
import { Checker } from '../../src/core/check.js';
import type { Finding } from '../../src/core/model.js';
import { everyTried } from '../unit/rules/fixture.js';

/**
 * Where typing may pause between `start` and `end`: at both ends of words, at every other sign, in the middle of words now and then. A
 * pause after words that stood there before (they are in `seen`) tells little new: of those only a few count.
 */
function stops(text: string, start: number, end: number, seen: Set<string>): number[] {
  const places: number[] = [];
  const isLetter = (at: number): boolean => /[\p{L}\p{N}]/u.test(text[at] ?? ' ');
  for (let at = start; at <= end; at++) {
    if (at !== end && at % 5 > 0 && isLetter(at - 1) && isLetter(at)) continue;
    const before = text.slice(Math.max(0, at - 24), at);
    if (at === end || at % 16 === 0 || !seen.has(before)) places.push(at);
    seen.add(before);
  }
  return places;
}

function inside({ start, end, fixes }: Finding, length: number): void {
  expect(start).to.be.within(0, end);
  expect(end).to.be.at.most(length);
  for (const edit of fixes.flatMap((fix) => fix.edits)) {
    expect(edit.start).to.be.within(0, edit.end);
    expect(edit.end).to.be.at.most(length);
  }
}

const tried = await everyTried();
const rules = new Set(tried.map(({ rule }) => rule));

describe('On every prefix of what a rule is tested with, as typing makes them, nothing is thrown and ranges lie inside', () => {
  for (const rule of rules)
    it(rule, () => {
      const seen = new Set<string>();
      for (const { text, start, end, options } of tried.filter((one) => one.rule === rule)) {
        const checker = new Checker();
        for (const at of stops(text, start, end, seen))
          for (const finding of checker.check(text.slice(0, at), 'draft.md', options).findings) inside(finding, at);
      }
    });
});
