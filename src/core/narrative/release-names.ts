import { remembersLast } from '../text/memo.js';
import type { Found, Head, Region } from './release-head.js';
import type { Unit } from './units.js';

function textOf(region: Region, found: Found): string {
  return region.units
    .slice(found.from, found.to)
    .map((unit) => unit.plain)
    .join(' ');
}

/** The words of some lines that can be names, in lower case: capitalised or in a script without capitals, and no common word. */
const nameWords = remembersLast((...texts: readonly string[]): ReadonlySet<string> => {
  const found = new Set<string>();
  const add = (name: string): void => {
    const word = name.toLowerCase();
    if (!COMMON.has(word)) found.add(word);
  };
  for (const text of texts) {
    // Looking letters up by their category is dear: nearly all texts that are long are in ASCII.
    const { names, several, small } = /[^\0-\x7f]/.test(text) ? UNICODE : LATIN;
    for (const word of text.match(names) ?? []) if (word.length > 2) add(word);
    // "Acme Cloud Platform" is "ACP" too.
    for (const name of text.match(several) ?? []) add(name.replace(small, ''));
  }
  return found;
});

/** Words that can be names, names of several words, and what is no initial of one. */
const LATIN = {
  names: /(?<![A-Za-z\d])[A-Z][A-Za-z\d]*/g,
  several: /(?:[A-Z][a-z]+ ){1,3}[A-Z][a-z]+/g,
  small: /[^A-Z]+/g,
};
const UNICODE = {
  names: /(?<![\p{L}\p{N}])[\p{Lu}\p{Lo}][\p{L}\p{N}]*/gu,
  several: /(?:\p{Lu}\p{Ll}+ ){1,3}\p{Lu}\p{Ll}+/gu,
  small: /[^\p{Lu}]+/gu,
};

const COMMON: ReadonlySet<string> = new Set(
  'the and for with new today open lab labs prfaq faq press release customer customers users user software platform open source product die der das mit ein eine'.split(
    ' ',
  ),
);

/** Units that may name the document's subject, and the longest that may be its title, in words. */
const TITLES = 4;
const TITLE_WORDS = 30;

/** The titles at the beginning; a subheading is none, whatever heading it is. */
function titleOf(units: readonly Unit[], subheading: number): string {
  let title = '';
  for (let n = 0; n < Math.min(units.length, TITLES); n++) {
    const { level, words, plain } = units[n]!;
    if (level > 0 && words <= TITLE_WORDS && n !== subheading) title += ` ${plain}`;
  }
  return title;
}

/** How far behind a dateline the one who announces is named, in words: "Today the Open Mobility Lab releases". */
const ANNOUNCER_WORDS = 6;

/** The name of several words at the beginning of the text that a dateline opens. */
function announcer({ units }: Region, { opened, afterDateline }: Head): string {
  if (opened === -1) return '';
  const { text, start } = units[opened]!;
  const opening = text
    .slice(afterDateline - start, afterDateline - start + 100)
    .split(/\s+/, ANNOUNCER_WORDS)
    .join(' ');
  return /(?:\p{Lu}\p{Ll}+ ){1,3}\p{Lu}\p{Ll}+/u.exec(opening.replace(/^Today,? /, ''))?.[0] ?? '';
}

/** The words of title, headline and announcer that can be names, in lower case: who is called by one speaks for the company. */
export function namesIn(region: Region, head: Head): ReadonlySet<string> {
  const title = titleOf(region.units, head.found.find(({ id }) => id === 'subheading')?.from ?? -1);
  const headline = head.found.find(({ id }) => id === 'headline');
  const text = headline ? textOf(region, headline) : '';
  // Mostly the headline is one of the lines that make the title.
  return nameWords(announcer(region, head), title, `${title} `.includes(` ${text} `) ? '' : text);
}
