import type { Block, Fix } from '../model.js';
import { codeAt } from '../text/characters.js';
import { asSentence } from './list-fixes.js';
import { lineFrom } from './places.js';
import type { Rule, RuleContext } from './rule.js';

/** Signs that are nothing but bullets, and dashes or numbers that are bullets when they open two lines or more. */
const BULLET = /^[\s\u2060]*([•◦▪▫■□●○◆◇★‣⁃∙➤➢✓✔✅☑▶►])[\s\u2060]*(?=\S)/u;
const DASH = /^[\s\u2060]*([–—―·ㆍ・]|\(?(?:\d{1,2}|[a-z])\)|[①-⑳])[\s\u2060]+(?=\S)/iu;

interface Item {
  /** Offset in the document where its line begins, and where its text does. */
  readonly start: number;
  readonly text: number;
  readonly end: number;
  readonly strong: boolean;
}

/** Bullets that Markdown doesn't see as a list: they run together in one paragraph, and are a list all the same. */
export const typedBullet: Rule = {
  id: 'typed-bullet',
  summary: { en: 'A list is typed by hand.', ko: '손으로 친 글머리표가 있습니다.' },
  severity: 'warning',
  options: {},
  check(context, report) {
    const { analysis, messages } = context;
    let run: { blocks: Block[]; items: Item[] } | null = null;
    const runs: { blocks: Block[]; items: Item[] }[] = [];
    for (const block of context.proseBlocks()) {
      // Inside a Markdown list a sign is decoration.
      const items = !block.list && mayHoldItems(block.prose.text) ? itemsOf(block, context) : [];
      if (items.length === 0) {
        run = null;
        continue;
      }
      // A bullet a paragraph: paragraphs that follow one another make one list.
      const opens = items[0]!.start === block.start;
      if (run && opens && block.line - run.blocks.at(-1)!.endLine <= 2) {
        run.blocks.push(block);
        run.items.push(...items);
      } else {
        run = { blocks: [block], items };
        runs.push(run);
      }
    }
    for (const { blocks, items } of runs) {
      if (items.length < 2 || areParagraphs(blocks, items)) continue;
      report(lineFrom(analysis, items[0]!.start), messages.typedBullets(items.length), fixes(context, blocks, items));
    }
  },
};

/** Whether the signs open paragraphs of whole sentences, as in the releases of Korean offices: “□ 시는 …라고 밝혔다.” */
function areParagraphs(blocks: readonly Block[], items: readonly Item[]): boolean {
  return (
    blocks.length === items.length &&
    blocks.every(
      ({ prose: { text, words } }) => OFFICE.test(text) && words >= FEW_WORDS && /[.。]["”’')」]*\s*$/.test(text),
    )
  );
}

const OFFICE = /^\s*[□■○●◇◆▷▶]/u;
const FEW_WORDS = 5;

/** A cheap look before lines are taken apart: whether a line opens with something other than a word. */
function mayHoldItems(text: string): boolean {
  for (let line = 0; line !== -1 && line < text.length; line = text.indexOf('\n', line) + 1 || -1) {
    let at = line;
    let c = codeAt(text, at);
    while (at < text.length && (c <= 32 || c === 0x2060)) c = codeAt(text, ++at);
    if (c === 0xb7 || (c >= 0x2010 && c !== 0x201c && c < 0x3100) || c === 40 || c > 0xd800) return true;
    if (codeAt(text, at + 1) === 41 || codeAt(text, at + 2) === 41) return true;
  }
  return false;
}

function itemsOf(block: Block, { analysis }: RuleContext): Item[] {
  const { lines } = analysis.markdown;
  const rows: (Item | null)[] = [];
  for (let line = block.line; line <= block.endLine; line++) {
    const start = Math.max(block.start, lines.start(line));
    const end = Math.min(block.end, lines.end(line));
    const masked = block.prose.text.slice(start - block.start, end - block.start);
    const strong = BULLET.exec(masked);
    const mark = strong ?? DASH.exec(masked);
    rows.push(mark ? { start, text: start + mark[0].length, end, strong: strong !== null } : null);
  }
  const items = rows.filter((row) => row !== null);
  // One dash opens a credit line or an aside; two that follow one another are a list.
  const weak = items.filter((item) => !item.strong);
  const together = rows.some((row, n) => n > 0 && row && rows[n - 1] && !row.strong);
  return weak.length === items.length && !together ? [] : items;
}

function fixes({ analysis, messages }: RuleContext, blocks: readonly Block[], items: readonly Item[]): Fix[] {
  const { text } = analysis.markdown;
  const { eol } = analysis.markdown.lines;
  const start = items[0]!.start;
  const end = blocks.at(-1)!.end;
  // The text of an item goes on to the next item: its line may be broken.
  const bodies = items.map((item, n) =>
    text
      .slice(item.text, items[n + 1]?.start ?? end)
      .replace(/\s*[\r\n]+\s*/g, ' ')
      .trim(),
  );
  const own = blocks[0]!.start === start;
  const sentences = bodies.map(asSentence).join(' ');
  return [
    {
      title: messages.toMarkdownList(),
      edits: [{ start, end, text: (own ? '' : eol) + bodies.map((body) => `- ${body}`).join(eol) }],
      safe: false,
    },
    { title: messages.listToSentences(), edits: [{ start, end, text: sentences }], safe: false },
  ];
}
