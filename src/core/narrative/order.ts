import type { VariantDefinition } from '../kinds/index.js';
import type { Section } from '../model.js';

/** The sections whose order counts, and which of them stand out of it. */
export interface Order {
  /** As they stand in the document. */
  readonly standing: readonly Section[];
  /** Ids of those out of order. */
  readonly strays: ReadonlySet<string>;
  /** Place in the kind's order, by id. */
  readonly rank: ReadonlyMap<string, number>;
}

/**
 * Reads the order of sections. Only those with a heading or label count, and not those that the kind lets stand anywhere; of a
 * six-pager's body only the required ones, since authors place tenets and goals by need. The longest run in order stays, so that the
 * fewest sections are strays.
 */
export function readOrder(sections: readonly Section[], variant: VariantDefinition | null): Order {
  const ordered = orderedSections(sections, variant);
  const standing = [...ordered].sort((a, b) => a.range!.start - b.range!.start);
  const rank = new Map<string, number>();
  for (let n = 0; n < ordered.length; n++) rank.set(ordered[n]!.id, n);
  return { standing, rank, strays: strayIds(standing, rank) };
}

/** The named sections with a fixed place, in the order of the kind. */
function orderedSections(sections: readonly Section[], variant: VariantDefinition | null): Section[] {
  return sections.filter(({ id, range, source }) => {
    if (!range || source === 'position') return false;
    const definition = variant?.sections.find((one) => one.id === id);
    if (!definition || definition.anyOrder) return false;
    return definition.required || definition.part !== 'body';
  });
}

const NONE: ReadonlySet<string> = new Set();

/** Ids of the sections that are not of the longest run in order; nearly always all are. */
function strayIds(standing: readonly Section[], rank: ReadonlyMap<string, number>): ReadonlySet<string> {
  const ranks = standing.map((section) => rank.get(section.id)!);
  if (ranks.every((own, n) => n === 0 || own > ranks[n - 1]!)) return NONE;
  const kept = longestRun(ranks);
  return new Set(standing.filter((_, n) => !kept.has(n)).map(({ id }) => id));
}

/** Indexes of a longest increasing run of `ranks`. */
function longestRun(ranks: readonly number[]): Set<number> {
  const best: number[][] = [];
  for (const [n, rank] of ranks.entries()) {
    let run: number[] = [];
    for (let k = 0; k < n; k++) if (ranks[k]! < rank && best[k]!.length > run.length) run = best[k]!;
    best.push([...run, n]);
  }
  return new Set(best.reduce<number[]>((longest, run) => (run.length > longest.length ? run : longest), []));
}
