import type { Prose } from '../model.js';
import type { Analysis } from '../narrative/narrative.js';
import { codeAt, Sign } from '../text/characters.js';
import { memo, remembersLast } from '../text/memo.js';
import { runsOf } from '../text/reading.js';

/** What is looked for in all of a document, and by the code of a word (see `Runs`) what is looked for in small letters. */
interface Sought {
  readonly acronyms: ReadonlySet<string>;
  readonly words: readonly Word[];
  readonly byCode: ReadonlyMap<number, Word>;
}

interface Word {
  readonly acronym: string;
  readonly word: string;
}

/** The same from one version of a document to the next, as long as the same acronyms are looked for. */
const soughtOf = remembersLast((joined: string): Sought => {
  const words = joined.split(' ').map((acronym) => ({ acronym, word: acronym.toLowerCase() }));
  return {
    acronyms: new Set(words.map(({ acronym }) => acronym)),
    words,
    byCode: new Map(words.map((one) => [runsOf(one.word).codes[0]!, one])),
  };
});

/** What a block holds of it. */
interface Held {
  /** The acronyms that stand in it, and where, relative to it. */
  readonly places: readonly { readonly acronym: string; readonly at: number }[];
  /** Those that stand in it in small letters: words in capitals for emphasis. */
  readonly shouted: readonly string[];
}

const NOTHING: Held = { places: [], shouted: [] };

/** Found out once for as long as block and acronyms stay as they are: an edit costs what changed, however long the document. */
const heldBy = memo((prose, sought: Sought): Held => {
  const places = placesIn(prose, sought);
  const shouted = shoutedIn(prose, sought);
  return places.length > 0 || shouted.length > 0 ? { places, shouted } : NOTHING;
});

function placesIn({ source, signs, runs }: Prose, { acronyms }: Sought): Held['places'] {
  // Other words may be glued in front: “표준SDK”.
  const all =
    signs & Sign.Eastern
      ? Array.from(source.matchAll(/[A-Z]{2,}/g), ({ index, 0: acronym }) => ({ acronym, at: index }))
      : runs.capitals.map((at) => ({ acronym: source.slice(at, capitalsEnd(source, at)), at }));
  return all.length === 0 ? NOTHING.places : all.filter(({ acronym }) => acronyms.has(acronym));
}

function shoutedIn({ source, signs, runs: { starts, codes } }: Prose, { words, byCode }: Sought): readonly string[] {
  // Code and HTML, which prose leaves out, and words that others are glued to.
  if (codes.length === 0 || signs & (Sign.Eastern | Sign.Object))
    return words.filter(({ word }) => holdsWord(source, word)).map(({ acronym }) => acronym);
  let shouted = NOTHING.shouted;
  for (let n = 0; n < codes.length; n++) {
    if (MAYBE[codes[n]! & TABLE] === 0) continue;
    const one = byCode.get(codes[n]!);
    if (one && isWordAt(source, one.word, starts[n]!)) shouted = [...shouted, one.acronym];
  }
  return shouted;
}

/** By the low bits of a word's code, whether it may be looked for. One for all checks: a new one takes as long as a short document's words. */
const TABLE = 1023;
const MAYBE = new Uint8Array(TABLE + 1);

/** Where each of the acronyms stands, as offsets into the document, and those that stand in small letters elsewhere. */
export function lookThrough(
  acronyms: readonly string[],
  { markdown }: Analysis,
): { places: ReadonlyMap<string, readonly number[]>; shouted: ReadonlySet<string> } {
  const sought = soughtOf(acronyms.join(' '));
  const places = new Map<string, number[]>(acronyms.map((acronym) => [acronym, []]));
  const shouted = new Set<string>();
  for (const code of sought.byCode.keys()) MAYBE[code & TABLE] = 1;
  for (const { start, prose } of markdown.blocks) {
    const held = heldBy(prose, sought);
    if (held === NOTHING) continue;
    for (const { acronym, at } of held.places) places.get(acronym)!.push(start + at);
    for (const acronym of held.shouted) shouted.add(acronym);
  }
  for (const code of sought.byCode.keys()) MAYBE[code & TABLE] = 0;
  return { places, shouted };
}

/** One past the capitals that stand from `start` on. */
export function capitalsEnd(text: string, start: number): number {
  let end = start;
  while (isCapital(codeAt(text, end))) end++;
  return end;
}

/** Whether a word stands in a text by itself. */
function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1))
    if (isWordAt(text, word, at)) return true;
  return false;
}

function isWordAt(text: string, word: string, at: number): boolean {
  return text.startsWith(word, at) && !isPart(codeAt(text, at - 1)) && !isPart(codeAt(text, at + word.length));
}

function isCapital(c: number): boolean {
  return c >= 65 && c <= 90;
}

/** A letter or digit of ASCII, or a mark that holds the parts of a name or path together: `_./@-`. */
function isPart(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 64 && c <= 90) || (c >= 45 && c <= 57) || c === 95;
}
