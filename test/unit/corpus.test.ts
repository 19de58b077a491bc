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

const folder = new URL('../corpus/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const names = readdirSync(folder)
  .filter((name) => /^\d+-.*\.md$/.test(name))
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
  it('has a label for each document and a document for each label', () => {
    const labels = readdirSync(folder).filter((name) => name.endsWith('.json'));
    assert.deepEqual(labels.map((name) => name.slice(0, -'.json'.length)).sort(), names);
    assert.ok(names.length >= 45);
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
    it(`${name} is read as by a reader`, () => {
      const found = differences(name);
      if (found.length > 0) assert.fail(`${name}.md\n  ${found.join('\n  ')}`);
    });
  }
});
