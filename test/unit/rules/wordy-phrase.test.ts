import { expect } from 'chai';
import { LANGUAGES } from '../../../src/core/languages/index.js';
import { applyFixes, build, describeRule, findings, only } from './fixture.js';

describeRule('wordy-phrase', {
  hits: {
    answer: [
      'It stops ⟦due to the fact that⟧ the lamp is cold.',
      '⟦In order to⟧ start, press the button.',
      'Walkers ⟦utilize⟧ it ⟦on a daily basis⟧.',
      'It works ⟦prior to⟧ dawn.',
      'Each lamp ⟦is able to⟧ call.',
      'They ⟦have the ability to⟧ call.',
      'We ship ⟦in\u00a0the\u00a0event\nthat⟧ it rains.',
      'They want to ⟦have the ability to⟧ call.',
    ],
    body: ['It costs ⟦in excess of⟧ $4.'],
    'answer-ko': [
      '⟦그럼에도 불구하고⟧ 시작합니다.',
      '비⟦로 인해⟧ 멈춥니다.',
      '등이 제공⟦되어집니다⟧.',
      '⟦금번⟧ 행사를 엽니다.',
      '등을 제공⟦하는 것이 가능합니다⟧.',
      '걷기가 ⟦용이하게⟧ 됩니다.',
    ],
  },
  traps: {
    answer: [
      'It is in order.',
      '“In order to start, press,” said Ana Ruiz.',
      'Run `utilize` first.',
      '> Due to the fact that it rains.',
      'The path is due to rain.',
      'We provided that data in May.',
      'The utilities come first.',
    ],
    appendix: ['In order to start, press the button.'],
    'answer-ko': ['인해전술이 아닙니다.', '앞으로 걷습니다.', '되어 있습니다.', '동일고무벨트가 맡습니다.'],
  },
});

describe('wordy phrases', () => {
  const sentence = (language: string, phrase: string): string =>
    language === 'ko' ? `등이 사용${phrase} 있습니다.` : `Then they ${phrase} it.`;
  for (const language of LANGUAGES) {
    for (const { phrase, instead } of language.words.wordy) {
      if (instead === undefined || phrase.endsWith('*')) continue;
      it(`${phrase} → ${instead}`, () => {
        const options = only('wordy-phrase');
        const bare = phrase.replace(/^\*/, '');
        const place = language.id === 'ko' ? 'answer-ko' : 'answer';
        const spaced = phrase.startsWith('*') ? bare : language.id === 'ko' ? ` ${bare}` : bare;
        const { text } = build(place, sentence(language.id, spaced));
        const found = findings(text, options);
        expect(found.map(({ start, end }) => text.slice(start, end))).to.deep.equal([bare]);
        const mended = applyFixes(text, [found[0]!.fixes[0]!]);
        expect(findings(mended, options)).to.deep.equal([]);
        expect(mended).to.contain(instead);
      });
    }
  }
});
