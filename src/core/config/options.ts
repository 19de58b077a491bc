import { BUILT_IN_KINDS, type KindDefinition } from '../kinds/index.js';
import { DEFAULT_PAGE, type PageSetup } from '../layout/index.js';
import type { Severity } from '../model.js';
import { SEVERITIES } from '../model.js';
import { RULES, type RuleOptions } from '../rules/index.js';
import type { TemplateLibrary } from '../templates/template.js';
import type { OptionsInput } from './input.js';
import { NO_VOCABULARY, type Vocabulary } from './vocabulary.js';

/** A rule as a document is checked with: how severe, and its numbers. */
export interface RuleSetting {
  readonly severity: Severity;
  readonly options: RuleOptions;
}

/** Everything that shapes a check. */
export interface Options {
  readonly kinds: readonly KindDefinition[];
  /** The kind that the team's globs give the document, or `none`; undefined where they say nothing. */
  readonly kind: string | undefined;
  readonly vocabulary: Vocabulary;
  readonly rules: ReadonlyMap<string, RuleSetting>;
  readonly page: PageSetup;
  /** BCP 47 tag of the reader's language: messages come in it. */
  readonly locale: string;
  /** What fixes write into the document; without it there are no fixes that need it. */
  readonly library: TemplateLibrary | null;
}

export const DEFAULT_OPTIONS: Options = resolveOptions({});

/** Puts what the user wrote over the defaults. What can't be used is left at its default: settings may hold anything. */
export function resolveOptions(input: OptionsInput, library: TemplateLibrary | null = null): Options {
  return {
    kinds: input.kinds ?? BUILT_IN_KINDS,
    kind: input.kind,
    vocabulary: input.vocabulary ?? NO_VOCABULARY,
    rules: new Map(RULES.map((rule) => [rule.id, resolveRule(rule, input.rules?.[rule.id])])),
    page: { ...DEFAULT_PAGE, ...input.page },
    locale: input.locale ?? 'en',
    library,
  };
}

function resolveRule(known: RuleSetting, value: unknown): RuleSetting {
  const given: Readonly<Record<string, unknown>> =
    typeof value === 'object' && value !== null ? { ...value } : { severity: value };
  const options = Object.entries(known.options).map(([name, like]) => [
    name,
    isLike(given[name], like) ? given[name] : like,
  ]);
  const severity = SEVERITIES.find((one) => one === given.severity) ?? known.severity;
  return { severity, options: Object.fromEntries(options) };
}

function isLike(given: unknown, like: RuleOptions[string]): given is RuleOptions[string] {
  if (Array.isArray(like)) return Array.isArray(given) && given.every((item) => typeof item === 'string');
  return typeof given === typeof like && (typeof given !== 'number' || given >= 0);
}
