import type { Block, Fix, Range } from '../model.js';
import { CueIndex } from '../narrative/cues.js';
import { datelineLength } from '../narrative/dateline.js';
import { codeAt, Sign, withoutJoiners } from '../text/characters.js';
import { latinEnd } from '../text/phrases.js';
import { isInside, quotedRanges } from '../text/quoted.js';
import { capitalsEnd, lookThrough } from './acronym-places.js';
import { isKnownAcronym, isState } from './known-acronyms.js';
import { sectionOf } from './places.js';
import { inQuestion, wordsOf } from './prose-words.js';
import type { Rule, RuleContext } from './rule.js';

/**
 * An acronym that nobody explains: one finding each, where it first stands. “Software Development Kit (SDK)” and “SDK (Software
 * Development Kit)” explain; what the title is called by, everybody's acronyms and names of several words need no explanation.
 */
export const undefinedAcronym: Rule<{ allow: readonly string[] }> = {
  id: 'undefined-acronym',
  summary: { en: 'An acronym is never spelled out.', ko: '풀어 쓰지 않은 줄임말이 있습니다.' },
  severity: 'information',
  options: { allow: [] },
  check(context, report, { allow }) {
    if (!context.prose) return;
    const { analysis, messages } = context;
    const found = candidates(context, allow);
    if (found.length === 0) return;
    const { text, lines } = analysis.markdown;
    const title = titleOf(context);
    const { places, shouted } = lookThrough(
      found.map(({ acronym }) => acronym),
      analysis,
    );
    for (const { acronym, start, end } of found) {
      if (title.includes(acronym) || shouted.has(acronym)) continue;
      const definition = findDefinition(text, acronym, places.get(acronym) ?? []);
      if (definition && definition.start <= start) continue;
      if (isSpelledOut(text.slice(0, start), acronym)) continue;
      const line = definition ? lines.lineAt(definition.start) + 1 : 0;
      report(
        { start, end },
        definition ? messages.acronymLater(acronym, line) : messages.acronym(acronym),
        expansion(context, { start, end }, acronym, definition?.words ? longForm(definition.words, acronym) : null),
      );
    }
  },
};

/** Where an acronym first stands. */
interface Candidate extends Range {
  readonly acronym: string;
}

/** What may be an acronym that needs an explanation, as far as its own block tells. */
function candidates(context: RuleContext, allow: readonly string[]): Candidate[] {
  const seen = new Set([...context.vocabulary.acronyms, ...allow.map((acronym) => acronym.toUpperCase())]);
  const found: Candidate[] = [];
  for (const block of context.proseBlocks()) {
    for (const word of wordsOf(block, context).capitals) {
      const range = acronymAt(block, word);
      if (!range) continue;
      const acronym = block.text.slice(range.start, range.end);
      if (seen.has(acronym) || isKnownAcronym(acronym)) continue;
      if (
        !standsAlone(block, range) ||
        isInside(range.start, quotedRanges(block.prose)) ||
        isName(block, range) ||
        inQuestion(context.analysis, block.start + range.start) ||
        isCity(block, range, context)
      )
        continue;
      seen.add(acronym);
      found.push({ acronym, start: block.start + range.start, end: block.start + range.end });
    }
  }
  return found;
}

/** Two to five capitals that open at `start` and are a word, the plural's s left out. */
function acronymAt({ prose: { text } }: Block, start: number): Range | null {
  const end = capitalsEnd(text, start);
  const letters = end - start;
  if (letters < 2 || letters > 5 || latinEnd(text, end) > pluralEnd(text, end)) return null;
  // “ISRAEL”, “TAMPA”: a word in capitals, as far as its vowels tell.
  if (letters === 5 && (text.slice(start, end).match(/[AEIOU]/g)?.length ?? 0) > 1) return null;
  return { start, end };
}

/** Where an acronym's word ends: behind its plural's s. */
function pluralEnd(text: string, end: number): number {
  return text[end] === 's' ? end + 1 : end;
}

/** Whether nothing makes a longer name or path of an acronym. */
function standsAlone({ prose: { text, signs } }: Block, { start, end }: Range): boolean {
  const before = text[start - 1] ?? ' ';
  const behind = pluralEnd(text, end);
  const after = text.slice(behind, behind + 6);
  if (/[\w@#.\\/$_&-]/.test(before) || /^(?:[-–#]\d|-[A-Z][a-z]*[A-Z]|[._@\\&]\w|\/|:\/|\()/.test(after)) return false;
  // Inside “[What SDK stands for]”.
  return !(signs & Sign.Bracket && /\[[^\]\n]*$/.test(text.slice(Math.max(0, start - 40), start)));
}

/** Words that open a sentence rather than a name. */
const OPENERS = new Set(
  'the a an our each this that these those every no any its their your both all some one two three most many we it if in on at for with when while because and but or as by from to of is are does do can use using via without what how why which where'.split(
    ' ',
  ),
);

/** Part of a name or of a line in capitals: “SAP Concur”, “FOR IMMEDIATE RELEASE”, “Portland, OR”, “NASDAQ: AMZN”, “RFC 2119”. */
function isName(block: Block, { start, end }: Range): boolean {
  const { text, signs } = block.prose;
  const before = withoutJoiners(text.slice(Math.max(0, start - 24), start), signs);
  const after = withoutJoiners(text.slice(end, end + 24), signs);
  const acronym = text.slice(start, end);
  if (/^\s+(?:\p{Lu}\p{Ll}|[A-Z]{2,}\b(?!s)|\d)/u.test(after)) return true;
  if (/\b[A-Z]{2,}\s+$/.test(before)) return true;
  // “Amazon SES” is a name; “The SDK”, “Our SDK” and “With SDKs” only open a sentence.
  const word = /(\p{Lu}\p{Ll}+)\s+$/u.exec(before)?.[1];
  if (word !== undefined && !OPENERS.has(word.toLowerCase())) return true;
  return (isState(acronym) && /,\s*$/.test(before)) || /\b(?:NASDAQ|NYSE|KOSPI|KOSDAQ|TSE|LSE)\s*:\s*$/.test(before);
}

/** The city that opens a dateline: “OSLO, March 3, 2027 —”. */
function isCity(block: Block, { start }: Range, { analysis }: RuleContext): boolean {
  if (start >= DATELINE) return false;
  const opening = withoutJoiners(block.prose.text.slice(0, DATELINE), block.prose.signs);
  return start < datelineLength(opening, CueIndex.of(analysis.narrative.language));
}

/** Characters in which a dateline ends. */
const DATELINE = 120;

/** What the document calls itself and its product. */
function titleOf({ analysis }: RuleContext): string {
  const { markdown } = analysis;
  const headline = sectionOf(analysis, 'headline')?.range;
  const heading = markdown.blocks.find((block) => block.type === 'heading');
  return [
    markdown.frontMatter?.entries.get('title') ?? '',
    heading?.text ?? '',
    headline ? markdown.text.slice(headline.start, headline.end) : '',
  ].join(' ');
}

/** Where an acronym is explained; with the words in front of it, where it stands in parentheses behind what it is short for. */
function findDefinition(
  text: string,
  acronym: string,
  places: readonly number[],
): { readonly start: number; readonly words?: string } | null {
  for (const at of places) {
    const end = at + acronym.length;
    if (/\w/.test(text[at - 1] ?? ' ') || /[A-Z0-9]/.test(text[end] ?? ' ')) continue;
    const after = text.slice(end, end + 100);
    const opened = /\(["“'‘*_]{0,9}$/.test(text.slice(Math.max(0, at - 10), at));
    if (!opened && !MAY_EXPLAIN.test(after)) continue;
    const words = text.slice(Math.max(0, at - 100), at);
    // “Software Development Kit (SDK)”, also “(SDK, …)” and “(SDKs)”.
    if (opened && /[\p{L}\p{N}*_”"'’)\]]\s*\(["“'‘*_]*$/u.test(words) && /^s?["”'’*_]*\s*[),;]/.test(after))
      return { start: at, words };
    if (explains(after, acronym) || (opened && IN_KOREAN.test(after))) return { start: at };
  }
  return null;
}

/** Whether what stands behind an acronym says what it is short for. */
function explains(after: string, acronym: string): boolean {
  // “SDK (Software Development Kit)”.
  if (/^s?[*_"”]*\s*\((?:[^)\s/-]+[\s/-]+){1,8}[^)\s]+\)/.test(after)) return true;
  if (/^s?[*_"”]*\s*\(\s*[가-힣][^()]*\)/.test(after)) return true;
  // “SDK는 소프트웨어 개발 도구의 약자”.
  if (/^[은는이란]{1,2}\s[^.\n]{2,60}(?:의 (?:약자|약어|줄임|준말)|[을를] (?:뜻|말한|말합|가리))/.test(after))
    return true;
  // “SDK stands for …”, “SDK, short for …”, “SDK — Software Development Kit”.
  if (/^s?[*_"”]*,?\s*(?:stands for|is short for|short for|means|\(?i\.e\.)/i.test(after)) return true;
  const long = /^s?[*_"”]*\s*(?:[—–:]|,? or)\s+((?:[\p{L}-]+\s+){1,6}[\p{L}-]+)/u.exec(after)?.[1];
  return long !== undefined && spells(long, acronym);
}

/** “(SDK, 소프트웨어 개발 도구)”. */
const IN_KOREAN = /^["”'’*_]*\s*[,:]?\s*[가-힣][^()]*\)/;

/** How what stands behind an acronym begins where it may explain it: nearly always it is something else. */
const MAY_EXPLAIN = /^s?[*_"”]*,?\s*(?:[(—–:가-힣]|or\s|stands for|is short|short for|means|i\.e\.)/i;

/** “the Green Software Foundation … GSF”: a name in full in front of its initials explains them. */
function isSpelledOut(before: string, acronym: string): boolean {
  if (acronym.length < 3) return false;
  for (let at = before.indexOf(acronym[0]!); at !== -1; at = before.indexOf(acronym[0]!, at + 1))
    if (isSmallLetter(codeAt(before, at + 1)) && opensName(before, at, acronym)) return true;
  return false;
}

/** Whether words that begin with the letters of an acronym stand at `start`, small words between them left out. */
function opensName(text: string, start: number, acronym: string): boolean {
  let at = start;
  for (let n = 0; n < acronym.length; n++) {
    if (n > 0) {
      if (!/[\s-]/.test(text[at] ?? '')) return false;
      at++;
      if (isSmallLetter(codeAt(text, at))) at += SMALL_WORDS.find((word) => text.startsWith(word, at))?.length ?? 0;
    }
    if (text[at] !== acronym[n]) return false;
    const letters = ++at;
    while (isSmallLetter(codeAt(text, at))) at++;
    if (at === letters) return false;
  }
  return true;
}

const SMALL_WORDS = ['of ', 'and ', 'for ', 'the '];

function isSmallLetter(c: number): boolean {
  return c >= 97 && c <= 122;
}

/** The words in front of “(SDK” whose first letters spell it. */
function longForm(before: string, acronym: string): string | null {
  const words = before.replace(/\s*\(["“'‘*_]*$/, '').split(/\s+/);
  for (let count = Math.min(words.length, acronym.length + 3); count >= 2; count--) {
    const long = words.slice(-count).join(' ');
    if (long[0]!.toLowerCase() === acronym[0]!.toLowerCase() && !/[.!?;:()]/.test(long) && spells(long, acronym))
      return long;
  }
  return null;
}

/** Whether the first letters of the words, small ones left out at will, spell the acronym. */
function spells(long: string, acronym: string): boolean {
  const letters = long.split(/[\s-]+/).map((word) => word[0]?.toUpperCase() ?? '');
  let n = 0;
  for (const letter of letters) if (letter === acronym[n]) n++;
  return n === acronym.length;
}

function expansion(
  { messages, language }: RuleContext,
  { start, end }: Range,
  acronym: string,
  long: string | null,
): Fix[] {
  const text = `${long ?? (language.id === 'ko' ? `[${acronym}의 뜻]` : `[What ${acronym} stands for]`)} (${acronym})`;
  return [{ title: messages.expandAcronym(acronym), edits: [{ start, end, text }], safe: false }];
}
