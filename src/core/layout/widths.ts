import { ADVANCES, UNITS_PER_EM } from './carlito.js';
import { MONO_ADVANCE } from './metrics.js';
import { MONO } from './styled.js';

/**
 * Advance widths in font units (2048 to the em) by character and style.
 *
 * What the shipped subset of Carlito doesn't have comes from whatever font the reader's system falls back to. Those widths are
 * estimates, each named below with the fonts it is taken from; pages of such text can differ from the browser's by a few lines.
 */

/** Han, kana and full-width punctuation are a full em in every usual font. */
const FULL_WIDTH = 1;
/** Hangul is 0.92 em in Noto Sans KR and Malgun Gothic; Batang has a full em, Apple SD Gothic Neo 0.87. */
const HANGUL = 0.92;
/** Noto Color Emoji 1.17 to 1.28, Apple Color Emoji 1.25, Segoe UI Emoji 1.37. */
const EMOJI = 1.25;
/** Arrows are 1 em in Arial and Segoe UI, 0.84 in DejaVu Sans. */
const ARROW = 0.9;
/** `≥`, `≈`: 0.55 in Arial, 0.68 in Segoe UI, 0.84 in DejaVu Sans. */
const MATH = 0.65;
/** Box drawing, ticks, bullets: 0.6 in fixed-width fonts, up to 0.9 in symbol fonts. */
const SYMBOL = 0.75;
/** Any other letter: the mean of Carlito's lower-case letters. */
const LETTER = 0.5;

/** In ems, by where a range of characters begins, as the Unicode blocks have them. */
const ESTIMATES: readonly (readonly [from: number, ems: number])[] = [
  [0, 0],
  [0x20, LETTER],
  [0x300, 0],
  [0x370, LETTER],
  [0x1100, HANGUL],
  [0x1200, LETTER],
  [0x200b, 0],
  [0x2010, LETTER],
  [0x2028, 0],
  [0x2070, LETTER],
  [0x2190, ARROW],
  [0x2200, MATH],
  [0x2300, SYMBOL],
  [0x2e80, FULL_WIDTH],
  [0xac00, HANGUL],
  [0xd7b0, FULL_WIDTH],
  // Pairs: plane 1 is mostly emoji, plane 2 mostly Han.
  [0xd800, EMOJI],
  [0xd840, FULL_WIDTH],
  [0xdc00, 0],
  [0xe000, FULL_WIDTH],
  [0xfe00, 0],
  [0xfe10, FULL_WIDTH],
  [0xfeff, 0],
  [0xff00, FULL_WIDTH],
  [0xff61, FULL_WIDTH / 2],
  [0xffe0, FULL_WIDTH],
];

/** Characters up to here are looked up; the table then takes 72 KB. */
export const TABLE_SIZE = 0x2400;
const FACES = 4;

const MONO_UNITS = Math.round(MONO_ADVANCE * UNITS_PER_EM);

let tables: readonly Uint16Array[] | undefined;

/** Widths of the first `TABLE_SIZE` characters in a style; made when first asked for. */
export function widthsOf(style: number): Uint16Array {
  tables ??= makeTables();
  return tables[style & MONO ? FACES : style & 3]!;
}

/** One for each of the four faces, and that of code. */
function makeTables(): Uint16Array[] {
  const made = Array.from({ length: FACES }, () => new Uint16Array(TABLE_SIZE));
  for (const table of made) {
    for (const [n, [from, ems]] of ESTIMATES.entries()) table.fill(units(ems), from, ESTIMATES[n + 1]?.[0]);
  }
  for (const row of ADVANCES.trim().split('\n')) {
    const [face, first, ...widths] = row.split(' ');
    const start = Number.parseInt(first!, 16);
    for (const [i, width] of widths.entries())
      if (start + i < TABLE_SIZE) made[Number(face)]![start + i] = Number(width);
  }
  const code = made[0]!.map((width, c) => (c < 0x0300 || width !== 0 ? MONO_UNITS : 0));
  return [...made, code];
}

/** Width of one UTF-16 unit in font units; a surrogate pair has all of its width in the first one. */
export function widthOf(code: number, style: number): number {
  if (code >= TABLE_SIZE) return estimate(code);
  return widthsOf(style)[code]!;
}

const HANGUL_UNITS = units(HANGUL);
const FULL_WIDTH_UNITS = units(FULL_WIDTH);

function estimate(code: number): number {
  // Hangul and Han, which make whole documents.
  if (code >= 0xac00 && code < 0xd7b0) return HANGUL_UNITS;
  if (code >= 0x2e80 && code < 0xac00) return FULL_WIDTH_UNITS;
  let n = ESTIMATES.length - 1;
  while (ESTIMATES[n]![0] > code) n--;
  return units(ESTIMATES[n]![1]);
}

function units(ems: number): number {
  return Math.round(UNITS_PER_EM * ems);
}
