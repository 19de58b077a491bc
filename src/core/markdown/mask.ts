/**
 * Masks the markup in a block's source, character for character, so that rules read prose and still report exact places.
 * Emphasis marks, brackets and link targets become `JOINER` (nothing between letters); code, URLs, images and HTML
 * become `OBJECT` (something that is no word); comments and line prefixes become spaces.
 */
export const JOINER = '\u2060';
export const OBJECT = '\ufffc';

const MARKUP = /[`*_[\]<\\~&]|:\/\/|www\.|[\w.]@[\w-]/;
const URL_ = /(?:https?:\/\/|www\.)[^\s<>\])"'”’`]+/y;
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/y;
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/iy;
const TAG = /<\/?[a-z][a-z\d-]*(?:\s[^<>]*)?\/?>/iy;
const AUTOLINK = /<[a-z][a-z\d+.-]{1,31}:[^\s<>]*>/iy;
const LINK_TARGET = /\]\((?:[^()\\\n]|\\.|\([^()\n]*\))*\)/y;
const LINK_REFERENCE = /\]\[[^\]\n]*\]/y;

/** Masks `source`, one block's content without container prefixes. Same length in and out. */
export function mask(source: string): string {
  return MARKUP.test(source) ? new Masker(source).run() : source;
}

class Masker {
  #out = '';
  #done = 0;
  /** Offsets of `[` that may open a link. */
  readonly #brackets: number[] = [];
  /** Offsets of `[` known to open a link; masked at the end. */
  readonly #opened: number[] = [];

  constructor(readonly source: string) {}

  run(): string {
    const { source } = this;
    for (let i = 0; i < source.length; ) i = this.#step(i);
    let out = this.#out + source.slice(this.#done);
    for (const at of this.#opened) out = out.slice(0, at) + JOINER + out.slice(at + 1);
    return out;
  }

  /** Handles the character at `i` and gives the offset to go on from. */
  #step(i: number): number {
    switch (this.source.charCodeAt(i)) {
      case 92:
        return this.#escape(i);
      case 96:
        return this.#code(i);
      case 42:
      case 95:
      case 126:
        return this.#emphasis(i);
      case 60:
        return this.#angle(i);
      case 33:
        return this.source.charCodeAt(i + 1) === 91 ? this.#image(i) : i + 1;
      case 91:
        this.#brackets.push(i);
        return i + 1;
      case 93:
        return this.#closeLink(i);
      case 38:
        return this.#match(ENTITY, i, ' ') ?? i + 1;
      case 104:
      case 119:
        return this.#wordStart(i) ? (this.#url(i) ?? i + 1) : i + 1;
      case 64:
        return this.#email(i);
      default:
        return i + 1;
    }
  }

  #replace(from: number, to: number, by: string): number {
    let text = by.repeat(to - from);
    // Line breaks stay: a rule may look for the end of a line.
    const source = this.source.slice(from, to);
    if (/[\r\n]/.test(source)) text = source.replace(/[^\r\n]/g, by);
    this.#out += this.source.slice(this.#done, from) + text;
    this.#done = to;
    return to;
  }

  #match(pattern: RegExp, at: number, by: string): number | undefined {
    pattern.lastIndex = at;
    const match = pattern.exec(this.source);
    return match ? this.#replace(at, at + match[0].length, by) : undefined;
  }

  #wordStart(i: number): boolean {
    return i === 0 || !/\w/.test(this.source[i - 1]!);
  }

  #escape(i: number): number {
    return /[!-/:-@[-`{-~]/.test(this.source[i + 1] ?? '') ? this.#replace(i, i + 1, JOINER) + 1 : i + 1;
  }

  #runLength(i: number): number {
    let to = i + 1;
    while (this.source[to] === this.source[i]) to++;
    return to - i;
  }

  #code(i: number): number {
    const length = this.#runLength(i);
    const fence = this.source.slice(i, i + length);
    for (let at = this.source.indexOf(fence, i + length); at !== -1; at = this.source.indexOf(fence, at)) {
      const closing = this.#runLength(at);
      if (closing === length) return this.#replace(i, at + length, OBJECT);
      at += closing;
    }
    return i + length;
  }

  #emphasis(i: number): number {
    const length = this.#runLength(i);
    const before = this.source[i - 1] ?? ' ';
    const after = this.source[i + length] ?? ' ';
    const mark = this.source[i];
    if (/\s/.test(before) && /\s/.test(after)) return i + length;
    if (mark === '_' && /[\p{L}\p{N}_]/u.test(before) && /[\p{L}\p{N}_]/u.test(after)) return i + length;
    if (mark === '~' && length < 2) return i + length;
    return this.#replace(i, i + length, JOINER);
  }

  #angle(i: number): number {
    if (this.source.startsWith('<!--', i)) {
      const close = this.source.indexOf('-->', i + 4);
      return close === -1 ? i + 4 : this.#replace(i, close + 3, ' ');
    }
    return this.#match(AUTOLINK, i, OBJECT) ?? this.#match(TAG, i, JOINER) ?? i + 1;
  }

  #image(i: number): number {
    const close = this.source.indexOf(']', i + 2);
    if (close === -1) return i + 2;
    LINK_TARGET.lastIndex = close;
    const match = LINK_TARGET.exec(this.source);
    return match ? this.#replace(i, close + match[0].length, OBJECT) : i + 2;
  }

  #closeLink(i: number): number {
    const open = this.#brackets.pop();
    if (open === undefined) return i + 1;
    const to = this.#match(LINK_TARGET, i, JOINER) ?? this.#match(LINK_REFERENCE, i, JOINER);
    if (to === undefined) return i + 1;
    this.#opened.push(open);
    return to;
  }

  #url(i: number): number | undefined {
    URL_.lastIndex = i;
    const match = URL_.exec(this.source);
    if (!match) return undefined;
    const length = match[0].replace(/[.,;:!?*_]+$/, '').length;
    return this.#replace(i, i + length, OBJECT);
  }

  #email(i: number): number {
    let from = i;
    while (from > this.#done && /[\w.+-]/.test(this.source[from - 1]!)) from--;
    return from === i ? i + 1 : (this.#match(EMAIL, from, OBJECT) ?? i + 1);
  }
}
