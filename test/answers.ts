import type { TemplateLanguage } from '../src/core/templates/template.js';

/** What a person might put in a placeholder: a name in a line of names, else a sentence with a number, in the template's language. */
const ANSWERS: Readonly<Record<TemplateLanguage, Readonly<Record<string, string>>>> = {
  en: {
    Company: 'Tidewell',
    product: 'Tidecup',
    customer: 'rowers',
    CITY: 'WICK, Scotland',
    'Month day, year': 'March 3, 2027',
    name: 'Ana Ruiz',
    role: 'head of boats',
    'name of a customer': 'Lee Park',
    'what they do, and where': 'who rows to work in Wick',
    Question: 'Which rivers come next',
    'do what was hard before': 'read the tide from a cup',
    'what it is, in words that the customer uses': 'a cup that shows the tide',
    'what they could not do before': 'see the next six hours of water',
    'how much better than until now, in numbers': 'four hours earlier than the harbour board does',
  },
  ko: {
    회사: '물때상회',
    제품: '물때컵',
    도시: '여수',
    연월일: '2027년 3월 3일',
    '고객이 이제 할 수 있는 일': '컵으로 물때를 읽는',
    '예: 밝은길 김하나 대표는': '물때상회 김하나 대표는',
    '예: 여수에서 배를 모는 고객 박선주 씨는': '여수에서 배를 모는 고객 박선주 씨는',
    질문: '다음 강은 어디입니까',
  },
};
const SENTENCE: Readonly<Record<TemplateLanguage, string>> = {
  en: 'On 3 of 4 days it saves each rower 20 minutes and one walk to the board.',
  ko: '나흘 가운데 사흘은 배를 모는 사람마다 20분을 아끼고 부두까지 한 번 덜 걷습니다.',
};

/** What a person answers to a placeholder, without its brackets. */
export function answer(inside: string, language: TemplateLanguage): string {
  const known = ANSWERS[language][inside];
  if (known !== undefined) return known;
  const ends = inside.endsWith('.') || inside === 'Answer' || inside === '답변';
  return ends ? SENTENCE[language] : SENTENCE[language].replace(/\.$/, '');
}

/** A template with everything answered. */
export function answered(text: string, language: TemplateLanguage): string {
  return text.replace(/\[([^\]\n]+)\]/g, (_, inside: string) => answer(inside, language));
}

/** The rules on a document's structure, which a draft made from a template keeps. */
export const STRUCTURE =
  /^(?:missing-section|section-order|empty-section|duplicate-section|placeholder|page-limit|section-length|headline-length|banned-bullet|typed-bullet|missing-dateline|unattributed-quote|unanswered-question|question-mark|hard-questions|too-few-questions|input-metrics)$/;
