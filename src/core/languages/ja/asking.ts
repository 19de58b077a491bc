import type { QuestionWords } from '../language.js';

/** Japanese asks by its ending and may leave the mark out. */
export const asking: QuestionWords = { mark: '？', unmarked: null, yesNo: null, open: null, direct: null };
