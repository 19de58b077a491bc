import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { problemTexts } from '../../src/core/config/problems.js';
import { alternatives, type Shape } from '../../src/core/config/shape.js';
import { teamShape } from '../../src/core/config/team-shape.js';
import { validate } from '../../src/core/config/validate.js';
import { LANGUAGES } from '../../src/core/languages/index.js';
import { RULES } from '../../src/core/rules/index.js';

const TEAM_SHAPE = teamShape({ rules: RULES, languages: LANGUAGES }).shape;
const file = fileURLToPath(new URL('../../schemas/prfaq.schema.json', import.meta.url));
const schema = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
const isValid = new Ajv({ strict: false, allErrors: true }).compile(schema);

const problems = (value: unknown): string[] => {
  const found: string[] = [];
  validate(TEAM_SHAPE, value, problemTexts('en'), ({ path, message }) => found.push(`${path.join('.')}: ${message}`));
  return found;
};

/** Values that fit a shape, with one here and there that doesn't. */
function valuesOf(shape: Shape): fc.Arbitrary<unknown> {
  const [first, ...more] = alternatives(shape);
  if (more.length > 0) return fc.oneof(...[first!, ...more].map(valuesOf));
  const odd = fc.constantFrom<unknown>('?', -1, 0.5, true, [], {});
  const usual = ((): fc.Arbitrary<unknown> => {
    switch (first!.type) {
      case 'string':
        return first!.values ? fc.constantFrom(...Object.keys(first!.values)) : fc.constantFrom('memo', 'a b', '*.md');
      case 'number':
        return fc.constantFrom(0, 1, 2, 3, 0.5, 50);
      case 'boolean':
        return fc.boolean();
      case 'array':
        return fc.array(valuesOf(first!.items), { maxLength: 3 });
      case 'object': {
        const known: Record<string, fc.Arbitrary<unknown>> = Object.fromEntries(
          Object.entries(first!.properties).map(([key, one]) => [key, valuesOf(one)]),
        );
        const other = first!.others ? valuesOf(first!.others.shape) : fc.constant(1);
        const some = fc.record({ ...known, more: other }, { requiredKeys: [...(first!.required ?? [])] as never[] });
        return first!.others
          ? some
          : fc.oneof({ weight: 30, arbitrary: some.map(({ more: _, ...rest }) => rest) }, some);
      }
    }
  })();
  return fc.oneof({ weight: 100, arbitrary: usual }, { weight: 1, arbitrary: odd });
}

describe('The schema of a team’s config', () => {
  it('accepts what the check accepts, and nothing else', () => {
    let accepted = 0;
    fc.assert(
      fc.property(valuesOf(TEAM_SHAPE), (value) => {
        const found = problems(value);
        accepted += Number(found.length === 0);
        assert.equal(
          isValid(value),
          found.length === 0,
          `${JSON.stringify(value)}\n${found.join('\n')}\n${JSON.stringify(isValid.errors?.[0])}`,
        );
      }),
      { numRuns: 3000 },
    );
    assert.ok(accepted > 300 && accepted < 2900, `${accepted} of 3000 accepted`);
  });
});
