import type { LanguageId, Part } from '../model.js';

/** What a team may say of lists in a section: none at all, as long as the prose outweighs them, or as it likes. */
export type BulletPolicy = 'forbid' | 'few' | 'allow';

/** What holds for lists in a part of the paper, unless a kind says otherwise of one of its sections. */
export const BULLETS: Readonly<Record<Part, BulletPolicy>> = {
  'press-release': 'forbid',
  body: 'forbid',
  faq: 'few',
  appendix: 'allow',
};

/** A section that a kind of narrative consists of. Its order in the list is its order on paper. */
export interface SectionDefinition {
  readonly id: string;
  readonly part: Part;
  readonly required: boolean;
  /** Words of its body, headings not counted. With `each`, `max` is for each quotation in it. */
  readonly words?: { readonly min?: number; readonly max?: number; readonly each?: 'quotation' };
  readonly bullets: BulletPolicy;
  /** Whether it may stand anywhere among its neighbours (quotations do). */
  readonly anyOrder?: boolean;
  /** Titles by language, for a team's own sections; those of the built-in kinds are in `languages/`. */
  readonly titles?: Readonly<Partial<Record<LanguageId, readonly string[]>>>;
  /** One sentence on what belongs there, by language, for a team's own sections; see `templates/` for the others. */
  readonly coaching?: Readonly<Partial<Record<LanguageId, string>>>;
}

export interface VariantDefinition {
  /** Null where a kind has only one. */
  readonly id: string | null;
  readonly sections: readonly SectionDefinition[];
}

/** A kind of narrative: the shape that the built-in ones have and that a team writes in its own config file. */
export interface KindDefinition {
  readonly id: string;
  /** File names that say the kind, as globs of the base name in which only `*` is special, any case. */
  readonly files: readonly string[];
  /** Pages of paper at 11 pt; the appendix is outside. */
  readonly pages: { readonly pressRelease?: number; readonly faq?: number; readonly total: number };
  readonly variants: readonly VariantDefinition[];
  /** Questions asked for in each FAQ. */
  readonly questions?: { readonly external: number; readonly internal: number };
}
