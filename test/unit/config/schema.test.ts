import assert from 'node:assert/strict';
import { problemTexts } from '../../../src/core/config/problems.js';
import { alternatives, type Shape } from '../../../src/core/config/shape.js';
import { teamShape } from '../../../src/core/config/team-shape.js';
import { LONGEST_TEXT, validate } from '../../../src/core/config/validate.js';
import { LANGUAGES } from '../../../src/core/languages/index.js';
import { RULES } from '../../../src/core/rules/index.js';

const TEAM_SHAPE = teamShape({ rules: RULES, languages: LANGUAGES }).shape;

const problems = (value: unknown): string[] => {
  const found: string[] = [];
  validate(TEAM_SHAPE, value, problemTexts('en'), ({ path, message }) => found.push(`${path.join('.')}: ${message}`));
  return found;
};

describe('The schema of a team’s config', () => {
  it('describes every key, in English and in Korean', () => {
    let described = 0;
    const seen = new Set<Shape>();
    const visit = (shape: Shape, path: string): void => {
      for (const one of alternatives(shape)) {
        if (seen.has(one)) continue;
        seen.add(one);
        if (one.type === 'array') visit(one.items, `${path}[]`);
        if (one.type !== 'object') continue;
        if (one.others) visit(one.others.shape, `${path}.*`);
        for (const [key, under] of Object.entries(one.properties)) {
          const text = under.text ?? alternatives(under)[0]!.text;
          assert.ok(text?.en && /[가-힣]|^FAQ/.test(text.ko), `${path}.${key}`);
          assert.notEqual(text.en, text.ko === 'FAQ.' ? '' : text.ko, `${path}.${key}`);
          described++;
          visit(under, `${path}.${key}`);
        }
      }
    };
    visit(TEAM_SHAPE, '');
    assert.ok(described > 90, String(described));
  });

  it('knows no text that is too long to be one', () => {
    assert.deepEqual(problems({ vocabulary: { allow: ['a'.repeat(LONGEST_TEXT)] } }), []);
    assert.deepEqual(problems({ vocabulary: { allow: ['a'.repeat(LONGEST_TEXT + 1)] } }), [
      'vocabulary.allow.0: Longer than 400 characters.',
    ]);
  });
});
