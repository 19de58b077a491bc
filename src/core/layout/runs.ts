import { Backticks } from '../markdown/backticks.js';
import { codeAt } from '../text/characters.js';
import { applyEmphasis, type Delimiter } from './emphasis.js';
import { entityAt } from './entities.js';
import { MONO, type StyledText } from './styled.js';

/**
 * The inline Markdown of a block as text that shows: emphasis becomes style, links their text, comments nothing, escapes and
 * entities their character. It goes from one special character to the next; `mask.ts` reads the same syntax for the rules, but keeps
 * every character in its place, where this one drops what takes no room on paper.
 *
 * It knows no reference definitions, which stand elsewhere in the document: `[text][id]` is taken for a link, and `[text]` where `masked`, the
 * same as the rules read it, has no bracket.
 */
export function readInline(source: string, out: StyledText, base: number, quote: number, masked = source): void {
  SPECIAL.lastIndex = 0;
  if (!SPECIAL.test(source)) out.set(source, base);
  else {
    out.clear();
    new InlineReader(source, out, base, quote, masked).run(SPECIAL.lastIndex);
  }
}

/** Tags that only place what is in them, as around a logo. Others show: what may be a placeholder, `<price>`, among them. */
const SILENT_TAG = String.raw`</?(?:a|aside|br|center|details|div|h[1-6]|img|p|picture|source|span|sub|summary|sup)(?:\s[^<>]*)?/?>`;

/** What shows nothing of the HTML in a document, all else being text: comments (an unclosed one to the end) and tags. Folds are always open on paper. */
export const SILENT_HTML = new RegExp(`<!--[\\s\\S]*?(?:-->|$)|${SILENT_TAG}`, 'gi');

/** HTML as the preview shows it. */
export function readHtml(source: string, out: StyledText): void {
  out.clear();
  let at = 0;
  for (const { index, 0: silent } of source.matchAll(SILENT_HTML)) {
    out.addFolded(source, at, index, 0);
    at = index + silent.length;
  }
  out.addFolded(source, at, source.length, 0);
}

const TAB = 9;
const LINE_FEED = 10;
const SPACE = 32;
const BACKSLASH = 92;
/** `JOINER`, in place of a bracket that belongs to a link. */
const LINK_END = 0x2060;

/** What needs a look; everything else shows as it is. */
const SPECIAL = /[\t\n\r&*<[\\\]_`~]| {2}/g;

const PUNCTUATION = /[\p{P}\p{S}]/u;
const TAG = new RegExp(SILENT_TAG, 'iy');
const AUTOLINK = /<((?:[a-z][a-z\d+.-]{1,31}:[^\s<>]*)|(?:[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d.-]+))>/iy;
/** The rest of an inline link after its text: destination and title. Bounded, so that a stray `](` costs little. */
const TARGET =
  /\(\s*(?:<[^<>\n]{0,2000}>|(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.){0,500}\)){0,2000})(?:\s+(?:"[^"]{0,1000}"|'[^']{0,1000}'|\([^()]{0,1000}\)))?\s*\)/y;
/** An image from elsewhere, which the preview doesn't load: its text stands in its place. */
const REMOTE = /\(\s*<?(?:[a-z][a-z\d+.-]*:|\/\/)/iy;
const REFERENCE = /\[[^[\]\n]{1,999}\]/y;

class InlineReader {
  readonly #delimiters: Delimiter[] = [];
  /** The stretch of each `[` that may open a link; an image's has its `!` with it. */
  readonly #brackets: { readonly at: number; readonly image: boolean }[] = [];
  #at = 0;

  constructor(
    readonly source: string,
    readonly out: StyledText,
    readonly base: number,
    readonly quote: number,
    readonly masked: string,
  ) {}

  /** Reads it all; `first` is where its first special character ends. */
  run(first: number): void {
    const { source, out, base } = this;
    SPECIAL.lastIndex = first;
    do {
      const at = this.#startOf(SPECIAL.lastIndex);
      out.add(source, this.#at, at, base);
      this.#at = at;
      this.#special(codeAt(source, at));
      SPECIAL.lastIndex = this.#at;
    } while (SPECIAL.test(source));
    out.add(source, this.#at, source.length, base);
    if (this.#delimiters.length > 1) applyEmphasis(out.stretches, this.#delimiters);
  }

  /** Where the special characters begin that end at `end`: of all of them only `![` and two spaces are more than one. */
  #startOf(end: number): number {
    const last = codeAt(this.source, end - 1);
    const two = last === SPACE || (last === 91 && end - 2 >= this.#at && codeAt(this.source, end - 2) === 33);
    return two ? end - 2 : end - 1;
  }

  #special(code: number): void {
    switch (code) {
      case TAB:
      case SPACE:
        this.out.addSpace(this.base, this.#at++);
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
        this.#open(2, true);
        return;
      case 91:
        this.#open(1, false);
        return;
      default:
        this.#closeBracket();
    }
  }

  /** The next `length` characters as they are. */
  #literal(length: number): void {
    this.out.add(this.source, this.#at, this.#at + length, this.base);
    this.#at += length;
  }

  #open(length: number, image: boolean): void {
    this.#brackets.push({ at: this.out.count, image });
    this.#literal(length);
  }

  /** A space, or a break after two spaces; then on behind the prefix of the next line. */
  #newLine(code: number): void {
    const { source } = this;
    const at = this.#at;
    if (codeAt(source, at - 1) === SPACE && codeAt(source, at - 2) === SPACE) this.out.addBreak(at);
    else this.out.addSpace(this.base, at);
    this.#at = this.#afterPrefix(code === 13 && codeAt(source, at + 1) === LINE_FEED ? at + 2 : at + 1);
  }

  /** Where a line's text starts: behind its indentation and the marks of the quotes it stands in. */
  #afterPrefix(start: number): number {
    const { source } = this;
    let at = start;
    for (let quotes = this.quote; ; ) {
      const code = codeAt(source, at);
      if (code === SPACE || code === TAB) at++;
      else if (code === 62 && quotes-- > 0) at++;
      else return at;
    }
  }

  #escape(): void {
    const { source } = this;
    const next = codeAt(source, this.#at + 1);
    if (next === LINE_FEED || next === 13) {
      this.out.addBreak(this.#at);
      const crlf = next === 13 && codeAt(source, this.#at + 2) === LINE_FEED;
      this.#at = this.#afterPrefix(this.#at + (crlf ? 3 : 2));
    } else if (isAsciiPunctuation(next)) {
      this.out.add(source, this.#at + 1, this.#at + 2, this.base, this.#at);
      this.#at += 2;
    } else this.#literal(1);
  }

  #code(): void {
    const { source, out } = this;
    let open = this.#at;
    while (codeAt(source, open) === 96) open++;
    const fence = open - this.#at;
    this.#backticks ??= new Backticks(source);
    const close = this.#backticks.next(fence, open);
    if (close === -1) {
      this.#literal(fence);
      return;
    }
    // One space on either side is dropped when both are there, unless there is nothing else.
    let from = open;
    let to = close;
    if (isSpace(codeAt(source, from)) && isSpace(codeAt(source, to - 1)) && source.slice(from, to).trim() !== '') {
      from++;
      to--;
    }
    const style = this.base | MONO;
    for (let i = from; i < to; ) {
      let end = i;
      while (end < to && !isSpace(codeAt(source, end)) && codeAt(source, end) !== TAB) end++;
      out.add(source, i, end, style);
      if (end === to) break;
      out.addSpace(style, end);
      const newLine = codeAt(source, end) === LINE_FEED || codeAt(source, end) === 13;
      i = newLine ? this.#afterPrefix(end + 1) : end + 1;
    }
    this.#at = close + fence;
  }

  #backticks: Backticks | undefined;

  #delimiter(code: number): void {
    const { source, out } = this;
    const start = this.#at;
    const at = out.count;
    const before = start === 0 ? Side.Space : sideOf(codePointBefore(source, start));
    let length = 1;
    while (start + length < source.length && codeAt(source, start + length) === code) length++;
    this.#literal(length);
    const after = this.#at < source.length ? sideOf(source.codePointAt(this.#at)!) : Side.Space;

    const leftFlanking = after === Side.Letter || (after === Side.Mark && before !== Side.Letter);
    const rightFlanking = before === Side.Letter || (before === Side.Mark && after !== Side.Letter);
    const word = code === 95;
    const opens = leftFlanking && (!word || !rightFlanking || before === Side.Mark);
    const closes = rightFlanking && (!word || !leftFlanking || after === Side.Mark);
    if (!opens && !closes) return;
    this.#delimiters.push({ at, code, length, opens, closes, left: length });
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
    TAG.lastIndex = this.#at;
    const tag = TAG.exec(source)?.[0];
    if (tag !== undefined) {
      if (/^<br\b/i.test(tag)) this.out.addBreak(this.#at);
      this.#at += tag.length;
      return;
    }
    AUTOLINK.lastIndex = this.#at;
    const link = AUTOLINK.exec(source);
    if (link === null) {
      this.#literal(1);
      return;
    }
    this.out.add(source, this.#at + 1, this.#at + 1 + link[1]!.length, this.base);
    this.#at += link[0].length;
  }

  #entity(): void {
    const entity = entityAt(this.source, this.#at);
    if (entity === null) {
      this.#literal(1);
      return;
    }
    this.out.add(entity.text, 0, entity.text.length, this.base, this.#at);
    this.#at += entity.length;
  }

  #closeBracket(): void {
    const bracket = this.#brackets.pop();
    const end = bracket === undefined ? -1 : this.#targetEnd(this.#at + 1);
    if (bracket === undefined || end === -1) {
      this.#literal(1);
      return;
    }
    const { out } = this;
    REMOTE.lastIndex = this.#at + 1;
    const opening = out.stretches[bracket.at]!;
    if (bracket.image && REMOTE.test(this.source)) opening.to = opening.from;
    else if (bracket.image) {
      out.cut(bracket.at);
      while (this.#delimiters.length > 0 && this.#delimiters.at(-1)!.at >= bracket.at) this.#delimiters.pop();
      out.add('\ufffc', 0, 1, 0, opening.from);
    } else {
      opening.to = opening.from;
      // Links don't nest: what opened before this one is text.
      for (let i = this.#brackets.length - 1; i >= 0; i--) if (!this.#brackets[i]!.image) this.#brackets.splice(i, 1);
    }
    this.#at = end;
  }

  #targetEnd(at: number): number {
    const next = codeAt(this.source, at);
    if (next !== 40 && next !== 91) return codeAt(this.masked, at - 1) === LINK_END ? at : -1;
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

/** What a run of emphasis marks has on a side of it. */
enum Side {
  Space,
  Mark,
  Letter,
}

function sideOf(code: number): Side {
  if (code < 128) {
    if (code === SPACE || (code >= TAB && code <= 13)) return Side.Space;
    return isAsciiPunctuation(code) ? Side.Mark : Side.Letter;
  }
  const character = String.fromCodePoint(code);
  if (character.trim() === '') return Side.Space;
  return PUNCTUATION.test(character) ? Side.Mark : Side.Letter;
}

function codePointBefore(source: string, at: number): number {
  const code = codeAt(source, at - 1);
  const pair = code >= 0xdc00 && code < 0xe000 && at > 1;
  return pair ? source.codePointAt(at - 2)! : code;
}
