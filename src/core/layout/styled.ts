import { codeAt } from '../text/characters.js';
/** Bits of a character's style. The lowest two choose the face, in the order of `carlito.ts`. */
export const BOLD = 1;
export const ITALIC = 2;
export const MONO = 4;

/** A line break that the writer asked for; every other white space is a single space. */
export const HARD_BREAK = 10;
/** Stands for an image. */
export const OBJECT = 0xfffc;

const SPACE = 32;

/** A piece of text in one style: `text` from `from` to `to`, nothing where they are the same. */
export interface Stretch {
  readonly text: string;
  from: number;
  to: number;
  style: number;
  /** Where in the source it stands; -1 for a stretch of the source itself. */
  readonly offset: number;
}

/** Text as it shows, in stretches of one style each: mostly the source itself, without a copy of it. */
export class StyledText {
  /** The first `count` are its own; the others are of a former text, kept to be used again. */
  readonly stretches: { -readonly [Key in keyof Stretch]: Stretch[Key] }[] = [];
  count = 0;
  /** The last character, or a space at the start, where white space shows nothing. */
  #last = SPACE;

  /** Empties it. */
  clear(): void {
    this.cut(0);
  }

  /** Holds `text`, which has no white space but single spaces, and nothing else. */
  set(text: string, style: number): void {
    this.clear();
    this.add(text, 0, text.length, style);
  }

  /** Adds `text` from `from` to `to`, which holds no white space but single spaces. */
  add(text: string, from: number, to: number, style: number, offset = -1): void {
    const start = from < to && codeAt(text, from) === SPACE && this.#followsSpace ? from + 1 : from;
    if (start >= to) return;
    const known = this.stretches[this.count++];
    if (known) {
      known.text = text;
      known.from = start;
      known.to = to;
      known.style = style;
      known.offset = offset;
    } else this.stretches.push({ text, from: start, to, style, offset });
    this.#last = codeAt(text, to - 1);
  }

  /** White space: one space, and none after another or at the start of a line. */
  addSpace(style: number, offset: number): void {
    this.add(' ', 0, 1, style, offset);
  }

  /** A space before the break, which would hang over the end of the line, stays: it takes no room. */
  addBreak(offset: number): void {
    this.add('\n', 0, 1, 0, offset);
  }

  /** Adds `text` from `from` to `to` with its white space folded. */
  addFolded(text: string, from: number, to: number, style: number): void {
    for (let i = from; i < to; ) {
      let end = i;
      while (end < to && !isWhite(codeAt(text, end))) end++;
      this.add(text, i, end, style);
      if (end < to) this.addSpace(style, end);
      i = end + 1;
    }
  }

  /** Takes back everything from a stretch on. */
  cut(stretches: number): void {
    // What is kept to be used again must not keep a document.
    for (let s = stretches; s < this.count; s++) this.stretches[s]!.text = '';
    this.count = stretches;
    const last = stretches === 0 ? undefined : this.stretches[stretches - 1];
    this.#last = last ? codeAt(last.text, last.to - 1) : SPACE;
  }

  /** Every character that shows, with its style and where it stands in the source. */
  *characters(): Iterable<{ readonly code: number; readonly style: number; readonly offset: number }> {
    for (let s = 0; s < this.count; s++) {
      const { text, from, to, style, offset } = this.stretches[s]!;
      for (let i = from; i < to; i++) yield { code: codeAt(text, i), style, offset: offset === -1 ? i : offset };
    }
  }

  get #followsSpace(): boolean {
    return this.#last === SPACE || this.#last === HARD_BREAK;
  }
}

function isWhite(c: number): boolean {
  return c === SPACE || c === 9 || c === 10 || c === 13;
}
