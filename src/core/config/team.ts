import { BUILT_IN_KINDS, type KindDefinition } from '../kinds/index.js';
import { compileGlob } from './glob.js';
import { NO_KIND, type OptionsInput, overlay, type RuleInput } from './input.js';
import { type KindInput, resolveKinds } from './kinds.js';
import type { Pattern } from './patterns.js';
import { type KeyPath, nearest, type ProblemTexts } from './problems.js';
import type { ValueProblem } from './validate.js';
import { type AvoidedInput, compileVocabulary, type VocabularyInput } from './vocabulary.js';

type Rules = Readonly<Record<string, RuleInput>>;
type OneOrMore = string | readonly string[];

/** What a team's config file says, once it is known to have the shape that `team-shape.ts` describes. */
export interface TeamValues {
  readonly extends?: OneOrMore;
  readonly kinds?: readonly KindInput[];
  readonly files?: Readonly<Record<string, string | { readonly kind?: string; readonly rules?: Rules }>>;
  readonly rules?: Rules;
  readonly vocabulary?: {
    readonly allow?: readonly string[];
    readonly acronyms?: readonly string[];
    readonly avoid?: readonly (string | AvoidedText)[];
  };
  readonly templates?: OneOrMore;
  readonly snippets?: OneOrMore;
  /** The margin in inches. */
  readonly page?: { readonly size?: 'letter' | 'a4'; readonly margin?: number };
}

interface AvoidedText extends Omit<AvoidedInput, 'pattern'> {
  readonly pattern?: string;
}

/** One file of those that make up a team's config. */
export interface Layer {
  readonly values: TeamValues;
  readonly report: (problem: ValueProblem) => void;
}

/** A team's way, ready to check documents with. */
export interface Team {
  /** The built-in kinds as the team has them, and its own. */
  readonly kinds: readonly KindDefinition[];
  /**
   * What a document is checked with, by its path from the folder of the config file, with `/`. The same object for all documents that
   * the same globs match.
   */
  readonly inputFor: (path: string) => OptionsInput;
}

/** Points in an inch. */
const INCH = 72;
/** Size of all patterns together, in instructions: some seventy plain ones. */
const LARGEST_PATTERNS = 1000;

/**
 * Puts the layers of a config over each other, the first at the bottom. `compilePattern` is asked for only where there are patterns
 * (`hasPatterns`). What can't be used is reported to its layer and left out.
 */
export function compileTeam(
  layers: readonly Layer[],
  texts: ProblemTexts,
  compilePattern: ((source: string) => Pattern) | null,
): Team {
  let kinds: readonly KindDefinition[] = BUILT_IN_KINDS;
  for (const { values, report } of layers)
    if (values.kinds) kinds = resolveKinds(kinds, values.kinds, texts, under(report, 'kinds'));
  const all: OptionsInput = {
    kinds,
    vocabulary: compileVocabulary(vocabularyOf(layers, texts, compilePattern)),
    ...layers.map(({ values }) => ({ rules: values.rules ?? {}, page: pageOf(values) })).reduce(overlay, {}),
  };
  const ids = [...kinds.map(({ id }) => id), NO_KIND];
  const files = layers.flatMap((layer) => filesOf(layer, ids, texts));
  const known = new Map<string, OptionsInput>();
  return {
    kinds,
    inputFor: (path) => {
      const matching = files.filter(({ matches }) => matches(path));
      const key = matching.map((file) => files.indexOf(file)).join();
      let input = known.get(key);
      if (!input) {
        input = matching.reduce<OptionsInput>((below, file) => overlay(below, file.input), all);
        known.set(key, input);
      }
      return input;
    },
  };
}

/** Whether a config's values hold a pattern, for which the regular expressions have to be loaded. */
export function hasPatterns({ vocabulary }: TeamValues): boolean {
  return vocabulary?.avoid?.some((entry) => typeof entry === 'object' && entry.pattern !== undefined) ?? false;
}

function under(report: Layer['report'], ...keys: KeyPath): Layer['report'] {
  return (problem) => report({ ...problem, path: [...keys, ...problem.path] });
}

function pageOf({ page }: TeamValues): NonNullable<OptionsInput['page']> {
  return {
    ...(page?.size && { size: page.size }),
    ...(page?.margin !== undefined && { margin: page.margin * INCH }),
  };
}

function filesOf({ values, report }: Layer, kinds: readonly string[], texts: ProblemTexts) {
  return Object.entries(values.files ?? {}).map(([glob, value]) => {
    const { kind, rules } = typeof value === 'string' ? { kind: value, rules: undefined } : value;
    const known = kind !== undefined && kinds.includes(kind);
    if (kind !== undefined && !known) {
      const path = typeof value === 'string' ? ['files', glob] : ['files', glob, 'kind'];
      report({ path, at: 'value', message: texts.noKind(kind, nearest(kind, kinds)) });
    }
    const input: OptionsInput = { ...(known && { kind }), ...(rules && { rules }) };
    return { matches: compileGlob(glob), input };
  });
}

function vocabularyOf(
  layers: readonly Layer[],
  texts: ProblemTexts,
  compilePattern: ((source: string) => Pattern) | null,
): VocabularyInput {
  const avoid = new Map<string, AvoidedInput>();
  let size = 0;
  for (const { values, report } of layers) {
    for (const [n, entry] of (values.vocabulary?.avoid ?? []).entries()) {
      const wrong = (key: readonly string[], message: string): void =>
        report({ path: ['vocabulary', 'avoid', n, ...key], at: 'value', message });
      const { phrase, pattern, ...rest } = typeof entry === 'string' ? { phrase: entry, pattern: undefined } : entry;
      if ((phrase === undefined) === (pattern === undefined)) wrong([], texts.phraseOrPattern());
      else if (phrase !== undefined) avoid.set(`phrase ${phrase.toLowerCase()}`, { phrase, ...rest });
      else if (compilePattern)
        try {
          const compiled = compilePattern(pattern!);
          size += compiled.size;
          if (size > LARGEST_PATTERNS) wrong(['pattern'], texts.patternsTooLarge());
          else avoid.set(`pattern ${pattern}`, { pattern: compiled.find, ...rest });
        } catch (error) {
          wrong(['pattern'], texts.badPattern((error as Error).message));
        }
    }
  }
  const lists = layers.map(({ values }) => values.vocabulary ?? {});
  return {
    allow: lists.flatMap(({ allow = [] }) => allow),
    acronyms: lists.flatMap(({ acronyms = [] }) => acronyms),
    avoid: [...avoid.values()],
  };
}
