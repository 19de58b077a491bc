import type { Sentence } from '../model.js';
import { countWords } from './words.js';

/**
 * Ends of sentences. Our own few rules rather than `Intl.Segmenter`: that one took as long as the whole Markdown parse, and its
 * answer depends on the ICU that the host ships, so the editor and the command line could disagree.
 */
const END = /[.!?…]+["'”’»)\]\u2060]*(?=\s|$)|[。！？]+["'”’」』）)\]\u2060]*/g;

/** Words that end in a full stop without ending the sentence, lower case, by language; see `languages/`. */
export type Abbreviations = ReadonlySet<string>;

/** Splits masked prose into sentences; offsets are relative to `text`, white space at both ends left out. */
export function splitSentences(text: string, abbreviations: Abbreviations): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  const push = (end: number): void => {
    let from = start;
    let to = end;
    while (from < to && isSpace(text.charCodeAt(from))) from++;
    while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
    if (from < to) sentences.push({ start: from, end: to, words: countWords(text, from, to) });
    start = end;
  };
  END.lastIndex = 0;
  for (let match = END.exec(text); match; match = END.exec(text)) {
    const end = match.index + match[0].length;
    if (match[0].charCodeAt(0) === 46 && !endsAt(text, match.index, end, abbreviations)) continue;
    if (!startsNext(text, end)) continue;
    push(end);
  }
  push(text.length);
  return sentences;
}

function isSpace(c: number): boolean {
  return c <= 32 || c === 0xa0 || c === 0x3000 || c === 0x2060;
}

/** Whether the full stop at `dot` ends a sentence rather than an abbreviation, an initial or a list number. */
function endsAt(text: string, dot: number, end: number, abbreviations: Abbreviations): boolean {
  if (end >= text.length || text.slice(end).trim() === '') return true;
  let from = dot;
  while (from > 0 && !isSpace(text.charCodeAt(from - 1)) && !'("“‘['.includes(text[from - 1]!)) from--;
  const word = text.slice(from, dot).replaceAll('\u2060', '').toLowerCase();
  if (abbreviations.has(word)) return false;
  // Initials ("J. Smith", "U.S. law") and a number that opens the text ("1. First").
  if (/^\p{L}$/u.test(word) || /^(?:\p{L}\.)+\p{L}$/u.test(word)) return false;
  return !(/^\d+$/.test(word) && from === 0);
}

/** Whether what follows can open a sentence: no lower-case word, unless it is a name such as "iCloud". */
function startsNext(text: string, end: number): boolean {
  const next = /^[\s\u2060"'“‘([«*_]*(\S*)/.exec(text.slice(end, end + 40))?.[1] ?? '';
  return !/^\p{Ll}/u.test(next) || /^\p{Ll}+\p{Lu}/u.test(next);
}
