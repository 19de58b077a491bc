// What is written of the grammars in `syntaxes/`: from the names, marks and months that the engine knows.
import { LANGUAGES } from '../src/core/languages/index.js';
import { COACHING_MARKS } from '../src/core/templates/coaching.js';

/** A TextMate grammar, as far as these use it. */
interface Grammar {
  readonly scopeName: string;
  readonly injectionSelector: string;
  readonly patterns: readonly Pattern[];
}

interface Pattern {
  readonly match: string;
  readonly name?: string;
  readonly captures?: Readonly<Record<string, { readonly name?: string; readonly patterns?: readonly Pattern[] }>>;
}

const PLACEHOLDERS: readonly Pattern[] = [
  {
    match: '\\[(?<![\\]\\\\!\\w]\\[)(?=[^\\s\\[\\]]+\\s)(?!\\^)([^\\[\\]]{2,80})(\\])(?![\\[(:])',
    name: 'meta.placeholder.prfaq',
    captures: {
      1: { name: 'string.other.link.title.markdown string.other.placeholder.prfaq' },
      2: { name: 'punctuation.definition.link.title.end.markdown' },
    },
  },
  {
    match: '\\{\\{([^{}]{1,80})\\}\\}',
    name: 'meta.placeholder.prfaq',
    captures: { 1: { name: 'string.other.placeholder.prfaq' } },
  },
  { match: `\\b(?:${placeholderWords()})\\b(?!-)`, name: 'keyword.other.todo.prfaq' },
];

/** Where nothing of ours is looked for. */
const NOT_IN =
  '- meta.embedded - markup.fenced_code - markup.inline.raw - markup.raw - meta.link - meta.image - comment';

/**
 * Grammars that VS Code injects into every Markdown file. Whatever isn't plainly ours gets the scope that Markdown's own grammar gives
 * its like, so that an ordinary file looks as it did: a title the scope of headings, a placeholder that of `[word]`. Each stands where its
 * patterns can match and nowhere else, and they open with a literal or an anchor, so that a line without them costs next to nothing.
 */
export const GRAMMARS: readonly Grammar[] = [
  {
    scopeName: 'prfaq.comments.injection',
    injectionSelector: `L:text.html.markdown ${NOT_IN} - meta.paragraph - markup.heading`,
    patterns: [
      {
        match: `(?i)^\\s*(<!--)\\s*((?:${COACHING_MARKS.join('|')})\\s*:).*(-->)\\s*$`,
        name: 'comment.block.html comment.block.documentation.coaching.prfaq',
        captures: {
          1: { name: 'punctuation.definition.comment.html' },
          2: { name: 'storage.type.class.coaching.prfaq' },
          3: { name: 'punctuation.definition.comment.html' },
        },
      },
      {
        match:
          '^\\s*(<!--)\\s*(prfaq-(?:disable(?:-next-line|-file)?|enable|section))\\b((?:[\\s,]+[\\w-]+)*?)\\s*(-->)',
        name: 'comment.block.html comment.block.directive.prfaq',
        captures: {
          1: { name: 'punctuation.definition.comment.html' },
          2: { name: 'keyword.control.directive.prfaq' },
          3: { patterns: [{ match: '[\\w-]+', name: 'entity.name.tag.prfaq' }] },
          4: { name: 'punctuation.definition.comment.html' },
        },
      },
    ],
  },
  {
    scopeName: 'prfaq.headings.injection',
    injectionSelector: `L:entity.name.section.markdown ${NOT_IN}`,
    patterns: [
      {
        match: `(?i)(?<=# )(?:\\d+(?:\\.\\d+)*[.)]? )?(${titles()})(?= *#*$)`,
        captures: { 1: { name: 'entity.name.section.prfaq' } },
      },
      ...PLACEHOLDERS,
    ],
  },
  {
    scopeName: 'prfaq.paragraphs.injection',
    injectionSelector: `L:meta.paragraph.markdown ${NOT_IN}`,
    patterns: [
      ...PLACEHOLDERS,
      { match: `^${mark('questionMarks')}`, name: 'keyword.other.question.prfaq' },
      { match: `^${mark('answerMarks')}`, name: 'keyword.other.answer.prfaq' },
      {
        match: `^(?=.{4,90}\\d)(\\p{L}[^—–―:!?*_]{1,60}?)(,? |, *)\\(?(${date()})(?=[)*_]* *(?:[—–―]|--? ))`,
        name: 'meta.dateline.prfaq',
        captures: { 1: { name: 'entity.name.type.place.prfaq' }, 3: { name: 'constant.numeric.date.prfaq' } },
      },
    ],
  },
  {
    // What opens a line in bold: “**Q1: What does it cost?**”, “**Problem:** …”.
    scopeName: 'prfaq.bold.injection',
    injectionSelector: `L:markup.bold.markdown ${NOT_IN}`,
    patterns: [
      {
        match: `(?<=^\\*\\*|^__)(${mark('questionMarks')})? *([^*_]+[?？])(?=\\*\\*|__)`,
        captures: { 1: { name: 'keyword.other.question.prfaq' }, 2: { name: 'entity.name.section.question.prfaq' } },
      },
      { match: `(?<=^\\*\\*|^__)${mark('questionMarks')}`, name: 'keyword.other.question.prfaq' },
      { match: `(?<=^\\*\\*|^__)${mark('answerMarks')}`, name: 'keyword.other.answer.prfaq' },
      {
        match: `(?i)(?<=^\\*\\*|^__)(?:${titles()})(?=[:：](?:\\*\\*|__)|(?:\\*\\*|__)[:：])`,
        name: 'entity.name.section.prfaq',
      },
    ],
  },
];

/** All languages' titles of sections, word for word: those for which a pattern stands need the engine. */
function titles(): string {
  const names = LANGUAGES.flatMap(({ sections, pressRelease, faq }) =>
    [...Object.values(sections), pressRelease, faq].flatMap(({ title, also }) => [title, ...also]),
  );
  return alternatives(names.filter((name) => !name.includes('*')).map(capital));
}

/** `Q:`, `Q1.`, `질문 2:`: a mark with a colon, or with a number. */
function mark(which: 'questionMarks' | 'answerMarks'): string {
  const words = alternatives(LANGUAGES.flatMap((language) => language[which]).map(capital));
  return `(?:(?:${words}) *\\d* *[:：]|(?:${words}) *\\d+ *[.)])`;
}

/** Short words that stand for text to come, in capitals: otherwise they are words like any other. */
function placeholderWords(): string {
  const words = LANGUAGES.flatMap(({ placeholders }) => placeholders.filter((word) => /^[a-z]{3,4}$/.test(word)));
  return alternatives(words.map((word) => word.toUpperCase()));
}

/** “March 3, 2027”, “3. März 2027”, “2027-03-03”, “2027년 3월 3일”. */
function date(): string {
  const months = alternatives(
    LANGUAGES.flatMap(({ cues }) => cues.months.filter((month) => /^\p{L}{3,}$/u.test(month)).map(capital)),
  );
  return [
    `(?:${months})\\.? \\d{1,2},? \\d{4}`,
    `\\d{1,2}\\.? (?:${months})\\.? \\d{4}`,
    '\\d{4}-\\d\\d-\\d\\d',
    '\\d{4}[년年] *\\d{1,2}[월月](?: *\\d{1,2}[일日])?',
  ].join('|');
}

function alternatives(words: readonly string[]): string {
  const all = [...new Set(words)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return all.map((word) => word.replace(/[.*+?^${}()|[\]\\/&]/g, '\\$&')).join('|');
}

/** A word with either letter at its beginning: names are written so, and ordinary text is not. */
function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
