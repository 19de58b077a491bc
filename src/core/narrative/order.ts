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
  const rank = new Map(ordered.map((section, index) => [section.id, index]));
  const kept = longestRun(standing.map((section) => rank.get(section.id)!));
  return { standing, rank, strays: new Set(standing.filter((_, n) => !kept.has(n)).map(({ id }) => id)) };
}

/** The named sections with a fixed place, in the order of the kind. */
function orderedSections(sections: readonly Section[], variant: VariantDefinition | null): Section[] {
  const definitions = new Map(variant?.sections.map((definition) => [definition.id, definition]));
  return sections.filter((section) => {
    const definition = definitions.get(section.id);
    if (!section.range || section.source === 'position' || !definition || definition.anyOrder) return false;
    return definition.required || definition.part !== 'body';
  });
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
