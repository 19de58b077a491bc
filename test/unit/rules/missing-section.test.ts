import { describeRule } from './fixture.js';

const draft = (...sections: string[]): string =>
  `---\ntype: prfaq\n---\n\n# Lantern lights the path home\n\n*Walkers see the path before they take it.*\n\n## Press release\n\n${sections.map((id) => `### ${id}\n\n${TEXT[id] ?? 'A lamp walks ahead.'}\n`).join('\n')}\n## External FAQ\n\n### What is it?\n\nA lamp.\n\n## Internal FAQ\n\n### What does it cost?\n\n$4.\n`;
const TEXT: Record<string, string> = {
  'Leader quote': '“The lamp walks ahead of me,” said Ana Ruiz, chief executive of Brightpath.',
  'Customer quote': '“I walk home at night,” said Leo Braun, a customer who lives in Portland.',
};
const all = ['Summary', 'Problem', 'Solution', 'Leader quote', 'Getting started', 'Customer quote'];
const without = (id: string): string[] => all.filter((one) => one !== id);
/** Marks the title of a section: what is missing is shown where it would go, at the section before it. */
const at = (text: string, heading: string): string => text.replace(new RegExp(`^### (${heading})$`, 'm'), '### ⟦$1⟧');

describeRule('missing-section', {
  fixes: true,
  hits: {
    whole: [
      at(draft(...without('Problem')), 'Summary'),
      at(draft(...without('Solution')), 'Problem'),
      at(draft(...without('Leader quote')), 'Solution'),
      at(draft(...without('Getting started')), 'Leader quote'),
      at(draft(...without('Customer quote')), 'Getting started'),
      '---\ntype: six-pager\n---\n\n# Lantern\n\n## Introduction\n\nA.\n\n## Problem\n\nB.\n\n## Solution\n\nC.\n\n## ⟦Metrics⟧\n\nD.\n',
      // Of an FAQ alone one finding speaks of the whole release, with a headline or without.
      '---\ntype: prfaq\n---\n\n# Lantern lights the path ⟦home⟧\n\n## External FAQ\n\n### What is it?\n\nA lamp.\n\n## Internal FAQ\n\n### What does it cost?\n\n$4.\n',
      '---\ntype: prfaq\n---\n\n# PR/FAQ: Lantern\n\n*The release is with Ana. These are the questions.*\n\n## ⟦External FAQ⟧\n\n### What is it?\n\nA lamp.\n\n## Internal FAQ\n\n### What does it cost?\n\n$4.\n',
      // A label is marked without its text; of a section without either, the last word.
      draft(...without('Solution')).replace('### Problem\n\nA', '⟦**Problem:**⟧ A'),
      draft(...without('Getting started')).replace(/### Leader quote\n\n(.*)Brightpath\./, '$1⟦Brightpath.⟧'),
    ],
  },
  traps: {
    whole: [
      draft(...all),
      draft(...all).replaceAll('### ', '#### '),
      draft(...all).replaceAll(/^### (\w+ ?\w*)$/gm, '**$1**'),
      '# Notes\n\nNo narrative.\n',
      // Without headings, where to go next is how to start.
      `---\ntype: prfaq\n---\n\n# Lantern lights the path home\n\n*Walkers see the path before they take it.*\n\nPORTLAND, March 2, 2027 — Brightpath today announced Lantern, a lamp that walks ahead of people on their way home.\n\nToday people struggle with dark streets and take the long way home, which costs them an hour.\n\nWith Lantern, a lamp walks ahead of them. It knows the way, and waits at corners.\n\n${TEXT['Leader quote']}\n\n“I walk home at night and see where I step,” said Leo Braun, a customer who lives in Portland.\n\nLantern is available today in every store. To learn more, visit brightpath.example.\n\n## External FAQ\n\n### What is it?\n\nA lamp.\n\n## Internal FAQ\n\n### What does it cost?\n\n$4.\n`,
      '---\ntype: six-pager\n---\n\n# Lantern\n\n## Introduction\n\nA.\n\n## Problem\n\nB.\n\n## Solution\n\nC.\n\n## Metrics\n\nD.\n\n## Risks\n\nE.\n',
      // What is missing may stand under a heading in the author's own words, or in a body without any.
      '---\ntype: six-pager\n---\n\n# Lantern\n\n## Introduction\n\nA.\n\n## Problem\n\nB.\n\n## The bet\n\nC.\n\n## Metrics\n\nD.\n\n## The dark side\n\nE.\n',
      `---\ntype: six-pager\n---\n\n# Lantern\n\n${'A lamp walks ahead of people on their way home. '.repeat(40)}\n`,
    ],
  },
});
