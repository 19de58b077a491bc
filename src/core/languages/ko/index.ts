import type { Language } from '../language.js';
import { asking, hardQuestions, metrics } from './asking.js';
import { cues } from './cues.js';
import { sections } from './sections.js';
import { words } from './words.js';

export const ko: Language = {
  id: 'ko',
  names: { en: 'Korean', ko: '한국어' },
  // Particles and endings are part of their words: seven say what ten do in English. What is long stays long.
  leastWordRatio: 0.7,
  listIsInAppendix: '목록은 부록에 있습니다.',
  pressRelease: {
    title: '보도자료',
    also: ['보도 자료', '프레스 릴리스', '프레스 릴리즈', '보도자료*', '*보도자료', '언론 보도'],
  },
  faq: {
    title: 'FAQ',
    also: ['자주 묻는 질문', '예상 질문', '예상 질의응답', '질문과 답변', '질의응답', '*faq', '*자주 묻는 질문'],
  },
  audiences: {
    external: ['고객', '외부', '사용자', '언론', '이용자', '시민', '소비자', '사는', '쓰는'],
    internal: ['내부', '이해관계자', '임직원', '경영진', '기술', '사내', '이사회', '심의', '투자심의'],
  },
  topics: ['기술', '언론'],
  questions: ['질문', '묻는', '물음', '궁금'],
  questionMarks: ['질문', '문', 'q'],
  answerMarks: ['답변', '답', 'a'],
  abbreviations: [],
  placeholders: [
    '미정',
    '추후 작성',
    '추후 결정',
    '작성 예정',
    '작성 중',
    '여기에 작성',
    '추가 예정',
    '링크 예정',
    '첨부 예정',
    '보완 예정',
    '기재 예정',
    '검토 중',
    '확인 중',
    '확인 필요',
    '작성 필요',
    '보완 필요',
    '후 기재',
    '후 작성',
    '뒤 작성',
    '후 기입',
    '논의 중',
    '협의 중',
  ],
  sections,
  cues,
  words,
  asking,
  hardQuestions,
  metrics,
};
