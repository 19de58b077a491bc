import type { Language } from '../languages/index.js';
import type { Fix, Prose, Range } from '../model.js';
import { words } from '../narrative/cues.js';
import { isInside, quotedRanges } from '../text/quoted.js';
import { proseBlocks } from './prose-blocks.js';
import type { Rule } from './rule.js';

/** Words that promise without saying how much: one finding a sentence. Quoted speech is the speaker's own. */
export const weaselWord: Rule = {
  id: 'weasel-word',
  summary: { en: 'A word promises without saying how much.', ko: '얼마나인지 밝히지 않고 넘어가는 말이 있습니다.' },
  severity: 'information',
  options: {},
  *check(context) {
    if (!context.prose) return;
    const { messages, language } = context;
    for (const block of proseBlocks(context)) {
      const hits = weaselWords(block.prose, language);
      if (hits.length === 0) continue;
      for (const sentence of block.prose.sentences) {
        const inside = hits.filter((hit) => hit.start >= sentence.start && hit.end <= sentence.end);
        const [first, ...more] = inside;
        if (!first) continue;
        const found = inside.map((hit) => block.text.slice(hit.start, hit.end));
        const message = more.length ? messages.weaselWords(found) : messages.weaselWord(found[0]!);
        const fixes = more.length
          ? []
          : removal(block.text, first, sentence, block.start, messages.removeWord(found[0]!));
        yield { start: block.start + first.start, end: block.start + first.end, message, fixes };
      }
    }
  },
};

const known = new WeakMap<Prose, readonly Range[]>();
const patterns = new WeakMap<Language, RegExp>();

function weaselWords(prose: Prose, language: Language): readonly Range[] {
  let hits = known.get(prose);
  if (!hits) {
    let pattern = patterns.get(language);
    if (!pattern) {
      pattern = words(language.weaselWords.map((entry) => entry.phrase));
      patterns.set(language, pattern);
    }
    const quoted = quotedRanges(prose);
    hits = [...prose.text.toLowerCase().matchAll(pattern)]
      .map((match) => ({ start: match.index, end: match.index + match[0].length }))
      .filter((hit) => !isInside(hit.start, quoted) && !isTrap(prose.text, hit));
    known.set(prose, hits);
  }
  return hits;
}

/** "at most 3", "most recent", "read-mostly", a proper name: the word, but not the weasel. */
function isTrap(text: string, { start, end }: Range): boolean {
  const word = text.slice(start, end);
  const before = text.slice(0, start);
  const after = text.slice(end);
  if (/[-\w@#/]$/.test(before) || /^[-/@]\w/.test(after)) return true;
  if (
    /^most$/i.test(word) &&
    (/\b(?:at|the|our|its|their|your)[\s\u2060]+$/i.test(before) ||
      /^[\s\u2060]+(?:recent|important|likely|\w+ly\b|of all)/i.test(after))
  )
    return true;
  if (/^many$/i.test(word) && /\b(?:how|as|so|too|that)[\s\u2060]+$/i.test(before)) return true;
  if (/^(?:almost|nearly|roughly)$/i.test(word) && /^[\s\u2060]+[$€£₩]?\d/.test(after)) return true;
  if (/^often$/i.test(word) && /\bhow[\s\u2060]+$/i.test(before)) return true;
  // A capital inside a sentence is a name: "Might and Magic", "Several AG".
  return /^\p{Lu}/u.test(word) && /[\p{L}\p{N},][\s\u2060]+$/u.test(before);
}

/** Adverbs can go without a trace; other words leave a hole that only the author can fill. */
function removal(text: string, hit: Range, sentence: Range, at: number, title: string): Fix[] {
  if (!/^\p{L}+ly$/u.test(text.slice(hit.start, hit.end)) || hit.start === sentence.start) return [];
  const after = /^[ \t]+/.exec(text.slice(hit.end))?.[0].length ?? 0;
  if (after === 0) return [];
  return [{ title, edits: [{ start: at + hit.start, end: at + hit.end + after, text: '' }], safe: false }];
}
