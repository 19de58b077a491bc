import { codeAt } from '../text/characters.js';
import { Backticks } from './backticks.js';
import { NO_REFERENCES, type References, referenceKey } from './references.js';

/**
 * Masks the markup in a block's source, character for character, so that rules read prose and still report exact places.
 * Emphasis marks, brackets and link targets become `JOINER` (nothing between letters); code, URLs, images and HTML
 * become `OBJECT` (something that is no word); comments and line prefixes become spaces.
 */
export const JOINER = '\u2060';
export const OBJECT = '\ufffc';

/** As many of them as marks of emphasis nearly always are. */
const JOINERS = ['', JOINER, JOINER.repeat(2), JOINER.repeat(3)];

/** Where there may be something to mask. */
const SPECIAL = /[`*_[\]<\\~&@]|:\/\/|www\./g;
const URL_ = /(?:https?:\/\/|www\.)[^\s<>\])"'”’`]+/y;
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/y;
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/iy;
const TAG = /<\/?[a-z][a-z\d-]*(?:\s[^<>]*)?\/?>/iy;
const AUTOLINK = /<[a-z][a-z\d+.-]{1,31}:[^\s<>]*>/iy;
const LINK_TARGET = /\]\((?:[^()\\\n]|\\.|\([^()\n]*\))*\)/y;
const LINK_REFERENCE = /\]\[[^\]\n]*\]/y;

/** Masks `source`, one block's content without container prefixes. Same length in and out. `[label]` is a link where it is one of `references`. */
export function mask(source: string, references = NO_REFERENCES): string {
  SPECIAL.lastIndex = 0;
  return SPECIAL.test(source) ? new Masker(source, references).run(SPECIAL.lastIndex) : source;
}

class Masker {
  /** The masked text up to `#copied`. */
  readonly #pieces: string[] = [];
  #copied = 0;
  /** End of what was masked last. */
  #masked = 0;
  /** Each `[` which may open a link: its piece, and where it stands. */
  readonly #brackets: { readonly piece: number; readonly at: number }[] = [];
  #backticks: Backticks | undefined;

  constructor(
    readonly source: string,
    readonly references: References,
  ) {}

  /** Masks it all; `first` is where its first special characters end. */
  run(first: number): string {
    const { source } = this;
    let from = 0;
    SPECIAL.lastIndex = first;
    do {
      from = this.#special(from, SPECIAL.lastIndex);
      SPECIAL.lastIndex = from;
    } while (SPECIAL.test(source));
    this.#pieces.push(source.slice(this.#copied));
    return this.#pieces.join('');
  }

  /** Handles the special characters before `end`; what stands before `from` is done. Gives the offset to go on from. */
  #special(from: number, end: number): number {
    const i = end - 1;
    switch (codeAt(this.source, i)) {
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
      case 91:
        if (i > from && codeAt(this.source, i - 1) === 33) return this.#image(i - 1);
        this.#copy(i);
        this.#brackets.push({ piece: this.#pieces.push('[') - 1, at: i });
        this.#copied = end;
        return end;
      case 93:
        return this.#closeLink(i);
      case 38:
        return this.#match(ENTITY, i, ' ') ?? end;
      case 64:
        return this.#email(i);
      case 46:
        return this.#url(end - 4) ?? end;
      default:
        return this.#url(end - (codeAt(this.source, end - 4) === 115 ? 8 : 7)) ?? end;
    }
  }

  #copy(to: number): void {
    if (to > this.#copied) this.#pieces.push(this.source.slice(this.#copied, to));
  }

  #replace(from: number, to: number, by: string): number {
    // Line breaks stay: a rule may look for the end of a line.
    const source = this.source.slice(from, to);
    const broken = source.includes('\n') || source.includes('\r');
    return this.#put(from, to, broken ? source.replace(/[^\r\n]/g, by) : by.repeat(to - from));
  }

  #put(from: number, to: number, text: string): number {
    this.#copy(from);
    this.#pieces.push(text);
    this.#copied = to;
    this.#masked = to;
    return to;
  }

  #match(pattern: RegExp, at: number, by: string): number | undefined {
    pattern.lastIndex = at;
    return pattern.test(this.source) ? this.#replace(at, pattern.lastIndex, by) : undefined;
  }

  #escape(i: number): number {
    return isPunctuation(codeAt(this.source, i + 1)) ? this.#put(i, i + 1, JOINER) + 1 : i + 1;
  }

  #runLength(i: number): number {
    const c = codeAt(this.source, i);
    let to = i + 1;
    while (codeAt(this.source, to) === c) to++;
    return to - i;
  }

  #code(i: number): number {
    const length = this.#runLength(i);
    this.#backticks ??= new Backticks(this.source);
    const close = this.#backticks.next(length, i + length);
    return close === -1 ? i + length : this.#replace(i, close + length, OBJECT);
  }

  #emphasis(i: number): number {
    const { source } = this;
    const mark = codeAt(source, i);
    const end = i + this.#runLength(i);
    const before = i > 0 ? codeAt(source, i - 1) : 32;
    const after = end < source.length ? codeAt(source, end) : 32;
    if (isSpace(before) && isSpace(after)) return end;
    if (mark === 95 && isWord(before) && isWord(after)) return end;
    if (mark === 126 && end - i < 2) return end;
    return this.#put(i, end, JOINERS[end - i] ?? JOINER.repeat(end - i));
  }

  #angle(i: number): number {
    if (this.source.startsWith('<!--', i)) {
      const close = this.source.indexOf('-->', i + 4);
      return close === -1 ? i + 4 : this.#replace(i, close + 3, ' ');
    }
    return (
      this.#match(AUTOLINK, i, OBJECT) ?? (isToBeFilled(this.source, i) ? i + 1 : this.#match(TAG, i, JOINER)) ?? i + 1
    );
  }

  #image(i: number): number {
    const close = this.source.indexOf(']', i + 2);
    if (close === -1) return i + 2;
    LINK_TARGET.lastIndex = close;
    return LINK_TARGET.test(this.source) ? this.#replace(i, LINK_TARGET.lastIndex, OBJECT) : i + 2;
  }

  #closeLink(i: number): number {
    const open = this.#brackets.pop();
    if (open === undefined) return i + 1;
    const to =
      this.#match(LINK_TARGET, i, JOINER) ?? this.#match(LINK_REFERENCE, i, JOINER) ?? this.#shortcut(open.at, i);
    if (to === undefined) return i + 1;
    this.#pieces[open.piece] = JOINER;
    return to;
  }

  /** `[label]` alone, which a definition elsewhere makes a link. */
  #shortcut(open: number, close: number): number | undefined {
    if (this.references.size === 0) return undefined;
    const known = this.references.has(referenceKey(this.source.slice(open + 1, close)));
    return known ? this.#put(close, close + 1, JOINER) : undefined;
  }

  #url(i: number): number | undefined {
    if (i < this.#masked || (i > 0 && /\w/.test(this.source[i - 1]!))) return undefined;
    URL_.lastIndex = i;
    const match = URL_.exec(this.source);
    if (!match) return undefined;
    const length = match[0].replace(/[.,;:!?*_]+$/, '').length;
    return this.#replace(i, i + length, OBJECT);
  }

  #email(i: number): number {
    let from = i;
    while (from > this.#masked && /[\w.+-]/.test(this.source[from - 1]!)) from--;
    return from === i ? i + 1 : (this.#match(EMAIL, from, OBJECT) ?? i + 1);
  }
}

/** Whether words that no tag has stand between the angle brackets at `at`: `<name of the owner>` is still to be filled in. */
export function isToBeFilled(source: string, at: number): boolean {
  WORDS.lastIndex = at;
  const words = WORDS.exec(source)?.[1];
  return words?.split(/\s+/).some((word) => !FLAGS.has(word.toLowerCase())) ?? false;
}

/** Several words and nothing else; the first, which may be a tag's name, is left out. */
const WORDS = /<[a-z][a-z\d'’-]*\s+([a-z\d'’,-]+(?:\s+[a-z\d'’,-]+)*)>/iy;

/** Attributes that stand without a value (HTML Living Standard, “Boolean attributes”). */
const FLAGS = new Set(
  'allowfullscreen async autofocus autoplay checked controls default defer disabled formnovalidate hidden inert ismap itemscope loop multiple muted nomodule novalidate open playsinline readonly required reversed selected'.split(
    ' ',
  ),
);

function isPunctuation(c: number): boolean {
  return (c >= 33 && c <= 47) || (c >= 58 && c <= 64) || (c >= 91 && c <= 96) || (c >= 123 && c <= 126);
}

function isSpace(c: number): boolean {
  return c < 128 ? c === 32 || (c >= 9 && c <= 13) : /\s/.test(String.fromCharCode(c));
}

function isWord(c: number): boolean {
  return c < 128 ? /\w/.test(String.fromCharCode(c)) : /[\p{L}\p{N}]/u.test(String.fromCharCode(c));
}
