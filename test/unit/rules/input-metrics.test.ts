import { describeRule } from './fixture.js';

const plan = (metrics: string): string =>
  `---\ntype: six-pager\n---\n\n# Lantern\n\n## Introduction\n\nThis document proposes a lamp.\n\n## Metrics\n\n${metrics}\n\n## Risks\n\nIt breaks.\n`;
const marked = (metrics: string): string => plan(metrics).replace('## Metrics', '⟦## Metrics⟧');

describeRule('input-metrics', {
  fixes: true,
  hits: {
    whole: [
      marked('We look at revenue and at the number of users.'),
      marked('NPS reaches 60, and churn falls to 2 percent.'),
      marked('- Revenue: $4M\n- Monthly active users: 9,000\n- Retention: 80%'),
      marked('Market share grows, and so does profit.'),
      '---\ntype: six-pager\n---\n\n# 등불\n\n## 서론\n\n등불을 제안합니다.\n\n⟦## 지표⟧\n\n매출과 이용자 수를 봅니다.\n',
    ],
  },
  traps: {
    whole: [
      plan('We control the share of lamps that are charged at dusk. It moves revenue and retention.'),
      plan('Lamps answer within 3 seconds. Revenue and users follow.'),
      plan('Revenue.'),
      plan('We count lamps.'),
      plan('[Metrics]'),
      '---\ntype: prfaq\n---\n\n# Lantern\n\n## Internal FAQ\n\n### Which metrics?\n\nRevenue and users.\n',
      '---\ntype: six-pager\n---\n\n# 등불\n\n## 지표\n\n우리가 직접 움직이는 숫자는 켜진 등의 수입니다. 매출과 이용자 수가 따라옵니다.\n',
    ],
  },
});
