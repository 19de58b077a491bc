import { describeRule } from './fixture.js';

const headed = (heading: string, body: string): string =>
  `---\ntype: prfaq\n---\n\n# 등불, 밤길을 먼저 걷는 등 출시\n\n## 보도자료\n\n### ${heading}\n\n${body}\n`;
const SAID = '“등이 앞서 걷습니다. 이제 길이 어둡지 않습니다.”';

describeRule('unattributed-quote', {
  hits: {
    quote: [
      '⟦“The lamp walks ahead of me, and the path is not dark any more.”⟧',
      '⟦"The lamp walks ahead of me, and the path is not dark any more."⟧',
      '⟦*“The lamp walks ahead of me, and the path is not dark any more.”*⟧',
      '⟦“The lamp walks ahead of me. The path is not dark any more.” …⟧',
    ],
    'quote-ko': ['⟦“등이 앞서 걷습니다. 이제 길이 어둡지 않습니다.”⟧'],
    whole: [headed('고객 인용', `⟦${SAID}⟧`)],
  },
  traps: {
    whole: [headed('고객 인용 — 박서연', SAID), headed('고객 인용: 박서연', SAID), headed('고객 인용 - 박서연', SAID)],
    quote: [
      '“The lamp walks ahead of me,” said Ana Ruiz, who leads Brightpath.',
      '“The lamp walks ahead of me,” said the chief executive.',
      '“The lamp walks ahead of me, and the path is not dark.” — Ana Ruiz, chief executive',
      'Ana Ruiz said: “The lamp walks ahead of me.”',
      'The lamp walks ahead of me, says Ana Ruiz.',
      '> “The lamp walks ahead of me, and the path is not dark.”\n>\n> — Ana Ruiz',
    ],
    'quote-ko': ['김하나 밝은길 대표는 “등이 앞서 걷습니다”라고 말했습니다.'],
    answer: ['“The lamp walks ahead of me, and the path is not dark any more.”'],
  },
});
