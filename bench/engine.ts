// The engine against a bare markdown-it parse of the same text: ratios hold where milliseconds don't.
import MarkdownIt from 'markdown-it';
import { type Checked, Checker } from '../src/core/check.js';
import { resolveOptions } from '../src/core/config/options.js';
import { BUILT_IN_KINDS } from '../src/core/kinds/index.js';
import { ABBREVIATIONS } from '../src/core/languages/index.js';
import { frontMatter } from '../src/core/markdown/front-matter.js';
import { parseMarkdown } from '../src/core/markdown/parse.js';
import { ProseCache } from '../src/core/markdown/prose.js';
import { declaredKind } from '../src/core/narrative/judge-kind.js';
import { recognise } from '../src/core/narrative/recognise.js';
import { LIBRARY } from '../src/core/templates/library.js';
import { Lines } from '../src/core/text/lines.js';
import { interleaved } from './measure.js';
import type { Figure } from './report.js';
import { CORPUS, type Document, EXAMPLES, SIZES, textOf } from './texts.js';

/** As the command line checks: with the texts that fixes insert. */
const OPTIONS = resolveOptions({}, LIBRARY);

/** A check of a text from scratch, or of a further version of it by a checker that knows it. */
export function fullCheck(text: string, path: string, checker = new Checker()): Checked {
  return checker.check(text, path, OPTIONS);
}

export const markdownIt = new MarkdownIt({ html: false, linkify: false });

/** Ratios by stage, each document by itself, and how the whole grows. */
export async function engineFigures(): Promise<Figure[]> {
  const sets: [string, readonly Document[]][] = [['examples', EXAMPLES]];
  if (CORPUS.length > 0) sets.push(['real documents', CORPUS]);
  const figures: Figure[] = [];
  for (const [name, set] of sets) {
    const { parse, blocks, recognition, check } = await interleaved(set.map(stages));
    const recognising = (recognition.ms - blocks.ms) / parse.ms;
    figures.push(
      { what: `${name}: recognition alone, in parses`, value: recognising, unit: ' ×', budget: 1, gate: 1.4 },
      { what: `${name}: full check, in parses`, value: check.ms / parse.ms, unit: ' ×', budget: 2, gate: 3.5 },
    );
  }
  return [...figures, ...(await sizeFigures()), ...(await growthFigures()), ...(await editFigures())];
}

function stages(document: Document) {
  return {
    parse: () => markdownIt.parse(document.text, {}),
    blocks: () => readBlocks(document),
    recognition: () => recogniseDocument(document),
    check: () => fullCheck(document.text, document.path),
  };
}

function readBlocks({ text }: Document): ReturnType<typeof parseMarkdown> {
  const lines = new Lines(text);
  const parsed = parseMarkdown(text, lines, frontMatter(text, lines), new ProseCache(ABBREVIATIONS).read);
  // Words are counted whether anything is recognised or not.
  for (const block of parsed.blocks) void block.prose.words;
  return parsed;
}

function recogniseDocument(document: Document): void {
  const parsed = readBlocks(document);
  recognise(parsed, declaredKind(parsed.frontMatter, document.path, BUILT_IN_KINDS), BUILT_IN_KINDS);
}

const PATH = 'bench.prfaq.md';

/** The texts that are compared with others, before their code and garbage are in the way. */
async function sizeFigures(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const words of SIZES) {
    const text = textOf(words);
    const task = { parse: () => markdownIt.parse(text, {}), check: () => fullCheck(text, PATH) };
    const { parse, check } = await interleaved([task]);
    const what = `${words.toLocaleString('en')} words: full check, in parses`;
    figures.push({ what, value: check.ms / parse.ms, unit: ' ×', budget: 2 });
  }
  return figures;
}

async function growthFigures(): Promise<Figure[]> {
  const texts = { short: textOf(3_000), long: textOf(30_000) };
  const { short, long } = await interleaved([
    {
      short: () => fullCheck(texts.short, PATH),
      long: () => fullCheck(texts.long, PATH),
    },
  ]);
  return [{ what: 'growth from 3,000 to 30,000 words', value: long.ms / short.ms, unit: ' ×', budget: 12, gate: 14 }];
}

/** A check after a letter was typed into one paragraph, as a share of a check from scratch. */
async function editFigures(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const words of SIZES) {
    const text = textOf(words);
    const at = text.indexOf('.', text.length / 3);
    const checker = new Checker();
    fullCheck(text, PATH, checker);
    let typed = 0;
    const edited = (): string => [text.slice(0, at), ` ${'abcdefgh'[typed++ % 8]}${typed}`, text.slice(at)].join('');
    const { full, again } = await interleaved(
      [
        {
          full: () => fullCheck(edited(), PATH).layout(),
          again: () => fullCheck(edited(), PATH, checker).layout(),
        },
      ],
      { warmUp: 8, warmFor: 500, turn: 0, most: 21, patience: 10_000 },
    );
    const what = `re-check after an edit of ${words.toLocaleString('en')} words, in full checks`;
    figures.push({ what, value: again.ms / full.ms, unit: ' ×', budget: 0.5, gate: 0.7 });
  }
  return figures;
}
