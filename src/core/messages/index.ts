import { en, type Messages } from './en.js';
import { ko } from './ko.js';

export { type Messages, midSentence } from './en.js';

export const LOCALES = ['en', 'ko'] as const;
/** A language that messages are written in: that of the reader, not of the document. */
export type Locale = (typeof LOCALES)[number];

const all: Readonly<Record<Locale, Messages>> = { en, ko };

/** The messages for a BCP 47 tag such as `ko-KR`; English where there are none. */
export function messagesFor(tag: string): Messages {
  return all[localeOf(tag)];
}

/** The locale that fits a BCP 47 tag. */
export function localeOf(tag: string): Locale {
  const id = tag.toLowerCase().split(/[-_]/)[0];
  return LOCALES.find((locale) => locale === id) ?? 'en';
}
