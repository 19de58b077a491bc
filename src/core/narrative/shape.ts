import type { KindDefinition, SectionDefinition, VariantDefinition } from '../kinds/index.js';
import { languageOf, leastWords, wordLimit } from '../languages/index.js';
import type { LanguageId, Section } from '../model.js';
import { TitleIndex } from './titles.js';

/** What a kind says in a language, whatever the document: found out once. */
export class Shape {
  readonly titles: TitleIndex;
  /** The sections of all variants, by id. */
  readonly definitions: ReadonlyMap<string, SectionDefinition>;
  readonly #missing: ReadonlyMap<VariantDefinition, readonly Section[]>;

  private constructor(
    readonly kind: KindDefinition,
    language: LanguageId,
  ) {
    this.titles = new TitleIndex(kind, language);
    this.definitions = new Map(
      kind.variants.flatMap((variant) => variant.sections.map((section) => [section.id, section])),
    );
    this.#missing = new Map(
      kind.variants.map((variant) => [variant, variant.sections.map((section) => missing(section, language))]),
    );
  }

  static readonly #known = new WeakMap<KindDefinition, Map<LanguageId, Shape>>();

  static of(kind: KindDefinition, language: LanguageId): Shape {
    let byLanguage = Shape.#known.get(kind);
    if (!byLanguage) {
      byLanguage = new Map();
      Shape.#known.set(kind, byLanguage);
    }
    const { id } = languageOf(language);
    let shape = byLanguage.get(id);
    if (!shape) {
      shape = new Shape(kind, id);
      byLanguage.set(id, shape);
    }
    return shape;
  }

  /** The sections of one of the kind's variants, in its order, as they are in a document that has none of them. */
  missing(variant: VariantDefinition): readonly Section[] {
    return this.#missing.get(variant) ?? [];
  }
}

function missing(definition: SectionDefinition, language: LanguageId): Section {
  return {
    id: definition.id,
    title: titleOf(definition, language),
    required: definition.required,
    part: definition.part,
    status: 'missing',
    source: null,
    reason: null,
    range: null,
    body: null,
    words: 0,
    limitedWords: 0,
    limits: limitsOf(definition, language),
    firstBlock: -1,
    endBlock: -1,
  };
}

/** A section's title as the document's language has it. */
function titleOf({ id, titles }: SectionDefinition, language: LanguageId): string {
  const known = languageOf(language);
  return titles?.[known.id]?.[0] ?? known.sections[id]?.title ?? titles?.en?.[0] ?? id;
}

function limitsOf({ words }: SectionDefinition, language: LanguageId): Section['limits'] {
  const limits: { min?: number; max?: number } = {};
  if (words?.min !== undefined) limits.min = leastWords(language, words.min);
  if (words?.max !== undefined) limits.max = wordLimit(language, words.max);
  return limits;
}
