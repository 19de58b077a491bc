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
 * Text as it shows, one UTF-16 unit an entry, in parallel arrays: what it is, how it is set, and where in the source it stands.
 * The buffers grow and are used again, so that laying out a document allocates next to nothing.
 */
export class StyledText {
  length = 0;
  codes = new Uint16Array(1024);
  styles = new Uint8Array(1024);
  /** Offsets into the source that the text was made from. */
  offsets = new Uint32Array(1024);
  /** The last character that shows, 32 at the start: a space after it would be dropped. */
  #last = 32;

  clear(): void {
    this.length = 0;
    this.#last = 32;
  }

  push(code: number, style: number, offset: number): void {
    if (this.length === this.codes.length) this.#grow();
    const i = this.length++;
    this.codes[i] = code;
    this.styles[i] = style;
    this.offsets[i] = offset;
    if ((style & HIDDEN) === 0) this.#last = code;
  }

  /** White space: one space, and none after another or at the start of a line. */
  pushSpace(style: number, offset: number): void {
    if (this.#last !== 32 && this.#last !== HARD_BREAK) this.push(32, style, offset);
  }

  /** A space before the break, which would hang over the end of the line, stays: it takes no room. */
  pushBreak(offset: number): void {
    this.push(HARD_BREAK, 0, offset);
  }

  /** Drops what was pushed from `length` on. */
  truncate(length: number): void {
    this.length = length;
    this.#last = length === 0 ? 32 : this.codes[length - 1]!;
  }

  #grow(): void {
    const size = this.codes.length * 2;
    const { codes, styles, offsets } = this;
    this.codes = new Uint16Array(size);
    this.styles = new Uint8Array(size);
    this.offsets = new Uint32Array(size);
    this.codes.set(codes);
    this.styles.set(styles);
    this.offsets.set(offsets);
  }
}
