import { describeRule } from './fixture.js';

const words = (count: number): string =>
  Array.from({ length: Math.ceil(count / 5) }, () => 'A lamp walks ahead here.').join(' ');
const draft = (section: string, text: string): string =>
  `---\ntype: prfaq\n---\n\n# Lantern lights the path home\n\n## Press release\n\n### ${section}\n\n${text}\n\n## Internal FAQ\n\n### What does it cost?\n\n$4.\n`;
const korean = (count: number): string =>
  `---\ntype: prfaq\n---\n\n# 등불, 밤길을 먼저 걷는 등 출시\n\n## 보도자료\n\n### 문제\n\n${'밤에 걷는 사람은 길을 봅니다. '.repeat(count / 5)}\n`;
const mark = (text: string, line: string): string => text.replace(line, `⟦${line}⟧`);

describeRule('section-length', {
  hits: {
    whole: [
      mark(draft('Summary', words(125)), '### Summary'),
      mark(draft('Summary', words(20)), '### Summary'),
      mark(korean(20), '### 문제'),
      mark(korean(205), '### 문제'),
      mark(draft('Problem', words(205)), '### Problem'),
      mark(draft('Solution', words(25)), '### Solution'),
      mark(draft('Leader quote', `“${words(85)}” said Ana Ruiz, chief executive.`), '### Leader quote'),
      mark(draft('Customer quote', `> “${words(40)}\n>\n> “${words(45)}”\n> — Ana Ruiz, nurse`), '### Customer quote'),
      mark(draft('Subheading', words(45)), '### Subheading'),
      mark(draft('Subheading', 'A lamp walks ahead of you. It costs four dollars.'), '### Subheading'),
      draft('Summary', words(50)).replace('### What does it cost?\n\n$4.', `### ⟦What does it cost?⟧\n\n${words(205)}`),
    ],
  },
  traps: {
    whole: [
      draft('Summary', words(50)),
      draft('Problem', words(200)),
      // 21 words of Korean say what 30 of English do.
      korean(25),
      draft('Problem', '[What is wrong]'),
      // A release in short paragraphs: what the first of them says may go on in the next.
      '---\ntype: prfaq\n---\n\n# Lantern lights the path home\n\n## Press release\n\nPORTLAND, March 2, 2027 — Brightpath today opens Lantern.\n\nIt walks ahead.\n',
      // Japanese words are counted with their particles: 200 of them say less than 120 of English.
      `---\ntype: prfaq\n---\n\n# 灯りが道を照らす\n\n## プレスリリース\n\n### 要約\n\n${'灯りが道を照らして歩きます。'.repeat(20)}\n`,
      draft('Problem', ''),
      draft('Subheading', 'A lamp walks ahead of you, e.g. at night.'),
      draft('Customer quotes', `> “${words(50)}”\n> — *Ana Ruiz, nurse*\n\n> “${words(50)}”\n> — *Bo Lind, cook*`),
      draft('Customer quotes', `“${words(50)}” said Ana Ruiz, a nurse.\n\n“${words(50)}” said Bo Lind, a cook.`),
      draft('Summary', words(50)).replace('$4.', words(200)),
      draft('Summary', `${words(50)}\n\n<!-- ${words(200)} -->`),
    ],
  },
});
