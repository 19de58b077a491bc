/**
 * Between which characters a line may end, besides after a space.
 *
 * The pairs are what Chromium does (its own table for ASCII, else ICU's line breaking, UAX #14), found by setting every pair of the
 * characters below in a column one pixel wide, Chromium 156. It is the browser that the paper has to agree with, so where it
 * departs from UAX #14, as in `a?|b`, this does too.
 */

/** What a character is to the one before it. */
enum Before {
  /** Never starts a line: closing marks, `/`, `-`, spaces that don't break. */
  Close = 0,
  /** ASCII brackets that open. */
  Open = 1,
  /** Letters and signs of ASCII. */
  Letter = 2,
  Digit = 4,
  /** `$ % + \`, signs that go with a number. */
  Numeric = 8,
  /** Any other letter or sign: `é`, `→`, `✓`. */
  Other = 16,
  /** `− € ° ±`. */
  OtherNumeric = 32,
  EmDash = 64,
  /** Han, kana, Hangul, emoji: lines break on either side of each. */
  Ideograph = 128,
  /** `（「` */
  WideOpen = 256,
  /** `" ' | -`: a line starts with these only after a hyphen. */
  AfterHyphen = 512,
}

const AFTER_LETTER = Before.EmDash | Before.Ideograph | Before.WideOpen;
const AFTER_NUMERIC = Before.Open | Before.EmDash | Before.OtherNumeric | Before.WideOpen;
const AFTER_WIDE =
  Before.Open | Before.Letter | Before.Digit | Before.Numeric | Before.Other | Before.OtherNumeric | AFTER_LETTER;
const AFTER_EXCLAMATION = Before.Open | Before.Other | Before.OtherNumeric | AFTER_LETTER;

/** By code below 128: what the character is to the one before, and before what a line may start after it. */
const asciiBefore = new Uint16Array(128);
const asciiAfter = new Uint16Array(128);
ascii('#&*=>@^_`~', Before.Letter, AFTER_LETTER | Before.Open);
ascii('@^_`', Before.Letter, AFTER_LETTER);
ascii('<', Before.Open, AFTER_LETTER);
ascii('({[', Before.Open, 0);
ascii('%', Before.Numeric, AFTER_NUMERIC | Before.Ideograph);
ascii('$+\\', Before.Numeric, AFTER_NUMERIC);
ascii('),.:;]', Before.Close, AFTER_NUMERIC | Before.Ideograph);
ascii('"', Before.AfterHyphen, Before.Open);
ascii("'", Before.AfterHyphen, 0);
ascii('!}', Before.Close, AFTER_EXCLAMATION);
ascii('|', Before.AfterHyphen, AFTER_EXCLAMATION);
ascii('/', Before.Close, AFTER_EXCLAMATION & ~Before.Open);
ascii('?', Before.Close, AFTER_WIDE | Before.AfterHyphen);
ascii('-', Before.AfterHyphen, AFTER_WIDE | Before.AfterHyphen);
for (let code = 48; code < 58; code++) ascii(String.fromCharCode(code), Before.Digit, AFTER_LETTER);
for (let code = 65; code < 91; code++) ascii(String.fromCharCode(code, code + 32), Before.Letter, AFTER_LETTER);

function ascii(characters: string, before: number, after: number): void {
  for (const character of characters) {
    asciiBefore[character.charCodeAt(0)] = before;
    asciiAfter[character.charCodeAt(0)] = after;
  }
}

const ZERO_WIDTH_SPACE = 0x200b;

/**
 * Whether a line may end between `left` and `right`, neither of them a space. `beforeLeft` is the character before `left`, 32 at the
 * start of a line. With `keepWords`, as Korean is set, words hold together whatever their script.
 */
export function canBreak(beforeLeft: number, left: number, right: number, keepWords: boolean): boolean {
  if (left < 128 && right < 128) {
    // A minus or a range of numbers: `-1` holds together, `A-1` and `1-2` break.
    if (left === 45) {
      if (right >= 48 && right < 58) return isAlphanumeric(beforeLeft);
      if (right === 36) return false;
    }
    if (right === 124 || right === 39) return left === 45 || (right === 124 && left === 63);
    if (right === 34) return left === 45;
    return (asciiAfter[left]! & asciiBefore[right]!) !== 0;
  }
  if (left === ZERO_WIDTH_SPACE) return true;
  if (keepWords && isWord(left) && isWord(right)) return false;
  return (after(left) & before(right)) !== 0;
}

function before(code: number): number {
  if (code < 128) return asciiBefore[code]!;
  if (isClosing(code)) return Before.Close;
  if (code === 0x2014) return Before.EmDash;
  if (code === 0x2212 || code === 0x20ac || code === 0xb0 || code === 0xb1) return Before.OtherNumeric;
  if (isWideOpen(code)) return Before.WideOpen;
  return isIdeograph(code) ? Before.Ideograph : Before.Other;
}

function after(code: number): number {
  if (code < 128) return asciiAfter[code]!;
  switch (code) {
    case 0xad:
    case 0x2010:
    case 0x2013:
    case 0x2026:
      return AFTER_WIDE;
    case 0x2014:
      return AFTER_WIDE & ~Before.EmDash;
    case 0xb0:
      return AFTER_NUMERIC | Before.Numeric | Before.Ideograph;
    case 0xb1:
    case 0x20ac:
    case 0x2212:
      return AFTER_NUMERIC | Before.Numeric;
  }
  if (isGlue(code) || isQuote(code) || isWideOpen(code)) return 0;
  return isWideClosing(code) || isIdeograph(code) ? AFTER_WIDE : AFTER_LETTER;
}

function isAlphanumeric(code: number): boolean {
  return (code >= 48 && code < 58) || (code >= 65 && code < 91) || (code >= 97 && code < 123);
}

/** For `keepWords`: letters and digits of any script. */
function isWord(code: number): boolean {
  return code < 128 ? isAlphanumeric(code) : isIdeograph(code) || (code >= 0xc0 && code < 0x2000);
}

function isGlue(code: number): boolean {
  return code === 0xa0 || code === 0x2011 || code === 0x202f || code === 0x2060 || code === 0xfeff;
}

function isQuote(code: number): boolean {
  return code === 0xab || code === 0xbb || (code >= 0x2018 && code <= 0x201f) || code === 0x2039 || code === 0x203a;
}

function isClosing(code: number): boolean {
  if (code < 0x300) return code === 0xad || isGlue(code) || isQuote(code);
  if (code < 0x370) return true;
  if (code < 0x2000) return false;
  // Hyphens, dashes and the ellipsis; marks without width.
  if (code < 0x2100) {
    const hyphen = code >= 0x2010 && code <= 0x2013;
    const invisible = code >= 0x200b && code <= 0x200f;
    return hyphen || invisible || code === 0x2026 || isQuote(code) || isGlue(code);
  }
  return isWideClosing(code) || (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xdc00 && code < 0xe000) || isGlue(code);
}

const WIDE_OPEN = '（［｛「『【〔〈《〖';
/** What kinsoku keeps from the start of a line; small kana and the long-vowel mark do start one in browsers (`line-break: auto`). */
const WIDE_CLOSING = '、。，．）］｝」』】〕〉》〗！？：；々〻';

function isWideOpen(code: number): boolean {
  return code >= 0x3000 && WIDE_OPEN.includes(String.fromCharCode(code));
}

function isWideClosing(code: number): boolean {
  return code >= 0x3000 && WIDE_CLOSING.includes(String.fromCharCode(code));
}

/** Hangul, kana, Han, full-width forms, and the second half of a pair (the first never has a break after it: see `isClosing`). */
function isIdeograph(code: number): boolean {
  if (code < 0x1100) return false;
  return (
    code < 0x1200 ||
    (code >= 0x2e80 && code < 0xd7b0) ||
    (code >= 0xd800 && code < 0xe000) ||
    (code >= 0xf900 && code < 0xffe7)
  );
}
