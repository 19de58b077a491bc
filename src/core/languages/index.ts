import type { LanguageId } from '../model.js';
import { de } from './de/index.js';
import { en } from './en/index.js';
import { ja } from './ja/index.js';
import { ko } from './ko/index.js';
import type { Language } from './language.js';
import { zh } from './zh/index.js';

export {
  type CueList,
  type Cues,
  HARD_QUESTIONS,
  type HardQuestion,
  type Language,
  type Said,
  type SectionTitles,
  type WordEntry,
  type WordLists,
} from './language.js';

export const LANGUAGES: readonly Language[] = [en, ko, ja, zh, de];

const byId = new Map<LanguageId, Language>(LANGUAGES.map((language) => [language.id, language]));

/** The language's data; English for a language that has none (`und`), whose prose rules then stay silent. */
export function languageOf(id: LanguageId): Language {
  return byId.get(id) ?? en;
}

/** A limit that is given in English words, in words of a language. */
export function wordLimit(id: LanguageId, words: number): number {
  return Math.round(words * (languageOf(id).wordRatio ?? 1));
}

/** The least number of words, given in English words, in words of a language. */
export function leastWords(id: LanguageId, words: number): number {
  const { wordRatio = 1, leastWordRatio = wordRatio } = languageOf(id);
  return Math.round(words * leastWordRatio);
}

/** Abbreviations of all languages: none of them is a word that ends sentences in another. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(LANGUAGES.flatMap((language) => language.abbreviations));
