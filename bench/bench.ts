// Measures the engine against a bare markdown-it parse of the same text, in one run: ratios hold where milliseconds don't.
// `npm run bench` prints the table; it fails where a budget is broken.
import { readdirSync, readFileSync } from 'node:fs';
import MarkdownIt from 'markdown-it';
import { Checker } from '../src/core/check.js';
import { BUILT_IN_KINDS } from '../src/core/kinds/index.js';
import { ABBREVIATIONS } from '../src/core/languages/index.js';
import { frontMatter } from '../src/core/markdown/front-matter.js';
import { parseMarkdown } from '../src/core/markdown/parse.js';
import { ProseCache } from '../src/core/markdown/prose.js';
import { declaredKind } from '../src/core/narrative/judge-kind.js';
import { recognise } from '../src/core/narrative/recognise.js';
import { Lines } from '../src/core/text/lines.js';

interface Document {
  readonly path: string;
  readonly text: string;
}

/** Rounds before and while measuring; the median of the latter counts. */
const WARM_UP = 12;
const ROUNDS = 31;

const markdown = new MarkdownIt({ html: false, linkify: false });
const documents = read(new URL('../examples/', import.meta.url));
const real = read(new URL('../../shared/corpus/', import.meta.url));
const sets: [string, Document[]][] = [
  ['examples', documents],
  ...(real.length > 0 ? ([['real documents', real]] as [string, Document[]][]) : []),
];

let broken = 0;
console.log(`Node ${process.versions.node}, median of ${ROUNDS} rounds, in units of a bare markdown-it parse\n`);
console.log(row('', 'ratio', 'budget'));
for (const [name, set] of sets) {
  const times = interleaved(
    set.map((document) => ({
      parse: () => markdown.parse(document.text, {}),
      blocks: () => blocks(document),
      recognition: () => recognition(document),
      check: () => new Checker().check(document.text, document.path),
    })),
  );
  const { parse } = times;
  report(`${name}: recognition alone`, (times.recognition - times.blocks) / parse, 1);
  report(`${name}: full check`, times.check / parse, 2);
}
const [example] = documents;
if (example) {
  const growth = interleaved([{ one: checkOf(example, 1), ten: checkOf(example, 10) }]);
  report('growth from 1 × to 10 × the text', growth.ten / growth.one, 12);
  report('re-check after an edit, in full checks', recheck(example), 0.5);
}
process.exitCode = broken > 0 ? 1 : 0;

function blocks({ text }: Document): ReturnType<typeof parseMarkdown> {
  const lines = new Lines(text);
  const parsed = parseMarkdown(text, lines, frontMatter(text, lines), new ProseCache(ABBREVIATIONS).read);
  // Words are counted whether anything is recognised or not.
  for (const block of parsed.blocks) void block.prose.words;
  return parsed;
}

function recognition(document: Document): void {
  const parsed = blocks(document);
  recognise(parsed, declaredKind(parsed.frontMatter, document.path, BUILT_IN_KINDS), BUILT_IN_KINDS);
}

function checkOf({ text, path }: Document, times: number): () => void {
  // The same sections ten times over would be ten documents; the appendix may be as long as it likes.
  const long =
    text +
    '\n\nMore of the same, to make it long. '
      .concat(text.replace(/^---[\s\S]*?\n---\n/, '').replace(/^#+ .*$/gm, ''))
      .repeat(times - 1);
  return () => void new Checker().check(long, path);
}

/** A check after a letter was typed into one paragraph, as a share of a check from scratch. */
function recheck({ text, path }: Document): number {
  const at = text.indexOf('.', text.length / 3);
  const checker = new Checker();
  checker.check(text, path);
  let n = 0;
  const edited = (): string => `${text.slice(0, at)} ${'abcdefgh'[n++ % 8]}${n}${text.slice(at)}`;
  const times = interleaved([
    { full: () => new Checker().check(edited(), path).layout(), again: () => checker.check(edited(), path).layout() },
  ]);
  return times.again / times.full;
}

/**
 * Milliseconds of each function over all documents, the median of the rounds. The functions take turns on each document, so that a change in
 * the machine's speed and what the one leaves in its caches meet all of them.
 */
function interleaved<Name extends string>(
  documents: readonly Readonly<Record<Name, () => unknown>>[],
): Record<Name, number> {
  const names = Object.keys(documents[0]!) as Name[];
  const rounds = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const sums = Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
    for (const functions of documents) {
      for (const name of names) {
        const start = performance.now();
        functions[name]();
        sums[name] += performance.now() - start;
      }
    }
    if (round >= 0) for (const name of names) rounds[name].push(sums[name]);
  }
  const median = (times: number[]): number => times.sort((a, b) => a - b)[times.length >> 1]!;
  return Object.fromEntries(names.map((name) => [name, median(rounds[name])])) as Record<Name, number>;
}

function report(what: string, ratio: number, budget: number): void {
  if (ratio > budget) broken++;
  console.log(row(what, ratio.toFixed(2), `≤ ${budget}${ratio > budget ? '  broken' : ''}`));
}

function row(what: string, ratio: string, budget: string): string {
  return `${what.padEnd(44)}${ratio.padStart(7)}   ${budget}`;
}

function read(folder: URL): Document[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.md') && name !== 'README.md')
      .map((path) => ({ path, text: readFileSync(new URL(path, folder), 'utf8') }));
  } catch {
    return [];
  }
}
