import type { Localized } from '../messages/locale.js';

/**
 * Why a rule asks for what it asks, in a sentence or two, by rule id. Hovers show it, and the pages in `docs/rules` are generated with it.
 * Apart from the rules, since the extension loads it only when someone asks.
 */
export const WHY: Readonly<Record<string, Localized>> = {
  'missing-section': {
    en: 'A PR/FAQ is read against its outline (Bryar and Carr, *Working Backwards*; Ian McAllister’s outline): a reader who looks for the customer’s words and finds none stops trusting the rest.',
    ko: 'PR/FAQ는 정해진 얼개에 맞춰 읽힙니다(Bryar와 Carr의 *Working Backwards*, Ian McAllister의 개요). 고객의 말을 찾다가 없으면 독자는 나머지도 믿지 않게 됩니다.',
  },
  'section-order': {
    en: 'The order is the argument: the customer’s problem before the solution, the solution before how to start (Bryar and Carr; McAllister). A reader who meets the solution first can’t judge whether it solves anything.',
    ko: '순서가 곧 논증입니다. 해결책보다 고객의 문제가, 시작하는 법보다 해결책이 먼저입니다(Bryar와 Carr, McAllister). 해결책부터 만난 독자는 그것이 무엇을 푸는지 가늠하지 못합니다.',
  },
  'empty-section': {
    en: 'An empty section promises an answer that nobody wrote. In a silent-reading meeting everybody reaches it at the same moment.',
    ko: '빈 부분은 아무도 쓰지 않은 답을 약속합니다. 조용히 읽는 회의에서는 모두가 같은 순간에 그 자리에 이릅니다.',
  },
  'duplicate-section': {
    en: 'Two problems are two documents, or a draft that nobody merged. The reader has to guess which one is meant.',
    ko: '문제가 둘이면 문서도 둘이거나, 아무도 합치지 않은 초안입니다. 어느 쪽이 진짜인지 독자가 짐작해야 합니다.',
  },
  placeholder: {
    en: 'A placeholder that reaches the meeting is the only thing that the room remembers.',
    ko: '회의까지 간 빈칸은 그 자리에서 유일하게 기억에 남는 것이 됩니다.',
  },
  'page-limit': {
    en: 'A press release over a page is not yet simple (McAllister: over one and a half pages is too long). Six pages are what a room reads in silence in about twenty minutes.',
    ko: '한 쪽을 넘는 보도자료는 아직 단순하지 않습니다(McAllister는 한 쪽 반이면 너무 길다고 합니다). 여섯 쪽은 한 방의 사람들이 20분쯤 조용히 읽는 분량입니다.',
  },
  'section-length': {
    en: 'Each part has one job: the summary stands on its own in a paragraph of three or four sentences, an answer answers one question. Length is the first sign of a second job.',
    ko: '부분마다 할 일은 하나입니다. 요약은 서너 문장 한 문단으로 홀로 서고, 답은 질문 하나에 답합니다. 길어지는 것은 할 일이 둘이 되었다는 첫 신호입니다.',
  },
  'sentence-length': {
    en: '“Write like an Amazonian” asks for sentences under 30 words. A longer one usually holds two thoughts and hides the second.',
    ko: '“Write like an Amazonian”은 30단어 안쪽의 문장을 권합니다. 더 긴 문장에는 대개 생각이 둘 들어 있고, 둘째가 가려집니다.',
  },
  'paragraph-length': {
    en: 'McAllister asks for three or four sentences a paragraph. White space is where a reader in a silent meeting makes a note.',
    ko: 'McAllister는 한 문단에 서너 문장을 권합니다. 조용히 읽는 회의에서 독자는 빈 곳에 메모합니다.',
  },
  'headline-length': {
    en: 'A headline names the news in one line that the customer understands. What doesn’t fit belongs in the subheading.',
    ko: '제목은 고객이 알아듣는 한 줄로 소식을 알립니다. 넘치는 말은 부제의 몫입니다.',
  },
  'banned-bullet': {
    en: 'In the memo that banned slides, Jeff Bezos called a list of bullets in Word as bad as PowerPoint: bullets let an author leave out how the points hang together.',
    ko: '슬라이드를 금한 메모에서 제프 베이조스는 워드에 쓴 글머리표 목록도 파워포인트만큼 나쁘다고 했습니다. 글머리표는 항목들이 어떻게 이어지는지 빼고 쓰게 해 줍니다.',
  },
  'typed-bullet': {
    en: 'Markdown sees no list there: on paper the lines run together in one paragraph. And a list is a list, whatever it is typed with.',
    ko: '마크다운은 이것을 목록으로 보지 않아 종이에서는 한 문단으로 붙어 버립니다. 그리고 무엇으로 쳤든 목록은 목록입니다.',
  },
  'weasel-word': {
    en: '“Write like an Amazonian” names might, many, most, nearly and significantly: each is a question that the reader asks next. An amount with a number beside it is answered already.',
    ko: '“Write like an Amazonian”은 아마도, 많은, 대부분, 거의, 상당히 같은 말을 짚습니다. 하나하나가 독자의 다음 질문이 됩니다. 곁에 숫자가 있으면 이미 답한 것입니다.',
  },
  'hype-word': {
    en: 'A press release of this kind convinces leaders who know the trade. Praise costs trust; what the customer can do earns it.',
    ko: '이 보도자료는 그 일을 잘 아는 경영진을 설득합니다. 추켜세우면 믿음을 잃고, 고객이 할 수 있는 일을 보이면 믿음을 얻습니다.',
  },
  'wordy-phrase': {
    en: '“Write like an Amazonian” asks for the shorter phrase. Six pages are six pages: every “due to the fact that” takes the room of a fact.',
    ko: '“Write like an Amazonian”은 더 짧은 말을 권합니다. 여섯 쪽은 여섯 쪽입니다. ‘~라는 사실로 인하여’ 하나가 사실 하나의 자리를 빼앗습니다.',
  },
  'unsupported-adjective': {
    en: '“Write like an Amazonian”: data instead of adjectives. “Fast” is an opinion; four seconds are a fact, and the reader can disagree with them.',
    ko: '“Write like an Amazonian”은 형용사 대신 데이터를 권합니다. ‘빠르다’는 의견이고 ‘4초’는 사실입니다. 사실이라야 독자가 따져 볼 수 있습니다.',
  },
  'avoided-word': {
    en: 'Each company has words of its own that stopped meaning anything, and product names that must be spelled in one way. The team that knows them writes them down once, and no reviewer has to say it again.',
    ko: '회사마다 뜻이 닳아 버린 말이 있고, 한 가지로만 적어야 하는 제품 이름이 있습니다. 그것을 아는 팀이 한 번 적어 두면 검토하는 사람이 다시 말하지 않아도 됩니다.',
  },
  'undefined-acronym': {
    en: 'Readers come from finance, law and operations (“Write like an Amazonian”: spell out acronyms at first use). Someone who has to ask stops reading in silence.',
    ko: '독자는 재무, 법무, 운영에서도 옵니다(“Write like an Amazonian”: 약어는 처음 나올 때 풀어 씁니다). 뜻을 물어야 하는 사람은 조용히 읽기를 멈춥니다.',
  },
  'passive-voice': {
    en: 'Style guides ask who acts, and a plan without actors has no owners. The passive also has its uses, which a program can’t tell from its abuses: so it is off.',
    ko: '문체 안내서는 누가 하는지 밝히라고 합니다. 행위자가 없는 계획에는 책임자도 없습니다. 피동이 알맞은 자리도 있고 프로그램은 둘을 가르지 못하므로 처음에는 꺼져 있습니다.',
  },
  'excited-quote': {
    en: 'The quotation is the one place where a person speaks to the customer. That the company is happy with itself is no news.',
    ko: '인용은 사람이 고객에게 말하는 단 한 곳입니다. 회사가 스스로 기쁘다는 것은 소식이 아닙니다.',
  },
  'missing-dateline': {
    en: 'The date is the promise that the team works back from (Bryar and Carr). Without one the launch is someday.',
    ko: '날짜는 팀이 거꾸로 짚어 일하는 약속입니다(Bryar와 Carr). 날짜가 없으면 출시는 언젠가의 일이 됩니다.',
  },
  'unattributed-quote': {
    en: 'A quotation without a name reads as made up. A name, a role and a place make its speaker a person whom the team can ask.',
    ko: '이름 없는 인용은 지어낸 말로 읽힙니다. 이름과 하는 일과 사는 곳이 있으면 팀이 물어볼 수 있는 사람이 됩니다.',
  },
  'future-tense': {
    en: 'The release is written as if it were launch day (Bryar and Carr): the author has to say what the customer can do, not what the team intends.',
    ko: '보도자료는 출시 당일인 것처럼 씁니다(Bryar와 Carr). 팀이 하려는 일이 아니라 고객이 할 수 있는 일을 말하게 됩니다.',
  },
  'unanswered-question': {
    en: 'Each question of an FAQ was asked by somebody. “We don’t know yet; Ana finds out by May 3” is an answer, silence is none.',
    ko: 'FAQ의 질문은 누군가 물은 것입니다. “아직 모릅니다. 아나가 5월 3일까지 알아봅니다”는 답이고, 침묵은 답이 아닙니다.',
  },
  'question-mark': {
    en: 'Readers scan an FAQ for question marks, and so do tools.',
    ko: '독자는 물음표를 따라 FAQ를 훑고, 도구도 그렇습니다.',
  },
  'hard-questions': {
    en: 'AWS was asked what it had to do with selling books, and the answer shaped it. Leaders work to disconfirm their beliefs. Most PR/FAQs end here, and that is the use of them (Bryar and Carr).',
    ko: 'AWS는 책을 파는 일과 무슨 관계가 있느냐는 질문을 받았고, 그 답이 AWS를 만들었습니다. 리더는 자기 믿음을 무너뜨릴 증거를 찾습니다. PR/FAQ는 대부분 여기서 끝나고, 그것이 PR/FAQ의 쓸모입니다(Bryar와 Carr).',
  },
  'indirect-answer': {
    en: '“Write like an Amazonian”: answer with yes, no, a number, or “I don’t know, and will follow up”. The reasons come after.',
    ko: '“Write like an Amazonian”: 예, 아니요, 숫자, 또는 “모릅니다. 알아보고 알려 드리겠습니다”로 답합니다. 까닭은 그다음입니다.',
  },
  'too-few-questions': {
    en: 'An FAQ grows with each review: a short one has had few readers. Five are what every customer and every leader asks in the first five minutes.',
    ko: 'FAQ는 검토를 거칠 때마다 늘어납니다. 짧은 FAQ는 읽은 사람이 적다는 뜻입니다. 다섯 개쯤은 어느 고객이나 경영진이든 처음 5분 안에 묻습니다.',
  },
  'input-metrics': {
    en: 'Amazon manages inputs: what a team can change this week, and what moves the outputs (Bryar and Carr). A team that watches revenue learns too late that something went wrong, and not what.',
    ko: '아마존은 입력을 관리합니다. 팀이 이번 주에 바꿀 수 있고 그에 따라 결과가 움직이는 것입니다(Bryar와 Carr). 매출만 보는 팀은 무언가 잘못되었음을 너무 늦게 알고, 무엇이 잘못되었는지는 알지 못합니다.',
  },
};
