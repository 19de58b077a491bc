import { describeRule } from './fixture.js';

describeRule('hype-word', {
  hits: {
    release: [
      'A ⟦revolutionary⟧ lamp walks ahead.',
      'It is ⟦world-class⟧ and seamless.',
      'Charging is ⟦seamless⟧.',
      '⟦Cutting-edge⟧ glass shows the path.',
      'It ⟦empowers⟧ walkers.',
      'This is **⟦best in class⟧** light.',
      'It brings light ⟦to the next\nlevel⟧.',
    ],
    answer: ['We wanted ⟦a new era of⟧ light.', 'By ⟦leveraging⟧ glass, it shines.'],
    'release-ko': [
      '⟦혁신적⟧인 등이 앞서 걷습니다.',
      '⟦최고의⟧ 등입니다.',
      '⟦세계 최고⟧ 수준의 등입니다.',
      '효과를 ⟦극대화⟧합니다.',
    ],
  },
  traps: {
    release: [
      'The Revolutionary War Museum lights its path with Lantern.',
      '“It is revolutionary,” said Ana Ruiz.',
      '> A revolutionary lamp.',
      'The ultimate strength of the glass is 40 MPa.',
      'The shop has leverage over its supplier.',
      'Read `seamless.css` first.',
      'See https://example.com/revolutionary/amazing.',
      'The first-class cabin is dark.',
      'Two robust-looking lamps stand there.',
    ],
    appendix: ['A revolutionary lamp.'],
    'release-ko': [
      '‘혁신’은 말뿐입니다.',
      '“혁신적인 등입니다”라고 김하나 씨가 말했습니다.',
      '최고 온도는 40도입니다.',
    ],
  },
});
