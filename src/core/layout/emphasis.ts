import { BOLD, HIDDEN, ITALIC, type StyledText } from './styled.js';

/** A run of `*`, `_` or `~` that may open or close emphasis; its characters stand in the text from `at` on. */
export interface Delimiter {
  readonly at: number;
  readonly code: number;
  readonly length: number;
  readonly opens: boolean;
  readonly closes: boolean;
  /** Characters not yet used up, and how many are used from the left (by closing) and the right (by opening). */
  left: number;
  usedLeft: number;
  usedRight: number;
}

const TILDE = 126;

/**
 * Pairs delimiters as CommonMark does (appendix, "process emphasis"), hides those that pair and sets what is between them bold or
 * italic. `~~` pairs too, and shows as plain text of the same width.
 */
export function applyEmphasis(text: StyledText, delimiters: readonly Delimiter[]): void {
  /** Those that may still open; a pair takes away all that stand between its two. */
  const openers: Delimiter[] = [];
  /** By kind of closer: no opener below this place matches. Keeps the search linear however the marks are mixed. */
  const bottoms = new Map<number, number>();
  const stretches: Stretch[] = [];
  for (const closer of delimiters) {
    while (closer.closes && closer.left > 0) {
      const kind = closer.code * 8 + (closer.opens ? 4 : 0) + (closer.length % 3);
      const bottom = Math.min(bottoms.get(kind) ?? 0, openers.length);
      let o = openers.length - 1;
      while (o >= bottom && !pairs(openers[o]!, closer)) o--;
      if (o < bottom) {
        bottoms.set(kind, openers.length);
        break;
      }
      const opener = openers[o]!;
      stretches.push(join(text, opener, closer, opener.left >= 2 && closer.left >= 2 ? 2 : 1));
      openers.length = opener.left > 0 ? o + 1 : o;
    }
    if (closer.opens && closer.left > 0) openers.push(closer);
  }
  for (const bit of [BOLD, ITALIC])
    paint(
      text,
      stretches.filter((one) => one.bit === bit),
    );
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  /** `BOLD`, `ITALIC`, or 0 for what shows as plain text. */
  readonly bit: number;
}

/** Sets the stretches in their style, each character once however deep they are nested. */
function paint({ styles }: StyledText, stretches: readonly Stretch[]): void {
  let done = 0;
  for (const { from, to, bit } of [...stretches].sort((a, b) => a.from - b.from)) {
    for (let i = Math.max(from, done); i < to; i++) styles[i] = styles[i]! | bit;
    done = Math.max(done, to);
  }
}

function pairs(opener: Delimiter, closer: Delimiter): boolean {
  if (opener.code !== closer.code || !opener.opens || opener.left === 0) return false;
  if (opener.code === TILDE) return opener.left >= 2 && closer.left >= 2;
  // The "multiple of 3" rule: `*a**b*` is not `*a*` and `*b*`.
  if (!opener.closes && !closer.opens) return true;
  return (opener.length + closer.length) % 3 !== 0 || (opener.length % 3 === 0 && closer.length % 3 === 0);
}

/** Uses up `count` characters of both, hides them, and gives what stands between. */
function join(text: StyledText, opener: Delimiter, closer: Delimiter, count: number): Stretch {
  const { styles } = text;
  const from = opener.at + opener.length - opener.usedRight;
  const to = closer.at + closer.usedLeft;
  for (let i = from - count; i < from; i++) styles[i] = styles[i]! | HIDDEN;
  for (let i = to; i < to + count; i++) styles[i] = styles[i]! | HIDDEN;
  opener.left -= count;
  opener.usedRight += count;
  closer.left -= count;
  closer.usedLeft += count;
  return { from, to, bit: opener.code === TILDE ? 0 : count === 2 ? BOLD : ITALIC };
}
