import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse, stringify, type ToStringOptions } from 'yaml';
import { setSeverity } from '../../src/core/config/edit.js';
import { readConfig } from '../../src/core/config/reader.js';
import { SEVERITIES } from '../../src/core/model.js';
import { acronym, applied, texts } from '../unit/config/edited.js';

describe('A severity that is set in a team’s config', () => {
  it('changes nothing else, however a config is written', () => {
    const word = fc.constantFrom('robust', 'yes', '가', 'a: b', '- c', '#', "it's");
    const config = fc.record(
      {
        rules: fc.dictionary(
          fc.constantFrom('weasel-word', 'hype-word'),
          fc.oneof(fc.constantFrom(...SEVERITIES), fc.record({ allow: fc.array(word) }), fc.constant(null)),
        ),
        vocabulary: fc.record({ acronyms: fc.array(word), allow: fc.array(word) }, { requiredKeys: [] }),
        page: fc.constant({ size: 'a4' }),
      },
      { requiredKeys: [] },
    );
    const style = fc.record({
      collectionStyle: fc.constantFrom('any', 'block', 'flow'),
      indent: fc.constantFrom(2, 4),
      indentSeq: fc.boolean(),
      defaultStringType: fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_LITERAL'),
    });
    fc.assert(
      fc.property(config, style, word, fc.boolean(), (value, options, added, crlf) => {
        const plain = stringify(value, options as ToStringOptions);
        const text = crlf ? plain.replaceAll('\n', '\r\n') : plain;
        // The library writes empty lists in block style so that it can't read them itself.
        fc.pre(readConfig(text, texts).problems.length === 0);
        const severity = applied(text, setSeverity(text, 'weasel-word', 'hint', 'a.md', { texts }));
        if (severity !== 'none') {
          const rules = (parse(text) as { rules?: Record<string, unknown> }).rules;
          const before = rules?.['weasel-word'];
          const expected = typeof before === 'object' && before ? { ...before, severity: 'hint' } : 'hint';
          assert.deepEqual(parse(severity), { ...parse(text), rules: { ...rules, 'weasel-word': expected } });
        }
        const words = acronym(text, added);
        if (words !== 'none')
          assert.deepEqual(parse(words).vocabulary.acronyms, [...(value.vocabulary?.acronyms ?? []), added]);
      }),
      { numRuns: 1000 },
    );
  });

  it('throws nowhere', () => {
    const token = fc.constantFrom(
      'rules',
      'weasel-word',
      'vocabulary',
      'acronyms',
      ':',
      ' ',
      '\n',
      '- ',
      '{',
      '}',
      '[',
      ']',
      ',',
      '"',
      '#',
      '  ',
      '&a ',
      '*a',
      '|',
      '---\n',
      '\r\n',
    );
    fc.assert(
      fc.property(
        fc.array(token, { maxLength: 30 }).map((all) => all.join('')),
        (text) => {
          for (const json of [false, true]) {
            acronym(text, 'DRI', json);
            applied(text, setSeverity(text, 'weasel-word', 'off', 'a.md', { texts, json }));
          }
        },
      ),
      { numRuns: 1500 },
    );
  });
});
