import type { Block, Fix, Sentence } from '../model.js';
import { givesNumber, type Hit, isPlainUse, shownAll, spotted, type Trap } from './prose-words.js';
import type { Rule } from './rule.js';

/** Words that promise without saying how much: one finding a sentence. An amount with a number beside it says how much. */
export const weaselWord: Rule<{ allow: readonly string[] }> = {
  id: 'weasel-word',
  summary: { en: 'A word promises without saying how much.', ko: '얼마나인지 밝히지 않고 넘어가는 말이 있습니다.' },
  severity: 'information',
  options: { allow: [] },
  check(context, report, { allow }) {
    const { messages } = context;
    for (const { block, sentence, hits } of spotted(
      context,
      ['weasel', 'amounts'],
      allow,
      (hit, within) => !isPlainUse(hit, within, TRAPS),
    )) {
      const counted =
        hits.some((hit) => hit.list === 'amounts') &&
        (givesNumber(context, block, sentence) || opensList(block, sentence));
      const left = (counted ? hits.filter((hit) => hit.list === 'weasel') : hits).filter(
        (hit) => !weighsUp(hit, block, sentence) && !givesRate(hit, block, sentence),
      );
      const [first, ...more] = left;
      if (!first) continue;
      const words = shownAll(block, left);
      const message = words.length > 1 ? messages.weaselWords(words) : messages.weaselWord(words[0]!);
      const fixes = more.length > 0 ? [] : removal(block, first, sentence, messages.removeWord(words[0]!));
      report({ start: block.start + first.start, end: block.start + first.end }, message, fixes);
    }
  },
};

/** “Several ways:” is counted by the list that follows. */
function opensList({ prose }: Block, { start, end }: Sentence): boolean {
  return /[:：][\s\u2060]*$/.test(prose.text.slice(start, end));
}

/** “Sometimes it rains, sometimes it doesn’t” tells two cases apart; it doesn't leave open how often. */
function weighsUp({ start, end }: Hit, { prose }: Block, sentence: Sentence): boolean {
  if (prose.text.slice(start, end).toLowerCase() !== 'sometimes') return false;
  return (prose.text.slice(sentence.start, sentence.end).match(/\bsometimes\b/gi)?.length ?? 0) > 1;
}

/** “regularly, every Monday”: the sentence says how often. */
function givesRate({ start, end }: Hit, { prose }: Block, sentence: Sentence): boolean {
  return FREQUENCY.test(prose.text.slice(start, end)) && RATE.test(prose.text.slice(sentence.start, sentence.end));
}

const FREQUENCY = /^(?:often|frequently|regularly|occasionally|자주|수시로|주기적으로|정기적으로)$/i;
const RATE =
  /\b(?:every|each)\s+(?:other\s+|\d+\s+|two\s+)?(?:second|minute|hour|day|night|morning|evening|week|month|quarter|year|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|\b(?:hourly|daily|weekly|monthly|quarterly|yearly)\b|\b(?:once|twice|times)\s+(?:an?|per)\b|매(?:시간|일|주|달|월|년)|[간일주달년]마다|(?:하루|일주일|한 달)에/i;

const NUMBER_NEXT: Trap = { after: /^\s+(?:[$€£₩]?\d|all\b|every|a (?:third|quarter|half)|half|two|three|one)/i };
const MANNER: Trap = { after: /^\s*(?:[.,;:!?)]|$)/ };
/** “families who move often”, “those who often travel”: whom it is about. “even if we sometimes pay”: a case, however rare. */
const RESTRICTS = String.raw`\b(?:who|whoever|whose)\s+(?:[\w’']+\s+){0,3}$|\beven\s+(?:if|when|where|though)\s+(?:[\w’']+\s+){0,3}$`;
const HOW_OFTEN: Trap = { before: new RegExp(RESTRICTS, 'i') };
/** “several sellers in one basket”: more than one, and the other side is one. */
const TO_ONE = String.raw`^\s+\w+\s+(?:in|into|at|on|with|within|from|to|for|per|under|behind|sharing|shares?|shared)\s+(?:one|a single)\b`;
/** “one of several plans”: which of them. */
const ONE_OF = String.raw`\b(?:one|any|each|either|which|\w+est) of (?:the |our |its |these )?$`;
/** Plain uses of a listed word: “at most 3”, “the most recent”, “how many”, “nearly 200”. */
const TRAPS: ReadonlyMap<string, Trap> = new Map([
  [
    'most',
    {
      before: /(?:\b(?:at|the|our|its|their|your|his|her|my|whose|a|an|what)|['’]s)\s+$/i,
      after:
        /^(?:\s*[.,;:!?)—–]|$|\s+(?:recent|important|likely|often|similar|exposed|relevant|responsible|common|commonly|popular|valuable|expensive|critical|useful|sensitive|active|of all|\w+ly\b|\w+(?:ed|ing|able|ible)\b|\w+\s+(?:to|with|from|by)\b|(?:is|are|was|were|has|have|do|does|did|and|but|or|when|where|because|if|in|at|on)\b))/i,
    },
  ],
  [
    'many',
    {
      before: new RegExp(String.raw`\b(?:how|as|so|too|that|not|one-to|this)\s+$|${ONE_OF}`, 'i'),
      after: new RegExp(TO_ONE, 'i'),
    },
  ],
  ['nearly', NUMBER_NEXT],
  ['almost', NUMBER_NEXT],
  ['roughly', NUMBER_NEXT],
  ['might', { before: /\bhow\s+$/i }],
  // “most often” ranks, “more often than before” compares.
  ['often', { before: new RegExp(String.raw`\b(?:how|most)\s+$|${RESTRICTS}`, 'i'), after: /^\s+than\b/i }],
  ['frequently', { ...HOW_OFTEN, after: /^\s+(?:asked|used|visited|bought)\b/i }],
  ['sometimes', HOW_OFTEN],
  ['occasionally', HOW_OFTEN],
  ['regularly', { ...HOW_OFTEN, after: /^\s+scheduled\b/i }],
  ['generally', { after: /^\s+available\b/i }],
  ['various', { before: new RegExp(ONE_OF, 'i') }],
  ['rarely', HOW_OFTEN],
  ['seldom', HOW_OFTEN],
  ['quite', { before: /\bnot\s+$/i }],
  ['soon', { before: /\b(?:as|how|too)\s+$/i, after: /^\s+(?:as|after|enough)\b/i }],
  ['fairly', MANNER],
  ['reasonably', MANNER],
  [
    'several',
    { before: new RegExp(String.raw`\bjoint(?:ly)? and\s+$|${ONE_OF}`, 'i'), after: new RegExp(TO_ONE, 'i') },
  ],
  ['a few', { before: /\bquite\s+$/i }],
  // “나이가 많은 고객” is of a great age.
  ['많은', { before: /(?:나이|연세)가\s*$/ }],
  ['시간이 지나면', { before: /[\d한두세네몇열반]\s*$|(?:다섯|여섯|일곱|여덟|아홉)\s*$/ }],
  // “가장 자주 쓰는” ranks.
  ['자주', { before: /가장\s+$/, after: /^\s+(?:묻는|쓰는|가는|찾는|보는|타는|사는|들르는|이용하는|사용하는)/ }],
  ['일부', { after: /^\s*(?:러)/ }],
]);

/** Adverbs can go without a trace; other words leave a hole that only the author can fill. */
function removal(block: Block, hit: Hit, sentence: Sentence, title: string): Fix[] {
  if (!/^\p{L}+ly$/u.test(block.text.slice(hit.start, hit.end)) || hit.start === sentence.start) return [];
  const after = /^[ \t]+/.exec(block.text.slice(hit.end))?.[0].length ?? 0;
  if (after === 0) return [];
  return [
    {
      title,
      edits: [{ start: block.start + hit.start, end: block.start + hit.end + after, text: '' }],
      safe: false,
    },
  ];
}
