import { inLocale, type Locale, localeOf } from '../messages/locale.js';

/** What can be wrong with a team's config, in words. */
const en = {
  locale: 'en' as Locale,
  noKey: (key: string, noun: 'key' | 'rule' | 'option', near: string | null) =>
    `There is no ${noun} “${key}” here.${near ? ` Did you mean “${near}”?` : ''}`,
  missing: (key: string) => `The key “${key}” is missing.`,
  expected: (what: readonly string[]) => `Expected ${what.join(' or ')}.`,
  types: {
    string: 'text',
    number: 'a number',
    boolean: 'true or false',
    array: 'a list',
    object: 'keys with values',
  },
  wholeNumber: 'a whole number',
  oneOf: (values: readonly string[], near: string | null) =>
    `Expected ${values.length > 1 ? 'one of ' : ''}${values.join(', ')}.${near ? ` Did you mean “${near}”?` : ''}`,
  between: (low: number, high: number | undefined) =>
    high === undefined ? `Expected ${low} or more.` : `Expected ${low} to ${high}.`,
  looksLike: (what: string) => `Expected ${what}.`,
  tooLong: (most: number) => `Longer than ${most} characters.`,
  noSections: (kind: string) => `The kind “${kind}” has no sections.`,
  twice: (id: string) => `“${id}” stands twice.`,
  minOverMax: () => 'The fewest words are more than the most.',
  noKind: (kind: string, near: string | null) =>
    `There is no kind “${kind}”.${near ? ` Did you mean “${near}”?` : ''} Kinds are listed under “kinds”; “none” leaves documents alone.`,
  phraseOrPattern: () => 'Give either a phrase or a pattern.',
  badPattern: (why: string) => `This pattern can’t be used: ${why}`,
  patternsTooLarge: () => 'Too large to be fast, together with the patterns before it.',
  noFile: (path: string) => `There is no file ${path}.`,
  unreadable: (path: string, why: string) => `${path} can’t be read: ${why}`,
  cycle: (path: string) => `${path} extends this file: a circle.`,
  notLocal: () => 'Only files on this machine can be extended: a path from here, such as ../shared/.prfaq.yaml.',
  tooMany: (most: number) => `More than ${most} files extend each other.`,
  tooLarge: (most: number) => `Larger than ${most} characters, so it isn’t read.`,
  tooDeep: () => 'Nested too deeply to be read.',
  aliases: () => 'Too many aliases to be read.',
  noAnchor: (name: string) => `There is no “&${name}” above, which “*${name}” stands for.`,
  byHand: () => 'This can’t be changed without touching what stands around it: please change it by hand.',
  oneDocument: () => 'One document a file: nothing after a second “---” is read.',
  syntax: {
    BAD_INDENT: 'The indentation is off: this doesn’t line up with what it belongs to.',
    TAB_AS_INDENT: 'Indent with spaces: YAML takes no tabs.',
    DUPLICATE_KEY: 'This key stands twice.',
    MULTILINE_IMPLICIT_KEY: 'A key has to stand on one line; is a colon missing?',
    MISSING_CHAR: 'Something is missing here, such as a colon, comma, quotation mark or bracket.',
    BLOCK_AS_IMPLICIT_KEY: 'Two keys on one line; is a line break or a quotation mark missing?',
    UNEXPECTED_TOKEN: 'This is not expected here.',
  } as Readonly<Record<string, string>>,
  notYaml: (why: string) => `This can’t be read as YAML: ${why}`,
};

const ko: typeof en = {
  locale: 'ko',
  noKey: (key, noun, near) =>
    `‘${key}’${{ key: '이라는 키는 여기에 없습니다', rule: '이라는 규칙은 없습니다', option: '이라는 옵션은 없습니다' }[noun]}.${near ? ` 혹시 ‘${near}’입니까?` : ''}`,
  missing: (key) => `‘${key}’ 키가 빠졌습니다.`,
  expected: (what) => `여기에는 ${what.join(' 또는 ')}을(를) 씁니다.`,
  types: { string: '글', number: '숫자', boolean: 'true나 false', array: '목록', object: '키와 값' },
  wholeNumber: '정수',
  oneOf: (values, near) => `${values.join(', ')} 가운데 하나를 씁니다.${near ? ` 혹시 ‘${near}’입니까?` : ''}`,
  between: (low, high) => (high === undefined ? `${low} 이상이어야 합니다.` : `${low}에서 ${high} 사이여야 합니다.`),
  looksLike: (what) => `다음과 같이 씁니다: ${what}.`,
  tooLong: (most) => `${most}자보다 깁니다.`,
  noSections: (kind) => `‘${kind}’ 종류에 부분(sections)이 없습니다.`,
  twice: (id) => `‘${id}’가 두 번 나옵니다.`,
  minOverMax: () => '최소 단어 수가 최대 단어 수보다 많습니다.',
  noKind: (kind, near) =>
    `‘${kind}’ 종류가 없습니다.${near ? ` 혹시 ‘${near}’입니까?` : ''} 종류는 kinds에 적습니다. none은 문서를 검사하지 않습니다.`,
  phraseOrPattern: () => 'phrase와 pattern 가운데 하나만 씁니다.',
  badPattern: (why) => `쓸 수 없는 정규식입니다: ${why}`,
  patternsTooLarge: () => '앞의 정규식과 합쳐 너무 커서 빠르게 찾을 수 없습니다.',
  noFile: (path) => `${path} 파일이 없습니다.`,
  unreadable: (path, why) => `${path} 파일을 읽을 수 없습니다: ${why}`,
  cycle: (path) => `${path} 파일이 다시 이 파일을 바탕으로 삼습니다.`,
  notLocal: () => '이 컴퓨터에 있는 파일만 바탕으로 삼을 수 있습니다. 보기: ../shared/.prfaq.yaml',
  tooMany: (most) => `바탕으로 삼는 파일이 ${most}개를 넘습니다.`,
  tooLarge: (most) => `${most}자보다 커서 읽지 않습니다.`,
  tooDeep: () => '너무 깊이 겹쳐 있어 읽을 수 없습니다.',
  aliases: () => '별칭(alias)이 너무 많아 읽을 수 없습니다.',
  noAnchor: (name) => `‘*${name}’이(가) 가리키는 ‘&${name}’이(가) 앞에 없습니다.`,
  byHand: () => '둘레를 건드리지 않고는 바꿀 수 없습니다. 직접 바꿔 주십시오.',
  oneDocument: () => '파일 하나에 문서 하나만 씁니다. 두 번째 ‘---’ 뒤는 읽지 않습니다.',
  syntax: {
    BAD_INDENT: '들여쓰기가 맞지 않습니다.',
    TAB_AS_INDENT: '들여쓰기는 빈칸으로 합니다. YAML은 탭을 받지 않습니다.',
    DUPLICATE_KEY: '이 키가 두 번 나옵니다.',
    MULTILINE_IMPLICIT_KEY: '키는 한 줄에 씁니다. 쌍점이 빠지지 않았습니까?',
    MISSING_CHAR: '쌍점, 쉼표, 따옴표, 괄호 따위가 빠졌습니다.',
    BLOCK_AS_IMPLICIT_KEY: '한 줄에 키가 둘입니다. 줄바꿈이나 따옴표가 빠지지 않았습니까?',
    UNEXPECTED_TOKEN: '여기에 올 수 없는 글자입니다.',
  },
  notYaml: (why) => `YAML로 읽을 수 없습니다: ${why}`,
};

export type ProblemTexts = typeof en;

/** The texts for a BCP 47 tag. */
export function problemTexts(tag: string): ProblemTexts {
  return inLocale<ProblemTexts>({ en, ko }, localeOf(tag));
}

/** Keys from the top of a file down to a value: `kinds`, 0, `sections`. */
export type KeyPath = readonly (string | number)[];

/** A path of keys as people read it: `kinds[0].sections`. */
export function showPath(path: KeyPath): string {
  return path.reduce<string>(
    (shown, key) => (typeof key === 'number' ? `${shown}[${key}]` : shown === '' ? key : `${shown}.${key}`),
    '',
  );
}

/** The name nearest to what was written, if one is near enough to have been meant. */
export function nearest(written: string, names: Iterable<string>): string | null {
  let best: string | null = null;
  let least = Math.max(1, Math.min(3, Math.floor(written.length / 3))) + 1;
  const plain = written.slice(0, 60).toLowerCase();
  for (const name of names) {
    // What is only begun counts as near: “warn” for “warning”.
    const begun = plain.length > 2 && name.toLowerCase().startsWith(plain);
    const away = begun ? 1 : distance(plain, name.slice(0, 60).toLowerCase());
    if (away < least) [best, least] = [name, away];
  }
  return best;
}

/** Levenshtein's distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
