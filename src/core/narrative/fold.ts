import { JOINER } from '../markdown/mask.js';
import { codeAt, Sign } from '../text/characters.js';

/** What a text has to be folded for. */
export const FOLDED = Sign.Break | Sign.Gap | Sign.Joiner;

/** Masked text as a reader sees it, on one line. `signs` are those of its block, where they are known: few blocks have anything to fold. */
export function fold(masked: string, signs: number = FOLDED): string {
  // A pattern makes a text in one piece; `replaceAll` with a string makes one of many, at twice the price.
  const visible = signs & Sign.Joiner && masked.includes(JOINER) ? masked.replace(/\u2060/g, '') : masked;
  // Most lines are clean already, and looking for this is all but free.
  const folded = signs & FOLDED && /[\n\t\r]| {2}/.test(visible) ? visible.replace(UNFOLDED, ' ') : visible;
  return isBlank(codeAt(folded, 0)) || isBlank(codeAt(folded, folded.length - 1)) ? folded.trim() : folded;
}

/** White space that is not a single space already. */
const UNFOLDED = /[^\S ]\s*| \s+/g;

/** What `trim` may cut off. */
function isBlank(c: number): boolean {
  return c <= 32 || c >= 0xa0;
}

/** Where in a masked text its first `length` characters end as they are once it is folded. */
export function unfoldedEnd(masked: string, folded: string, length: number): number {
  if (masked === folded) return Math.min(length, masked.length);
  let at = 0;
  for (let n = 0; n < length && n < folded.length && at < masked.length; at++) {
    const c = codeAt(masked, at);
    const wanted = codeAt(folded, n);
    // What folding left out is passed over; where it made one space of several, that is the first of them.
    if (c === wanted || (wanted === 32 && c !== JOINER_CODE)) n++;
  }
  return at;
}

const JOINER_CODE = codeAt(JOINER, 0);
