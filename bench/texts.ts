import { readdirSync, readFileSync } from 'node:fs';

export interface Document {
  readonly path: string;
  readonly text: string;
}

export const EXAMPLES = read(new URL('../examples/', import.meta.url));
/** Real documents that can't be shipped; empty where they aren't at hand. */
export const CORPUS = read(new URL('../../shared/corpus/', import.meta.url));
export const SOURCE =
  CORPUS.length > 0 ? `${CORPUS.length} real documents` : `${EXAMPLES.length} examples of the repository`;

function read(folder: URL): Document[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.md') && name !== 'README.md')
      .sort()
      .map((path) => ({ path, text: readFileSync(new URL(path, folder), 'utf8') }));
  } catch {
    return [];
  }
}

/** Lengths of the texts that are measured, in words. */
export const SIZES = [1_000, 4_000, 40_000];

/** Real text of about `words` words, one document after the other, cut between paragraphs. English alone: most of the others know no other. */
export function textOf(words: number): string {
  const pieces = (CORPUS.length > 0 ? CORPUS : EXAMPLES)
    .map(({ text }) => text.replace(/^---[\s\S]*?\n---\n/, '').replaceAll('\r\n', '\n'))
    .filter((text) => !/[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/.test(text));
  const out: string[] = [];
  for (let n = 0, count = 0; count < words; n++) {
    for (const paragraph of pieces[n % pieces.length]!.split(/\n{2,}/)) {
      const length = paragraph.match(/\S+/g)?.length ?? 0;
      if (count >= words) break;
      out.push(paragraph);
      count += length;
    }
  }
  // Joined: a template would make a chain of pieces, which no file is, and which takes longer to read a character at a time.
  return [out.join('\n\n'), ''].join('\n');
}
