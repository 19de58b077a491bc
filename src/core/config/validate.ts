import { inLocale } from '../messages/index.js';
import { type KeyPath, nearest, type ProblemTexts } from './problems.js';
import { alternatives, type ObjectShape, type Shape } from './shape.js';

/** Something in a config that can't be used: where, and why. */
export interface ValueProblem {
  readonly path: KeyPath;
  /** Whether the key is wrong or what stands under it. */
  readonly at: 'key' | 'value';
  readonly message: string;
}

/** Longest text that a value may be, in characters: names, phrases, globs and patterns, none of them an essay. */
export const LONGEST_TEXT = 400;

/**
 * Holds a value against its shape. Gives what of it can be used (what isn't is left out, as is null, which stands for “not set”), and
 * tells of the rest.
 */
export function validate(
  shape: Shape,
  value: unknown,
  texts: ProblemTexts,
  report: (problem: ValueProblem) => void,
  path: KeyPath = [],
): unknown {
  if (value === null || value === undefined) return undefined;
  const wrong = (message: string): undefined => report({ path, at: 'value', message }) as undefined;
  const type = Array.isArray(value) ? 'array' : typeof value;
  const one = alternatives(shape).find((alternative) => alternative.type === type);
  if (!one) return wrong(expectation(shape, texts, value));
  switch (one.type) {
    case 'string': {
      const string = value as string;
      const longest = one.longest ?? LONGEST_TEXT;
      if (string.length > longest) return wrong(texts.tooLong(longest));
      if (one.values && !Object.hasOwn(one.values, string)) {
        const names = Object.keys(one.values);
        return wrong(texts.oneOf(names, nearest(string, names)));
      }
      if (one.pattern && !new RegExp(one.pattern.source).test(string))
        return wrong(texts.looksLike(inLocale(one.pattern.text, texts.locale)));
      return string;
    }
    case 'number': {
      const number = value as number;
      if (!Number.isFinite(number) || (one.whole && !Number.isInteger(number))) return wrong(expectation(shape, texts));
      const inside = number >= one.minimum && number <= (one.maximum ?? Number.POSITIVE_INFINITY);
      return inside ? number : wrong(texts.between(one.minimum, one.maximum));
    }
    case 'boolean':
      return value;
    case 'array':
      return (value as unknown[])
        .map((item, n) => validate(one.items, item, texts, report, [...path, n]))
        .filter((item) => item !== undefined);
    case 'object':
      return validateObject(one, value as Readonly<Record<string, unknown>>, texts, report, path);
  }
}

function validateObject(
  shape: ObjectShape,
  value: Readonly<Record<string, unknown>>,
  texts: ProblemTexts,
  report: (problem: ValueProblem) => void,
  path: KeyPath,
): Record<string, unknown> | undefined {
  const used: [string, unknown][] = [];
  for (const [key, given] of Object.entries(value)) {
    const under = Object.hasOwn(shape.properties, key) ? shape.properties[key] : shape.others?.shape;
    if (!under || key.length > LONGEST_TEXT) {
      const near = nearest(key, Object.keys(shape.properties));
      report({ path: [...path, key], at: 'key', message: texts.noKey(key.slice(0, 60), shape.noun ?? 'key', near) });
      continue;
    }
    const usable = validate(under, given, texts, report, [...path, key]);
    if (usable !== undefined) used.push([key, usable]);
  }
  const missing = shape.required?.filter((key) => value[key] === undefined || value[key] === null) ?? [];
  for (const key of missing) report({ path, at: 'value', message: texts.missing(key) });
  const has = new Set(used.map(([key]) => key));
  return shape.required?.every((key) => has.has(key)) === false ? undefined : Object.fromEntries(used);
}

/** What a shape expects, in words; `false` for a severity is a common slip that has a word of its own. */
function expectation(shape: Shape, texts: ProblemTexts, value?: unknown): string {
  const all = alternatives(shape);
  const [first] = all;
  if (all.length === 1 && first?.type === 'string' && first.values)
    return texts.oneOf(Object.keys(first.values), value === false && 'off' in first.values ? 'off' : null);
  return texts.expected(
    all.map((one) => {
      if (one.type === 'string' && one.values) return Object.keys(one.values).join(', ');
      return one.type === 'number' && one.whole ? texts.wholeNumber : texts.types[one.type];
    }),
  );
}
