import { type Avoided, NO_VOCABULARY, type Vocabulary } from '../config/vocabulary.js';
import type { Language, WordEntry, WordLists } from '../languages/index.js';
import type { Block, LanguageId, Prose, Range, Sentence } from '../model.js';
import type { Analysis } from '../narrative/narrative.js';
import { placeholdersIn } from '../narrative/placeholders.js';
import { withoutJoiners } from '../text/characters.js';
import { memo } from '../text/memo.js';
import { type Phrase, type PhraseMatch, PhraseMatcher } from '../text/phrases.js';
import { isInside, quotedRanges } from '../text/quoted.js';
import type { RuleContext } from './rule.js';

/** A list of `WordLists`. */
export type ListName = {
  [K in keyof WordLists]: WordLists[K] extends readonly WordEntry[] ? K : never;
}[keyof WordLists];

interface Value {
  readonly list: ListName;
  readonly entry: WordEntry;
}

/** A listed word in a block; offsets are relative to the block. */
export interface Hit extends Range {
  readonly list: ListName;
  readonly entry: WordEntry;
  /** Whether it stands in quotation marks: somebody's own words. */
  readonly quoted: boolean;
}

/** What one pass over a block's prose finds, for all rules together. */
export interface ProseWords {
  readonly hits: readonly Hit[];
  /** Where words begin that open with two capitals. */
  readonly capitals: readonly number[];
}

const LISTS: readonly ListName[] = ['weasel', 'amounts', 'hype', 'wordy', 'adjectives', 'excited', 'future'];
const NOTHING: ProseWords = { hits: [], capitals: [] };

const matchers = new Map<LanguageId, PhraseMatcher<Value>>();

/** A language's matcher, made when first asked for. */
function matcherOf({ id, words }: Language): PhraseMatcher<Value> {
  let matcher = matchers.get(id);
  if (!matcher) {
    const phrases: Phrase<Value>[] = LISTS.flatMap((list) =>
      words[list].map((entry) => ({ phrase: entry.phrase, value: { list, entry } })),
    );
    matcher = new PhraseMatcher(phrases);
    matchers.set(id, matcher);
  }
  return matcher;
}

const read = memo((prose, language: Language): ProseWords => {
  const { capitals } = prose.runs;
  const matches = matcherOf(language).find(prose.text, prose.runs);
  if (matches.length === 0 && capitals.length === 0) return NOTHING;
  // What a placeholder says is not the author's yet.
  const blanks = placeholdersIn(prose, language.id);
  return {
    hits: matches.length === 0 ? NO_HITS : hitsOf(matches, blanks, prose),
    capitals:
      capitals.length === 0 || (matches.length === 0 && blanks.length === 0)
        ? capitals
        : capitals.filter(
            (start) => !isInside(start, blanks) && !matches.some((match) => start > match.start && start < match.end),
          ),
  };
});

const NO_HITS: readonly Hit[] = [];

function hitsOf(matches: readonly PhraseMatch<Value>[], blanks: readonly Range[], prose: Prose): Hit[] {
  const quoted = quotedRanges(prose);
  const hits: Hit[] = [];
  for (const match of matches) {
    const { start, end, value } = match;
    if (isInside(start, blanks) || isName(prose.text, match)) continue;
    hits.push({ start, end, list: value.list, entry: value.entry, quoted: isInside(start, quoted) });
  }
  return hits;
}

/** A path or handle (“@most”, “a/many”), or a capital inside a sentence: “Might and Magic”. */
function isName(text: string, { start, end }: Range): boolean {
  const before = text[start - 1] ?? ' ';
  if (/[-\w@#/\\.]/.test(before)) return true;
  const first = text[start]!;
  if (first === first.toLowerCase()) return false;
  const shouted = end - start > 1 && text[start + 1] !== text[start + 1]!.toLowerCase();
  return (
    !shouted && /[\p{L}\p{N},;&][\s\u2060]+$/u.test(text.slice(Math.max(0, start - 12), start)) && !isTitleCase(text)
  );
}

/** “Introducing a Revolutionary Way to Ship”: every long word has a capital, so that one names nothing. */
function isTitleCase(text: string): boolean {
  return !/(?<![\p{L}'’-])\p{Ll}\p{L}{4}/u.test(text) && /(?:\p{Lu}\p{L}{4,}.+){3}/su.test(text);
}

/**
 * The listed words of a block in the document's language, but for those that the team allows, and those that it avoids, of which
 * `avoided-word` speaks.
 */
export function wordsOf(block: Block, context: Pick<RuleContext, 'language' | 'vocabulary'>): ProseWords {
  const words = read(block.prose, context.language);
  const { vocabulary } = context;
  if (words.hits.length === 0 || vocabulary === NO_VOCABULARY) return words;
  const avoided = avoidedWords(block.prose, vocabulary);
  const isAvoided = (hit: Hit): boolean => avoided.some((other) => hit.start < other.end && other.start < hit.end);
  return { ...words, hits: words.hits.filter((hit) => !isAvoided(hit) && !isAllowed(block, hit, context)) };
}

/** The words in a block's prose that the team avoids. */
export const avoidedWords = memo((prose, { avoided }: Vocabulary): readonly Avoided[] => avoided?.(prose.text) ?? []);

const allowedWords = memo((prose, { allowed }: Vocabulary): readonly Range[] => allowed?.(prose.text) ?? []);

/** Whether a stretch of a block is, or stands within, a word or phrase that the team allows. */
export function isAllowed(
  block: Block,
  { start, end }: Range,
  { vocabulary }: Pick<RuleContext, 'vocabulary'>,
): boolean {
  return allowedWords(block.prose, vocabulary).some((range) => start >= range.start && end <= range.end);
}

/** A sentence with the words in it that a rule looks for. */
export interface Spotted {
  readonly block: Block;
  readonly sentence: Sentence;
  readonly hits: readonly Hit[];
}

/** The listed words of a block that are the author's own. */
export interface OwnWords {
  readonly block: Block;
  readonly hits: readonly Hit[];
}

/** Where the author's own prose has listed words. Quoted speech is the speaker's own, and a question its asker's. */
export function ownWords(context: RuleContext, blocks = context.proseBlocks()): readonly OwnWords[] {
  const found: OwnWords[] = [];
  for (const block of blocks) {
    const { hits } = wordsOf(block, context);
    if (hits.length === 0) continue;
    const said = hits.filter((hit) => !hit.quoted && !inQuestion(context.analysis, block.start + hit.start));
    if (said.length > 0) found.push({ block, hits: said });
  }
  return found;
}

/**
 * Sentences of the author's own with words of `lists`, by sentence, so that they make one finding. A word in `allow` is none. Looked for
 * in the prose, or in the words of other blocks.
 */
export function spotted(
  context: RuleContext,
  lists: readonly ListName[],
  allow: readonly string[],
  keep: (hit: Hit, block: Block) => boolean = () => true,
  words: readonly OwnWords[] = context.ownWords(),
): Spotted[] {
  if (!context.prose) return [];
  const allowed = new Set(allow.map((word) => word.toLowerCase()));
  const found: Spotted[] = [];
  for (const { block, hits } of words) {
    const wanted = hits.filter(
      (hit) =>
        lists.includes(hit.list) &&
        !(allowed.size > 0 && allowed.has(block.text.slice(hit.start, hit.end).toLowerCase())) &&
        keep(hit, block),
    );
    if (wanted.length === 0) continue;
    for (const sentence of block.prose.sentences) {
      const inside = wanted.filter((hit) => hit.start >= sentence.start && hit.start < sentence.end);
      if (inside.length > 0) found.push({ block, sentence, hits: inside });
    }
  }
  return found;
}

/** Where a listed word is plain: by what stands in front of it, or behind it. */
export interface Trap {
  readonly before?: RegExp;
  readonly after?: RegExp;
}

/** Whether a hit is a plain use of its word, by the traps for it. */
export function isPlainUse(
  { start, end }: Range,
  { prose: { text, signs } }: Block,
  traps: ReadonlyMap<string, Trap>,
): boolean {
  const trap = traps.get(text.slice(start, end).toLowerCase());
  if (!trap) return false;
  const before = withoutJoiners(text.slice(Math.max(0, start - 40), start), signs);
  const after = withoutJoiners(text.slice(end, end + 40), signs);
  return (trap.before?.test(before) ?? false) || (trap.after?.test(after) ?? false);
}

/** Whether an offset of the document stands in a question, which is its asker's wording. */
export function inQuestion({ narrative }: Analysis, offset: number): boolean {
  return isInside(offset, narrative.questions);
}

const HAS_DIGIT = /\d/;

/** What has digits and is no amount: years, fiscal ones too, quarters and halves, days and hours. */
const WHEN =
  /(?<![\d.,$€£₩])(?:19|20)\d\d(?![\d.,%]\d|%)년?|\b(?:FY|CY)\s?['’]?\d{2,4}\b|\b[QH][1-4]\b|[1-4]분기|\b\d{1,2}(?::\d\d)?\s?[ap]\.?m\b|\b(?:at|by|from|until)\s\d{1,2}:\d\d|(?:\d{1,2}\s?[~∼–-]\s?)?\d{1,2}시(?!간)|\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2}\b|\b\d{1,2}\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|\d{1,2}월(?:\s?\d{1,2}일)?/gi;

/** Whether a sentence gives an amount, in digits or in words: a number that is no date or hour. */
export function givesNumber({ language }: RuleContext, block: Block, { start, end }: Range): boolean {
  const text = block.prose.text.slice(start, end);
  // Most sentences have no digit, and need no look for dates.
  return (
    (HAS_DIGIT.test(text) && HAS_DIGIT.test(text.replace(WHEN, ''))) || (language.words.numbers?.test(text) ?? false)
  );
}

/** The words of hits, each once. */
export function shownAll(block: Block, hits: readonly Range[]): string[] {
  const words = hits.map((hit) => shown(block, hit));
  return words.filter((word, n) => words.findIndex((other) => other.toLowerCase() === word.toLowerCase()) === n);
}

/** The source of a hit on one line. */
export function shown(block: Block, hit: Range): string {
  return block.text.slice(hit.start, hit.end).replace(/[\s*_]+/g, ' ');
}

/** A phrase to stand where `source` stood, with its capital; null where emphasis that opens or closes inside would be torn. */
export function inPlaceOf(source: string, instead: string): string | null {
  if (/[*_`[\]]/.test(source)) return null;
  const first = source[0]!;
  return first !== first.toLowerCase() ? instead[0]!.toUpperCase() + instead.slice(1) : instead;
}
