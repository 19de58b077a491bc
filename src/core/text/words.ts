/**
 * Counting words as a word processor does: runs of characters between white space (or long dashes) that hold a letter or a
 * digit. Korean so counts eojeol. Han and kana are written without spaces: a run of them is divided by `Intl.Segmenter`, per
 * block only, because on a whole document it is quadratic in Node.js 20.
 */

enum Class {
  Letter,
  Space,
  Other,
  Dense,
}

/** Characters below this have their class in a table: the count runs over every character of a document. */
const TABLE = 0x2100;
const CLASSES = new Uint8Array(TABLE);
for (let c = 0; c < TABLE; c++) CLASSES[c] = judge(c);

/** White space, dashes that part words, letters and digits, and scripts without spaces; anything else is punctuation. */
function classOf(c: number): Class {
  if (c < TABLE) return CLASSES[c]!;
  // Hangul syllables and most ideographs, before the rarer ranges.
  if (c >= 0xac00 && c <= 0xd7a3) return Class.Letter;
  return judge(c);
}

function judge(c: number): Class {
  if (c < 128) {
    if ((c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c >= 48 && c <= 57)) return Class.Letter;
    return c <= 32 ? Class.Space : Class.Other;
  }
  if (c < 0xa0) return Class.Space;
  if (c === 0xa0) return Class.Space;
  if (c < 0xc0) return c === 0xaa || c === 0xb5 || c === 0xba ? Class.Letter : Class.Other;
  if (c < 0x2000) return c === 0xd7 || c === 0xf7 ? Class.Other : Class.Letter;
  if (c <= 0x200a || c === 0x2028 || c === 0x2029 || c === 0x202f || c === 0x3000) return Class.Space;
  if (c === 0x2013 || c === 0x2014 || c === 0x2015) return Class.Space;
  if (c < 0x2c00) return Class.Other;
  // Full-width punctuation has its space built in.
  if ((c >= 0x3001 && c <= 0x3003) || (c >= 0xff01 && c <= 0xff0f && c !== 0xff07)) return Class.Space;
  if (c < 0x2e80) return Class.Letter;
  if (c >= 0x3040 && c <= 0x30ff) return Class.Dense;
  if ((c >= 0x3400 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) || c === 0x3005) return Class.Dense;
  if (c < 0x3130 || (c >= 0xfe00 && c <= 0xfe6f) || (c >= 0xff00 && c <= 0xff0f) || c >= 0xfff0) return Class.Other;
  // Surrogates are emoji here; the letters above U+FFFF are too rare to be worth a look-up a character.
  if (c >= 0xd800 && c <= 0xdfff) return Class.Other;
  return Class.Letter;
}

let segmenter: Intl.Segmenter | undefined;

/** Runs counted before: a sentence is counted after the paragraph that it stands in. */
const counted = new Map<string, number>();
const REMEMBERED = 4000;

function denseWords(run: string): number {
  const known = counted.get(run);
  if (known !== undefined) return known;
  segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' });
  let count = 0;
  for (const segment of segmenter.segment(run)) if (segment.isWordLike) count++;
  if (counted.size >= REMEMBERED) counted.clear();
  counted.set(run, count);
  return count;
}

/** Number of words in `text` from `start` to `end` (UTF-16 offsets). `text` is masked prose, see `markdown/mask.ts`. */
export function countWords(text: string, start = 0, end = text.length): number {
  let count = 0;
  let inWord = false;
  for (let i = start; i < end; i++) {
    switch (classOf(text.charCodeAt(i))) {
      case Class.Letter:
        if (!inWord) {
          inWord = true;
          count++;
        }
        break;
      case Class.Space:
        inWord = false;
        break;
      case Class.Dense: {
        let to = i + 1;
        while (to < end && classOf(text.charCodeAt(to)) === Class.Dense) to++;
        count += denseWords(text.slice(i, to));
        i = to - 1;
        inWord = false;
        break;
      }
    }
  }
  return count;
}
