import { Backticks } from '../markdown/backticks.js';
import { applyEmphasis, type Delimiter } from './emphasis.js';
import { entityAt } from './entities.js';
import { HARD_BREAK, HIDDEN, MONO, OBJECT, type StyledText } from './styled.js';

/**
 * The inline Markdown of a block as text that shows: emphasis becomes style, links their text, comments nothing, escapes and
 * entities their character. One pass over the source and nothing allocated but delimiters; `mask.ts` reads the same syntax
 * for the rules, but keeps every character in its place, where this one drops what takes no room on paper.
 *
 * It knows no reference definitions, which stand elsewhere in the document: `[text][id]` is taken for a link, `[text]` for text.
 */
export function readInline(source: string, out: StyledText, base: number, quote: number): void {
  out.clear(source.length);
  new InlineReader(source, out, base, quote).run();
}

/** HTML as the preview shows it: comments nothing (an unclosed one to the end), all else as the text that it is. */
export function readHtml(source: string, out: StyledText): void {
  out.clear(source.length);
  for (let at = 0; at < source.length; ) {
    const code = source.charCodeAt(at);
    if (code === 60 && source.startsWith('<!--', at)) {
      const end = source.indexOf('-->', at + 4);
      at = end === -1 ? source.length : end + 3;
    } else if (isSpace(code) || code === TAB) out.pushSpace(0, at++);
    else out.push(code, 0, at++);
  }
}

const TAB = 9;
const LINE_FEED = 10;
const SPACE = 32;
const BACKSLASH = 92;

/** What needs a look, by character code; everything else shows as it is. */
const SPECIAL = new Uint8Array(128);
for (const character of '\t\n\r!&*<[\\]_`~') SPECIAL[character.charCodeAt(0)] = 1;

const PUNCTUATION = /[\p{P}\p{S}]/u;
const AUTOLINK = /<((?:[a-z][a-z\d+.-]{1,31}:[^\s<>]*)|(?:[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d.-]+))>/iy;
/** The rest of an inline link after its text: destination and title. Bounded, so that a stray `](` costs little. */
const TARGET =
  /\(\s*(?:<[^<>\n]{0,2000}>|(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.){0,500}\)){0,2000})(?:\s+(?:"[^"]{0,1000}"|'[^']{0,1000}'|\([^()]{0,1000}\)))?\s*\)/y;
/** An image from elsewhere, which the preview doesn't load: its text stands in its place. */
const REMOTE = /\(\s*<?(?:[a-z][a-z\d+.-]*:|\/\/)/iy;
const REFERENCE = /\[[^[\]\n]{1,999}\]/y;

class InlineReader {
  readonly #delimiters: Delimiter[] = [];
  /** Places in `out` of each `[` that may open a link; an image's has its `!` before it. */
  readonly #brackets: { readonly at: number; readonly image: boolean }[] = [];
  #at = 0;

  constructor(
    readonly source: string,
    readonly out: StyledText,
    readonly base: number,
    readonly quote: number,
  ) {}

  run(): void {
    const { source } = this;
    while (this.#at < source.length) {
      this.#plain();
      if (this.#at < source.length) this.#special(source.charCodeAt(this.#at));
    }
    if (this.#delimiters.length > 1) applyEmphasis(this.out, this.#delimiters);
  }

  /** Everything up to the next special character: nearly all of a document, so it is a loop over bare arrays. */
  #plain(): void {
    const { source, out } = this;
    const { codes } = out;
    const from = out.length;
    let length = from;
    let last = length === 0 ? SPACE : codes[length - 1]!;
    let at = this.#at;
    out.place(length, at);
    for (; at < source.length; at++) {
      const code = source.charCodeAt(at);
      if (code < 128 && SPECIAL[code] === 1) break;
      if (code === SPACE && (last === SPACE || last === HARD_BREAK)) {
        out.place(length, at + 1);
        continue;
      }
      codes[length++] = code;
      last = code;
    }
    out.styles.fill(this.base, from, length);
    out.length = length;
    this.#at = at;
  }

  #special(code: number): void {
    switch (code) {
      case TAB:
        this.out.pushSpace(this.base, this.#at++);
        return;
      case LINE_FEED:
      case 13:
        this.#newLine(code);
        return;
      case BACKSLASH:
        this.#escape();
        return;
      case 96:
        this.#code();
        return;
      case 42:
      case 95:
      case 126:
        this.#delimiter(code);
        return;
      case 60:
        this.#angle();
        return;
      case 38:
        this.#entity();
        return;
      case 33:
        this.#bang();
        return;
      case 91:
        this.#brackets.push({ at: this.out.length, image: false });
        this.#literal(code);
        return;
      default:
        this.#closeBracket();
    }
  }

  #literal(code: number): void {
    this.out.push(code, this.base, this.#at++);
  }

  /** A space, or a break after two spaces; then on behind the prefix of the next line. */
  #newLine(code: number): void {
    const { source } = this;
    const at = this.#at;
    if (source.charCodeAt(at - 1) === SPACE && source.charCodeAt(at - 2) === SPACE) this.out.pushBreak(at);
    else this.out.pushSpace(this.base, at);
    this.#at = this.#afterPrefix(code === 13 && source.charCodeAt(at + 1) === LINE_FEED ? at + 2 : at + 1);
  }

  /** Where a line's text starts: behind its indentation and the marks of the quotes it stands in. */
  #afterPrefix(start: number): number {
    const { source } = this;
    let at = start;
    for (let quotes = this.quote; ; ) {
      const code = source.charCodeAt(at);
      if (code === SPACE || code === TAB) at++;
      else if (code === 62 && quotes-- > 0) at++;
      else return at;
    }
  }

  #escape(): void {
    const next = this.source.charCodeAt(this.#at + 1);
    if (next === LINE_FEED || next === 13) {
      this.out.pushBreak(this.#at);
      const crlf = next === 13 && this.source.charCodeAt(this.#at + 2) === LINE_FEED;
      this.#at = this.#afterPrefix(this.#at + (crlf ? 3 : 2));
    } else if (isAsciiPunctuation(next)) {
      this.out.push(next, this.base, this.#at);
      this.#at += 2;
    } else this.#literal(BACKSLASH);
  }

  #code(): void {
    const { source, out } = this;
    let open = this.#at;
    while (source.charCodeAt(open) === 96) open++;
    const fence = open - this.#at;
    this.#backticks ??= new Backticks(source);
    const close = this.#backticks.next(fence, open);
    if (close === -1) {
      for (let i = 0; i < fence; i++) this.#literal(96);
      return;
    }
    // One space on either side is dropped when both are there, unless there is nothing else.
    let from = open;
    let to = close;
    if (
      isSpace(source.charCodeAt(from)) &&
      isSpace(source.charCodeAt(to - 1)) &&
      source.slice(from, to).trim() !== ''
    ) {
      from++;
      to--;
    }
    const style = this.base | MONO;
    for (let i = from; i < to; ) {
      const code = source.charCodeAt(i);
      if (code === LINE_FEED || code === 13) {
        out.pushSpace(style, i);
        i = this.#afterPrefix(i + 1);
      } else if (code === SPACE || code === TAB) out.pushSpace(style, i++);
      else out.push(code, style, i++);
    }
    this.#at = close + fence;
  }

  #backticks: Backticks | undefined;

  #delimiter(code: number): void {
    const { source, out } = this;
    const start = this.#at;
    const at = out.length;
    const before = start === 0 ? ' ' : previousCharacter(source, start);
    while (source.charCodeAt(this.#at) === code) this.#literal(code);
    const after = String.fromCodePoint(source.codePointAt(this.#at) ?? SPACE);

    const spaceBefore = before.trim() === '';
    const spaceAfter = after.trim() === '';
    const markBefore = PUNCTUATION.test(before);
    const markAfter = PUNCTUATION.test(after);
    const leftFlanking = !spaceAfter && (!markAfter || spaceBefore || markBefore);
    const rightFlanking = !spaceBefore && (!markBefore || spaceAfter || markAfter);
    const word = code === 95;
    const opens = leftFlanking && (!word || !rightFlanking || markBefore);
    const closes = rightFlanking && (!word || !leftFlanking || markAfter);
    if (!opens && !closes) return;
    const length = this.#at - start;
    this.#delimiters.push({ at, code, length, opens, closes, left: length, usedLeft: 0, usedRight: 0 });
  }

  /** False once a comment was found to have no end: none after it has one either. */
  #commentsEnd = true;

  #angle(): void {
    const { source } = this;
    if (this.#commentsEnd && source.startsWith('<!--', this.#at)) {
      const end = source.indexOf('-->', this.#at + 4);
      this.#commentsEnd = end !== -1;
      if (this.#commentsEnd) {
        this.#at = end + 3;
        return;
      }
    }
    AUTOLINK.lastIndex = this.#at;
    const link = AUTOLINK.exec(source);
    if (link === null) {
      this.#literal(60);
      return;
    }
    const start = this.#at + 1;
    for (let i = start; i < start + link[1]!.length; i++) this.out.push(source.charCodeAt(i), this.base, i);
    this.#at += link[0].length;
  }

  #entity(): void {
    const entity = entityAt(this.source, this.#at);
    if (entity === null) {
      this.#literal(38);
      return;
    }
    for (let i = 0; i < entity.text.length; i++) this.out.push(entity.text.charCodeAt(i), this.base, this.#at);
    this.#at += entity.length;
  }

  #bang(): void {
    const image = this.source.charCodeAt(this.#at + 1) === 91;
    if (image) this.#brackets.push({ at: this.out.length, image });
    this.#literal(33);
    if (image) this.#literal(91);
  }

  #closeBracket(): void {
    const bracket = this.#brackets.pop();
    const end = bracket === undefined ? -1 : this.#targetEnd(this.#at + 1);
    if (bracket === undefined || end === -1) {
      this.#literal(93);
      return;
    }
    const { out } = this;
    REMOTE.lastIndex = this.#at + 1;
    if (bracket.image && REMOTE.test(this.source)) {
      out.styles[bracket.at] = HIDDEN;
      out.styles[bracket.at + 1] = HIDDEN;
    } else if (bracket.image) {
      const offset = out.offsetAt(bracket.at);
      out.cut(bracket.at);
      while (this.#delimiters.length > 0 && this.#delimiters.at(-1)!.at >= bracket.at) this.#delimiters.pop();
      out.push(OBJECT, 0, offset);
    } else {
      out.styles[bracket.at] = out.styles[bracket.at]! | HIDDEN;
      // Links don't nest: what opened before this one is text.
      for (let i = this.#brackets.length - 1; i >= 0; i--) if (!this.#brackets[i]!.image) this.#brackets.splice(i, 1);
    }
    this.#at = end;
  }

  #targetEnd(at: number): number {
    const next = this.source.charCodeAt(at);
    if (next !== 40 && next !== 91) return -1;
    const pattern = next === 40 ? TARGET : REFERENCE;
    pattern.lastIndex = at;
    return pattern.test(this.source) ? pattern.lastIndex : -1;
  }
}

function isSpace(code: number): boolean {
  return code === SPACE || code === LINE_FEED || code === 13;
}

function isAsciiPunctuation(code: number): boolean {
  return (code > 32 && code < 48) || (code > 57 && code < 65) || (code > 90 && code < 97) || (code > 122 && code < 127);
}

function previousCharacter(source: string, at: number): string {
  const code = source.charCodeAt(at - 1);
  const pair = code >= 0xdc00 && code < 0xe000 && at > 1;
  return pair ? source.slice(at - 2, at) : String.fromCharCode(code);
}
