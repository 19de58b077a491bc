import type MarkdownIt from 'markdown-it';
import { codeAt } from '../text/characters.js';

/**
 * Reads Notion's callouts, text between `<aside>` and `</aside>` on lines of their own, as the paragraphs that they are. CommonMark takes all up
 * to the next empty line for HTML.
 */
export function readCallouts(markdown: ReturnType<typeof MarkdownIt>): void {
  markdown.block.ruler.before(
    'html_block',
    'callout',
    (state, line, _, silent) => {
      const start = state.bMarks[line]! + state.tShift[line]!;
      if (codeAt(state.src, start) !== 60 || state.sCount[line]! - state.blkIndent >= 4) return false;
      if (!CALLOUT.test(state.src.slice(start, state.eMarks[line]))) return false;
      if (silent) return true;
      const token = state.push('html_block', '', 0);
      token.map = [line, line + 1];
      token.content = state.getLines(line, line + 1, state.blkIndent, true);
      state.line = line + 1;
      return true;
    },
    { alt: ['paragraph', 'reference', 'blockquote'] },
  );
}

const CALLOUT = /^<\/?aside>\s*$/i;
