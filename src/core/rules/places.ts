import type { Range, Section } from '../model.js';
import type { Analysis } from '../narrative/narrative.js';

/** Findings of one kind that each stand for themselves; more of text that nobody has written yet are one that counts them. */
export const SHOWN_ONE_BY_ONE = 3;

/** A line longer than this is underlined at its opening alone, both in UTF-16 units: that says where it is, and is no wall of squiggles. */
const LONG_LINE = 100;
const OPENING = 60;

/** From an offset to the end of its line, or of the word that the opening of a long one ends in: where a finding about something long is shown. */
export function lineFrom({ markdown }: Analysis, start: number): Range {
  const { lines, text } = markdown;
  const end = Math.max(start, lines.end(lines.lineAt(start)));
  if (end - start <= LONG_LINE) return { start, end };
  const space = text.slice(start + OPENING, end).search(/\s/);
  return { start, end: space === -1 ? end : start + OPENING + space };
}

/** The section of an id, the first of several. One function for all rules, for a closure in each is dearer than the search. */
export function sectionOf({ narrative }: Analysis, id: string): Section | undefined {
  for (const section of narrative.sections) if (section.id === id) return section;
  return undefined;
}

/** A range without the white space at its ends. */
export function trimmed({ markdown }: Analysis, { start, end }: Range): Range {
  const text = markdown.text.slice(start, end);
  const from = start + (text.length - text.trimStart().length);
  return { start: Math.min(from, end), end: Math.max(Math.min(from, end), start + text.trimEnd().length) };
}
