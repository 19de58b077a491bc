import { inLocale, type Localized, localeOf } from '../messages/locale.js';

/** How a part was recognised. */
export type Reason =
  | 'pinned'
  | 'heading'
  | 'label'
  | 'first-line'
  | 'under-headline'
  | 'place-and-date'
  | 'first-paragraph'
  | 'announces'
  | 'under-title'
  | 'says-problem'
  | 'says-solution'
  | 'after-problem'
  | 'quotation-leader'
  | 'quotation-customer'
  | 'says-start'
  | 'by-quotations'
  | 'says-where';

const REASONS: Localized<Readonly<Record<Reason, string>>> = {
  en: {
    pinned: 'the author’s own mark',
    heading: 'its heading',
    label: 'its label',
    'first-line': 'its place: the first line, by itself',
    'under-headline': 'its place: the line under the headline',
    'place-and-date': 'a place and a date',
    'first-paragraph': 'its place: the paragraph that the dateline opens',
    announces: 'its place: the first paragraph, which says what is new',
    'under-title': 'its place: the text under the title',
    'says-problem': 'what it says: trouble, cost, what doesn’t work today',
    'says-solution': 'what it says: what the product does about the problem',
    'after-problem': 'its place: the paragraph after the problem',
    'quotation-leader': 'a quotation whose speaker belongs to the company',
    'quotation-customer': 'a quotation whose speaker doesn’t belong to the company',
    'says-start': 'what it says: first steps',
    'by-quotations': 'its place: the paragraph between or after the quotations',
    'says-where': 'what it says: where to go, when and at what price',
  },
  ko: {
    pinned: '글쓴이가 남긴 표시',
    heading: '제목',
    label: '앞에 붙은 이름표',
    'first-line': '자리: 홀로 선 첫 줄',
    'under-headline': '자리: 제목 바로 아랫줄',
    'place-and-date': '장소와 날짜',
    'first-paragraph': '자리: 장소와 날짜로 시작하는 문단',
    announces: '자리: 새 소식을 알리는 첫 문단',
    'under-title': '자리: 문서 제목 아래의 글',
    'says-problem': '내용: 어려움, 비용, 지금 안 되는 것',
    'says-solution': '내용: 제품이 그 문제를 푸는 방법',
    'after-problem': '자리: 문제 다음 문단',
    'quotation-leader': '회사 사람의 말을 옮긴 인용',
    'quotation-customer': '회사 밖 사람의 말을 옮긴 인용',
    'says-start': '내용: 첫걸음',
    'by-quotations': '자리: 두 인용 사이나 다음의 문단',
    'says-where': '내용: 어디서, 언제, 얼마에',
  },
};

/** The same in one phrase for a person, after "known by", by a BCP 47 tag: the outline's tooltip and `--explain` show it. */
export function reasonsFor(tag: string): Readonly<Record<Reason, string>> {
  return inLocale(REASONS, localeOf(tag));
}
