import type { Prose, Range } from '../model.js';
import { Sign } from './characters.js';
import { memo } from './memo.js';

/** A closing ’ is no apostrophe: no letter follows, or a Korean particle does (‘매우 빠름’이라고). */
const QUOTED =
  /"[^"\n]{1,600}"|“[^”]{1,900}”|„[^“”]{1,900}[“”]|«[^»]{1,900}»|»[^«»]{1,900}«|「[^」]{1,900}」|『[^』]{1,900}』|‘[^’\n]{1,200}’(?:(?=[가-힣])|(?!\p{L}))/gu;

const NONE: readonly Range[] = [];

const read = memo((prose, pattern: RegExp): readonly Range[] =>
  prose.signs & Sign.Quote ? rangesOf(pattern, prose.text) : NONE,
);

/** `matchAll` would make a new regular expression for each block. */
function rangesOf(pattern: RegExp, text: string): Range[] {
  const ranges: Range[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text))
    ranges.push({ start: match.index, end: pattern.lastIndex });
  return ranges;
}

/** Stretches of a block's prose that are quoted: somebody's words, to which the author's rules don't apply. Relative offsets. */
export function quotedRanges(prose: Prose): readonly Range[] {
  return read(prose, QUOTED);
}

/** Whether `offset` stands in one of `ranges`. */
export function isInside(offset: number, ranges: readonly Range[]): boolean {
  for (const { start, end } of ranges) if (offset >= start && offset < end) return true;
  return false;
}
