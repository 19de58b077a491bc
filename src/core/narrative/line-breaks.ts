import type { ParsedMarkdown } from '../markdown/parse.js';
import type { Block } from '../model.js';

/** What opens a line that starts something of its own: a bold label, a question or answer mark, an attribution. */
const OPENER =
  /^(?:\*\*|__)[^*_\n]{1,160}(?:\*\*|__)|^(?:\*\*|__|\*|_)?(?:Q|A|F|Question|Answer|Frage|Antwort|질문|답변|답|문|问|問|答|回答|質問)\s*\d*\s*[.:：)]/i;

/** Where in a block the author began a new line on purpose rather than because the line was full: offsets relative to it. */
export function deliberateBreaks(block: Block, { text, lines }: ParsedMarkdown): number[] {
  const last = block.endLine - block.line;
  const start = (n: number): number => Math.max(block.start, lines.start(block.line + n));
  const rows: string[] = [];
  let longest = 0;
  for (let n = 0; n <= last; n++) {
    const line = text.slice(start(n), Math.min(block.end, lines.end(block.line + n)));
    const row = /^[\s>]/.test(line) ? line.replace(/^[\s>]+/, '') : line;
    rows.push(row);
    longest = Math.max(longest, row.trimEnd().length);
  }
  const width = Math.min(longest, 72);
  const breaks: number[] = [];
  for (let n = 1; n <= last; n++) if (isDeliberate(rows[n - 1]!, rows[n]!, width)) breaks.push(start(n) - block.start);
  return breaks;
}

/** Whether an author who writes lines of some width began a new one on purpose. */
function isDeliberate(before: string, here: string, width: number): boolean {
  const end = before.trimEnd();
  // What follows would have had room on the line before, and opens as a line of its own does.
  const room = width - end.length - 1;
  if (room > 0 && here.search(/\s|$/) < room && !/[,;]$/.test(end) && OPENS_LINE.test(here)) return true;
  if (before.endsWith('  ') || before.endsWith('\\')) return true;
  return OPENER.test(here) || /^\W*for immediate release\W*$/i.test(before);
}

const OPENS_LINE = /^[\s*_"“'‘(]*[\p{Lu}\p{Lo}\p{N}]/u;
