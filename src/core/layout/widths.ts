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

/** Characters up to here are looked up; the table then takes 72 KB. */
const TABLE_SIZE = 0x2400;
const FACES = 4;

const MONO_UNITS = Math.round(MONO_ADVANCE * UNITS_PER_EM);

const table = new Uint16Array(FACES * TABLE_SIZE);
fill();

function fill(): void {
  for (let code = 0; code < TABLE_SIZE; code++) {
    const width = estimate(code);
    for (let face = 0; face < FACES; face++) table[face * TABLE_SIZE + code] = width;
  }
  for (const row of ADVANCES.trim().split('\n')) {
    const [face, first, ...widths] = row.split(' ');
    const start = Number(face) * TABLE_SIZE + Number.parseInt(first!, 16);
    for (const [i, width] of widths.entries()) if (start + i < table.length) table[start + i] = Number(width);
  }
}

/** Width of one UTF-16 unit in font units; a surrogate pair has all of its width in the first one. */
export function widthOf(code: number, style: number): number {
  if (code < TABLE_SIZE) {
    if ((style & MONO) === 0) return table[(style & 3) * TABLE_SIZE + code]!;
    return code < 0x0300 || table[code] !== 0 ? MONO_UNITS : 0;
  }
  return estimate(code);
}

function estimate(code: number): number {
  return Math.round(UNITS_PER_EM * emsOf(code));
}

/** In ems; ranges as the Unicode blocks have them. */
function emsOf(code: number): number {
  if (code < 0x20) return 0;
  if (code < 0x1100) return code >= 0x300 && code < 0x370 ? 0 : LETTER;
  if (code < 0x1200) return HANGUL;
  if (code < 0x2000) return LETTER;
  if (code < 0x2190) return (code >= 0x200b && code <= 0x200f) || (code >= 0x2028 && code <= 0x206f) ? 0 : LETTER;
  if (code < 0x2200) return ARROW;
  if (code < 0x2300) return MATH;
  if (code < 0x2e80) return SYMBOL;
  if (code < 0xac00) return FULL_WIDTH;
  if (code < 0xd7b0) return HANGUL;
  // Pairs: plane 1 is mostly emoji, plane 2 mostly Han.
  if (code >= 0xd800 && code < 0xdc00) return code >= 0xd840 ? FULL_WIDTH : EMOJI;
  if (code >= 0xdc00 && code < 0xe000) return 0;
  if (code >= 0xfe00 && code <= 0xfe0f) return 0;
  if (code >= 0xff61 && code < 0xffe0) return FULL_WIDTH / 2;
  if (code === 0xfeff) return 0;
  return FULL_WIDTH;
}
