import { sections } from '../languages/en/sections.js';
import type { HardQuestion } from '../languages/index.js';
import type { Part } from '../model.js';

/** Everything the engine says, in English. `ko.ts` says the same; a missing or extra key there does not compile. */
export const en = {
  missingSection: (title: string) => `${The(title)} ${agree(title, 'is', 'are')} missing.`,
  thisIs: (title: string) => `This is ${the(title)}`,
  insertSection: (title: string) => `Insert ${the(title)}`,
  missingRelease: () => 'The press release is missing: the FAQ stands alone.',
  insertRelease: () => 'Insert the press release',
  emptySection: (title: string) => `Nothing stands under “${title}” yet.`,
  placeholder: (text: string) => `“${text}” is still a placeholder.`,
  stillToWrite: (paragraphs: number) => `${paragraphs} paragraphs are still to be written; this is the first.`,
  sectionTooLong: (title: string, words: number, limit: number) =>
    `${The(title)} ${agree(title, 'runs', 'run')} to ${words} words; the limit is ${limit}.`,
  sectionTooShort: (title: string, words: number, limit: number) =>
    `${The(title)} ${agree(title, 'has', 'have')} ${count(words, 'word')}; readers need at least ${limit}.`,
  answerTooLong: (words: number, limit: number) => `This answer runs to ${words} words; the limit is ${limit}.`,
  sentenceTooLong: (words: number, limit: number) =>
    `This sentence has ${words} words; more than ${limit} are hard to follow.`,
  pagesOver: (part: 'press-release' | 'faq' | 'whole', pages: string, limit: number) =>
    `${{ 'press-release': 'The press release', faq: 'The FAQ', whole: 'The document' }[part]} runs to ${pages} pages; the limit is ${limit}.`,
  bulletsForbidden: (items: number, where: Part) =>
    `A list of ${items} in ${{ 'press-release': 'the press release', body: 'the body of the narrative', faq: 'an answer', appendix: 'the appendix' }[where]}: write it as sentences, so that it says how the points hang together.`,
  bulletsTooMany: (items: number, limit: number) => `A list of ${items}; more than ${limit} belong in the appendix.`,
  bulletsOutweigh: () => 'More list than prose here; say in sentences what matters most.',
  listToSentences: () => 'Turn the list into sentences',
  moveToAppendix: () => 'Move the list to the appendix',
  typedBullets: (items: number) =>
    `These ${items} typed bullets run together on paper, since Markdown sees no list. Write sentences, or a Markdown list.`,
  toMarkdownList: () => 'Turn into a Markdown list',
  belongsAfter: (title: string, other: string) => `“${title}” comes too early: it belongs after “${other}”.`,
  belongsBefore: (title: string, other: string) => `“${title}” comes too late: it belongs before “${other}”.`,
  moveSection: (title: string) => `Move “${title}” to its place`,
  duplicateSection: (title: string, line: number) =>
    `${The(title)} ${agree(title, 'stands', 'stand')} twice; the first is on line ${line}. Keep one.`,
  headlineTooLong: (words: number, limit: number) => `The headline has ${words} words; the limit is ${limit}.`,
  subheadingSentences: (sentences: number) => `The subheading has ${sentences} sentences; one is enough.`,
  paragraphTooLong: (words: number, limit: number) =>
    `This paragraph has ${words} words; more than ${limit} are hard to take in. Split it where the thought turns.`,
  weaselWord: (word: string) => `“${word}” leaves the reader guessing. Say how many, how much or when.`,
  weaselWords: (words: readonly string[]) =>
    `${quoted(words)} leave the reader guessing. Say how many, how much or when.`,
  avoided: (word: string) => `The team avoids “${word}”.`,
  avoidedInstead: (word: string, instead: string) => `The team writes “${instead}” rather than “${word}”.`,
  removeWord: (word: string) => `Remove “${word}”`,
  hypeWord: (word: string) => `“${word}” is praise. Say what the customer can do, and let them judge.`,
  hypeWords: (words: readonly string[]) =>
    `${quoted(words)} are praise. Say what the customer can do, and let them judge.`,
  wordy: (long: string) => `“${long}” can go, or be said in fewer words.`,
  wordyInstead: (long: string, short: string) => `“${long}” says no more than “${short}”.`,
  replaceBy: (short: string) => `Replace with “${short}”`,
  adjective: (word: string) => `“${word}” needs a number: how much, and compared with what?`,
  adjectives: (words: readonly string[]) => `${quoted(words)} need a number: how much, and compared with what?`,
  acronym: (acronym: string) => `Not every reader knows “${acronym}”. Spell it out where it first stands.`,
  acronymLater: (acronym: string, line: number) =>
    `“${acronym}” stands here first, but line ${line} explains it. Spell it out here.`,
  expandAcronym: (acronym: string) => `Spell out “${acronym}”`,
  passive: (words: string) => `“${words}” hides who acts. Name who does it, if the reader should know.`,
  excited: (word: string) => `“${word}” is about the speaker. Let the quotation say what changes for the customer.`,
  missingDateline: () => 'The press release has no dateline. Open with the city and the launch date you work towards.',
  insertDateline: () => 'Insert a dateline',
  unattributed: (title: string) => `${The(title)} doesn’t say who speaks. Add a name and a role.`,
  future: (words: string) => `“${words}” looks ahead. Write the release as if it were launch day: the product is here.`,
  unanswered: () => 'This question has no answer yet.',
  unansweredQuestions: (questions: number) => `${questions} questions have no answer yet; this is the first.`,
  questionMark: (mark: string) => `This question lacks its “${mark}”.`,
  addQuestionMark: () => 'Add the question mark',
  hardQuestions: (missing: readonly string[]) => `The internal FAQ does not answer yet: ${missing.join('; ')}.`,
  hardQuestion: (id: HardQuestion) =>
    ({
      business: 'what this has to do with our business',
      wrong: 'what would show that we are wrong, and whether anyone looked',
      'problem-size': 'whether the customer problem is big enough',
      cost: 'what it costs',
      risks: 'the risks and one-way doors',
      owner: 'who owns it',
      'input-metrics': 'which input metrics we control',
    })[id],
  insertQuestions: (questions: number) =>
    questions === 1 ? 'Insert the question' : `Insert the ${questions} questions`,
  indirect: () => 'A yes-or-no question: begin the answer with yes, no, a number, or “we don’t know yet”.',
  tooFewQuestions: (title: string, questions: number, least: number) =>
    `${The(title)} has ${count(questions, 'question')}; readers bring at least ${least}.`,
  inputMetrics: (outputs: readonly string[]) =>
    `These metrics are results (${outputs.join(', ')}). Name the inputs that the team controls and that move them.`,
  addInputMetric: () => 'Add an input metric',
  disableForLine: (rule: string) => `Disable ${rule} for this line`,
  disableForFile: (rule: string) => `Disable ${rule} for this file`,
};

export type Messages = typeof en;

const OWN_TITLES: ReadonlySet<string> = new Set(Object.values(sections).map(({ title }) => title));

/** A title as it stands inside a sentence: "the problem", but "the FAQ"; in quotation marks where it is a team's, or another language's. */
function the(title: string): string {
  // One that names no thing, such as "Getting started", is quoted too.
  if (!OWN_TITLES.has(title) || /^[A-Z][a-z]+ing\s/.test(title)) return `“${title}”`;
  return `the ${/^[A-Z][a-z]/.test(title) ? title[0]!.toLowerCase() + title.slice(1) : title}`;
}

/** The same where a sentence starts with it. */
function The(title: string): string {
  const name = the(title);
  return name[0]!.toUpperCase() + name.slice(1);
}

/** Titles that name several things. A quoted title is one thing. */
const PLURAL: ReadonlySet<string> = new Set(
  ['tenets', 'alternatives', 'goals', 'metrics', 'risks', 'lessons-learned', 'strategic-priorities'].map(
    (id) => sections[id]!.title,
  ),
);

function agree(title: string, one: string, several: string): string {
  return PLURAL.has(title) ? several : one;
}

function quoted(words: readonly string[]): string {
  const all = words.map((word) => `“${word}”`);
  return all.length > 1 ? `${all.slice(0, -1).join(', ')} and ${all.at(-1)}` : all.join('');
}

/** "1 word", "2 words". */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
