import { describeRule } from './fixture.js';

describeRule('typed-bullet', {
  fixes: true,
  hits: {
    release: ['⟦• one lamp⟧\n• two lamps', 'It has:\n⟦• one lamp⟧\n• two lamps', '⟦– one lamp⟧\n– two lamps'],
    answer: [
      '⟦(1) one lamp⟧\n(2) two lamps',
      '⟦• one lamp⟧\n\n• two lamps\n\n• three lamps',
      '⟦① one lamp⟧\n② two lamps',
      '⟦✅ **one** lamp⟧\n✅ two lamps',
    ],
    'answer-ko': ['⟦· 등 하나⟧\n· 등 둘', '⟦□ 등 하나⟧\n\n□ 등 둘'],
  },
  traps: {
    release: ['- one lamp\n- two lamps', '— Ana Ruiz, chief executive', 'A lamp • a light • a path.'],
    answer: [
      'A lamp – bright –\nwalks ahead.',
      '```\n• one\n• two\n```',
      '> • one\n> • two',
      '| • one | • two |\n|---|---|\n| • a | • b |',
      '- • one\n- • two',
    ],
    appendix: ['• one\n• two'],
    'answer-ko': [
      '서울·부산에서 엽니다.',
      '□ 시는 7월부터 등을 켠다고 밝혔다.\n\n○ 등은 해가 지면 스스로 켜진다고 한다.',
    ],
  },
});
