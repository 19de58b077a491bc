import { BUILT_IN_KINDS, type KindDefinition } from '../kinds/index.js';
import { DEFAULT_PAGE, type PageSetup } from '../layout/index.js';
import type { Severity } from '../model.js';
import { SEVERITIES } from '../model.js';
import { RULES, type RuleOptions } from '../rules/index.js';
import type { TemplateLibrary } from '../templates/template.js';
import { compileVocabulary, NO_VOCABULARY, type Vocabulary, type VocabularyInput } from './vocabulary.js';

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

/** What users write: a severity by itself, or an object with `severity` and the rule's own options. */
export type RuleInput = Severity | ({ readonly severity?: Severity } & Readonly<Record<string, unknown>>);

/** A document that is to be left alone, whatever it says of itself. */
export const NO_KIND = 'none';

export interface OptionsInput {
  /** In place of the built-in ones, which a team's config changes rather than loses; see `kinds.ts`. */
  readonly kinds?: readonly KindDefinition[];
  /** The document's kind by the team's globs, or `none`: front matter goes before the one, nothing before the other. */
  readonly kind?: string;
  readonly vocabulary?: VocabularyInput;
  readonly rules?: Readonly<Record<string, RuleInput>>;
  readonly page?: Partial<PageSetup>;
  readonly locale?: string;
}

/** Something in a configuration that can't be used: where, and why. Never thrown; the default stays in force. */
export interface ConfigProblem {
  /** Path of keys, such as `rules.sentence-length.max`. */
  readonly key: string;
  readonly message: string;
}

/** One input over another: rule by rule, option by option. What only one of them says stays. */
export function overlay(below: OptionsInput, above: OptionsInput): OptionsInput {
  const rules: Record<string, RuleInput> = { ...below.rules };
  for (const [id, value] of Object.entries(above.rules ?? {}))
    rules[id] = Object.hasOwn(rules, id) ? { ...asObject(rules[id]), ...asObject(value) } : value;
  return { ...below, ...above, rules, page: { ...below.page, ...above.page } };
}

function asObject(rule: RuleInput | undefined): object {
  return typeof rule === 'string' ? { severity: rule } : (rule ?? {});
}

export const DEFAULT_OPTIONS: Options = resolveOptions({}).options;

/** Puts what the user wrote over the defaults. What can't be used is named in `problems` and left at its default. */
export function resolveOptions(
  input: OptionsInput,
  library: TemplateLibrary | null = null,
): { options: Options; problems: ConfigProblem[] } {
  const problems: ConfigProblem[] = [];
  const rules = new Map<string, RuleSetting>(
    RULES.map((rule) => [rule.id, { severity: rule.severity, options: rule.options }]),
  );
  for (const [id, value] of Object.entries(input.rules ?? {})) {
    const known = rules.get(id);
    if (known) rules.set(id, resolveRule(id, known, value, problems));
    else problems.push({ key: `rules.${id}`, message: `There is no rule “${id}”.` });
  }
  return {
    options: {
      kinds: input.kinds ?? BUILT_IN_KINDS,
      kind: input.kind,
      vocabulary: input.vocabulary ? compileVocabulary(input.vocabulary) : NO_VOCABULARY,
      rules,
      page: { ...DEFAULT_PAGE, ...input.page },
      locale: input.locale ?? 'en',
      library,
    },
    problems,
  };
}

function resolveRule(id: string, known: RuleSetting, value: unknown, problems: ConfigProblem[]): RuleSetting {
  const key = `rules.${id}`;
  if (typeof value === 'string') return { ...known, severity: severityOr(known.severity, value, key, problems) };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    problems.push({ key, message: `Expected a severity (${SEVERITIES.join(', ')}) or an object.` });
    return known;
  }
  let { severity } = known;
  const options: Record<string, RuleOptions[string]> = { ...known.options };
  for (const [name, given] of Object.entries(value)) {
    if (name === 'severity') severity = severityOr(severity, given, `${key}.severity`, problems);
    else if (!Object.hasOwn(known.options, name))
      problems.push({ key: `${key}.${name}`, message: `The rule has no option “${name}”.` });
    else if (isLike(given, known.options[name]!)) options[name] = given;
    else {
      const { [name]: like } = known.options;
      const expected = Array.isArray(like)
        ? 'a list of texts'
        : typeof like === 'number'
          ? 'a number, 0 or more'
          : 'true or false';
      problems.push({ key: `${key}.${name}`, message: `Expected ${expected}.` });
    }
  }
  return { severity, options };
}

function isLike(given: unknown, like: RuleOptions[string]): given is RuleOptions[string] {
  if (Array.isArray(like)) return Array.isArray(given) && given.every((item) => typeof item === 'string');
  return typeof given === typeof like && (typeof given !== 'number' || given >= 0);
}

function severityOr(otherwise: Severity, value: unknown, key: string, problems: ConfigProblem[]): Severity {
  const found = SEVERITIES.find((severity) => severity === value);
  if (!found) problems.push({ key, message: `Expected one of ${SEVERITIES.join(', ')}.` });
  return found ?? otherwise;
}
