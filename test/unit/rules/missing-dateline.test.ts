import { describeRule } from './fixture.js';

const release = (summary: string, above = ''): string =>
  `---\ntype: prfaq\n---\n\n# Lantern lights the path home\n\n*Walkers see the path before they take it.*\n\n## Press release\n\n${above}### Summary\n\n${summary}\n\n### Problem\n\nPeople take the long way home.\n`;

describeRule('missing-dateline', {
  fixes: true,
  hits: {
    whole: [
      release('⟦Brightpath today opens Lantern, a lamp that walks ahead of you.⟧'),
      release('⟦Today we open Lantern — a lamp that walks ahead of you.⟧'),
      release('⟦In the dark, Lantern walks ahead of you. It opens on March 2, 2027.⟧'),
      release('⟦**Lantern** walks ahead of you.⟧'),
      '---\ntype: prfaq\n---\n\n# 등불, 밤길을 먼저 걷는 등 출시\n\n## 보도자료\n\n### 요약\n\n⟦밝은길이 오늘 등불을 엽니다.⟧\n\n### 문제\n\n길이 어둡습니다.\n',
    ],
  },
  traps: {
    whole: [
      release('PORTLAND, March 2, 2027 — Brightpath today opens Lantern.'),
      release('**Portland, OR** — Brightpath today opens Lantern.'),
      release('SEATTLE (Business Wire) — March 2, 2027 — Brightpath opens Lantern.'),
      release('Brightpath today opens Lantern.', '### Dateline\n\nPortland, March 2, 2027\n\n'),
      '---\ntype: prfaq\n---\n\n# 등불\n\n## 보도자료\n\n### 요약\n\n서울, 2027년 3월 2일 — 밝은길이 오늘 등불을 엽니다.\n',
      '---\ntype: six-pager\n---\n\n# Lantern\n\n## Introduction\n\nThis document proposes a lamp.\n',
      '---\ntype: prfaq\n---\n\n# Lantern\n',
    ],
  },
});
