import type { Language } from '../language.js';
import { asking } from './asking.js';
import { cues } from './cues.js';
import { sections } from './sections.js';
import { words } from './words.js';

/** Titles, questions and quotations; the prose rules know no Chinese yet. */
export const zh: Language = {
  id: 'zh',
  names: { en: 'Chinese', ko: '중국어' },
  listIsInAppendix: '清单见附录。',
  wordRatio: 1.5,
  pressRelease: { title: '新闻稿', also: ['新聞稿', '新闻稿*', '新聞稿*', '新闻发布稿', '*新闻稿', '*新聞稿'] },
  faq: {
    title: 'FAQ',
    also: ['常见问题', '常見問題', '常见问题解答', '问答', '*faq', 'faq*', '*常见问题', '*常見問題'],
  },
  audiences: {
    external: ['外部', '客户', '客戶', '用户', '用戶', '对外', '對外', '使用者', '顾客', '顧客', '居民'],
    internal: ['内部', '內部', '利益相关者', '团队', '对内', '對內', '技术', '技術', '管理层', '董事会'],
  },
  topics: ['技术', '技術', '团队'],
  questions: ['问题', '問題', '提问', '会问', '追问'],
  questionMarks: ['q', '问', '問', '问题', '問題'],
  answerMarks: ['a', '答', '回答'],
  abbreviations: [],
  placeholders: ['待定', '待补充', '待補充', '待填写', '待填寫', '待确认', '待確認'],
  sections,
  cues,
  words,
  asking,
  hardQuestions: null,
  metrics: null,
};
