// Random edits of a text that knows where every character of it went: the judge of whether a note is on the right words.

/** A whole number from 0 up to but without `below`. */
export type Random = (below: number) => number;

/** Numbers that look random and are the same in every run (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** Added to the numbers of characters that are a copy of others. */
const COPY = 1_000_000_000;

/** A text whose characters each have a number that they keep wherever they move; what is typed anew gets -1. */
export class TrackedText {
  #text: string;
  #ids: number[];

  constructor(text: string) {
    this.#text = text;
    this.#ids = Array.from({ length: text.length }, (_, n) => n);
  }

  get text(): string {
    return this.#text;
  }

  /** Where the characters `start` to `end` of the first text stand now, if they do so side by side; else null. */
  whereIs({ start, end }: { start: number; end: number }): { start: number; end: number } | null {
    const at = this.#ids.indexOf(start);
    if (at === -1) return null;
    for (let n = start; n < end; n++) if (this.#ids[at + n - start] !== n) return null;
    return { start: at, end: at + end - start };
  }

  /** The characters of the first text that stand in a stretch of this one, be it in copy. */
  origin(range: { start: number; end: number }): number[] {
    return this.#ids.slice(range.start, range.end).flatMap((id) => (id === -1 ? [] : id % COPY));
  }

  /** Writes a stretch a second time, at an offset outside of it. */
  copy(start: number, end: number, to: number): void {
    const ids = this.#ids.slice(start, end).map((id) => (id === -1 ? -1 : (id % COPY) + COPY));
    this.#splice(to, to, this.#text.slice(start, end), ids);
  }

  replace(start: number, end: number, text: string): void {
    this.#splice(start, end, text, Array<number>(text.length).fill(-1));
  }

  /** Moves a stretch to an offset outside of it. */
  move(start: number, end: number, to: number): void {
    const text = this.#text.slice(start, end);
    const ids = this.#ids.slice(start, end);
    this.#splice(start, end, '', []);
    const at = to > start ? to - (end - start) : to;
    this.#splice(at, at, text, ids);
  }

  #splice(start: number, end: number, text: string, ids: readonly number[]): void {
    this.#text = this.#text.slice(0, start) + text + this.#text.slice(end);
    this.#ids = [...this.#ids.slice(0, start), ...ids, ...this.#ids.slice(end)];
  }
}

const WORDS = {
  en: 'we the customer sees a number that was not there before and asks why it costs more than last winter'.split(' '),
  ko: '고객은 지난 겨울보다 왜 더 비싼지 묻고 우리는 그 숫자를 처음으로 보여 주기로 했다'.split(' '),
};

function phrase(random: Random, language: keyof typeof WORDS): string {
  const words = WORDS[language];
  return Array.from({ length: 1 + random(8) }, () => words[random(words.length)]).join(' ');
}

/** The stretches of a text that a pattern finds. */
function stretches(text: string, pattern: RegExp): { start: number; end: number }[] {
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({ start: index, end: index + found.length }));
}

export const words = (text: string) => stretches(text, /[\p{L}\p{N}]+/gu);
export const sentences = (text: string) => stretches(text, /[\p{L}\p{N}][^.!?\n]{12,}[.!?]/gu);
export const paragraphs = (text: string) => stretches(text, /\S[^\n]*(?:\n[^\r\n]+)*(?:\n\s*\n)?/g);

export type Edit = (text: TrackedText, random: Random, language: keyof typeof WORDS) => void;

function pick<T>(from: readonly T[], random: Random): T | undefined {
  return from[random(from.length)];
}

/** What authors do, each with how often. */
export const EDITS: readonly (readonly [times: number, name: string, edit: Edit])[] = [
  [
    6,
    'types words',
    (tracked, random, language) => {
      const word = pick(words(tracked.text), random);
      if (word) tracked.replace(word.end, word.end, ` ${phrase(random, language)}`);
    },
  ],
  [
    4,
    'replaces a word',
    (tracked, random, language) => {
      const word = pick(words(tracked.text), random);
      if (word) tracked.replace(word.start, word.end, phrase(random, language));
    },
  ],
  [
    4,
    'mistypes',
    (tracked, random) => {
      const at = random(tracked.text.length);
      tracked.replace(at, at + random(2), 'x');
    },
  ],
  [
    3,
    'deletes words',
    (tracked, random) => {
      const all = words(tracked.text);
      const first = random(all.length);
      const [from, to] = [all[first], all[Math.min(all.length - 1, first + random(6))]];
      if (from && to) tracked.replace(from.start, to.end, '');
    },
  ],
  [
    2,
    'writes a sentence',
    (tracked, random, language) => {
      const sentence = pick(sentences(tracked.text), random);
      if (sentence)
        tracked.replace(sentence.end, sentence.end, ` ${phrase(random, language)} ${phrase(random, language)}.`);
    },
  ],
  [
    1,
    'deletes a sentence',
    (tracked, random) => {
      const sentence = pick(sentences(tracked.text), random);
      if (sentence) tracked.replace(sentence.start, sentence.end, '');
    },
  ],
  [
    2,
    'says a sentence again elsewhere',
    (tracked, random) => {
      const all = sentences(tracked.text);
      const [copy, after] = [pick(all, random), pick(all, random)];
      if (!copy || !after) return;
      tracked.copy(copy.start, copy.end, after.end);
      tracked.replace(after.end, after.end, ' ');
    },
  ],
  [
    2,
    'moves a sentence',
    (tracked, random) => {
      const all = sentences(tracked.text);
      const [moved, after] = [pick(all, random), pick(all, random)];
      if (moved && after && (after.end <= moved.start || after.end > moved.end))
        tracked.move(moved.start, moved.end, after.end);
    },
  ],
  [
    2,
    'moves a paragraph',
    (tracked, random) => {
      const all = paragraphs(tracked.text);
      const [moved, before] = [pick(all, random), pick(all, random)];
      if (moved && before && (before.start < moved.start || before.start >= moved.end))
        tracked.move(moved.start, moved.end, before.start);
    },
  ],
  [
    1,
    'writes a paragraph',
    (tracked, random, language) => {
      const paragraph = pick(paragraphs(tracked.text), random);
      if (paragraph)
        tracked.replace(
          paragraph.start,
          paragraph.start,
          `${phrase(random, language)}. ${phrase(random, language)}.\n\n`,
        );
    },
  ],
  [
    1,
    'deletes a paragraph',
    (tracked, random) => {
      const paragraph = pick(paragraphs(tracked.text), random);
      if (paragraph) tracked.replace(paragraph.start, paragraph.end, '');
    },
  ],
];

/** Makes one edit of whatever kind. */
export function editOnce(tracked: TrackedText, random: Random, language: keyof typeof WORDS): string {
  let n = random(EDITS.reduce((sum, [times]) => sum + times, 0));
  for (const [times, name, edit] of EDITS) {
    n -= times;
    if (n >= 0) continue;
    edit(tracked, random, language);
    return name;
  }
  return '';
}
