import { describeRule } from './fixture.js';

const items = (count: number): string => Array.from({ length: count }, (_, n) => `- lamp ${n + 1}`).join('\n');
const whole = (count: number): string => items(count).replace('- lamp 1', '⟦- lamp 1⟧');

describeRule('banned-bullet', {
  fixes: true,
  hits: {
    release: [`It has:\n\n${whole(3)}`, `It has:\n\n${whole(8)}`, '⟦1. one⟧\n2. two', '⟦- [ ] one⟧\n- [x] two'],
    answer: [
      `It costs $4 a month for each lamp and no more, whatever the weather.\n\n${whole(6)}`,
      `It costs $4.\n\n${whole(3)}`,
    ],
    whole: [
      `---\ntype: six-pager\n---\n\n# Lantern\n\n## Problem\n\nPeople take the long way home.\n\n${whole(3)}\n`,
      '---\ntype: prfaq\n---\n\n# Lantern\n\n## Internal FAQ\n\n### How do we move?\n\nIn steps:\n\n⟦1. a⟧\n2. b\n3. c\n4. d\n5. e\n6. f\n',
    ],
    body: [`It has:\n\n${whole(2)}`],
    'answer-ko': [
      '비용입니다.\n\n⟦1. **등값** — 4천 원⟧\n2. **전기값** — 1천 원',
      '비용입니다.\n\n⟦- 등값 4천 원⟧\n- 전기값 1천 원\n- 사람값 2천 원',
    ],
  },
  traps: {
    appendix: [items(20)],
    release: ['It goes:\n\n- the old lamp, which nobody carried'],
    answer: [
      `It costs $4 a month for each lamp and no more, whatever the weather, wherever you walk.\n\n${items(3)}`,
      'It costs $4 - no more.',
      '```\n- one\n- two\n```',
      'In two steps:\n\n1. **Charge the lamp.** It takes an hour and a half.\n2. **Walk.** The lamp walks ahead of you.',
      'In three steps:\n\n1. Charge the lamp.\n2. Press the button.\n3. Walk.',
      '-4 degrees is cold.',
    ],
    whole: [
      '---\ntype: prfaq\n---\n\n# 보도자료\n\n- 배포일시: 2027. 3. 8.\n- 담당부서: 조명과\n- 담당자: 한도겸\n\n## 등불이 밤길을 밝힌다\n\n사람들이 등불을 든다.\n',
      '---\ntype: six-pager\n---\n\n# Lantern\n\n## Problem\n\nPeople take the long way.\n\n## Tenets\n\n1. The path comes first.\n2. No lamp blinds.\n',
      '---\ntype: prfaq\n---\n\n# Lantern\n\n## Press release\n\n### Getting started\n\n1. Press the button.\n2. Walk.\n',
      '---\ntype: prfaq\n---\n\n# Lantern\n\n## Internal FAQ\n\n1. **What is it?** A lamp.\n2. **What does it cost?** $4.\n3. **Who owns it?** Ana.\n',
      '---\ntype: six-pager\n---\n\n# Lantern\n\n## FAQ\n\n### Why?\n\nBecause the path is dark and the way is long, and nobody walks ahead.\n\n- one\n- two\n',
    ],
  },
});
