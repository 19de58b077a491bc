import { HARD_QUESTIONS, type Language } from '../languages/language.js';
import type { Severity } from '../model.js';
import type { Rule } from '../rules/rule.js';
import type { Definitions, ListShape, ObjectShape, Shape, StringShape, Text } from './shape.js';

const text = (en: string, ko: string): Text => ({ en, ko });
const list = (items: Shape, what?: Text): ListShape => ({ type: 'array', items, ...(what && { text: what }) });

const SEVERITY_TEXTS: Readonly<Record<Severity, Text>> = {
  error: text('Fails `prfaq check`.', '`prfaq check`가 실패로 끝납니다.'),
  warning: text('Shown as a warning; counts for `--max-warnings`.', '경고로 보이고 `--max-warnings`에 셉니다.'),
  information: text('Shown, and counts for nothing.', '보이기만 합니다.'),
  hint: text('Three dots under the text, not in the Problems panel.', '글자 밑에 점 세 개로만 보입니다.'),
  off: text('Silences the rule.', '규칙을 끕니다.'),
};

const SEVERITY: StringShape = {
  type: 'string',
  values: SEVERITY_TEXTS,
  text: text('How severe its findings are.', '지적의 심각도.'),
};

/** What the options of the rules mean, by rule and name or by name. A test sees to it that there is a text for each. */
const OPTION_TEXTS: Readonly<Record<string, Text>> = {
  'section-length.answer': text('Most words in an answer of an FAQ.', 'FAQ 답변의 최대 단어 수.'),
  'sentence-length.max': text('Most words in a sentence.', '문장의 최대 단어 수.'),
  'paragraph-length.max': text('Most words in a paragraph.', '문단의 최대 단어 수.'),
  'banned-bullet.answerItems': text('Most items of a list in an answer.', '답변 속 목록의 최대 항목 수.'),
  'banned-bullet.steps': text(
    'Whether getting started and an answer may be numbered steps.',
    '‘시작하기’와 답변을 번호 단계로 써도 되는지.',
  ),
  'hard-questions.ask': text('Which questions the internal FAQ has to answer.', '내부 FAQ가 꼭 답해야 하는 질문.'),
  'too-few-questions.external': text('Fewest questions in the external FAQ.', '외부 FAQ의 최소 질문 수.'),
  'too-few-questions.internal': text('Fewest questions in the internal FAQ.', '내부 FAQ의 최소 질문 수.'),
  allow: text(
    'Words that this rule leaves alone. `vocabulary.allow` is for all rules.',
    '이 규칙만 그냥 두는 말. 모든 규칙에 두려면 `vocabulary.allow`에 씁니다.',
  ),
};

/** What the shape is made from. It is lent, so that what describes rules and languages needn't hold what runs them. */
export interface Lent {
  readonly rules: readonly RuleDescription[];
  readonly languages: readonly Pick<Language, 'id' | 'names'>[];
}

/** What is to be known of a rule to describe what may be said of it. */
export type RuleDescription = Pick<Rule, 'id' | 'summary' | 'severity' | 'options'>;

function ruleShape(rule: RuleDescription): Shape {
  const options = Object.entries(rule.options).map(([name, value]): [string, Shape] => {
    const described = { text: OPTION_TEXTS[`${rule.id}.${name}`] ?? OPTION_TEXTS[name]! };
    if (typeof value === 'number') return [name, { type: 'number', minimum: 0, default: value, ...described }];
    if (typeof value === 'boolean') return [name, { type: 'boolean', default: value, ...described }];
    const values = Object.fromEntries(HARD_QUESTIONS.map((question) => [question, null]));
    const items: Shape = rule.id === 'hard-questions' ? { type: 'string', values } : { type: 'string' };
    return [name, { type: 'array', items, default: value, ...described }];
  });
  const properties = { severity: { ...SEVERITY, default: rule.severity }, ...Object.fromEntries(options) };
  return {
    text: rule.summary,
    default: rule.severity,
    anyOf: [SEVERITY, { type: 'object', noun: 'option', properties }],
  };
}

/** Rules as settings, the team's file and its overrides have them: a severity, or an object with options. */
export function rulesShape(rules: readonly RuleDescription[]): ObjectShape {
  return {
    type: 'object',
    noun: 'rule',
    text: text(
      'Severity of each rule, or an object with `severity` and the rule’s options.',
      '규칙마다 심각도를 쓰거나, `severity`와 규칙의 옵션을 담은 객체를 씁니다.',
    ),
    properties: Object.fromEntries(rules.map((rule) => [rule.id, ruleShape(rule)])),
  };
}

const ID: StringShape = {
  type: 'string',
  pattern: {
    source: '^[a-z0-9]+(-[a-z0-9]+)*$',
    text: text('small letters, digits and hyphens, such as decision-memo', '소문자, 숫자, 붙임표. 보기: decision-memo'),
  },
};

const words = (what: Text): Shape => ({ type: 'number', minimum: 0, whole: true, text: what });
const pages = (what: Text): Shape => ({ type: 'number', minimum: 0, text: what });

function sectionShape(languages: Lent['languages']): ObjectShape {
  const byLanguage = (value: Shape, what: Text): ObjectShape => ({
    type: 'object',
    text: what,
    properties: Object.fromEntries(languages.map(({ id, names }) => [id, { ...value, text: names }])),
  });
  return {
    type: 'object',
    required: ['id'],
    properties: {
      id: {
        ...ID,
        text: text(
          'Its name in reports and in `<!-- prfaq-section … -->`. One of the built-in sections brings its titles along.',
          '보고서와 `<!-- prfaq-section … -->`에서 쓰는 이름. 기본 종류에 있는 부분이면 제목도 따라옵니다.',
        ),
      },
      titles: byLanguage(
        { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
        text(
          'What its heading says, by language; of several the first is written and all are recognised. `*` at an end stands for anything.',
          '언어별 제목. 여럿이면 첫째를 쓰고 모두 알아봅니다. 끝의 `*`는 아무 말이나 뜻합니다.',
        ),
      ),
      required: {
        type: 'boolean',
        default: true,
        text: text('Whether `missing-section` asks for it.', '없으면 `missing-section`이 지적하는지.'),
      },
      part: {
        type: 'string',
        text: text(
          'The part of the paper that it belongs to; page limits go by it.',
          '문서의 어느 부분에 속하는지. 쪽수 한도가 이에 따릅니다.',
        ),
        values: {
          'press-release': text('Press release', '보도자료'),
          faq: text('FAQ', 'FAQ'),
          body: text('Body', '본문'),
          appendix: text('Appendix: counts for no limit', '부록: 한도에 세지 않음'),
        },
      },
      words: {
        type: 'object',
        text: text('Words of its text, heading not counted.', '제목을 뺀 글의 단어 수.'),
        properties: {
          min: words(
            text(
              'Fewest words, as in English: seven tenths of them are enough in Korean.',
              '최소 단어 수. 영어 기준이며, 한국어는 그 70%면 됩니다.',
            ),
          ),
          max: words(text('Most words.', '최대 단어 수.')),
          each: {
            type: 'string',
            values: { quotation: null },
            text: text(
              'What the most is for, rather than the whole.',
              '최대 단어 수를 전체가 아니라 무엇마다 따지는지.',
            ),
          },
        },
      },
      bullets: {
        type: 'string',
        text: text('What `banned-bullet` says of lists in it.', '이 부분의 목록을 `banned-bullet`이 어떻게 보는지.'),
        values: {
          forbid: text('No lists.', '목록을 쓰지 않음.'),
          few: text('Short lists that the prose outweighs.', '글보다 적은 짧은 목록만.'),
          allow: text('As many as you like.', '마음대로.'),
        },
      },
      anyOrder: {
        type: 'boolean',
        default: false,
        text: text('Whether it may stand anywhere among its neighbours.', '이웃 부분과 순서가 바뀌어도 되는지.'),
      },
      coaching: byLanguage(
        { type: 'string' },
        text(
          'One sentence on what belongs there, for whoever writes it.',
          '쓰는 사람에게 무엇을 쓸지 알려 주는 한 문장.',
        ),
      ),
    },
  };
}

function kindShape(section: ObjectShape): ObjectShape {
  const sections = list(
    section,
    text(
      'The sections in their order. Of a kind that is there already, those listed are changed; new ones go in behind the one listed before them.',
      '부분을 차례대로. 이미 있는 종류라면 적은 부분만 바뀌고, 새 부분은 앞에 적은 부분 뒤에 들어갑니다.',
    ),
  );
  return {
    type: 'object',
    required: ['id'],
    properties: {
      id: {
        ...ID,
        text: text(
          'Its name, as in front matter: `type: decision-memo`. `prfaq` and `six-pager` change the built-in kinds.',
          '이름. 머리말에 `type: decision-memo`처럼 씁니다. `prfaq`와 `six-pager`는 기본 종류를 바꿉니다.',
        ),
      },
      files: list(
        { type: 'string' },
        text(
          'File names that say the kind, in any folder; `*` stands for anything, as in `*.memo.md`.',
          '이 종류임을 알리는 파일 이름. `*`는 아무 글자나 뜻합니다. 보기: `*.memo.md`.',
        ),
      ),
      pages: {
        type: 'object',
        text: text('Most pages of paper, without the appendix.', '부록을 뺀 최대 쪽수.'),
        properties: {
          total: pages(text('Of the whole document.', '문서 전체.')),
          pressRelease: pages(
            text(
              'Of the press release; a kind without it has no press release.',
              '보도자료. 없으면 보도자료가 없는 종류입니다.',
            ),
          ),
          faq: pages(text('Of the FAQ.', 'FAQ.')),
        },
      },
      questions: {
        type: 'object',
        text: text('Fewest questions in each FAQ.', 'FAQ마다 최소 질문 수.'),
        properties: {
          external: words(text('From customers and the press.', '고객과 언론의 질문.')),
          internal: words(text('From leaders and partner teams.', '경영진과 협업 팀의 질문.')),
        },
      },
      sections,
      variants: list(
        {
          type: 'object',
          required: ['sections'],
          properties: {
            id: { ...ID, text: text('The name of the variant.', '갈래의 이름.') },
            sections: { ...sections, text: text('The sections in their order.', '부분을 차례대로.') },
          },
        },
        text(
          'In place of `sections`, where documents of the kind come in several forms: the one that fits better counts. Replaces those of a kind that is there already.',
          '한 종류에 여러 꼴이 있을 때 `sections` 대신 씁니다. 더 잘 맞는 꼴로 읽습니다. 이미 있는 종류라면 그 갈래들을 대신합니다.',
        ),
      ),
    },
  };
}

const AVOIDED: ObjectShape = {
  type: 'object',
  properties: {
    phrase: {
      type: 'string',
      text: text(
        'The word or phrase, whole words, any case. A Korean one ends with `*` where endings may follow.',
        '쓰지 않을 말. 낱말 전체로, 대소문자 구별 없이 찾습니다. 한국어는 어미가 붙어도 찾으려면 끝에 `*`를 붙입니다.',
      ),
    },
    pattern: {
      type: 'string',
      text: text(
        'In place of `phrase`: a regular expression in RE2’s syntax, any case.',
        '`phrase` 대신 쓰는 정규식. RE2 문법, 대소문자 구별 없음.',
      ),
    },
    instead: { type: 'string', text: text('What the quick fix writes.', '빠른 수정이 대신 쓰는 말.') },
    message: { type: 'string', text: text('What the finding says.', '지적에 보이는 말.') },
  },
};

const paths = (what: Text): Shape => ({ text: what, anyOf: [{ type: 'string' }, list({ type: 'string' })] });

/** A team's config file, with what in it stands in several places, so that a schema can name it once. */
export function teamShape(lent: Lent): { readonly shape: ObjectShape; readonly definitions: Definitions } {
  const rules = rulesShape(lent.rules);
  const section = sectionShape(lent.languages);
  const shape: ObjectShape = {
    type: 'object',
    text: text('A team’s own way with PR/FAQs and six-pagers.', '팀이 PR/FAQ와 식스페이저를 쓰는 방식.'),
    properties: {
      extends: paths(
        text(
          'Config files that this one builds on, as paths from here. What stands here goes before what stands there, later ones before earlier ones.',
          '이 파일이 바탕으로 삼는 설정 파일의 경로. 여기 쓴 것이 앞서고, 여럿이면 뒤의 것이 앞섭니다.',
        ),
      ),
      kinds: list(
        kindShape(section),
        text(
          'Kinds of documents: the team’s own, and changes to the built-in ones.',
          '문서 종류. 팀이 만든 것과, 기본 종류에서 바꾼 것.',
        ),
      ),
      files: {
        type: 'object',
        text: text(
          'Documents by glob, from this folder: their kind, and rules for them alone. Of several that match the last one counts.',
          '이 폴더를 기준으로 한 글롭마다 문서의 종류와 그 문서에만 쓰는 규칙. 여럿이 맞으면 마지막 것을 씁니다.',
        ),
        properties: {},
        others: {
          key: text('A glob such as `memos/**/*.md`', '글롭. 보기: `memos/**/*.md`'),
          shape: {
            anyOf: [
              {
                type: 'string',
                text: text(
                  'A kind, or `none` for documents that are left alone.',
                  '종류. 검사하지 않을 문서라면 `none`.',
                ),
              },
              {
                type: 'object',
                properties: {
                  kind: {
                    type: 'string',
                    text: text(
                      'A kind, or `none` for documents that are left alone.',
                      '종류. 검사하지 않을 문서라면 `none`.',
                    ),
                  },
                  rules,
                },
              },
            ],
          },
        },
      },
      rules,
      vocabulary: {
        type: 'object',
        text: text('The team’s own words.', '팀의 말.'),
        properties: {
          allow: list(
            { type: 'string' },
            text('Words and phrases that no prose rule remarks on.', '어떤 글 규칙도 지적하지 않는 말.'),
          ),
          acronyms: list(
            { type: 'string' },
            text('Acronyms that the team’s readers know.', '팀의 독자가 아는 줄임말.'),
          ),
          avoid: list(
            { anyOf: [{ type: 'string' }, AVOIDED] },
            text(
              'Words that the team doesn’t write: `avoided-word` remarks on them.',
              '팀이 쓰지 않는 말. `avoided-word`가 지적합니다.',
            ),
          ),
        },
      },
      templates: paths(
        text(
          'Templates for new documents: Markdown files, or folders of them. `.prfaq/templates` is looked at in any case.',
          '새 문서의 템플릿. 마크다운 파일이나 그 폴더. `.prfaq/templates`는 늘 봅니다.',
        ),
      ),
      snippets: paths(
        text(
          'Snippets for Markdown: `.md` or `.code-snippets` files, or folders of them. `.prfaq/snippets` is looked at in any case.',
          '마크다운용 스니펫. `.md`나 `.code-snippets` 파일, 또는 그 폴더. `.prfaq/snippets`는 늘 봅니다.',
        ),
      ),
      page: {
        type: 'object',
        text: text('The paper that page limits and the preview go by.', '쪽수 한도와 미리보기가 따르는 종이.'),
        properties: {
          size: { type: 'string', values: { letter: null, a4: null }, text: text('Size of the paper.', '종이 크기.') },
          margin: {
            type: 'number',
            minimum: 0.25,
            maximum: 3,
            default: 1,
            text: text('Margins on all four sides, in inches.', '네 변의 여백, 인치.'),
          },
        },
      },
    },
  };
  return { shape, definitions: { severity: SEVERITY, rules, section } };
}
