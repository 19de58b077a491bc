import { BULLETS, type KindDefinition, type SectionDefinition, type VariantDefinition } from '../kinds/index.js';
// English has a title for each section of the built-in kinds; the whole of the languages would be forty times as much.
import { sections as titled } from '../languages/en/sections.js';
import type { LanguageId, Part } from '../model.js';
import type { ProblemTexts } from './problems.js';
import type { ValueProblem } from './validate.js';

/** A section as a team writes it: the shape that a kind has, of which all but the name may be left out. */
export interface SectionInput extends Partial<Omit<SectionDefinition, 'id' | 'titles'>> {
  readonly id: string;
  readonly titles?: Readonly<Partial<Record<LanguageId, string | readonly string[]>>>;
}

/** A kind as a team writes it: a new one, or changes to one that is there. */
export interface KindInput {
  readonly id: string;
  readonly files?: readonly string[];
  readonly pages?: Partial<KindDefinition['pages']>;
  readonly questions?: Partial<NonNullable<KindDefinition['questions']>>;
  readonly sections?: readonly SectionInput[];
  readonly variants?: readonly { readonly id?: string | null; readonly sections: readonly SectionInput[] }[];
}

/** Pages of a kind that doesn't say how many: six, as everywhere in Working Backwards. */
const PAGES = 6;

/**
 * The kinds that result when a team's are put over `known` ones. What can't be used is reported, by its path from the list of kinds,
 * and left out.
 */
export function resolveKinds(
  known: readonly KindDefinition[],
  inputs: readonly KindInput[],
  texts: ProblemTexts,
  report: (problem: ValueProblem) => void,
): KindDefinition[] {
  const kinds = [...known];
  for (const [n, input] of inputs.entries()) {
    if (inputs.findIndex(({ id }) => id === input.id) < n)
      report({ path: [n, 'id'], at: 'value', message: texts.twice(input.id) });
    checkSections(input, n, texts, report);
    const index = kinds.findIndex(({ id }) => id === input.id);
    const kind = index === -1 ? newKind(input) : changed(kinds[index]!, input);
    if (!kind) report({ path: [n, 'id'], at: 'value', message: texts.noSections(input.id) });
    else if (index === -1) kinds.push(kind);
    else kinds[index] = kind;
  }
  return kinds;
}

function checkSections(
  { sections, variants = [] }: KindInput,
  kind: number,
  texts: ProblemTexts,
  report: (problem: ValueProblem) => void,
): void {
  const lists = [
    ...(sections ? [{ path: [kind, 'sections'], sections }] : []),
    ...variants.map((variant, n) => ({ path: [kind, 'variants', n, 'sections'], sections: variant.sections })),
  ];
  for (const list of lists) {
    for (const [n, { id, words }] of list.sections.entries()) {
      if (list.sections.findIndex((other) => other.id === id) < n)
        report({ path: [...list.path, n, 'id'], at: 'value', message: texts.twice(id) });
      if (words?.min !== undefined && words.max !== undefined && words.min > words.max)
        report({ path: [...list.path, n, 'words', 'min'], at: 'value', message: texts.minOverMax() });
    }
  }
}

/** Null for a kind without sections: there is nothing to say of its documents. */
function newKind(input: KindInput): KindDefinition | null {
  const variants = variantsOf(input);
  if (variants.length === 0 || variants.some(({ sections }) => sections.length === 0)) return null;
  const { id, files = [], pages, questions } = input;
  return {
    id,
    files,
    pages: { ...pages, total: pages?.total ?? PAGES },
    variants,
    ...(questions && { questions: { external: 0, internal: 0, ...questions } }),
  };
}

function variantsOf({ variants, sections }: KindInput): VariantDefinition[] {
  if (variants) return variants.map((one) => ({ id: one.id ?? null, sections: one.sections.map(section) }));
  return sections ? [{ id: null, sections: sections.map(section) }] : [];
}

function changed(known: KindDefinition, input: KindInput): KindDefinition {
  const { files, pages, questions, sections = [] } = input;
  const variants = input.variants ? variantsOf(input) : known.variants;
  return {
    ...known,
    ...(files && { files }),
    pages: { ...known.pages, ...pages },
    variants: input.variants
      ? variants
      : variants.map((variant) => ({ ...variant, sections: changedSections(variant.sections, sections) })),
    ...(questions && { questions: { external: 0, internal: 0, ...known.questions, ...questions } }),
  };
}

/** The sections with those listed changed where they stand; a new one goes in behind the one listed before it. */
function changedSections(known: readonly SectionDefinition[], inputs: readonly SectionInput[]): SectionDefinition[] {
  const sections = [...known];
  const placeOf = (id: string | undefined): number => sections.findIndex((one) => one.id === id);
  for (const [n, input] of inputs.entries()) {
    const at = placeOf(input.id);
    if (at !== -1) {
      sections[at] = { ...sections[at]!, ...section({ ...sections[at]!, ...input }) };
      continue;
    }
    const added = section(input);
    const before = placeOf(inputs[n - 1]?.id);
    const after =
      inputs
        .slice(n + 1)
        .map(({ id }) => placeOf(id))
        .find((place) => place !== -1) ?? -1;
    const like = sections.findLastIndex((one) => one.part === added.part);
    const place = before !== -1 ? before + 1 : after !== -1 ? after : like !== -1 ? like + 1 : sections.length;
    sections.splice(place, 0, added);
  }
  return sections;
}

/** A section with what its team left unsaid. */
function section(input: SectionInput): SectionDefinition {
  const { id, titles, required = true, part = partOf(id), bullets = BULLETS[part], ...rest } = input;
  // One that no language has a title for is called by its name, so that it has one in every document.
  const named = Object.hasOwn(titled, id) ? {} : { en: titleOf(id) };
  const own = Object.entries({ ...named, ...titles }).map(([language, title]): [string, readonly string[]] => [
    language,
    typeof title === 'string' ? [title] : title,
  ]);
  return { id, part, required, bullets, ...rest, ...(own.length > 0 && { titles: Object.fromEntries(own) }) };
}

function partOf(id: string): Part {
  if (id === 'appendix') return 'appendix';
  return id === 'faq' || id.endsWith('-faq') ? 'faq' : 'body';
}

/** `decision-drivers` as “Decision drivers”. */
function titleOf(id: string): string {
  return id[0]!.toUpperCase() + id.slice(1).replaceAll('-', ' ');
}
