/** Everything the engine says, in English. `ko.ts` says the same; a missing or extra key there does not compile. */
export const en = {
  missingSection: (title: string) => `The ${lower(title)} is missing.`,
  insertSection: (title: string) => `Insert the ${lower(title)}`,
  emptySection: (title: string) => `Nothing stands under “${title}” yet.`,
  placeholder: (text: string) => `“${text}” is still a placeholder.`,
  sectionTooLong: (title: string, words: number, limit: number) =>
    `The ${lower(title)} runs to ${words} words; the limit is ${limit}.`,
  sectionTooShort: (title: string, words: number, limit: number) =>
    `The ${lower(title)} has ${count(words, 'word')}; readers need at least ${limit}.`,
  answerTooLong: (words: number, limit: number) => `This answer runs to ${words} words; the limit is ${limit}.`,
  sentenceTooLong: (words: number, limit: number) =>
    `This sentence has ${words} words; more than ${limit} are hard to follow.`,
  pagesOver: (part: 'press-release' | 'faq' | 'whole', pages: string, limit: number) =>
    `${{ 'press-release': 'The press release', faq: 'The FAQ', whole: 'The document' }[part]} runs to ${pages} pages; the limit is ${limit}.`,
  bulletsForbidden: (items: number, where: 'press-release' | 'body') =>
    `A list of ${items} in ${where === 'press-release' ? 'the press release' : 'the body of the narrative'}: write it as sentences, so that it says how the points hang together.`,
  bulletsTooMany: (items: number, limit: number) =>
    `A list of ${items} in an answer; more than ${limit} belong in the appendix.`,
  bulletsOutweigh: () => 'This answer is more list than prose; say in sentences what matters most.',
  listToSentences: () => 'Turn the list into sentences',
  weaselWord: (word: string) => `“${word}” leaves the reader guessing. Say how many, how much or when.`,
  weaselWords: (words: readonly string[]) =>
    `${words.map((word) => `“${word}”`).join(', ')} leave the reader guessing. Say how many, how much or when.`,
  removeWord: (word: string) => `Remove “${word}”`,
  disableForLine: (rule: string) => `Disable ${rule} for this line`,
  disableForFile: (rule: string) => `Disable ${rule} for this file`,
};

export type Messages = typeof en;

function lower(title: string): string {
  return /^[A-Z][a-z]/.test(title) ? title[0]!.toLowerCase() + title.slice(1) : title;
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
