import type { Locale } from '../messages/index.js';
import { toJsonSchema } from './shape.js';
import { RULES_SHAPE } from './team-shape.js';

/** A JSON Schema, as far as settings use it. */
export type Schema = Readonly<Record<string, unknown>>;

/** A setting `prfaq.*`. The manifest, its translations and the table in the README are generated from here. */
export interface Setting {
  readonly key: string;
  readonly description: Readonly<Record<Locale, string>>;
  readonly schema: Schema;
}

export const SETTINGS: readonly Setting[] = [
  {
    key: 'rules',
    description: {
      en: 'Severity of each rule, or an object with `severity` and the rule’s options. `off` silences a rule.',
      ko: '규칙마다 심각도를 정하거나, `severity`와 규칙의 옵션을 담은 객체를 씁니다. `off`는 규칙을 끕니다.',
    },
    // Without descriptions: the manifest translates those of settings only, not those within.
    schema: { default: {}, ...toJsonSchema(RULES_SHAPE, null) },
  },
  {
    key: 'page.size',
    description: { en: 'Paper of the preview and of the page limits.', ko: '미리보기와 쪽수 한도에 쓰는 종이 크기.' },
    schema: { type: 'string', enum: ['letter', 'a4'], default: 'letter' },
  },
  {
    key: 'page.margin',
    description: { en: 'Margins on all four sides, in inches.', ko: '네 변의 여백, 인치.' },
    schema: { type: 'number', default: 1, minimum: 0.25, maximum: 3 },
  },
  {
    key: 'preview.mark',
    description: {
      en: 'What the paper says at its top right, such as “Confidential”.',
      ko: '종이 오른쪽 위에 적는 말. 보기: “대외비”.',
    },
    schema: { type: 'string', default: '' },
  },
  {
    key: 'maxFileSize',
    description: {
      en: 'Largest document that is checked while it is edited, in millions of characters.',
      ko: '편집하는 동안 검사하는 가장 큰 문서, 백만 글자 단위.',
    },
    schema: { type: 'number', default: 1, minimum: 0.01, maximum: 50 },
  },
];
