import { en, type Messages } from './en.js';
import { ko } from './ko.js';
import { type Locale, localeOf } from './locale.js';

export type { Messages } from './en.js';

export { inLocale, LOCALES, type Locale, type Localized, localeOf } from './locale.js';

const all: Readonly<Record<Locale, Messages>> = { en, ko };

/** The messages for a BCP 47 tag such as `ko-KR`; English where there are none. */
export function messagesFor(tag: string): Messages {
  return all[localeOf(tag)];
}
