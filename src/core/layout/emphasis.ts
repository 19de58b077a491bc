import { BOLD, ITALIC, type Stretch } from './styled.js';

/** A run of `*`, `_` or `~` that may open or close emphasis; it is a stretch of its own, number `at`. */
export interface Delimiter {
  readonly at: number;
  readonly code: number;
  readonly length: number;
  readonly opens: boolean;
  readonly closes: boolean;
  /** Characters not yet used up. */
  left: number;
}

const TILDE = 126;

/**
 * Pairs delimiters as CommonMark does (appendix, "process emphasis"), hides those that pair and sets what is between them bold or
 * italic. `~~` pairs too, and shows as plain text of the same width.
 */
export function applyEmphasis(stretches: readonly Stretch[], delimiters: readonly Delimiter[]): void {
  /** Those that may still open; a pair takes away all that stand between its two. */
  const openers: Delimiter[] = [];
  /** By kind of closer: no opener below this place matches. Keeps the search linear however the marks are mixed. */
  let bottoms: Map<number, number> | undefined;
  const spans: Span[] = [];
  for (const closer of delimiters) {
    while (closer.closes && closer.left > 0) {
      const kind = closer.code * 8 + (closer.opens ? 4 : 0) + (closer.length % 3);
      const bottom = Math.min(bottoms?.get(kind) ?? 0, openers.length);
      let o = openers.length - 1;
      while (o >= bottom && !pairs(openers[o]!, closer)) o--;
      if (o < bottom) {
        bottoms ??= new Map();
        bottoms.set(kind, openers.length);
        break;
      }
      const opener = openers[o]!;
      spans.push(join(stretches, opener, closer, opener.left >= 2 && closer.left >= 2 ? 2 : 1));
      // By `pop`: to set an array's length takes a call into the runtime.
      for (let n = openers.length; n > (opener.left > 0 ? o + 1 : o); n--) openers.pop();
    }
    if (closer.opens && closer.left > 0) openers.push(closer);
  }
  if (spans.length > 1) spans.sort((a, b) => a.from - b.from);
  paint(stretches, spans, BOLD);
  paint(stretches, spans, ITALIC);
}

/** Stretches between two delimiters that pair. */
interface Span {
  readonly from: number;
  readonly to: number;
  /** `BOLD`, `ITALIC`, or 0 for what shows as plain text. */
  readonly bit: number;
}

/** Sets the spans of one style in it, each stretch once however deep they are nested. `spans` are in order. */
function paint(stretches: readonly Stretch[], spans: readonly Span[], style: number): void {
  let done = 0;
  for (const { from, to, bit } of spans) {
    if (bit !== style) continue;
    for (let i = Math.max(from, done); i < to; i++) stretches[i]!.style |= bit;
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

/** Uses up `count` characters of both, which then show nothing, and gives what stands between. */
function join(stretches: readonly Stretch[], opener: Delimiter, closer: Delimiter, count: number): Span {
  // A closing run is used up from its left, an opening one from its right.
  stretches[opener.at]!.to -= count;
  stretches[closer.at]!.from += count;
  opener.left -= count;
  closer.left -= count;
  return { from: opener.at + 1, to: closer.at, bit: opener.code === TILDE ? 0 : count === 2 ? BOLD : ITALIC };
}
