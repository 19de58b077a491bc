import type { Prose, Range } from '../model.js';

const QUOTED =
  /"[^"\n]{1,600}"|“[^”]{1,900}”|„[^“”]{1,900}[“”]|«[^»]{1,900}»|「[^」]{1,900}」|『[^』]{1,900}』|‘[^’\n]{1,200}’(?!\p{L})/gu;

const known = new WeakMap<Prose, readonly Range[]>();

/** Stretches of a block's prose that are quoted: somebody's words, to which the author's rules don't apply. Relative offsets. */
export function quotedRanges(prose: Prose): readonly Range[] {
  let ranges = known.get(prose);
  if (!ranges) {
    ranges = /["“„«「『‘]/.test(prose.text)
      ? [...prose.text.matchAll(QUOTED)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
      : [];
    known.set(prose, ranges);
  }
  return ranges;
}

/** Whether `offset` stands in one of `ranges`. */
export function isInside(offset: number, ranges: readonly Range[]): boolean {
  return ranges.some((range) => offset >= range.start && offset < range.end);
}
