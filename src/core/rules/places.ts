import type { Range } from '../model.js';
import type { Analysis } from '../narrative/narrative.js';

/** Findings of one kind that each stand for themselves; more of text that nobody has written yet are one that counts them. */
export const SHOWN_ONE_BY_ONE = 3;

/** From an offset to the end of its line: where a finding about something long is shown. */
export function lineFrom({ markdown }: Analysis, start: number): Range {
  const { lines } = markdown;
  return { start, end: Math.max(start, lines.end(lines.lineAt(start))) };
}

/** A range without the white space at its ends. */
export function trimmed({ markdown }: Analysis, { start, end }: Range): Range {
  const text = markdown.text.slice(start, end);
  const from = start + (text.length - text.trimStart().length);
  return { start: Math.min(from, end), end: Math.max(Math.min(from, end), start + text.trimEnd().length) };
}

/** The document's own line break. */
export function eolOf({ markdown }: Analysis): string {
  return markdown.text.includes('\r\n') ? '\r\n' : '\n';
}
