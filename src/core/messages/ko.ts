import type { Messages } from './en.js';

/** 한국어 안내문. */
export const ko: Messages = {
  missingSection: (title) => `‘${title}’ 부분이 없습니다.`,
  insertSection: (title) => `‘${title}’ 넣기`,
  emptySection: (title) => `‘${title}’ 아래가 아직 비어 있습니다.`,
  placeholder: (text) => `‘${text}’ 자리가 아직 채워지지 않았습니다.`,
  sectionTooLong: (title, words, limit) => `‘${title}’ 부분이 ${words}단어입니다. 한도는 ${limit}단어입니다.`,
  sectionTooShort: (title, words, limit) =>
    `‘${title}’ 부분이 ${words}단어뿐입니다. 적어도 ${limit}단어는 있어야 뜻이 전해집니다.`,
  answerTooLong: (words, limit) => `이 답변은 ${words}단어입니다. 한도는 ${limit}단어입니다.`,
  sentenceTooLong: (words, limit) => `이 문장은 ${words}단어입니다. ${limit}단어를 넘으면 따라가기 어렵습니다.`,
  pagesOver: (part, pages, limit) =>
    `${{ 'press-release': '보도자료가', faq: 'FAQ가', whole: '문서가' }[part]} ${pages}쪽입니다. 한도는 ${limit}쪽입니다.`,
  bulletsForbidden: (items, where) =>
    `${where === 'press-release' ? '보도자료' : '본문'}에 ${items}개 항목의 목록이 있습니다. 항목들이 어떻게 이어지는지 드러나도록 문장으로 쓰세요.`,
  bulletsTooMany: (items, limit) => `답변 속 목록이 ${items}개 항목입니다. ${limit}개를 넘는 목록은 부록으로 옮기세요.`,
  bulletsOutweigh: () => '이 답변은 글보다 목록이 많습니다. 가장 중요한 것을 문장으로 말해 주세요.',
  listToSentences: () => '목록을 문장으로 바꾸기',
  weaselWord: (word) => `‘${word}’만으로는 알 수 없습니다. 얼마나, 몇이나, 언제인지 밝혀 주세요.`,
  weaselWords: (words) =>
    `${words.map((word) => `‘${word}’`).join(', ')}만으로는 알 수 없습니다. 얼마나, 몇이나, 언제인지 밝혀 주세요.`,
  removeWord: (word) => `‘${word}’ 지우기`,
  disableForLine: (rule) => `이 줄에서 ${rule} 끄기`,
  disableForFile: (rule) => `이 파일에서 ${rule} 끄기`,
};
