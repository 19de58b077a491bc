import type { KindDefinition } from '../kinds/index.js';
import type { PageSetup } from '../layout/index.js';
import type { Severity } from '../model.js';
import type { Vocabulary } from './vocabulary.js';

/** What users write: a severity by itself, or an object with `severity` and the rule's own options. */
export type RuleInput = Severity | ({ readonly severity?: Severity } & Readonly<Record<string, unknown>>);

/** A document that is to be left alone, whatever it says of itself. */
export const NO_KIND = 'none';

/** What somebody wants other than the defaults. */
export interface OptionsInput {
  /** In place of the built-in ones, which a team's config changes rather than loses; see `kinds.ts`. */
  readonly kinds?: readonly KindDefinition[];
  /** The document's kind by the team's globs, or `none`: front matter goes before the one, nothing before the other. */
  readonly kind?: string;
  /** See `vocabulary.ts`. */
  readonly vocabulary?: Vocabulary;
  readonly rules?: Readonly<Record<string, RuleInput>>;
  readonly page?: Partial<PageSetup>;
  readonly locale?: string;
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
