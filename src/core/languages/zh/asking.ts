import type { QuestionWords } from '../language.js';

export const asking: QuestionWords = {
  mark: '？',
  unmarked: /^[^?？]*(?:[吗呢么]|多少|是什么|怎么办)。?$/u,
  yesNo: null,
  open: null,
  direct: null,
};
