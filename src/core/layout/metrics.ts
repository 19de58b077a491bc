import type { LanguageId } from '../model.js';

/**
 * The typography of the paper, the one place it is written down: the engine lays out with these numbers and the preview's style
 * sheet gets the same ones as custom properties (`cssProperties`), so the two can't drift apart.
 *
 * All lengths are points. Vertical ones are whole multiples of 0.75 pt, which is one CSS pixel, so that no browser has anything
 * to round.
 */

export type PaperSize = 'letter' | 'a4';

export interface PageSetup {
  readonly size: PaperSize;
  /** On all four sides, in points. */
  readonly margin: number;
  /** Korean breaks lines between words, Chinese and Japanese between characters. */
  readonly language: LanguageId;
}

/** US Letter with margins of an inch: what a six-pager is printed on. */
export const DEFAULT_PAGE: PageSetup = { size: 'letter', margin: 72, language: 'en' };

/** ANSI Y14.1 and ISO 216; A4 is 210 × 297 mm to the nearest 64th of a pixel below, in which browsers lay out. */
export const PAPER: Readonly<Record<PaperSize, { readonly width: number; readonly height: number }>> = {
  letter: { width: 612, height: 792 },
  a4: { width: 595.265625, height: 841.875 },
};

export interface TypeStyle {
  readonly size: number;
  /** Height of a line. */
  readonly line: number;
  /** Space above and below; between two blocks the larger one counts, and none at the top of a page. */
  readonly before: number;
  readonly after: number;
}

export type StyleName = 'body' | 'item' | 'lead' | 'h1' | 'h2' | 'h3' | 'h4' | 'code' | 'table' | 'rule' | 'figure';

/**
 * `body` is 11 on 13.5: "single-spaced" as Word sets Calibri (1.22), rounded to a whole pixel; a Letter page has 48 lines of it.
 * `item` is text in a list, `lead` a paragraph that is bold from end to end: most writers set their questions that way.
 */
export const TYPE: Readonly<Record<StyleName, TypeStyle>> = {
  body: { size: 11, line: 13.5, before: 0, after: 8.25 },
  item: { size: 11, line: 13.5, before: 0, after: 3 },
  lead: { size: 11, line: 13.5, before: 0, after: 2.25 },
  h1: { size: 17, line: 20.25, before: 16.5, after: 6 },
  h2: { size: 13, line: 16.5, before: 15, after: 4.5 },
  h3: { size: 11, line: 13.5, before: 10.5, after: 2.25 },
  h4: { size: 11, line: 13.5, before: 8.25, after: 2.25 },
  code: { size: 10, line: 12, before: 0, after: 8.25 },
  table: { size: 10, line: 12, before: 2.25, after: 10.5 },
  rule: { size: 11, line: 0.75, before: 9.75, after: 9.75 },
  figure: { size: 11, line: 243, before: 2.25, after: 10.5 },
};

/** Of a list inside a list, in points from the text around it; also how far a block quote is set in. */
export const LIST_INDENT = 18;
export const QUOTE_INDENT = 15;

/** Around the text of a code block, vertical and horizontal. */
export const CODE_PADDING = 6;
/** In a table's cell: above and below its text, left and right of it, and the line under each row. */
export const CELL_PADDING = 2.25;
export const CELL_GUTTER = 6;
export const CELL_RULE = 0.75;

/**
 * Advance of every character of code, in ems. The fixed-width font is the reader's own, so the style sheet scales whatever it is
 * to this width (`font-size-adjust: ch-width`); half an em puts its letters at the height of Carlito's.
 */
export const MONO_ADVANCE = 0.5;

/** Running head and page number. */
export const MARGIN_TYPE_SIZE = 8.5;

/** A paragraph that is split leaves at least so many lines on either page. */
export const MIN_LINES = 2;

/** The style of a heading of level 1 to 6: from the fourth on they look alike. */
export function styleOfHeading(level: number): StyleName {
  return level === 1 ? 'h1' : level === 2 ? 'h2' : level === 3 ? 'h3' : 'h4';
}

/** Width of the text and height of the page between the margins. */
export function textArea(page: PageSetup): { readonly width: number; readonly height: number } {
  const { width, height } = PAPER[page.size];
  return { width: width - 2 * page.margin, height: height - 2 * page.margin };
}

/** The same numbers as CSS custom properties. */
export function cssProperties(page: PageSetup): Readonly<Record<string, string>> {
  const { width, height } = PAPER[page.size];
  const lengths: Record<string, number> = {
    '--paper-width': width,
    '--paper-height': height,
    '--paper-margin': page.margin,
    '--list-indent': LIST_INDENT,
    '--quote-indent': QUOTE_INDENT,
    '--code-padding': CODE_PADDING,
    '--cell-padding': CELL_PADDING,
    '--cell-gutter': CELL_GUTTER,
    '--cell-rule': CELL_RULE,
    '--margin-type-size': MARGIN_TYPE_SIZE,
  };
  for (const [name, style] of Object.entries(TYPE)) {
    for (const [key, value] of Object.entries(style)) lengths[`--${name}-${key}`] = value;
  }
  const properties: Record<string, string> = { '--mono-advance': String(MONO_ADVANCE) };
  for (const [name, value] of Object.entries(lengths)) properties[name] = `${value}pt`;
  return properties;
}
