import { describeRule } from './fixture.js';

describeRule('future-tense', {
  hits: {
    release: [
      'Lantern ⟦will⟧ walk ahead of you.',
      'It ⟦will be able to⟧ call. It will shine.',
      'Brightpath ⟦plans to⟧ offer it in five towns.',
      'It ⟦is going to⟧ light your path.',
      'The lamp ⟦is set to⟧ transform walking.',
      'We ⟦plan to⟧ open in Boise.',
      'Our team ⟦plans to⟧ offer it, and it walks ahead.',
      'The lamp ⟦is expected to⟧ call.',
      'One lamp shines.\n\nThe other ⟦won’t⟧ shine.',
    ],
    'release-ko': ['등이 앞서 걷게 ⟦될 것입니다⟧.', '길을 제공⟦할 예정입니다⟧.'],
  },
  traps: {
    release: [
      'Lantern walks ahead of you.',
      'The guard sees the time it is expected to walk.',
      'The lamp is set to high by default.',
      'Walkers who plan to stay pay less.',
      'A path that a walker plans to take is bright.',
      'It shows how long the wait is expected to be.',
      'The bill shows what will be paid and how long it will take.',
      'It delivers walk plans to busy families.',
      'Ana drew the plans to scale.',
      'If it rains, the lamp will wait.',
      'Will Smith opened the path.',
      '“It will shine,” said Ana Ruiz.',
      'The goodwill of walkers counts.',
    ],
    answer: ['It will cost $4.'],
    body: ['We will build a lamp.'],
    'release-ko': [
      '2028년 3월에 부산에서도 제공할 예정입니다.',
      '2028년까지 다섯 도시에서 제공할 예정입니다.',
      '등이 앞서 걷습니다.',
      '예정된 길입니다.',
    ],
  },
});
