import type { Messages } from './en.js';

/** 한국어 안내문. */
export const ko: Messages = {
  missingSection: (title) => `‘${title}’ 부분이 없습니다.`,
  thisIs: (title) => `이 문단은 ‘${title}’입니다`,
  insertSection: (title) => `‘${title}’ 넣기`,
  missingRelease: () => '보도자료 없이 FAQ만 있습니다.',
  insertRelease: () => '보도자료 넣기',
  emptySection: (title) => `‘${title}’ 아래가 아직 비어 있습니다.`,
  placeholder: (text) => `‘${text}’ 자리가 아직 채워지지 않았습니다.`,
  stillToWrite: (paragraphs) => `아직 쓰지 않은 문단이 ${paragraphs}개 있습니다. 여기가 첫 번째입니다.`,
  sectionTooLong: (title, words, limit) => `‘${title}’ 부분이 ${words}단어입니다. 한도는 ${limit}단어입니다.`,
  sectionTooShort: (title, words, limit) =>
    `‘${title}’ 부분이 ${words}단어뿐입니다. 적어도 ${limit}단어는 있어야 뜻이 전해집니다.`,
  answerTooLong: (words, limit) => `이 답변은 ${words}단어입니다. 한도는 ${limit}단어입니다.`,
  sentenceTooLong: (words, limit) => `이 문장은 ${words}단어입니다. ${limit}단어를 넘으면 따라가기 어렵습니다.`,
  pagesOver: (part, pages, limit) =>
    `${{ 'press-release': '보도자료가', faq: 'FAQ가', whole: '문서가' }[part]} ${pages}쪽입니다. 한도는 ${limit}쪽입니다.`,
  bulletsForbidden: (items, where) =>
    `${{ 'press-release': '보도자료', body: '본문', faq: '답변', appendix: '부록' }[where]}에 ${items}개 항목의 목록이 있습니다. 항목들이 어떻게 이어지는지 드러나도록 문장으로 쓰세요.`,
  bulletsTooMany: (items, limit) => `목록의 항목이 ${items}개입니다. ${limit}개를 넘는 목록은 부록으로 옮기세요.`,
  bulletsOutweigh: () => '글보다 목록이 많습니다. 가장 중요한 것을 문장으로 말해 주세요.',
  listToSentences: () => '목록을 문장으로 바꾸기',
  moveToAppendix: () => '목록을 부록으로 옮기기',
  typedBullets: (items) =>
    `손으로 친 글머리표 ${items}개는 마크다운 목록이 아니어서 종이에서 한 문단으로 붙습니다. 문장으로 쓰거나 마크다운 목록으로 바꾸세요.`,
  toMarkdownList: () => '마크다운 목록으로 바꾸기',
  belongsAfter: (title, other) => `‘${title}’ 부분이 너무 앞에 있습니다. ‘${other}’ 다음에 와야 합니다.`,
  belongsBefore: (title, other) => `‘${title}’ 부분이 너무 뒤에 있습니다. ‘${other}’ 앞에 와야 합니다.`,
  moveSection: (title) => `‘${title}’ 제자리로 옮기기`,
  duplicateSection: (title, line) =>
    `‘${title}’ 부분이 두 번 나옵니다. 첫 번째는 ${line}행에 있습니다. 하나만 남기세요.`,
  headlineTooLong: (words, limit) => `제목이 ${words}단어입니다. 한도는 ${limit}단어입니다.`,
  subheadingSentences: (sentences) => `부제가 ${sentences}문장입니다. 한 문장이면 됩니다.`,
  paragraphTooLong: (words, limit) =>
    `이 문단은 ${words}단어입니다. ${limit}단어를 넘으면 한눈에 들어오지 않습니다. 생각이 바뀌는 곳에서 나누세요.`,
  weaselWord: (word) => `‘${word}’만으로는 알 수 없습니다. 얼마나, 몇이나, 언제인지 밝혀 주세요.`,
  weaselWords: (words) => `${quoted(words)}만으로는 알 수 없습니다. 얼마나, 몇이나, 언제인지 밝혀 주세요.`,
  avoided: (word) => `‘${word}’: 이 팀이 쓰지 않기로 한 말입니다.`,
  avoidedInstead: (word, instead) => `이 팀은 ‘${word}’ 대신 ‘${instead}’(이)라고 씁니다.`,
  removeWord: (word) => `‘${word}’ 지우기`,
  hypeWord: (word) => `‘${word}’, 추켜세우는 말입니다. 고객이 무엇을 할 수 있는지 쓰고 판단은 고객에게 맡기세요.`,
  hypeWords: (words) =>
    `${quoted(words)}, 추켜세우는 말입니다. 고객이 무엇을 할 수 있는지 쓰고 판단은 고객에게 맡기세요.`,
  wordy: (long) => `‘${long}’, 빼거나 짧게 쓸 수 있습니다.`,
  wordyInstead: (long, short) => `‘${long}’보다 ‘${short}’, 뜻은 같고 짧습니다.`,
  replaceBy: (short) => `‘${short}’ 쪽으로 바꾸기`,
  adjective: (word) => `‘${word}’만으로는 부족합니다. 무엇보다 얼마나 그런지 숫자로 밝혀 주세요.`,
  adjectives: (words) => `${quoted(words)}만으로는 부족합니다. 무엇보다 얼마나 그런지 숫자로 밝혀 주세요.`,
  acronym: (acronym) => `모든 독자가 ‘${acronym}’의 뜻을 알지는 못합니다. 처음 나오는 곳에서 풀어 쓰세요.`,
  acronymLater: (acronym, line) => `‘${acronym}’ 풀이가 ${line}행에 가서야 나옵니다. 처음 나오는 이곳에서 풀어 쓰세요.`,
  expandAcronym: (acronym) => `‘${acronym}’ 풀어 쓰기`,
  passive: (words) => `‘${words}’, 누가 하는지 보이지 않습니다. 독자가 알아야 한다면 주어를 밝히세요.`,
  excited: (word) => `‘${word}’, 말하는 이의 감정입니다. 고객에게 무엇이 달라지는지 말하게 하세요.`,
  missingDateline: () => '보도자료에 장소와 날짜가 없습니다. 도시와 목표로 삼은 출시일로 시작하세요.',
  insertDateline: () => '장소와 날짜 넣기',
  unattributed: (title) => `‘${title}’ 부분에 말한 사람이 없습니다. 이름과 직책을 밝혀 주세요.`,
  future: (words) => `‘${words}’, 앞일을 말하고 있습니다. 제품이 이미 나온 출시 당일의 글로 쓰세요.`,
  unanswered: () => '이 질문에는 아직 답이 없습니다.',
  unansweredQuestions: (questions) => `아직 답이 없는 질문이 ${questions}개입니다. 여기가 첫 번째입니다.`,
  questionMark: (mark) => `이 질문이 ‘${mark}’로 끝나지 않습니다.`,
  addQuestionMark: () => '물음표 넣기',
  hardQuestions: (missing) => `내부 FAQ가 아직 답하지 않은 것: ${missing.join('; ')}.`,
  hardQuestion: (id) =>
    ({
      business: '우리 사업과 무슨 관계가 있는지',
      wrong: '무엇을 보면 우리가 틀렸음을 알 수 있고, 찾아보았는지',
      'problem-size': '고객의 문제가 충분히 큰지',
      cost: '비용이 얼마나 드는지',
      risks: '어떤 위험이 있고 무엇을 되돌릴 수 없는지',
      owner: '누가 이 일만 맡는지',
      'input-metrics': '우리가 직접 움직이는 입력 지표가 무엇인지',
    })[id],
  insertQuestions: (questions) => `빠진 질문 ${questions}개 넣기`,
  indirect: () => '예/아니요로 묻는 질문입니다. 예, 아니요, 숫자, 또는 “아직 모릅니다”로 답을 시작하세요.',
  tooFewQuestions: (title, questions, least) =>
    `‘${title}’ 질문이 ${questions}개입니다. 독자는 적어도 ${least}개를 묻습니다.`,
  inputMetrics: (outputs) =>
    `결과 지표(${outputs.join(', ')})뿐입니다. 그 결과를 움직이는, 팀이 직접 다루는 입력 지표를 밝혀 주세요.`,
  addInputMetric: () => '입력 지표 넣기',
  disableForLine: (rule) => `이 줄에서 ${rule} 끄기`,
  disableForFile: (rule) => `이 파일에서 ${rule} 끄기`,
};

function quoted(words: readonly string[]): string {
  return words.map((word) => `‘${word}’`).join(', ');
}
