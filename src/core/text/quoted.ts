import type { Prose, Range } from '../model.js';
import { Sign } from './characters.js';
import { memo } from './memo.js';

/** A closing ’ is no apostrophe: no letter follows, or a Korean particle does (‘매우 빠름’이라고). */
const QUOTED =
  /"[^"\n]{1,600}"|“[^”]{1,900}”|„[^“”]{1,900}[“”]|«[^»]{1,900}»|「[^」]{1,900}」|『[^』]{1,900}』|‘[^’\n]{1,200}’(?:(?=[가-힣])|(?!\p{L}))/gu;

const NONE: readonly Range[] = [];

const read = memo((prose, pattern: RegExp): readonly Range[] =>
  prose.signs & Sign.Quote
    ? [...prose.text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
    : NONE,
);

/** Stretches of a block's prose that are quoted: somebody's words, to which the author's rules don't apply. Relative offsets. */
export function quotedRanges(prose: Prose): readonly Range[] {
  return read(prose, QUOTED);
}

/** Whether `offset` stands in one of `ranges`. */
export function isInside(offset: number, ranges: readonly Range[]): boolean {
  return ranges.some((range) => offset >= range.start && offset < range.end);
}
