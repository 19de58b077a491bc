/**
 * The UTF-16 unit at `i` of a text, 0 outside of it: `charCodeAt`, several times as fast in a loop over texts of all kinds.
 *
 * V8 looks a method of a string up by what the string is made of (a slice, a concatenation, of one byte a character or two), and where it
 * has met more than four kinds it does so at every call. Added to an empty one it is known to be a string, which needs no looking up.
 */
export function codeAt(text: string, i: number): number {
  // biome-ignore lint/style/useTemplate: a template literal says nothing of what the text is.
  const known = '' + text;
  return i >= 0 && i < known.length ? String.prototype.charCodeAt.call(known, i) : 0;
}

/**
 * The text from `start` to `end`, as a copy. V8 makes a slice of a longer text a reference to it, and to read each of its characters then takes
 * more than twice as long: worth a copy where a text is read several times.
 */
export function flatSlice(text: string, start: number, end: number): string {
  return start === end ? '' : [text.slice(start, start + 1), text.slice(start + 1, end)].join('');
}

/** What a character is to whoever counts words and looks for the ends of sentences. */
export enum Class {
  Letter,
  /** White space, and dashes that part words. */
  Space,
  /** Punctuation inside or beside a word. */
  Other,
  /** Scripts that are written without spaces. */
  Dense,
  /** `.!?…`, which may end a sentence. */
  End,
  /** `。！？`, which end a sentence and have their space built in. */
  WideEnd,
}

/** The class of a UTF-16 unit. */
export function classOf(c: number): Class {
  return c < 128 ? ASCII[c]! : beyondAscii(c);
}

const ASCII = new Uint8Array(128);
for (let c = 0; c < 128; c++) ASCII[c] = c <= 32 ? Class.Space : isAlphanumeric(c) ? Class.Letter : Class.Other;
for (const mark of '.!?') ASCII[mark.charCodeAt(0)] = Class.End;

function isAlphanumeric(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c >= 48 && c <= 57);
}

function beyondAscii(c: number): Class {
  // Hangul syllables first: the most frequent of all.
  if (c >= 0xac00 && c <= 0xd7a3) return Class.Letter;
  if (c < 0xc0) return c <= 0xa0 ? Class.Space : c === 0xaa || c === 0xb5 || c === 0xba ? Class.Letter : Class.Other;
  if (c < 0x2000) return c === 0xd7 || c === 0xf7 ? Class.Other : Class.Letter;
  if (c < 0x2c00) {
    if (c === 0x2026) return Class.End;
    const space = c <= 0x200a || (c >= 0x2013 && c <= 0x2015) || c === 0x2028 || c === 0x2029 || c === 0x202f;
    return space ? Class.Space : Class.Other;
  }
  if (c < 0x2e80) return Class.Letter;
  if (c === 0x3002 || c === 0xff01 || c === 0xff1f) return Class.WideEnd;
  // Full-width punctuation has its space built in.
  if ((c >= 0x3000 && c <= 0x3003) || (c >= 0xff02 && c <= 0xff0f && c !== 0xff07)) return Class.Space;
  if (c >= 0x3040 && c <= 0x30ff) return Class.Dense;
  if ((c >= 0x3400 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) || c === 0x3005) return Class.Dense;
  if (c < 0x3130 || (c >= 0xfe00 && c <= 0xfe6f) || c === 0xff00 || c === 0xff07 || c >= 0xfff0) return Class.Other;
  // Surrogates are emoji here; the letters above U+FFFF are too rare to be worth a look-up a character.
  return c >= 0xd800 && c <= 0xdfff ? Class.Other : Class.Letter;
}

/** What a text holds besides words, one bit each: most looks at a block are spared by one look at its signs. */
export enum Sign {
  None = 0,
  /** Line breaks and tabs. */
  Break = 1,
  /** White space of more than a character, or of another kind than a space. */
  Gap = 2,
  /** Masked markup inside words; see `markdown/mask.ts`. */
  Joiner = 4,
  /** Marks that open a quotation. */
  Quote = 8,
  /** `[ { < _`, which may open a placeholder. */
  Bracket = 16,
  /** `?` and `？`. */
  Asks = 32,
  /** Letters of the scripts from Hangul on. */
  Eastern = 64,
  /** Colons and dashes, which may end a label. */
  Separator = 128,
  /** What may be inline markup and wasn't masked; an image's `!` is none without its bracket. */
  Markup = 256,
  /** What stands for code, an address or an image; see `markdown/mask.ts`. */
  Object = 512,
}

/** A part of a block's masked prose without what stands for marks of emphasis and the like; `signs` are those of the prose. */
export function withoutJoiners(text: string, signs: number): string {
  return signs & Sign.Joiner ? text.replaceAll('\u2060', '') : text;
}

const ASCII_SIGN = new Uint16Array(128);
for (let c = 0; c < 32; c++) ASCII_SIGN[c] = Sign.Break;
ASCII_SIGN[34] = Sign.Quote;
ASCII_SIGN[63] = Sign.Asks;
for (const mark of ':-') ASCII_SIGN[mark.charCodeAt(0)] = Sign.Separator;
for (const mark of '[{<_') ASCII_SIGN[mark.charCodeAt(0)] = Sign.Bracket;
for (const mark of '&*<[\\]_`~') ASCII_SIGN[mark.charCodeAt(0)]! |= Sign.Markup;

/** The sign that a UTF-16 unit is. */
export function signOf(c: number): Sign {
  if (c < 128) return ASCII_SIGN[c]!;
  if (c < 0x2000)
    return c === 0xab || c === 0xbb ? Sign.Quote : c <= 0xa0 ? Sign.Gap : c >= 0x1100 ? Sign.Eastern : Sign.None;
  if (c === 0x2060) return Sign.Joiner;
  if (c === 0x2013 || c === 0x2014) return Sign.Separator;
  if (c === 0x201c || c === 0x201e || c === 0x2018) return Sign.Quote;
  if (c <= 0x200a || c === 0x2028 || c === 0x2029 || c === 0x202f || c === 0x205f) return Sign.Gap;
  if (c < 0x2e80) return Sign.None;
  if (c === 0x300c || c === 0x300e) return Sign.Quote;
  if (c === 0x3000 || c === 0xfeff) return Sign.Gap;
  if (c === 0xff1a) return Sign.Separator | Sign.Eastern;
  if (c === 0xfffc) return Sign.Object;
  return c === 0xff1f ? Sign.Asks | Sign.Eastern : Sign.Eastern;
}
