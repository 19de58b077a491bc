import { count } from '../../core/messages/en.js';
import { inLocale, type Localized, localeOf } from '../../core/messages/locale.js';
import type { OutlineReport } from '../../core/report.js';
import type { Summary } from '../summary.js';

type Status = OutlineReport['sections'][number]['status'];

/** What reports for people say besides the findings. Severities and rule ids are as the config spells them, in any language. */
interface Words {
  checked(narratives: number, summary: Summary): string;
  readonly noNarrative: string;
  words(count: number): string;
  /** Of the paper. */
  readonly parts: readonly [pressRelease: string, faq: string, body: string, appendix: string];
  readonly pages: string;
  line(line: number): string;
  readonly statuses: Readonly<Record<Status, string>>;
  knownBy(reason: string): string;
  questions(count: number, open: number): string;
}

const WORDS: Localized<Words> = {
  en: {
    checked: (narratives, { errors, warnings, information, hints }) =>
      `${count(narratives, 'narrative')} checked: ${count(errors, 'error')}, ${count(warnings, 'warning')}, ${information} information, ${count(hints, 'hint')}`,
    noNarrative: 'not a PR/FAQ or six-pager',
    words: (words) => count(words, 'word'),
    parts: ['press release', 'FAQ', 'body', 'appendix'],
    pages: 'pages',
    line: (line) => `line ${line}`,
    statuses: {
      ok: '',
      missing: 'missing',
      empty: 'empty',
      placeholder: 'placeholder',
      'over-limit': 'over-limit',
      'out-of-order': 'out-of-order',
    },
    knownBy: (reason) => `known by ${reason}`,
    questions: (questions, open) => `${count(questions, 'question')}${open > 0 ? `, ${open} without an answer` : ''}`,
  },
  ko: {
    checked: (narratives, { errors, warnings, information, hints }) =>
      `문서 ${narratives}개 검사: 오류 ${errors}개, 경고 ${warnings}개, 정보 ${information}개, 힌트 ${hints}개`,
    noNarrative: 'PR/FAQ도 식스페이저도 아님',
    words: (count) => `${count}단어`,
    parts: ['보도자료', 'FAQ', '본문', '부록'],
    pages: '쪽수',
    line: (line) => `${line}행`,
    statuses: {
      ok: '',
      missing: '없음',
      empty: '비어 있음',
      placeholder: '채울 자리 남음',
      'over-limit': '한도를 넘음',
      'out-of-order': '순서가 다름',
    },
    knownBy: (reason) => `근거: ${reason}`,
    questions: (count, open) => `질문 ${count}개${open > 0 ? `, 그중 ${open}개는 답이 없음` : ''}`,
  },
};

/** By a BCP 47 tag or POSIX locale. */
export function wordsFor(tag: string): Words {
  return inLocale(WORDS, localeOf(tag));
}
