import { describeRule } from './fixture.js';

const faq = (text: string, title = 'Internal FAQ'): string =>
  `---\ntype: prfaq\n---\n\n# Lantern\n\n## ${title}\n\n${text}\n`;
const more = '\n\n### What does it cost?\n\n$4.\n\n### Who owns it?\n\nAna.';

describeRule('question-mark', {
  fixes: true,
  hits: {
    whole: [
      faq(`### ⟦What is it⟧\n\nA lamp.${more}`),
      faq(`### ⟦How does the lamp know the path.⟧\n\nBy light.${more}`),
      faq(`### ⟦**Is it bright**⟧\n\nYes.${more}`),
      faq('⟦Q: Why is it blue⟧\n\nA: Glass.\n\nQ: What does it cost?\n\nA: $4.'),
      faq('### ⟦무엇입니까⟧\n\n등입니다.\n\n### 얼마입니까?\n\n4천 원입니다.', '내부 FAQ'),
      faq(
        '### ⟦Was ist das⟧\n\nEine Lampe.\n\n### Was kostet das?\n\n4 Euro für die Lampe und das Licht, und nicht mehr.',
        'Interne FAQ',
      ),
    ],
  },
  traps: {
    whole: [
      faq(`### What is it?\n\nA lamp.${more}`),
      faq(`### How it works\n\nBy light.${more}`),
      faq(`### Pricing\n\n$4.${more}`),
      faq(`### Why now\n\nIt is dark.${more}`),
      faq(`### *What is it?*\n\nA lamp.${more}`),
      faq('### What is it\n\nA lamp.\n\n### What does it cost\n\n$4.\n\n### Who is it for\n\nWalkers.'),
      faq('### これは何ですか\n\n灯りです。\n\n### いくらですか?\n\n千円です。', '社内FAQ'),
    ],
  },
});
