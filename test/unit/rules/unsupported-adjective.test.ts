import { describeRule } from './fixture.js';

describeRule('unsupported-adjective', {
  hits: {
    answer: [
      'The lamp is ⟦very⟧ bright.',
      'It is ⟦much faster⟧ than walking.',
      'A ⟦huge⟧ lamp and a massive pole.',
      'It is ⟦extremely⟧ light. It is ⟦blazing fast⟧.',
      'In 2027 it is ⟦easy to use⟧.',
      'Walks get ⟦dramatically⟧ shorter.',
    ],
    'answer-ko': ['등이 ⟦매우⟧ 밝습니다.', '⟦훨씬⟧ 빠릅니다.', '⟦엄청난⟧ 빛입니다.'],
  },
  traps: {
    answer: [
      'The lamp is very bright: 900 lumens.',
      'It is much faster, 4 minutes instead of 9.',
      'The very first lamp came in May.',
      'It is not very bright.',
      'Lamps are highly regulated.',
      'At the very least, it shines.',
      'It is three times as bright and very small.',
      '“It is very bright,” said Ana Ruiz.',
      'The Very Large Array stands in a desert.',
      'How deeply you sleep is yours.',
    ],
    'answer-ko': [
      '등이 매우 밝아 900루멘입니다.',
      '“매우 밝습니다”라고 김하나 씨가 말했습니다.',
      '아주대학교가 맡습니다.',
    ],
  },
});
