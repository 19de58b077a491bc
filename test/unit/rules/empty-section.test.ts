import { describeRule } from './fixture.js';

const plan = (solution: string): string =>
  `---\ntype: six-pager\n---\n\n# Lantern\n\n## Introduction\n\nThis document proposes a lamp.\n\n${solution}\n\n## Metrics\n\nWe count lamps.\n`;

describeRule('empty-section', {
  hits: {
    whole: [
      plan('## ⟦Solution⟧'),
      plan('## ⟦Solution⟧\n\n<!-- later -->'),
      plan('## ⟦Solution⟧\n\n---'),
      plan('## ⟦**Solution**⟧'),
      '---\ntype: prfaq\n---\n\n# 등불\n\n## 보도자료\n\n### 요약\n\n등이 걷습니다.\n\n### ⟦문제⟧\n\n### 해결책\n\n등이 앞서 걷습니다.\n',
    ],
  },
  traps: {
    whole: [
      plan('## Solution\n\nA lamp.'),
      plan('## Solution\n\n- a lamp'),
      plan('## Solution\n\n### How\n\nA lamp.'),
      plan('## Solution\n\n[What it is]'),
      plan('## Solution\n\n| a | b |\n|---|---|\n| c | d |'),
    ],
  },
});
