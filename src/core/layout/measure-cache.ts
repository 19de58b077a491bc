import { type Measurable, type Measure, measureBlock } from './measure.js';
import type { PageSetup } from './metrics.js';

/**
 * Measures blocks and remembers them by their text, so that after an edit only the blocks that changed are measured again. What
 * was not asked for in the last two layouts is forgotten.
 */
export class MeasureCache {
  #now = new Map<string, Measure | null>();
  #before = new Map<string, Measure | null>();

  /** Starts a new layout. */
  turn(): void {
    this.#before = this.#now;
    this.#now = new Map();
  }

  readonly measure = (block: Measurable, page: PageSetup): Measure | null => {
    const key = `${page.size},${page.margin},${page.language},${block.type},${block.level},${block.quote},${block.list?.depth}|${block.text}`;
    let known = this.#now.get(key);
    if (known === undefined) known = this.#before.get(key);
    if (known === undefined) known = measureBlock(block, page);
    this.#now.set(key, known);
    return known;
  };
}
