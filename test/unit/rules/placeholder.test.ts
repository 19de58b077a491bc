import { describeRule } from './fixture.js';

describeRule('placeholder', {
  hits: {
    answer: ['It costs ⟦[price]⟧ a year.', '⟦TBD⟧', 'The price is ⟦TBD⟧.', 'It costs ⟦{{price}}⟧.', '⟦TODO⟧: ask Ana.'],
    'answer-ko': ['⟦미정⟧', '가격은 ⟦[가격]⟧입니다.'],
  },
  traps: {
    answer: [
      'See [the lamp](https://example.com).',
      '- [ ] one\n- [x] two',
      'As Ana wrote[^1], it is bright.',
      'The list `todo[0]` is code: `TBD`.',
      'It is to be decided by Ana.',
      '<!-- TODO: ask Ana -->\n\nIt costs $4.',
      'See [1] and [2].',
    ],
    'answer-ko': ['가격은 4천 원입니다.'],
  },
});
