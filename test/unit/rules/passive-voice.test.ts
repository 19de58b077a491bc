import { describeRule } from './fixture.js';

describeRule('passive-voice', {
  hits: {
    answer: [
      'The lamp ⟦was built⟧ in May.',
      'Mistakes ⟦were made⟧.',
      'It ⟦is not charged⟧ at night.',
      'The path ⟦is quickly found by⟧ walkers.',
      'It has ⟦been sold⟧.',
    ],
    'answer-ko': [
      '등이 ⟦사람에 의해⟧ 꺼집니다.',
      '등불로 ⟦불려지는⟧ 곳입니다.',
      '길이 밝게 ⟦보여집니다⟧.',
      '등이 ⟦사용되어집니다⟧.',
      '잘 ⟦보여진⟧ 길입니다.',
    ],
  },
  traps: {
    answer: [
      'We built the lamp in May.',
      'The lamp is red.',
      'She needed it.',
      '“It was built in May,” said Ana Ruiz.',
      'We are in need of lamps.',
      '> It was built in May.',
    ],
    'answer-ko': [
      '우리가 등을 껐습니다.',
      '길을 보여 줍니다.',
      '길이 보여서 좋습니다.',
      '등이 보입니다.',
      '의해라는 이름입니다.',
    ],
  },
});
