import type { BlockType, Prose, Sentence } from '../model.js';
import { type Abbreviations, type Reading, type Runs, readText } from '../text/reading.js';
import { mask } from './mask.js';

/**
 * Reads blocks as prose and remembers them by their text, so that after an edit only the blocks that changed are read again.
 * What was not asked for in the last two readings is forgotten.
 */
export class ProseCache {
  #now = new Map<string, Prose>();
  #before = new Map<string, Prose>();

  constructor(readonly abbreviations: Abbreviations) {}

  /** Starts a new reading of the document. */
  turn(): void {
    this.#before = this.#now;
    this.#now = new Map();
  }

  readonly read = (type: BlockType, source: string, prefixes: readonly number[]): Prose => {
    const key = prefixes.length ? `${type}${prefixes.join()}|${source}` : `${type}|${source}`;
    const known = this.#now.get(key) ?? this.#before.get(key);
    const prose = known ?? new BlockProse(type, source, prefixes, this.abbreviations);
    this.#now.set(key, prose);
    return prose;
  };
}

/** A block's prose, read when first asked for. */
class BlockProse implements Prose {
  readonly text: string;
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
