import { describeRule } from './fixture.js';

const sentences = (words: number): string =>
  Array.from({ length: words / 5 }, () => 'A lamp walks ahead here.').join(' ');

describeRule('paragraph-length', {
  hits: {
    answer: [`⟦${sentences(155)}⟧`, `Short.\n\n⟦${sentences(200)}⟧`, `- ⟦${sentences(155)}⟧\n- short`],
    release: [`⟦${sentences(155)}⟧`],
    body: [`⟦${sentences(155)}⟧`],
    'answer-ko': [`⟦${sentences(155).replaceAll('A lamp walks ahead here', '등이 앞서 걷습니다 길을 갑니다')}⟧`],
  },
  traps: {
    answer: [
      sentences(150),
      `${sentences(100)}\n\n${sentences(100)}`,
      `> ${sentences(200)}`,
      `| ${sentences(200)} | b |\n|---|---|\n| c | d |`,
    ],
    appendix: [sentences(200)],
  },
});
