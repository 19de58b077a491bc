import { expect } from 'chai';
import { applyFixes, describeRule, findings, only } from './fixture.js';

const draft = (...sections: string[]): string =>
  `---\ntype: prfaq\n---\n\n# Lantern lights the path home\n\n## Press release\n\n${sections.map((id) => `### ${id}\n\nA lamp walks ahead, says the ${id.replace(/[⟦⟧]/g, '').toLowerCase()}.\n`).join('\n')}`.replace(
    /### ⟦(.*?)⟧/g,
    '⟦### $1⟧',
  );
const plan = (...sections: string[]): string =>
  `---\ntype: six-pager\n---\n\n# Lantern\n\n${sections.map((id) => `## ${id}\n\nA lamp walks ahead.\n`).join('\n')}`.replace(
    /## ⟦(.*?)⟧/g,
    '⟦## $1⟧',
  );

describeRule('section-order', {
  fixes: true,
  hits: {
    whole: [
      draft('Problem', '⟦Summary⟧', 'Solution'),
      draft('Summary', 'Solution', '⟦Problem⟧'),
      plan('Introduction', 'Metrics', 'Problem', 'Solution', 'Risks').replace('## Metrics', '⟦## Metrics⟧'),
      plan('Risks', 'Introduction', 'Problem', 'Solution', 'Metrics').replace('## Risks', '⟦## Risks⟧'),
      plan('Introduction', 'Problem', 'Metrics', 'Risks', 'Solution').replace('## Solution', '⟦## Solution⟧'),
      '---\ntype: prfaq\n---\n\n# 등불\n\n## 보도자료\n\n### 요약\n\n등이 걷습니다.\n\n### 해결책\n\n등이 앞서 걷습니다.\n\n⟦### 문제⟧\n\n길이 어둡습니다.\n',
    ],
  },
  traps: {
    whole: [
      draft('Summary', 'Problem', 'Solution'),
      '---\ntype: prfaq\n---\n\n**Date:** May 2027\n\n**Headline:** Lantern lights the path home\n\n**Subheading:** Walkers see the path.\n\n**Summary:** A lamp walks ahead.\n',
      draft('Summary', 'Leader quote', 'Problem', 'Customer quote', 'Solution'),
      plan('Introduction', 'Tenets', 'Goals', 'Problem', 'Solution', 'Metrics', 'Risks'),
      plan('Introduction', 'Problem', 'Alternatives', 'Solution', 'FAQ', 'Metrics', 'Risks', 'Appendix'),
      '# Notes\n\n## Solution\n\nA.\n\n## Problem\n\nB.\n',
    ],
  },
});

describe('section-order', () => {
  it('moves a section with all that stands in it', () => {
    const text = plan('Introduction', 'Metrics', 'Problem', 'Solution').replace(
      '## Metrics\n\nA lamp',
      '## Metrics\n\n- one\n- two\n\nA lamp',
    );
    const [finding] = findings(text, only('section-order'));
    expect(applyFixes(text, finding!.fixes)).to.match(
      /## Solution\n\nA lamp walks ahead\.\n\n## Metrics\n\n- one\n- two\n\nA lamp walks ahead\.\n$/,
    );
  });
});
