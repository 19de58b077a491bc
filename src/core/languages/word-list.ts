import type { WordEntry, WordLists } from './language.js';

/** Entries written as `phrase | phrase > instead | …`, one string a group. */
export function entries(...groups: readonly string[]): WordEntry[] {
  return groups.flatMap((group) =>
    group
      .replaceAll('’', "'")
      .split('|')
      .map((entry) => {
        const [phrase, instead] = entry.split('>');
        // A replacement may open with a space (Korean particles become words of their own), so only one on each side is layout.
        return instead === undefined
          ? { phrase: phrase!.trim() }
          : { phrase: phrase!.trim(), instead: instead.replace(/^ | $/g, '') };
      }),
  );
}

/** For a language whose words nobody has collected yet. */
export const NO_WORDS: WordLists = {
  weasel: [],
  amounts: [],
  hype: [],
  wordy: [],
  adjectives: [],
  excited: [],
  future: [],
  numbers: null,
  passive: null,
};
