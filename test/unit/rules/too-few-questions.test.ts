import { describeRule } from './fixture.js';

const questions = (count: number, korean = false): string =>
  Array.from({ length: count }, (_, n) =>
    korean ? `### ${n + 1}번 등은 무엇입니까?\n\n등입니다.` : `### What is lamp ${n + 1}?\n\nA lamp.`,
  ).join('\n\n');
const faq = (external: number, internal: number): string =>
  `---\ntype: prfaq\n---\n\n# Lantern\n\n## External FAQ\n\n${questions(external)}\n\n## Internal FAQ\n\n${questions(internal)}\n`;
const mark = (text: string, line: string): string => text.replace(line, `⟦${line}⟧`);

describeRule('too-few-questions', {
  hits: {
    whole: [
      mark(faq(4, 5), '## External FAQ'),
      mark(faq(5, 1), '## Internal FAQ'),
      mark(mark(faq(2, 2), '## External FAQ'), '## Internal FAQ'),
      `---\ntype: prfaq\n---\n\n# 등불\n\n⟦## 고객 FAQ⟧\n\n${questions(3, true)}\n\n## 내부 FAQ\n\n${questions(6, true)}\n`,
      mark(faq(9, 4).replaceAll('### ', '**').replaceAll('?\n', '?**\n'), '## Internal FAQ'),
    ],
  },
  traps: {
    whole: [
      faq(5, 5),
      faq(9, 12),
      `---\ntype: prfaq\n---\n\n# Lantern\n\n## FAQ\n\n${questions(6)}\n`,
      `---\ntype: six-pager\n---\n\n# Lantern\n\n## FAQ\n\n${questions(1)}\n`,
      '---\ntype: prfaq\n---\n\n# Lantern\n\nA lamp walks ahead.\n',
      '# Notes\n\n## FAQ\n\n### What?\n\nA lamp.\n',
    ],
  },
});

describeRule('too-few-questions', {
  options: { external: 2, internal: 7 },
  hits: { whole: [1, 2, 3, 5, 6].map((n) => mark(faq(2, n), '## Internal FAQ')) },
  traps: { whole: [faq(2, 7), faq(3, 8), faq(4, 9), faq(5, 7), faq(2, 12)] },
});
