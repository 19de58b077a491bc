import type { BlockType, Prose, Sentence } from '../model.js';
import { newMemory } from '../text/memo.js';
import { type Abbreviations, type Runs, readText } from '../text/reading.js';
import { mask } from './mask.js';
import { NO_REFERENCES, type References } from './references.js';

/**
 * Reads blocks as prose and remembers them by their text, so that after an edit only the blocks that changed are read again.
 * What was not asked for in the last two readings is forgotten.
 */
export class ProseCache {
  #now: BlockProse[] = [];
  #before: BlockProse[] = [];
  /** Of those before, the one that follows the last that was found: mostly the next to be asked for. */
  #next = 0;
  /** Where they are by their source: to hash it all takes time, and is only asked for behind an edit. */
  #places: Map<string, number[]> | undefined;
  /** Those of the document as it is read now. */
  #references = NO_REFERENCES;

  constructor(readonly abbreviations: Abbreviations) {}

  /** Starts a new reading of the document. */
  turn(): void {
    this.#before = this.#now;
    this.#now = [];
    this.#next = 0;
    this.#places = undefined;
  }

  readonly read = (
    type: BlockType,
    source: string,
    prefixes: readonly number[],
    references: References = NO_REFERENCES,
  ): Prose => {
    if (references !== this.#references) this.#refer(references);
    const place = this.#before.length === 0 ? -1 : this.#find(type, source, prefixes);
    if (place !== -1) this.#next = place + 1;
    const prose =
      place === -1 ? new BlockProse(type, source, prefixes, references, this.abbreviations) : this.#before[place]!;
    this.#now.push(prose);
    return prose;
  };

  /** What was a link before may be none now, and the other way round. */
  #refer(references: References): void {
    const same = references.size === this.#references.size && [...references].every((key) => this.#references.has(key));
    this.#references = references;
    if (!same) this.#before = [];
  }

  /** Where a block is among those before; -1 for a new one. */
  #find(type: BlockType, source: string, prefixes: readonly number[]): number {
    if (this.#before[this.#next]?.isOf(type, source, prefixes)) return this.#next;
    this.#places ??= placesBySource(this.#before);
    return this.#places.get(source)?.find((place) => this.#before[place]!.isOf(type, source, prefixes)) ?? -1;
  }
}

function placesBySource(proses: readonly BlockProse[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [place, { source }] of proses.entries()) {
    const same = places.get(source);
    if (same) same.push(place);
    else places.set(source, [place]);
  }
  return places;
}

/** A block's prose. All of it is asked for of nearly every block, so that it is read at once: what is looked up so often has no getters. */
class BlockProse implements Prose {
  readonly text: string;
  readonly words: number;
  readonly sentences: readonly Sentence[];
  readonly runs: Runs;
  readonly signs: number;
  readonly memory: unknown[] = newMemory();

  constructor(
    readonly type: BlockType,
    readonly source: string,
    readonly prefixes: readonly number[],
    references: References,
    abbreviations: Abbreviations,
  ) {
    this.text = maskBlock(type, source, prefixes, references);
    const { words, sentences, runs, signs } = readText(this.text, abbreviations);
    this.words = words;
    this.sentences = sentences;
    this.runs = runs;
    this.signs = signs;
  }

  /** Whether this is the prose of a block. */
  isOf(type: BlockType, source: string, prefixes: readonly number[]): boolean {
    return (
      source === this.source &&
      (type === this.type || (isText(type) && isText(this.type))) &&
      prefixes.length === this.prefixes.length &&
      prefixes.every((offset, n) => offset === this.prefixes[n])
    );
  }
}

/** Whether a block's prose is read as running text. */
function isText(type: BlockType): boolean {
  return type === 'paragraph' || type === 'heading';
}

function maskBlock(type: BlockType, source: string, prefixes: readonly number[], references: References): string {
  switch (type) {
    case 'code':
    case 'html':
    case 'rule':
      return blankLines(source);
    case 'table':
      return mask(source, references)
        .replace(/^[\s:-][\s|:-]*$/gm, blankLines)
        .replaceAll('|', ' ');
    default: {
      // A comment may run over lines, so containers' prefixes ("> ") go first.
      let plain = source;
      for (let i = 0; i < prefixes.length; i += 2) {
        const [from, to] = [prefixes[i]!, prefixes[i + 1]!];
        if (to > from) plain = plain.slice(0, from) + ' '.repeat(to - from) + plain.slice(to);
      }
      return mask(plain, references);
    }
  }
}

function blankLines(text: string): string {
  return text.replace(/[^\r\n]+/g, blank);
}

function blank(text: string): string {
  return ' '.repeat(text.length);
}
