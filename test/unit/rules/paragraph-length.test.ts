import { describeRule } from './fixture.js';

const sentences = (words: number): string =>
  Array.from({ length: words / 5 }, () => 'A lamp walks ahead here.').join(' ');

/** Marks the opening of a long paragraph, which is all that is underlined of it: 60 characters and the rest of a word. */
const opening = (text: string): string => text.replace(/^.{60}\S*/, '⟦$&⟧');

const korean = (words: number): string =>
  sentences(words).replaceAll('A lamp walks ahead here', '등이 앞서 걷습니다 길을 갑니다');

describeRule('paragraph-length', {
  hits: {
    answer: [opening(sentences(155)), `Short.\n\n${opening(sentences(200))}`, `- ${opening(sentences(155))}\n- short`],
    release: [opening(sentences(155))],
    body: [opening(sentences(155))],
    'answer-ko': [opening(korean(155))],
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
