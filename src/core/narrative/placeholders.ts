import type { Language } from '../languages/index.js';
import { LANGUAGES, languageOf } from '../languages/index.js';
import type { LanguageId, Prose, Range } from '../model.js';
import { Sign } from '../text/characters.js';
import { memo } from '../text/memo.js';
import { PhraseLists } from '../text/phrase-lists.js';
import { WordSet } from '../text/word-set.js';
import { countWords } from '../text/words.js';
import { SIX_PAGER } from './judge-kind.js';
import { isDocumentTitle } from './marks.js';

/**
 * Text still to be written: `[in square brackets]` that is no link, address, task box, footnote or alert (`[!NOTE]`), `{{mustache}}`,
 * `<in angle brackets>`, and the language's words for it (TBD, TODO, 미정).
 */
const BRACKETS =
  /\[(?![ xX]\]|[\^!]|\d+\]|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\]|\ufffc+\])[^[\]\n\u2060]{2,80}\](?![[(:])|\{\{[^{}\n]{1,80}\}\}|(?<![\w<])<(?=[^<>\n]* )[a-zA-Z][^<>\n/=]{2,60}>|\b_{3,}\b|\bX{3,}\b|\bX{2,}(?=\s?%|, 20)|(?<=[$€£₩])X{2,}\b|\b(?:19|20)XX(?:년(?:\s?X{1,2}월)?(?:\s?X{1,2}일)?)?|\bX{1,2}월\s?X{1,2}일|(?<![●○◯가-힣])[○◯]{2,}(?![●○◯])/g;

/** A date as a form has it. */
const DATE_FORM = /(?<![\w./-])(?:MM([./-])DD\1YYYY|DD([./-])MM\2YYYY|YYYY([./-])MM\3DD)(?![\w/-])/g;
/** What stands in front of a date form, or behind it, where a text speaks of how dates are written. */
const FORMAT = /(?:\b(?:as|in|like|formats?|form|pattern)\W+)$/i;
const FORMAT_BEHIND = /^\W*(?:formats?\b|form\b|convention|notation|형식|형태|으로|로 )/i;

/** The placeholder words of a language, and a first look for them without the care that the second takes. */
interface Words {
  readonly maybe: RegExp;
  readonly pattern: RegExp;
  readonly pending: ReadonlySet<string>;
}

/** What a Korean sentence glues to a Latin word: “값은 TBD입니다”. */
const PARTICLE = '(?=(?:입니다|이다|이며|이고|이라|이에요|예요|임|은|는|이|가|을|를|로|와|과)(?![a-z]))';

const byLanguage = new Map<LanguageId, Words>();

function placeholderWords(language: Language): Words {
  let words = byLanguage.get(language.id);
  if (!words) {
    const english = LANGUAGES[0]!.placeholders;
    const phrases = [...new Set([...language.placeholders, ...english])];
    const latin = phrases.filter(isLatin).join('|');
    const other = phrases.filter((phrase) => !isLatin(phrase)).join('|');
    // "To be determined" inside a sentence is a plain statement; alone, or in capitals, it is a note to oneself.
    const pattern = new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${latin})(?:(?![\\p{L}\\p{N}])|${PARTICLE})${other ? `|${other}` : ''}`,
      'giu',
    );
    words = { maybe: new RegExp(phrases.join('|'), 'i'), pattern, pending: new Set(language.pending) };
    byLanguage.set(language.id, words);
  }
  return words;
}

/**
 * What stands in brackets to stay: the day of a dateline, "[부산, 2028년 3월 6일]", what the document is or how far it is, "[6-Pager]",
 * "[초안]", or a ticket, "[BILL-2214]".
 */
function isFilledIn(bracketed: string): boolean {
  if (DAY.test(bracketed)) return true;
  return bracketed.length < 24 && (isDocumentTitle(bracketed) || SIX_PAGER.test(bracketed) || TAG.test(bracketed));
}

/** What a title or line is tagged with. */
const TAG = new RegExp(
  `^\\[(?:[A-Z]{2,}-\\d+|(?:${LANGUAGES.flatMap(({ cues, tags = [] }) => [...cues.boilerplate, ...tags]).join('|')})(?:\\s?v?\\d[\\d.]*)?)\\]$`,
  'i',
);

const DAY =
  /\d\s?[월月]\s?\d+\s?[일日]|\b\d{4}[-.]\s?\d{1,2}[-.]\s?\d{1,2}\b|\p{L} \d{1,2}, \d{4}\b|\b\d{1,2}\.? \p{L}+ \d{4}\b/u;

/** Where `text` (masked prose) holds placeholders; offsets into it. `words` false: it is known to have no word of one. */
export function findPlaceholders(text: string, language: LanguageId, words = true): Range[] {
  const found: Range[] = [];
  if (/[[{<○◯]|__|X[X월]/.test(text))
    for (const match of text.matchAll(BRACKETS))
      if (!isFilledIn(match[0])) found.push({ start: match.index, end: match.index + match[0].length });
  if (text.includes(YEAR_FORM))
    for (const { index, 0: form } of text.matchAll(DATE_FORM))
      if (
        !FORMAT.test(text.slice(Math.max(0, index - 20), index)) &&
        !FORMAT_BEHIND.test(text.slice(index + form.length, index + form.length + 20))
      )
        found.push({ start: index, end: index + form.length });
  const { maybe, pattern, pending } = placeholderWords(languageOf(language));
  if (!words || !maybe.test(text)) return found.sort((a, b) => a.start - b.start);
  for (const match of text.matchAll(pattern)) {
    const end = match.index + match[0].length;
    const capitals = isCapitals(match[0]);
    const before = text.slice(0, match.index);
    const after = text.slice(end);
    const alone = before.replace(ANSWER_MARK, '').trim().length + after.trim().length < 3;
    const enclosed =
      /[(（]\s?$/.test(before.slice(-2)) && /^\s?[)）]/.test(after) && !pending.has(match[0].toLowerCase());
    const note = /^[:：]/.test(after) && match[0].length < 8;
    if ((capitals || alone || enclosed || note) && !found.some((other) => match.index < other.end && end > other.start))
      found.push({ start: match.index, end });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** “A3.” in front of an answer that is nothing else. */
const ANSWER_MARK = new RegExp(
  `^[\\s\\u2060]*(?:${LANGUAGES.flatMap((one) => one.answerMarks).join('|')})\\s*\\d*\\s*[.:：)][\\s\\u2060]*$`,
  'i',
);

/** What every date form has. */
const YEAR_FORM = 'YYYY';

/** Where a block's prose holds placeholders, relative to the block; found once for as long as the block stays as it is. */
export const placeholdersIn = memo((prose, language: LanguageId): readonly Range[] =>
  mayHoldPlaceholder(prose) ? findPlaceholders(prose.text, language, mayHoldWords(prose)) : NONE,
);

const NONE: readonly Range[] = [];

/** Whether a text has a sign or a word of a placeholder: nearly none has. */
export function mayHoldPlaceholder(prose: Prose): boolean {
  const { text, signs, runs } = prose;
  if (signs & Sign.Bracket || text.includes('XX')) return true;
  return (runs.capitals.length > 0 && text.includes(YEAR_FORM)) || mayHoldWords(prose);
}

/** Whether it has a word of one. */
function mayHoldWords({ text, signs, runs }: Prose): boolean {
  telling ??= tellingWords();
  if (signs & Sign.Eastern && telling.eastern.test(text)) return true;
  return telling.latin.meets(runs) && telling.phrases.count(text, runs)[0]! > 0;
}

/** The words that tell placeholders from other text, and what does so where a script isn't Latin. */
let telling: Telling | undefined;

interface Telling {
  readonly latin: WordSet;
  /** Where one of the words is met: many say something else, as "open" and "written" do. */
  readonly phrases: PhraseLists;
  readonly eastern: RegExp;
}

function tellingWords(): Telling {
  const phrases = LANGUAGES.flatMap((one) => one.placeholders);
  const eastern = phrases.filter((phrase) => !isLatin(phrase));
  const latin = phrases.filter(isLatin);
  return {
    latin: new WordSet(latin),
    phrases: new PhraseLists([latin]),
    eastern: new RegExp([YEAR_FORM, 'X{1,2}월', '[○◯]{2}', ...eastern].join('|')),
  };
}

function isLatin(phrase: string): boolean {
  return /^[a-zäöü]/.test(phrase);
}

/** Whether a block says no more than its placeholders do: a template's text that nobody has filled in yet. */
export function isMostlyPlaceholder(prose: Prose, language: LanguageId): boolean {
  const inside = placeholdersIn(prose, language).reduce(
    (words, { start, end }) => words + countWords(prose.text.slice(start, end)),
    0,
  );
  return inside > 0 && inside * 2 >= prose.words;
}

/** Longest note on what is still to be written, in words. */
const NOTE_WORDS = 12;

/** Whether `text` is nothing but placeholders, or a note of what is still to be written: "TBD (Ines)", "TODO – waiting for the quote". */
export function isPlaceholder(text: string, language: LanguageId): boolean {
  return isNote(text, language) || isNothingBut(findPlaceholders(text, language), text);
}

function isNothingBut(placeholders: readonly Range[], text: string): boolean {
  if (placeholders.length === 0) return false;
  let rest = text;
  for (const { start, end } of [...placeholders].reverse()) rest = rest.slice(0, start) + rest.slice(end);
  return !SOMETHING.test(rest);
}

/**
 * Whether a placeholder's words open a short text ("To be filled in by Ana"), or close one in capitals or in a script that has none ("Waiting
 * for Legal (TBD)", "법무팀과 협의 중입니다").
 */
function isNote(text: string, language: LanguageId): boolean {
  const { maybe, pattern } = placeholderWords(languageOf(language));
  if (!maybe.test(text)) return false;
  const words = countWords(text);
  if (words > NOTE_WORDS) return false;
  return [...text.matchAll(pattern)].some(({ index, 0: found }) => {
    const latin = found !== found.toUpperCase() || isCapitals(found);
    // “To be added to the map, a shop signs up” says how.
    if (latin && !SOMETHING.test(text.slice(0, index))) return !/^(?:,|\s+to\b)/.test(text.slice(index + found.length));
    const closes = !SOMETHING.test(text.slice(index + found.length).replace(COPULA, ''));
    return closes && (latin ? isCapitals(found) : words <= CLOSED_WORDS || IN_BRACKETS.test(text));
  });
}

/** Longest note that a placeholder of another script closes, in words. */
const CLOSED_WORDS = 6;
/** A note that says by its brackets that it is one. */
const IN_BRACKETS = /^[\s\u2060*_]*[（(].*[)）][\s\u2060*_]*$/s;
/** How Korean and Japanese end a sentence behind a noun. */
const COPULA = /^(?:입니다|임|이다|이에요|です|である)/;

function isCapitals(words: string): boolean {
  return words === words.toUpperCase() && words !== words.toLowerCase();
}

const SOMETHING = /[\p{L}\p{N}]/u;
