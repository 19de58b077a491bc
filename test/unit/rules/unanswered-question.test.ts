import { describeRule } from './fixture.js';

const faq = (text: string): string => `---\ntype: prfaq\n---\n\n# Lantern\n\n## Internal FAQ\n\n${text}\n`;

describeRule('unanswered-question', {
  hits: {
    whole: [
      faq('### ⟦What is it?⟧\n\n### What does it cost?\n\n$4.'),
      faq('### ⟦What is it?⟧\n\nTBD\n\n### What does it cost?\n\n$4.'),
      faq('### ⟦What is it?⟧\n\n[Answer]'),
      // Who will answer, or when, is no answer.
      faq('### ⟦What is it?⟧\n\nTBD (Ines)'),
      faq('### ⟦What is it?⟧\n\n*TBD after the partner meeting on 2 June.*'),
      faq('### ⟦What is it?⟧\n\nTODO – waiting for a quote'),
      faq('### ⟦What is it?⟧\n\n_to be filled in by Sanne_'),
      faq('### ⟦What does it cost?⟧\n\nXX %'),
      faq('### ⟦What is it?⟧\n\n[Answer]\n\n### Why?\n\n### Who?\n\nTBD\n\n### When?\n'),
      faq('⟦**What is it?**⟧\n\n**What does it cost?**\n\n$4.'),
      faq('⟦Q: What is it?⟧\n\nQ: What does it cost?\n\nA: $4.'),
      '---\ntype: prfaq\n---\n\n# 등불\n\n## 내부 FAQ\n\n### ⟦무엇입니까?⟧\n\n### 얼마입니까?\n\n4천 원입니다.\n',
      '---\ntype: prfaq\n---\n\n# 등불\n\n## 내부 FAQ\n\n### ⟦등록이 필요합니까?⟧\n\n법무 확인 중 (TBD)\n\n### 얼마입니까?\n\n4천 원입니다.\n',
      '---\ntype: prfaq\n---\n\n# 등불\n\n## 내부 FAQ\n\n### ⟦대체 휴무가 있습니까?⟧\n\n(인사팀 회신을 받은 뒤 작성)\n\n### 얼마입니까?\n\n4천 원입니다.\n',
      '---\ntype: prfaq\n---\n\n# 灯り\n\n## 社内FAQ\n\n### ⟦壊れたらどうなりますか？⟧\n\n（保険会社と調整中。後日記入）\n\n### いくらですか?\n\n千円です。\n',
      '---\ntype: prfaq\n---\n\n# 灯り\n\n## 社内FAQ\n\n### ⟦これは何ですか?⟧\n\n### いくらですか?\n\n千円です。\n',
    ],
  },
  traps: {
    whole: [
      faq('### What is it?\n\nA lamp.'),
      faq('### What is it?\n\n- a lamp'),
      faq('### Is there an app?\n\nComing soon to phones: the app is tested in May.'),
      faq('### What is it?\n\n```\nlamp\n```'),
      faq('**What is it?** A lamp.'),
      faq('### What is it?\n\n| a | b |\n|---|---|\n| c | d |'),
      faq('Q: What is it?\nA: A lamp.'),
      faq(
        '### When does it start?\n\nIn May. The day in May is TBD, and depends on when the last of the four towns signs the contract.',
      ),
      faq('### Who decides?\n\nThe board does, in March. TBD is what we pay it for that, see below.'),
      faq('### How large is it?\n\nSize XX, twice that of the lamp before.'),
    ],
  },
});
