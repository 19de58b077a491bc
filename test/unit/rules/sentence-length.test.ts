import { describeRule } from './fixture.js';

const words = (count: number, word = 'lamp'): string => Array.from({ length: count }, () => word).join(' ');

describeRule('sentence-length', {
  hits: {
    answer: [
      `⟦A ${words(30)}.⟧`,
      `Short. ⟦A ${words(30)}.⟧ Short.`,
      `- ⟦A ${words(30)}⟧\n- short`,
      `⟦We e.g. use ${words(30)} in v1.2.⟧`,
      `⟦A ${words(15)}\n${words(15)}.⟧`,
    ],
    'answer-ko': [`⟦${words(30, '등불이')} 걷습니다.⟧`],
  },
  traps: {
    answer: [
      `A ${words(29)}.`,
      `A ${words(20)}. A ${words(20)}.`,
      `> A ${words(40)}.`,
      `| A ${words(40)} | b |\n|---|---|\n| c | d |`,
      `\`\`\`\n${words(40)}\n\`\`\``,
      `A \`${words(40)}\` lamp.`,
    ],
    appendix: [`A ${words(40)}.`],
    release: [`“A ${words(40)},” said Ana Ruiz.`, `Ana Ruiz said: "A ${words(40)}."`],
    whole: [
      `---\ntype: six-pager\n---\n\n# Lantern\n\n- Status: a ${words(40)}.\n\n## Introduction\n\nA lamp.\n`,
      `---\ntype: prfaq\nlanguage: ja\n---\n\n# 灯り\n\n## 社内FAQ\n\n### 費用はいくらですか?\n\n${'灯りが前を歩き、'.repeat(5)}人は夜道を安心して帰ります。\n`,
    ],
  },
});
