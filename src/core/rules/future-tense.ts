import type { Block, Range } from '../model.js';
import { shown, spotted } from './prose-words.js';
import type { Rule, RuleContext } from './rule.js';

/** Sections written on the day of the launch: the product is there. Problem and call to action may look ahead. */
const TODAY = new Set(['headline', 'subheading', 'summary', 'solution', 'getting-started']);

/** What follows from a condition, or on a date that the sentence names, may lie ahead on launch day, too. */
const CONDITION =
  /\b(?:if|when|whenever|once|until|unless|after|next|later|applying|in 20\d\d|by 20\d\d)\b|이후|다음|내년|면 |20\d\d년|\d월|내일|모레/i;

/** “the time it is expected to hold it”, “how long the wait is expected to be”: what is expected at any time, not of a launch. */
const ANY_TIME = /\b(?:the|an?|its|their|how) \w+ (?:it|they|he|she|you|we) $|\b(?:how|what|where|which)\b[^.,;:]*$/i;
/** “what will be worn”, “how long it will take”: told today of what comes. */
const TOLD = /\b(?:what|(?:how (?:long|much|many|far)|what|whether|where) (?:it|they|he|she|you|we)) $/i;
/** What “plans to” follows where it is a verb, by what the product's maker is called; else plans are a noun, or a customer's. */
const PLANS =
  /(?:\b\p{Lu}[\p{L}\d.]*|\b(?:it|he|she|that|which|and|also|now|still)|\b(?:[Tt]he|[Oo]ur|[Ii]ts|[Tt]heir|[Tt]his) (?:\p{Ll}[\p{L}-]* )?\p{Ll}[\p{L}-]*),? $/u;
const PLAN = /\b(?:we|they|and|also|now|still),? $/iu;
/** What is set to do something is still to come; “set to high” is a switch. */
const SET_TO =
  /^ (?:be|become|begin|change|come|debut|disrupt|expand|follow|go|hit|join|launch|make|open|redefine|release|replace|revolutioni[sz]e|roll|ship|start|transform)\b/i;

/** A release that speaks of its product as of something to come. One finding a paragraph. */
export const futureTense: Rule = {
  id: 'future-tense',
  summary: {
    en: 'The press release speaks of the product as of something to come.',
    ko: '보도자료가 제품을 앞으로 나올 것처럼 말합니다.',
  },
  severity: 'information',
  options: {},
  check(context, report) {
    let last: Block | null = null;
    for (const { block, sentence, hits } of spotted(
      context,
      ['future'],
      [],
      (hit, within) => isToday(context, within.start + hit.start) && !isPerson(hit, within) && !isPlain(hit, within),
    )) {
      if (block === last || CONDITION.test(block.prose.text.slice(sentence.start, sentence.end))) continue;
      last = block;
      const hit = hits[0]!;
      report(
        { start: block.start + hit.start, end: block.start + hit.end },
        context.messages.future(shown(block, hit)),
      );
    }
  },
};

function isToday({ analysis }: RuleContext, offset: number): boolean {
  return analysis.narrative.sections.some(
    (section) =>
      section.part === 'press-release' &&
      TODAY.has(section.id) &&
      section.range &&
      offset >= section.range.start &&
      offset < section.range.end,
  );
}

/** Words of the list that look at no launch. */
function isPlain({ start, end }: Range, { text }: Block): boolean {
  const before = text.slice(Math.max(0, start - 80), start).replace(/[\s\u2060]+/g, ' ');
  const words = text.slice(start, end).toLowerCase().replace(/\s+/g, ' ');
  if (words === 'plans to') return !PLANS.test(before);
  if (words === 'plan to') return !PLAN.test(before);
  if (words === 'is set to' && !SET_TO.test(text.slice(end, end + 16).replace(/[\s\u2060]+/g, ' '))) return true;
  if (words.startsWith('will')) return TOLD.test(before);
  return /^(?:is|are) (?:expected|set|planned)/.test(words) && ANY_TIME.test(before);
}

/** “Will Smith opened the path.” */
function isPerson({ start, end }: Range, { text }: Block): boolean {
  return text.slice(start, end) === 'Will' && /^\s+\p{Lu}\p{Ll}/u.test(text.slice(end, end + 8));
}
