import { describeRule } from './fixture.js';

const draft = (headline: string, rest = ''): string =>
  `---\ntype: prfaq\n---\n\n${headline}\n\n*Walkers see the path.*\n\n## Press release\n\nPORTLAND, March 2, 2027 — Brightpath today opens Lantern, a lamp that walks ahead of its owner through the dark.\n${rest}`;
const long = 'Lantern Lights the Path Home for Everybody Who Walks Alone at Night in a Town Without Lamps';

describeRule('headline-length', {
  hits: {
    whole: [
      draft(`# ⟦${long}⟧`),
      draft(`# ⟦**${long}**⟧`),
      draft(`# ⟦${long} Today⟧`),
      `---\ntype: prfaq\n---\n\n## Press release\n\n### Headline\n\n⟦${long}⟧\n\n### Summary\n\nPORTLAND — Brightpath opens Lantern.\n`,
      `---\ntype: prfaq\n---\n\n## Press release\n\n**Headline:** ⟦${long}⟧\n\n**Summary:** Brightpath opens Lantern.\n`,
    ],
  },
  traps: {
    whole: [
      draft('# Lantern Lights the Path Home'),
      draft(`# Lantern\n\n<!-- ${long} -->`),
      draft('# Lantern Lights the Path Home for Everybody Who Walks Alone at Night in Town'),
      `---\ntype: six-pager\n---\n\n# ${long}\n\n## Introduction\n\nThis document proposes a lamp.\n`,
      `# ${long}\n\nNo narrative.\n`,
    ],
  },
});
