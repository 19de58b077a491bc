import { describeRule } from './fixture.js';

describeRule('excited-quote', {
  hits: {
    quote: [
      '“We are ⟦thrilled⟧ to open Lantern today,” said Ana Ruiz, who leads Brightpath.',
      '“I’m ⟦proud⟧ of this lamp, and I’m excited,” said Ana Ruiz, who leads Brightpath.',
      'Ana Ruiz, who leads Brightpath, said: "Our team is ⟦delighted⟧ with the lamp."',
      '> “We are so ⟦excited⟧ about this lamp and its light.”\n>\n> — Ana Ruiz, chief executive',
      '“We ⟦can’t wait to⟧ light your path home,” said Ana Ruiz, who leads Brightpath.',
      '“We are ⟦pleased to announce⟧ a lamp for the path home,” said Ana Ruiz, who leads Brightpath.',
    ],
    'quote-ko': [
      '김하나 밝은길 대표는 “등불을 내놓게 되어 ⟦기쁘게 생각⟧합니다”라고 말했습니다.',
      '김하나 밝은길 대표는 “우리 팀이 ⟦자랑스럽습니다⟧. 등이 앞서 걷습니다”라고 말했습니다.',
    ],
  },
  traps: {
    quote: [
      '“The lamp walks ahead of me, and I sleep,” said Ana Ruiz, who leads Brightpath.',
      '“The proud owner of a lamp walks home at six,” said Ana Ruiz, who leads Brightpath.',
      '“Nobody is excited before midnight on a dark path,” said Ana Ruiz, who leads Brightpath.',
      '“Walkers were not thrilled with our first lamp,” said Ana Ruiz, who leads Brightpath.',
    ],
    release: ['The team was excited to see it work.', 'Its maker is proud of it.'],
    answer: ['We are excited to answer.', '“We are thrilled to help,” wrote a walker.'],
    'quote-ko': ['김하나 밝은길 대표는 “등이 앞서 걷습니다”라고 말했습니다.'],
    'answer-ko': ['기쁘게 생각합니다.'],
  },
});
