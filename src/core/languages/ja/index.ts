import type { Language } from '../language.js';
import { asking } from './asking.js';
import { cues } from './cues.js';
import { sections } from './sections.js';
import { words } from './words.js';

/** Titles, questions and quotations; the prose rules know no Japanese yet. */
export const ja: Language = {
  id: 'ja',
  names: { en: 'Japanese', ko: '일본어' },
  listIsInAppendix: '一覧は付録にあります。',
  wordRatio: 2,
  // What is short says as much: paragraphs of 43 and 59 words say what 30 and 46 do in English.
  leastWordRatio: 1.3,
  pressRelease: { title: 'プレスリリース', also: ['プレスリリース*', '*プレスリリース', '報道発表', '発表文'] },
  faq: {
    title: 'FAQ',
    also: ['よくある質問', '想定質問', '想定問答', 'よくあるご質問', '質問と回答', '*faq', 'faq*', '*よくある質問'],
  },
  audiences: {
    external: ['社外', '外部', '顧客', 'お客様', 'お客さま', 'ユーザー', '利用者', '市民', '住民', '患者', '家族'],
    internal: ['社内', '内部', 'ステークホルダー', '関係者', '技術', '経営', '役員'],
  },
  topics: ['技術'],
  questions: ['質問', '疑問', '問い'],
  questionMarks: ['q', '質問', '問'],
  answerMarks: ['a', '回答', '答え', '答'],
  abbreviations: [],
  placeholders: ['未定', '検討中', '記入', '要確認', '確認中', '後日記載', '後日記入', '調整中', '作成中'],
  sections,
  cues,
  words,
  asking,
  hardQuestions: null,
  metrics: null,
};
