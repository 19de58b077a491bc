import type { Localized } from '../messages/index.js';
import { RULES } from '../rules/index.js';
import { toJsonSchema } from './shape.js';
import { rulesShape } from './team-shape.js';

/** A JSON Schema, as far as settings use it. */
export type Schema = Readonly<Record<string, unknown>>;

/** A setting `prfaq.*`. The manifest, its translations and the table in the README are generated from here. */
export interface Setting {
  readonly key: string;
  readonly description: Localized;
  readonly schema: Schema;
  /** `resource`, for a folder to set, where it says nothing; `application` is for the user alone. */
  readonly scope?: 'application';
}

export const SETTINGS: readonly Setting[] = [
  {
    key: 'rules',
    description: {
      en: 'Severity of each rule, or an object with `severity` and the rule’s options. `off` silences a rule.',
      ko: '규칙마다 심각도를 정하거나, `severity`와 규칙의 옵션을 담은 객체를 씁니다. `off`는 규칙을 끕니다.',
    },
    // Without descriptions: the manifest translates those of settings only, not those within.
    schema: { default: {}, ...toJsonSchema(rulesShape(RULES), null) },
  },
  {
    key: 'page.size',
    description: { en: 'Paper of the preview and of the page limits.', ko: '미리보기와 쪽수 한도에 쓰는 종이 크기.' },
    schema: { type: 'string', enum: ['letter', 'a4'], default: 'letter' },
  },
  {
    key: 'page.margin',
    description: { en: 'Margins on all four sides, in inches.', ko: '네 변의 여백(인치).' },
    schema: { type: 'number', default: 1, minimum: 0.25, maximum: 3 },
  },
  {
    key: 'preview.mark',
    description: {
      en: 'What the paper says at its top right, such as “Confidential”.',
      ko: '종이 오른쪽 위에 적는 말. 예: “대외비”.',
    },
    schema: { type: 'string', default: '' },
  },
  {
    key: 'preview.remoteImages',
    description: {
      en: 'Loads images from the web into the preview. Whoever hosts them can then see when the document is read.',
      ko: '웹에 있는 이미지를 미리보기에 불러옵니다. 이미지를 올려 둔 쪽에서 문서를 언제 읽는지 알 수 있게 됩니다.',
    },
    schema: { type: 'boolean', default: false },
  },
  {
    key: 'meeting.length',
    description: {
      en: 'Length of a meeting that is suggested, in minutes.',
      ko: '회의를 시작할 때 제안하는 길이(분).',
    },
    schema: { type: 'number', default: 60, minimum: 1, maximum: 600 },
  },
  {
    key: 'meeting.minutesPerPage',
    description: {
      en: 'Silent reading: minutes for each page.',
      ko: '조용히 읽을 때 한 쪽에 드는 시간(분).',
    },
    schema: { type: 'number', default: 3, minimum: 0.5, maximum: 30 },
  },
  {
    key: 'meeting.leastReading',
    description: {
      en: 'Silent reading takes no less than this, in minutes.',
      ko: '조용히 읽는 시간은 적어도 이만큼 둡니다(분).',
    },
    schema: { type: 'number', default: 10, minimum: 1, maximum: 120 },
  },
  {
    key: 'meeting.sound',
    description: {
      en: 'Two soft notes when the reading time is over.',
      ko: '읽는 시간이 끝나면 부드러운 소리로 알립니다.',
    },
    schema: { type: 'boolean', default: false },
  },
  {
    key: 'reader.name',
    description: {
      en: 'Your name, under which your notes are kept. Where it is empty, Git’s `user.name` is taken.',
      ko: '메모에 남는 이름. 비어 있으면 Git의 `user.name`을 씁니다.',
    },
    schema: { type: 'string', default: '' },
    scope: 'application',
  },
  {
    key: 'maxFileSize',
    description: {
      en: 'Largest document that is checked while it is edited, in millions of characters.',
      ko: '편집하는 동안 검사하는 문서의 최대 크기(백만 글자 단위).',
    },
    schema: { type: 'number', default: 1, minimum: 0.01, maximum: 50 },
  },
];
