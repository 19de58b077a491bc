import { describeRule } from './fixture.js';

describeRule('weasel-word', {
  hits: {
    answer: [
      '⟦Many⟧ people walk home in the dark.',
      'It costs ⟦significantly⟧ less than a taxi.',
      'It is ⟦often⟧ late. It is ⟦rarely⟧ early.',
      'Lamps are **⟦mostly⟧** blue.',
      'We ship ⟦as soon\nas possible⟧.',
      'We ship ⟦in the\u00a0near future⟧.',
      '- ⟦Several⟧ lamps broke.\n- Two came back.',
      '‘Lamp’ is a word for ⟦many⟧ things.',
      'In 2027 ⟦most⟧ streets stay dark.',
      'It ⟦might⟧ work, and most lamps do.',
    ],
    release: ['⟦Almost⟧ nobody walks home.', 'It is ⟦quite⟧ bright.'],
    body: ['⟦Numerous⟧ people asked.'],
    'answer-ko': [
      '⟦많은⟧ 사람이 걷습니다.',
      '⟦곧⟧ 시작합니다.',
      '비용이 ⟦상당히⟧ 줄었습니다.',
      '⟦빠른 시일 내에⟧ 엽니다.',
      '**⟦다양한⟧** 등이 있습니다.',
    ],
  },
  traps: {
    answer: [
      'It takes at most 3 minutes.',
      'The most recent count is 12.',
      'How many come is what matters most.',
      'A read-mostly store and a many-to-many map.',
      '“Many people might come,” said Ana Ruiz.',
      '> Most of them might come.',
      'Run `many --most` and see https://example.com/many/most here.',
      '<!-- many, most, might -->\n\nIt costs $4.',
      '| many | most |\n|---|---|\n| might | often |',
      'Nearly 200 lamps and almost all 12 stations.',
      'We bought it from Might and Magic.',
      'Many lamps came back, 1,204 of 2,300.',
      'It typically takes 40 minutes.',
      'There are several ways:\n\n- walk\n- ride',
      'Ask [them](https://example.com/most "many") first.',
      'This is the street most exposed to rain.',
      'The streets that need it most are dark.',
      'Sometimes the lamp walks ahead, sometimes it waits.',
      'It is not quite done.',
      'Frequently asked questions stand here.',
      'As soon as the lamp stops, we call.',
      '#### Many and most\n\nIt costs $4.',
      'The word "many" is quoted, and so is ‘most’.',
    ],
    appendix: ['Many people might come.'],
    'answer-ko': [
      '곧바로 시작합니다.',
      '“많은 사람이 걷습니다”라고 김하나 씨가 말했습니다.',
      '많은 등이 왔고 2,300개 가운데 1,204개입니다.',
      '자주 묻는 질문입니다.',
      '다양성이라는 이름입니다.',
    ],
    whole: ['# Many notes\n\nMost of them might be lost.'],
  },
});

describeRule('weasel-word', {
  options: { allow: ['Many', 'most'] },
  hits: {
    answer: ['It ⟦might⟧ work.', 'It is ⟦often⟧ late.', '⟦Several⟧ broke.', '⟦Perhaps⟧ so.', 'It is ⟦fairly⟧ small.'],
  },
  traps: { answer: ['Many came.', 'Most came.', 'MANY came.', 'As many came.', 'Most of them came.'] },
});
