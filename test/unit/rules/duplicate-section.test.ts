import { describeRule } from './fixture.js';

const plan = (...sections: string[]): string =>
  `---\ntype: six-pager\n---\n\n# Lantern\n\n${sections.map((id) => `## ${id}\n\nA lamp walks ahead.\n`).join('\n')}`.replace(
    /## ⟦(.*?)⟧/g,
    '⟦## $1⟧',
  );
const release = (...sections: string[]): string =>
  `---\ntype: prfaq\n---\n\n# Lantern\n\n## Press release\n\n${sections.map((id) => `### ${id}\n\nA lamp walks ahead.\n`).join('\n')}`.replace(
    /### ⟦(.*?)⟧/g,
    '⟦### $1⟧',
  );

describeRule('duplicate-section', {
  hits: {
    whole: [
      plan('Introduction', 'Problem', '⟦Problem⟧', 'Solution'),
      plan('Introduction', 'Problem', 'Solution', '⟦The problem⟧'),
      plan('Introduction', 'Risks', '⟦Risks⟧'),
      release('Summary', 'Problem', 'Solution', '⟦Problem⟧'),
      '---\ntype: prfaq\n---\n\n# 등불\n\n## 보도자료\n\n### 문제\n\n길이 어둡습니다.\n\n⟦### 문제⟧\n\n길이 어둡습니다.\n',
    ],
  },
  traps: {
    whole: [
      plan('Introduction', 'Problem', 'Solution'),
      plan('Introduction', 'Problem', 'Solution', 'Appendix', 'Problem'),
      release('Summary', 'Problem', 'Customer quote', 'Customer quote'),
      `${release('Summary', 'Problem')}\n## Internal FAQ\n\n### What is the problem?\n\nThe dark.\n\n## Technical FAQ\n\n### How bright?\n\n900 lumens.\n`,
      '# Notes\n\n## Problem\n\nA.\n\n## Problem\n\nB.\n',
    ],
  },
});
