/** Bits of a character's style. The lowest two choose the face, in the order of `carlito.ts`. */
export const BOLD = 1;
export const ITALIC = 2;
export const MONO = 4;
/** A mark of emphasis that turned out to be one: it shows nothing. */
export const HIDDEN = 8;

/** A line break that the writer asked for; every other white space is a single space. */
export const HARD_BREAK = 10;
/** Stands for an image. */
export const OBJECT = 0xfffc;

/**
 * Text as it shows, one UTF-16 unit an entry, in parallel arrays: what it is and how it is set. The buffers are used again, so that laying
 * out a document allocates next to nothing.
 */
export class StyledText {
  length = 0;
  codes = new Uint16Array(1024);
  styles = new Uint8Array(1024);
  /** Places where the source doesn't go on as the text does: index into the text and offset into the source, in turn. */
  readonly #jumps: number[] = [];
  /** Offset less index, behind the last jump. */
  #shift = 0;

  /** Empties it and makes room for `size` characters: what a source of that length can show at most. */
  clear(size: number): void {
    this.length = 0;
    this.#jumps.length = 0;
    this.#shift = 0;
    if (size <= this.codes.length) return;
    const room = 2 ** Math.ceil(Math.log2(size));
    this.codes = new Uint16Array(room);
    this.styles = new Uint8Array(room);
  }

  /** Says that entry `index`, the next one, stands at `offset` in the source. */
  place(index: number, offset: number): void {
    if (offset - index === this.#shift) return;
    this.#shift = offset - index;
    this.#jumps.push(index, offset);
  }

  /** Offset into the source that the text was made from. */
  offsetAt(index: number): number {
    const jumps = this.#jumps;
    let low = 0;
    for (let high = jumps.length / 2; low < high; ) {
      const middle = (low + high) >> 1;
      if (jumps[2 * middle]! <= index) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? index : jumps[2 * low - 1]! + index - jumps[2 * low - 2]!;
  }

  /** Takes back everything from entry `length` on. */
  cut(length: number): void {
    this.length = length;
    while (this.#jumps.length > 0 && this.#jumps.at(-2)! >= length) this.#jumps.length -= 2;
    this.#shift = this.#jumps.length === 0 ? 0 : this.#jumps.at(-1)! - this.#jumps.at(-2)!;
  }

  push(code: number, style: number, offset: number): void {
    const i = this.length++;
    this.place(i, offset);
    this.codes[i] = code;
    this.styles[i] = style;
  }

  /** White space: one space, and none after another or at the start of a line. */
  pushSpace(style: number, offset: number): void {
    const last = this.length === 0 ? HARD_BREAK : this.codes[this.length - 1]!;
    if (last !== 32 && last !== HARD_BREAK) this.push(32, style, offset);
  }

  /** A space before the break, which would hang over the end of the line, stays: it takes no room. */
  pushBreak(offset: number): void {
    this.push(HARD_BREAK, 0, offset);
  }
}
