import { BUILT_IN_KINDS, type KindDefinition } from '../kinds/index.js';
import { LANGUAGES } from '../languages/index.js';
import { literal } from './cues.js';
import { LEAST_SECTIONS, SIX_PAGER } from './judge-kind.js';
import { isDocumentTitle } from './marks.js';

/**
 * Whether a text that nobody declared a narrative could be one: it has to name an FAQ or ask as often as one, to name a six-pager, or
 * the sections that only an operating plan, a proposal with tenets or a team's own kind has. One look over the text, so that a README or
 * changelog costs next to nothing, however long.
 */
export function mayBeNarrative(text: string, kinds: readonly KindDefinition[] = BUILT_IN_KINDS): boolean {
  patterns ??= makePatterns();
  return (
    // As nearly all write it; a look for nothing else is many times as fast.
    text.includes('FAQ') ||
    patterns.faq.test(text) ||
    asksOften(text) ||
    isDocumentTitle(text) ||
    SIX_PAGER.test(text) ||
    patterns.plan.every((pattern) => pattern.test(text)) ||
    patterns.proposal.every((pattern) => pattern.test(text)) ||
    (kinds !== BUILT_IN_KINDS && kinds.some((kind) => mayBe(text, kind)))
  );
}

/** Lines that end as questions do, in a text that calls its FAQ by other words: "Things people at the gate ask". */
const ENDS_AS_QUESTION = /[?？](?:[*_]*|<\/summary>)[ \t]*\r?$/gm;
const OFTEN = 4;

function asksOften(text: string): boolean {
  let lines = 0;
  ENDS_AS_QUESTION.lastIndex = 0;
  while (lines < OFTEN && ENDS_AS_QUESTION.test(text)) lines++;
  return lines === OFTEN;
}

/** Whether a text holds as many titles of a team's own kind as would show it. */
function mayBe(text: string, kind: KindDefinition): boolean {
  if (BUILT_IN_KINDS.some(({ id }) => id === kind.id)) return false;
  let titles = own.get(kind);
  if (!titles) {
    const required = kind.variants.flatMap((variant) => variant.sections).filter((section) => section.required);
    titles = required.map(({ id, titles = {} }) =>
      anyOf([...Object.values(titles).flat(), ...LANGUAGES.flatMap((language) => namesOf(id, language))]),
    );
    own.set(kind, titles);
  }
  return titles.filter((title) => title.test(text)).length >= LEAST_SECTIONS;
}

const own = new WeakMap<KindDefinition, readonly RegExp[]>();

let patterns: ReturnType<typeof makePatterns> | undefined;

function makePatterns(): {
  readonly faq: RegExp;
  readonly plan: readonly RegExp[];
  readonly proposal: readonly RegExp[];
} {
  const all = (id: string): string[] => LANGUAGES.flatMap((language) => namesOf(id, language));
  const faq = LANGUAGES.flatMap((language) => [language.faq.title, ...language.faq.also]);
  return {
    faq: anyOf([...faq, ...all('external-faq'), ...all('internal-faq')]),
    plan: ['state-of-the-business', 'lessons-learned', 'strategic-priorities'].map((id) => anyOf(all(id))),
    proposal: ['tenets', 'risks'].map((id) => anyOf(all(id))),
  };
}

/** “Where * stands”: words may stand in between. */
function withGap(name: string): string {
  return name.split('*').map(literal).join('[^\\n]{1,40}');
}

function namesOf(id: string, language: (typeof LANGUAGES)[number]): string[] {
  const titles = language.sections[id];
  return titles ? [titles.title, ...titles.also] : [];
}

function anyOf(titles: readonly string[]): RegExp {
  const names = new Set(titles.map((title) => title.replace(/^\*|\*$/g, '').toLowerCase()));
  // A name that holds another needs no look of its own.
  const shortest = [...names].filter((name) => ![...names].some((other) => other !== name && name.includes(other)));
  return new RegExp(shortest.map(withGap).join('|'), 'i');
}
