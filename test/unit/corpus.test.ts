import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { outline } from '../../src/core/index.js';
import type { Audience, SectionSource } from '../../src/core/model.js';

/** What a reader found in a document; see `test/corpus/README.md`. */
interface Expected {
  readonly kind: string | null;
  readonly language: string;
  readonly sections?: Readonly<Record<string, { readonly line: number; readonly source?: SectionSource } | null>>;
  readonly questions?: readonly {
    readonly line: number;
    readonly audience: Audience;
    readonly answered: boolean;
  }[];
}

/** Documents that the engine still reads otherwise than a reader does: name and what differs. */
const pending: readonly (readonly [name: string, reason: string])[] = [
  ['01-tidy-headings', 'a dateline under the heading of the summary; “Quote from our founder” is a heading'],
  ['02-nothing-labelled', 'a last line with price and “Find out more at”'],
  ['03-numbered-headings', 'a dateline under the heading of the summary, with a colon after the month'],
  ['04-capitals', 'EXTERNAL and INTERNAL alone, below the heading of the FAQ'],
  ['09-labels-in-bold', '“External” and “Internal” alone, below the heading of the FAQ'],
  ['11-quoted-and-listed-headings', '“Quote from the CEO” is a heading'],
  ['12-release-in-block-quote', '“To begin, …”; “External” and “Internal” alone, below the heading of the FAQ'],
  ['13-date-only', 'a last line with “Book at … or call”'],
  ['14-iso-date-problem-first', 'no title that says what it is: known by dateline, quotation and two FAQs'],
  [
    '15-steps-no-dateline',
    'headings in own words; “From customers” and “From leadership” below the heading of the FAQ',
  ],
  ['16-closing-link', 'a dateline with two dashes; a last line that is a link'],
  ['18-plain-questions', 'problem and getting started by what they say, in a short release'],
  ['19-no-question-marks', 'has title and all headings of a PR/FAQ, but no question with a question mark'],
  ['20-pins', 'has title, release and pinned parts of a PR/FAQ'],
  ['23-hard-wrapped', 'a last line that says where to ask, and that it is free'],
  ['24-quotes-in-block-quotes', 'problem and solution by what they say; “External” and “Internal” alone'],
  ['25-ko-tidy', 'a dateline under the heading of the summary, date first'],
  ['26-ko-nothing-labelled', 'quotations whose speaker stands in the next sentence'],
  ['29-ko-numbered-emoji', 'headings with 1-1. and an emoji'],
  ['30-ko-no-question-mark', 'headings of an FAQ that are no questions by grammar; getting started by what it says'],
  ['31-ja-tidy', 'a dateline under the heading of the summary; 代表者のコメント is a heading'],
  ['32-ja-nothing-labelled', 'parts of a Japanese release by what they say'],
  ['33-ja-bold-labels', '責任者のコメント and 利用開始方法 are labels'],
  ['34-zh-tidy', 'a dateline under the heading of the summary, date first'],
  ['35-zh-nothing-labelled', 'parts of a Chinese release by what they say'],
  ['37-de-nothing-labelled', 'parts of a German release by what they say; “Fragen von Kunden” is a heading'],
  ['41-called-a-6-pager', 'headings in own words: “Background and introduction”, “Options we considered”'],
  ['45-tool-readme', 'a README of a tool for PR/FAQs is none'],
  ['59-faq-by-topic', '“What walkers say” is a label of the customer quote'],
];

const folder = new URL('../corpus/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const names = readdirSync(folder)
  .filter((name) => /^\d\d-.*\.md$/.test(name))
  .map((name) => name.slice(0, -'.md'.length))
  .sort();

/** A line for each difference: what, what a reader found, what the engine says. */
function differences(name: string): string[] {
  const expected = JSON.parse(read(`${name}.json`)) as Expected;
  const got = outline(read(`${name}.md`), { path: `${name}.md` });
  const found: string[] = [];
  const compare = (what: string, wanted: unknown, actual: unknown): void => {
    const [left, right] = [JSON.stringify(wanted), JSON.stringify(actual)];
    if (left !== right) found.push(`${what}: expected ${left}, got ${right}`);
  };
  compare('kind', expected.kind, got.kind);
  compare('language', expected.language, got.language);
  for (const [id, wanted] of Object.entries(expected.sections ?? {})) {
    const section = got.sections.find((one) => one.id === id);
    const { line = null, source = null } = section ?? {};
    if (line === null || wanted === null) compare(id, wanted, line === null ? null : { line, source });
    else compare(id, wanted, wanted.source ? { line, source } : { line });
  }
  if (expected.questions) {
    const questions = got.questions.map(({ line, audience, answered }) => ({ line, audience, answered }));
    const lines = [...expected.questions, ...questions].map(({ line }) => line);
    for (const line of [...new Set(lines)].sort((a, b) => a - b)) {
      const on = (one: { readonly line: number }): boolean => one.line === line;
      compare(`question on line ${line}`, expected.questions.filter(on), questions.filter(on));
    }
  }
  return found;
}

describe('Corpus', () => {
  const reasons = new Map(pending);

  it('has a label for each document and a document for each label', () => {
    const labels = readdirSync(folder).filter((name) => name.endsWith('.json'));
    assert.deepEqual(labels.map((name) => name.slice(0, -'.json'.length)).sort(), names);
    assert.ok(names.length >= 45);
    for (const name of reasons.keys()) assert.ok(names.includes(name), `${name} is pending but not there`);
  });

  it('says nothing of lines that are blank or not there', () => {
    for (const name of names) {
      const { sections = {}, questions = [] } = JSON.parse(read(`${name}.json`)) as Expected;
      const lines = read(`${name}.md`).split(/\r?\n/);
      for (const place of [...Object.values(sections), ...questions]) {
        if (place) assert.match(lines[place.line - 1] ?? '', /\S/, `${name}, line ${place.line}`);
      }
    }
  });

  for (const name of names) {
    const reason = process.env.CORPUS_PENDING ? undefined : reasons.get(name);
    if (reason === undefined) {
      it(`${name} is read as by a reader`, () => {
        const found = differences(name);
        if (found.length > 0) assert.fail(`${name}.md\n  ${found.join('\n  ')}`);
      });
    } else it.skip(`${name}: ${reason}`);
  }
});
