import type { BlockType, Prose, Sentence } from '../model.js';
import { newMemory } from '../text/memo.js';
import { type Abbreviations, type Reading, type Runs, readText } from '../text/reading.js';
import { mask } from './mask.js';

/**
 * Reads blocks as prose and remembers them by their text, so that after an edit only the blocks that changed are read again.
 * What was not asked for in the last two readings is forgotten.
 */
export class ProseCache {
  #now = new Remembered();
  #before = new Remembered();

  constructor(readonly abbreviations: Abbreviations) {}

  /** Starts a new reading of the document. */
  turn(): void {
    this.#before = this.#now;
    this.#now = new Remembered();
  }

  readonly read = (type: BlockType, source: string, prefixes: readonly number[]): Prose => {
    // Nearly all blocks are known by their text alone: a longer key would be put together for each of them.
    const plain = (type === 'paragraph' || type === 'heading') && prefixes.length === 0;
    const which = plain ? 'plain' : 'other';
    const key = plain ? source : `${type}${prefixes.join()}|${source}`;
    const known = this.#now[which].get(key) ?? this.#before[which].get(key);
    const prose = known ?? new BlockProse(type, source, prefixes, this.abbreviations);
    this.#now[which].set(key, prose);
    return prose;
  };
}

class Remembered {
  readonly plain = new Map<string, Prose>();
  readonly other = new Map<string, Prose>();
}

/** A block's prose, read when first asked for. */
class BlockProse implements Prose {
  readonly text: string;
  readonly memory: unknown[] = newMemory();
  readonly #abbreviations: Abbreviations;
  #reading: Reading | undefined;

  constructor(type: BlockType, source: string, prefixes: readonly number[], abbreviations: Abbreviations) {
    this.#abbreviations = abbreviations;
    this.text = maskBlock(type, source, prefixes);
  }

  get words(): number {
    return this.#read().words;
  }

  get sentences(): readonly Sentence[] {
    return this.#read().sentences;
  }

  get runs(): Runs {
    return this.#read().runs;
  }

  get signs(): number {
    return this.#read().signs;
  }

  #read(): Reading {
    this.#reading ??= readText(this.text, this.#abbreviations);
    return this.#reading;
  }
}

function maskBlock(type: BlockType, source: string, prefixes: readonly number[]): string {
  switch (type) {
    case 'code':
    case 'html':
    case 'rule':
      return source.replace(/[^\r\n]+/g, blank);
    case 'table':
      return mask(source).replace(/[|]|^[\s|:-]+$/gm, (marks) => marks.replace(/[^\r\n]+/g, blank));
    default: {
      // A comment may run over lines, so containers' prefixes ("> ") go first.
      let plain = source;
      for (let i = 0; i < prefixes.length; i += 2) {
        const [from, to] = [prefixes[i]!, prefixes[i + 1]!];
        if (to > from) plain = plain.slice(0, from) + ' '.repeat(to - from) + plain.slice(to);
      }
      return mask(plain);
    }
  }
}

function blank(text: string): string {
  return ' '.repeat(text.length);
}
