import { compileVocabulary } from '../../../src/core/config/vocabulary.js';
import { describeRule } from './fixture.js';

describeRule('avoided-word', {
  team: {
    vocabulary: compileVocabulary({
      avoid: [
        { phrase: 'utilize', instead: 'use' },
        { phrase: 'stakeholder', message: 'Name the people.' },
        { phrase: 'move the needle' },
        { phrase: '허들', instead: '장벽' },
        { phrase: '솔루션*' },
        { phrase: 'ユーザー様' },
        { phrase: '.net' },
        {
          pattern: (text) =>
            [...text.matchAll(/synerg\w+/gi)].map(({ index, 0: word }) => ({ start: index, end: index + word.length })),
        },
      ],
      allow: ['stakeholder pension', '솔루션즈'],
    }),
  },
  hits: {
    release: [
      'Walkers ⟦utilize⟧ it.',
      '⟦Utilize⟧ it at night.',
      'Every ⟦stakeholder⟧ sees it.',
      'It will ⟦move the\nneedle⟧.',
      'The ⟦synergies⟧ of lamp and path.',
      'It **⟦utilize⟧**, they say.',
      'これは⟦ユーザー様⟧の声です。',
      'It runs on ⟦.NET⟧ today.',
    ],
    answer: ['We ⟦utilize⟧ glass.'],
    'release-ko': ['⟦허들⟧ 없이 걷습니다.', '새로운 ⟦솔루션⟧입니다.'],
  },
  traps: {
    release: [
      '“We utilize it,” said Ana Ruiz.',
      '> We utilize it.',
      'Run `utilize` first.',
      'See https://example.com/utilize.',
      'It is underutilized.',
      'The stakeholder pension pays for it.',
      'Asp.netting holds it.',
    ],
    appendix: ['We utilize glass.'],
    'release-ko': ['“허들이 낮습니다”라고 김하나 씨가 말했습니다.', '솔루션즈 주식회사가 만듭니다.'],
  },
});
