import assert from 'node:assert/strict';
import { Checker } from '../../src/core/check.js';
import { type Options, resolveOptions } from '../../src/core/config/options.js';
import { LIBRARY } from '../../src/core/templates/library.js';
import { cpuTime } from '../bed/cpuTime.js';

// Texts that bring parsers of Markdown to their knees: those that cmark, markdown-it and others are tested with, and some for what this
// engine does on top. Each is a text of about n characters; four times the text may take a bit more than four times as long.
const repeat = (text: string, n: number): string => text.repeat(Math.max(1, Math.floor(n / text.length)));
const around = (open: string, inside: string, close: string, n: number): string => {
  const depth = Math.floor(n / (open.length + close.length));
  return open.repeat(depth) + inside + close.repeat(depth);
};
/** Lines 1 to m, until they have n characters together. */
const lines = (line: (n: number) => string, n: number): string => {
  const out: string[] = [];
  for (let length = 0, k = 0; length < n; k++) {
    out.push(line(k));
    length += out[k]!.length + 1;
  }
  return out.join('\n');
};

const TEXTS: Readonly<Record<string, (n: number) => string>> = {
  'nested strong emphasis': (n) => around('*a **a ', 'b', ' a** a*', n),
  'emphasis that never opens': (n) => repeat('a_ ', n),
  'emphasis that never closes': (n) => repeat('_a ', n),
  'emphasis of two kinds, crossed': (n) => repeat('*_a ', n),
  'long runs of stars': (n) => `a${repeat('*', n)}b`,
  'stars three by three': (n) => repeat('a***b ', n),
  'links that never open': (n) => repeat('a] ', n),
  'links that never close': (n) => repeat('[a ', n),
  'links that never end': (n) => repeat('[a](', n),
  'link targets that never end': (n) => repeat('[a](<b', n),
  'link titles that never end': (n) => repeat('[a](b "', n),
  'images that never close': (n) => repeat('![a ', n),
  'brackets in brackets': (n) => around('[', 'a', ']', n),
  'parentheses in parentheses': (n) => `[a](${around('(', 'b', ')', n)})`,
  'quotes in quotes': (n) => lines((k) => `${'> '.repeat(k % 20)}a`, n),
  'a quote in a quote in a quote': (n) => `${'> '.repeat(Math.min(n, 4000))}a`,
  'lists in lists': (n) => lines((k) => `${'  '.repeat(k % 20)}- a`, n),
  'lists on one line': (n) => repeat('- ', n),
  'empty items': (n) => repeat('-\n\n', n),
  'empty lines in a list in a quote': (n) => `> - a\n${repeat('>\n', n)}> b`,
  'backticks in growing runs': (n) => lines((k) => `e${'`'.repeat(k % 300)}`, n).replaceAll('\n', ''),
  'backticks that never close': (n) => repeat('``a` ', n),
  'back slashes': (n) => repeat('\\', n),
  'entities that never end': (n) => repeat('&amp', n),
  'tags that never close': (n) => repeat('<a href="', n),
  'comments that never close': (n) => repeat('<!-- a ', n),
  'comments on lines that never close': (n) => repeat('<!-- prfaq-disable\n\n', n),
  'processing instructions': (n) => repeat('a <? ', n),
  declarations: (n) => repeat('a <!A ', n),
  'character data': (n) => repeat('a <![CDATA[ ', n),
  'autolinks that never close': (n) => repeat('<https://a.b ', n),
  'addresses with brackets': (n) => repeat('https://a.b/(', n),
  'definitions of links': (n) => lines((k) => `[a${k}]: b`, n),
  'a definition that never ends': (n) => repeat('[a]:\n', n),
  'fences that never close': (n) => lines((k) => '`'.repeat(3 + (k % 3)), n),
  'a table of many columns': (n) => `|${repeat('a|', n / 2)}\n|${repeat('-|', n / 2)}\n`,
  'tables without a body': (n) => repeat('| a |\n|---|\n\n', n),
  'tables that are none': (n) => repeat('| a\n', n),
  'headings without text': (n) => repeat('#\n', n),
  'headings underlined again and again': (n) => repeat('a\n===\n', n),
  rules: (n) => repeat('* ', n),
  'white space': (n) => `a${repeat(' ', n)}b`,
  'hard breaks': (n) => repeat('a  \n', n),
  'a word without an end': (n) => repeat('a', n),
  'letters of Hangul without a space': (n) => repeat('가', n),
  'sentences without an end': (n) => repeat('and so it goes on, ', n),
  'sentences that end at once': (n) => repeat('a. ', n),
  'full stops': (n) => repeat('.', n),
  abbreviations: (n) => repeat('e.g. ', n),
  'question marks': (n) => repeat('?', n),
  'quotation marks that never close': (n) => repeat('“a ', n),
  'straight quotation marks': (n) => repeat('"a ', n),
  apostrophes: (n) => repeat("a'b ", n),
  acronyms: (n) => lines((k) => `ABC${k.toString(26).toUpperCase().replace(/\d/g, 'X')} (a b c)`, n),
  'weasel words': (n) => repeat('nearly significantly many ', n),
  'beginnings of phrases': (n) => repeat('due to the fact ', n),
  'placeholders that never close': (n) => repeat('[insert ', n),
  'typed bullets': (n) => repeat('• a\n', n),
  'bold questions': (n) => repeat('**Q: a?**\n\n', n),
  labels: (n) => repeat('**Problem:** a\n\n', n),
  pins: (n) => repeat('<!-- prfaq-section problem -->\n\na\n\n', n),
  'sections that stand again and again': (n) => repeat('## Problem\n\na\n\n', n),
  'front matter that never ends': (n) => `---\n${repeat('a: b\n', n)}`,
  datelines: (n) => repeat('SEATTLE, March 3, 2027 — a\n\n', n),
  'a mark of direction with each letter': (n) => repeat('\u200fa', n),
  'letters with many accents': (n) => `a${repeat('\u0301', n)}`,
  'halves of surrogate pairs': (n) => repeat('\ud83c ', n),
};

const options = resolveOptions({}, LIBRARY);
const everything: Options = {
  ...options,
  rules: new Map([...options.rules].map(([id, rule]) => [id, { ...rule, severity: 'warning' as const }])),
};
const wrap = (text: string): string =>
  `# A launches B\n\n## Press release\n\n### Problem\n\n${text}\n\n## FAQ\n\n### Why?\n\nSo.\n`;

/** The quickest of some runs, in milliseconds of the processor. */
function quickest(text: string, runs: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const start = cpuTime();
    new Checker().check(text, 'draft.prfaq.md', everything).layout();
    best = Math.min(best, cpuTime() - start);
  }
  return best;
}

describe('Pathological text', () => {
  const SMALL = 8_000;
  /** Four times the text; a quadratic step would take sixteen times as long. */
  const MOST = 11;
  /** Too short to tell growth from noise, in milliseconds. */
  const MOMENT = 25;

  for (const [name, text] of Object.entries(TEXTS)) {
    it(`${name}: time grows with the text`, () => {
      quickest(wrap(text(SMALL)), 1);
      let growth = 0;
      // What the collector does once some size is reached makes a step between two sizes; what is quadratic makes one between any.
      for (const size of [SMALL, 2 * SMALL, 4 * SMALL]) {
        const long = quickest(wrap(text(4 * size)), 2);
        if (long < MOMENT) return;
        growth = long / quickest(wrap(text(size)), 3);
        if (growth <= MOST) return;
      }
      assert.fail(`${growth.toFixed(1)} times as long for four times the text`);
    });
  }
});
