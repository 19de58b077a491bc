import { LANGUAGES } from '../languages/index.js';
import { literal } from './cues.js';
import { SIX_PAGER } from './judge-kind.js';

/**
 * Whether a text that nobody declared a narrative could be one: it has to name an FAQ, a six-pager, or the sections that only an
 * operating plan has. One look over the text, so that a README or changelog costs next to nothing, however long.
 */
export function mayBeNarrative(text: string): boolean {
  patterns ??= makePatterns();
  return patterns.faq.test(text) || SIX_PAGER.test(text) || patterns.plan.every((pattern) => pattern.test(text));
}

let patterns: ReturnType<typeof makePatterns> | undefined;

function makePatterns(): { readonly faq: RegExp; readonly plan: readonly RegExp[] } {
  const all = (id: string): string[] => LANGUAGES.flatMap((language) => namesOf(id, language));
  const faq = LANGUAGES.flatMap((language) => [language.faq.title, ...language.faq.also]);
  return {
    faq: anyOf([...faq, ...all('external-faq'), ...all('internal-faq')]),
    plan: ['state-of-the-business', 'lessons-learned', 'strategic-priorities'].map((id) => anyOf(all(id))),
  };
}

function namesOf(id: string, language: (typeof LANGUAGES)[number]): string[] {
  const titles = language.sections[id];
  return titles ? [titles.title, ...titles.also] : [];
}

function anyOf(titles: readonly string[]): RegExp {
  const names = new Set(titles.map((title) => title.replaceAll('*', '').toLowerCase()));
  // A name that holds another needs no look of its own.
  const shortest = [...names].filter((name) => ![...names].some((other) => other !== name && name.includes(other)));
  return new RegExp(shortest.map((name) => literal(name)).join('|'), 'i');
}
