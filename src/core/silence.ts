import type { Messages } from './messages/index.js';
import type { Finding, Fix, TextEdit } from './model.js';
import type { Analysis } from './narrative/narrative.js';

/**
 * Fixes that write a directive: for the line, and for the file. A comment would part a paragraph in two, so a finding inside one is
 * silenced from before its block to after it.
 */
export function silencingFixes({ markdown }: Analysis, finding: Finding, messages: Messages): Fix[] {
  const { lines } = markdown;
  const { eol } = lines;
  const line = lines.lineAt(finding.start);
  const block = markdown.blocks.find((one) => line >= one.line && line <= one.endLine);
  const top = block ? topLine(block) : line;
  const isIndentedCode = block?.type === 'code' && !/^[`~]/.test(block.text);
  const indent = isIndentedCode ? quoteMarks(lines.slice(top), block.quote) : indentOf(lines.slice(top));
  const put = (offset: number, text: string): TextEdit => ({ start: offset, end: offset, text });
  const before = (comment: string): TextEdit =>
    put(lines.start(top), `${indent}<!-- ${comment} -->${eol}${indent.trimEnd()}${eol}`);
  const edits =
    line === top
      ? [before(`prfaq-disable-next-line ${finding.rule}`)]
      : [
          before(`prfaq-disable ${finding.rule}`),
          put(
            lines.end(block?.list?.endLine ?? block!.endLine),
            `${eol}${eol}${indent}<!-- prfaq-enable ${finding.rule} -->`,
          ),
        ];
  return [
    { title: messages.disableForLine(finding.rule), edits, safe: false },
    {
      title: messages.disableForFile(finding.rule),
      edits: [forFile(`<!-- prfaq-disable-file ${finding.rule} -->`)],
      safe: false,
    },
  ];

  /** At the end of the document, out of the way; at its top where the end may be code, or a comment that nobody closed. */
  function forFile(comment: string): TextEdit {
    const last = markdown.blocks.at(-1)?.type;
    if (last !== 'code' && last !== 'html') return put(markdown.text.trimEnd().length, `${eol}${eol}${comment}`);
    const top = markdown.frontMatter ? lines.start(markdown.frontMatter.endLine + 1) : 0;
    return put(top, `${comment}${eol}${eol}`);
  }

  /** A comment between the items of a list would end it: the directive goes above the whole. */
  function topLine(of: NonNullable<typeof block>): number {
    let list = of.list;
    while (list?.parent) list = list.parent;
    return list ? list.line : of.line;
  }
}

/** What stands in front of a block's first line. */
function indentOf(line: string): string {
  return /^[ \t>]*/.exec(line)![0];
}

/** The marks of the quotes that a line of indented code stands in: more white space would make a comment code, and a `>` behind it is code. */
function quoteMarks(line: string, quotes: number): string {
  return new RegExp(`^(?: {0,3}> ?){0,${quotes}}`).exec(line)![0];
}
