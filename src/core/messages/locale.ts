export const LOCALES = ['en', 'ko'] as const;
/** A language that messages are written in: that of the reader, not of the document. */
export type Locale = (typeof LOCALES)[number];

/** A text, or texts, by the language of the reader. A locale that is new may lack it, and has it in English until then. */
export type Localized<T = string> = Readonly<Record<'en' | 'ko', T>> & Readonly<Partial<Record<Locale, T>>>;

export function inLocale<T>(texts: Localized<T>, locale: Locale): T {
  return texts[locale] ?? texts.en;
}

/** The locale that fits a BCP 47 tag such as `ko-KR`; English where there are no messages in that language. */
export function localeOf(tag: string): Locale {
  const id = tag.toLowerCase().split(/[-_]/)[0];
  return LOCALES.find((locale) => locale === id) ?? 'en';
}
