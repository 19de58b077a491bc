import type { Range, SectionSource } from '../model.js';
import { type CueIndex, lowerCase } from './cues.js';
import { datelineLength } from './dateline.js';
import { isDocumentTitle } from './marks.js';
import { findQuotations, opensQuotation, tellSpeakersApart } from './quotations.js';
import type { Reason } from './reasons.js';
import { fold, type Unit } from './units.js';

/** A part that was found: where, and how it is known. */
export interface Found {
  readonly id: string;
  readonly source: SectionSource;
  readonly reason: Reason;
  /** From heading, label or first word to the end. */
  readonly range: Range;
  /** The text without heading or label. */
  readonly body: Range;
  /** First unit and one past the last. */
  readonly from: number;
  readonly to: number;
}

/** The press release of a document: units `from` to `to`, of which those in `taken` belong to parts with a heading or label. */
export interface Region {
  readonly units: readonly Unit[];
  readonly from: number;
  readonly to: number;
  readonly taken: ReadonlyMap<number, string>;
  readonly explicit: ReadonlySet<string>;
  readonly cues: CueIndex;
  /** Depth of the block quotes that the release itself stands in. */
  readonly depth: number;
  /** Title of the document, for the names in it. */
  readonly title: string;
}

/** Scores that a part needs to be recognised by what it says; see `docs/recognition.md` for how they were found. */
const ENOUGH = { announcement: 3, problem: 3, solution: 3, start: 2, action: 3 } as const;
/** By how much a paragraph must speak more of one thing than of the other. */
const CLEARLY = 2;
const HEADLINE_WORDS = 28;
const SUBHEADING_WORDS = 45;
/** Score of a line with a verb of news in it. */
const STRONG_NEWS = 2;
/** A paragraph that is one link or address. */
const ADDRESS = /^\s*(?:\[[^\]]*\]\([^)]*\)|<?https?:\/\/\S+)[.>]?\s*$/;
/** How much of a paragraph is looked at for cues, in characters. */
const OPENING = 480;
/** Words of a paragraph whose place alone may say what it is. */
const SOME_WORDS = 15;
/** Words in a block quote that are more than something quoted. */
const LAZY_WORDS = 20;

/** Finds the parts of a press release that carry neither heading nor label, by their place and by what they say. */
export function placeParts(region: Region): { found: Found[]; isDoubtful: (id: string) => boolean } {
  const head = placeHead(region);
  const quotes =
    region.explicit.has('leader-quote') && region.explicit.has('customer-quote') ? [] : placeQuotations(region, head);
  const body = placeBody(region, head, quotes);
  const found = [...head.found, ...quotes, ...body];
  return { found, isDoubtful: (id) => mayBeThere(region, id) };
}

/** What may be there unrecognised: by which cues, and the score that is enough for doubt. */
const DOUBTS: Readonly<Record<string, readonly ['problem' | 'solution' | 'gettingStarted', number]>> = {
  problem: ['problem', 1],
  solution: ['solution', 2],
  'getting-started': ['gettingStarted', 4],
};

/**
 * Whether a part that was not found may be there all the same: some paragraph, were it the summary or a quotation, speaks of the thing.
 * Nobody should be told that such a part is missing.
 */
function mayBeThere({ units, from, to, cues }: Region, id: string): boolean {
  const doubt = DOUBTS[id];
  if (!doubt) return false;
  const [cue, enough] = doubt;
  return units
    .slice(from, to)
    .some((unit) => unit.type === 'paragraph' && unit.level === 0 && cues.score(cue, unit.plain) >= enough);
}

function textOf(region: Region, found: Found): string {
  return region.units
    .slice(found.from, found.to)
    .map((unit) => unit.plain)
    .join(' ');
}

/** Words that can be names: capitalised or in a script without capitals, and no common word. */
function nameWords(texts: readonly string[]): Set<string> {
  const found = new Set<string>();
  for (const text of texts) {
    for (const word of text.split(/[^\p{L}\p{N}]+/u)) {
      if (word.length > 2 && /^[\p{Lu}\p{Lo}]/u.test(word)) found.add(word.toLowerCase());
    }
    for (const name of text.match(/(?:\p{Lu}\p{Ll}+ ){1,3}\p{Lu}\p{Ll}+/gu) ?? [])
      found.add(name.replace(/[^\p{Lu}]/gu, '').toLowerCase());
  }
  for (const word of [
    'the',
    'and',
    'for',
    'with',
    'new',
    'prfaq',
    'faq',
    'press',
    'release',
    'customer',
    'customers',
    'users',
    'user',
    'software',
    'platform',
    'open',
    'source',
    'product',
  ])
    found.delete(word);
  return found;
}

interface Head {
  readonly found: Found[];
  /** First unit after the head. */
  readonly next: number;
  /** Unit that a dateline opens, and the offset at which the text after it begins. */
  readonly opened: number;
  readonly afterDateline: number;
}

/** Headline, subheading and dateline: the short lines above the first paragraph. */
function placeHead(region: Region): Head {
  const { units, cues } = region;
  const found: Found[] = [];
  const lines: number[] = [];
  let n = region.from;
  let opened = -1;
  let afterDateline = 0;
  for (; n < region.to; n++) {
    const unit = units[n]!;
    if (unit.type === 'rule' || unit.type === 'html' || isFrontLine(unit, cues)) continue;
    if (region.taken.has(n)) {
      if (['headline', 'subheading', 'dateline'].includes(region.taken.get(n)!)) continue;
      const first =
        region.taken.get(n) === 'summary' && !region.explicit.has('dateline') ? datelineOf(region, n) : null;
      if (first) found.push(first);
      break;
    }
    if (unit.type !== 'heading' && unit.type !== 'paragraph') break;
    const length = unit.level > 0 && unit.level < 7 ? 0 : datelineLength(unit.plain, cues);
    if (length > 0) {
      const alone = length >= unit.plain.length;
      const end = alone ? unit.end : unit.start + offsetOf(unit.text, length);
      if (!region.explicit.has('dateline')) found.push(part('dateline', 'place-and-date', n, n + 1, unit.start, end));
      if (alone) continue;
      opened = n;
      afterDateline = end;
      break;
    }
    if (!isHeadLine(unit, lines.length)) break;
    lines.push(n);
  }
  const headline = region.explicit.has('headline') ? -1 : chooseHeadline(region, lines);
  if (headline >= 0)
    found.push(part('headline', 'first-line', headline, headline + 1, units[headline]!.start, units[headline]!.end));
  const under = lines.find((line) => line > headline && units[line]!.words <= SUBHEADING_WORDS);
  if (under !== undefined && headline >= 0 && !region.explicit.has('subheading')) {
    found.push(part('subheading', 'under-headline', under, under + 1, units[under]!.start, units[under]!.end));
  }
  return { found, next: n, opened, afterDateline };
}

/** The dateline that opens the first paragraph of a summary with a heading, from unit `from` on. */
function datelineOf({ units, cues, to }: Region, from: number): Found | null {
  for (let n = from; n < Math.min(to, from + 3); n++) {
    const unit = units[n]!;
    if (unit.type !== 'paragraph' || unit.level > 0) continue;
    const length = datelineLength(unit.plain, cues);
    return length > 0
      ? part('dateline', 'place-and-date', n, n + 1, unit.start, unit.start + offsetOf(unit.text, length))
      : null;
  }
  return null;
}

/** Lines that stand over a release and are no part of it: "For immediate release", "Status: draft". */
function isFrontLine(unit: Unit, cues: CueIndex): boolean {
  return (
    unit.words === 0 ||
    cues.isBoilerplate(unit.plain) ||
    (unit.words <= 12 &&
      isDocumentTitle(unit.plain) &&
      cues.score('news', unit.plain.replace(/press release/i, '')) < STRONG_NEWS) ||
    /^(?:\*\*|__)[\p{L} ]{2,24}[:：](?:\*\*|__)\s/u.test(unit.raw)
  );
}

/**
 * A line of its own that can be a headline or, under one, a subheading. Headings and emphasised lines may be; a plain line only first or
 * second. `above` is the number of such lines above it.
 */
function isHeadLine(unit: Unit, above: number): boolean {
  if (unit.list || opensQuotation(unit)) return false;
  if (unit.level > 0 || unit.emphasis) return unit.words <= SUBHEADING_WORDS;
  if (unit.words > HEADLINE_WORDS || unit.line !== unit.endLine) return false;
  if (above === 0) return !/[.。:：]$/.test(unit.plain);
  return above === 1 && unit.words <= 18 && !/[.!?。？][”"’')*_]*\s+\S|[?？:：]["”’)]*$/.test(unit.plain);
}

/** The first line, unless a later one has a verb of news in it and the first has none (it is the document's title then). */
function chooseHeadline(region: Region, lines: readonly number[]): number {
  const first = lines[0];
  if (first === undefined) return -1;
  const news = (line: number): boolean => region.cues.score('news', region.units[line]!.plain) >= STRONG_NEWS;
  const second = lines[1];
  const titled = region.units[first]!.level > 0 && region.units[first]!.level < 7 && !news(first);
  if (titled && second !== undefined && lines.length > 2 && news(second) && region.units[second]!.emphasis !== 'italic')
    return second;
  return first;
}

/** Offset in `text` (masked) of the character after `length` characters of its folded form. */
function offsetOf(text: string, length: number): number {
  let at = 0;
  // `fold` takes white space off the end: the space behind a dash is not to be waited for.
  const opening = fold(text).slice(0, length).trimEnd().length;
  while (at < text.length && fold(text.slice(0, at)).length < opening) at++;
  while (at < text.length && /[\s\u2060—–-]/.test(text[at]!)) at++;
  return at;
}

function placeQuotations(region: Region, head: Head): Found[] {
  const { units, to, depth, cues, taken, explicit } = region;
  const headline = head.found.filter((found) => found.id === 'headline').map((found) => textOf(region, found));
  const names = nameWords([region.title, ...headline]);
  const all = findQuotations(units, head.next, to, depth, cues, names).filter(
    ({ from: at }) => !taken.get(at)?.endsWith('-quote'),
  );
  const { leader, customer } = tellSpeakersApart(all);
  const found: Found[] = [];
  for (const [id, reason, quotation] of [
    ['leader-quote', 'quotation-leader', leader],
    ['customer-quote', 'quotation-customer', customer],
  ] as const) {
    if (!quotation || explicit.has(id)) continue;
    found.push(
      part(id, reason, quotation.from, quotation.to, units[quotation.from]!.start, units[quotation.to - 1]!.end),
    );
  }
  return found;
}

/** A paragraph of the release and how strongly it speaks of each thing, found out when asked for. */
class Paragraph {
  readonly words: number;
  readonly #lower: string;
  readonly #scores = new Map<'announcement' | 'problem' | 'solution', number>();
  #start: number | undefined;
  #action: number | undefined;

  constructor(
    readonly unit: number,
    readonly source: Unit,
    readonly cues: CueIndex,
  ) {
    this.words = source.words;
    // What a paragraph is about it says in its first sentences.
    this.#lower = lowerCase(source.plain.slice(0, OPENING));
  }

  get announcement(): number {
    return this.#score('announcement');
  }

  get problem(): number {
    return this.#score('problem');
  }

  get solution(): number {
    return this.#score('solution');
  }

  /** Getting started and the call to action need a strong cue: 0 without one. */
  get start(): number {
    this.#start ??= this.#strong('gettingStarted');
    return this.#start;
  }

  get action(): number {
    this.#action ??= ADDRESS.test(this.source.raw) ? ENOUGH.action : this.#withAddress(this.#strong('callToAction'));
    return this.#action;
  }

  #score(cue: 'announcement' | 'problem' | 'solution'): number {
    let score = this.#scores.get(cue);
    if (score === undefined) {
      score = this.cues.read(cue, this.#lower).score;
      this.#scores.set(cue, score);
    }
    return score;
  }

  #strong(cue: 'gettingStarted' | 'callToAction'): number {
    const { score, strong } = this.cues.read(cue, this.#lower);
    return strong ? score : 0;
  }

  /** An address to go to is a sign, but not enough by itself. */
  #withAddress(score: number): number {
    return score > 0 && this.source.text.includes('\ufffc') ? score + 1 : score;
  }
}

/**
 * Summary, problem, solution, getting started and call to action, by what the paragraphs say and in what order: the summary first,
 * the problem before the solution, the way to start and where to go next after them.
 */
function placeBody(region: Region, head: Head, quotes: readonly Found[]): Found[] {
  const { explicit, taken, units } = region;
  if (BODY.every((id) => explicit.has(id))) return [];
  const paragraphs = readParagraphs(region, head, quotes);
  const free = paragraphs.filter((paragraph) => !taken.has(paragraph.unit));
  const found: Found[] = [];
  const add = (id: string, reason: Reason, paragraph: Paragraph | undefined): void => {
    if (!paragraph || explicit.has(id)) return;
    const { unit } = paragraph;
    const start = unit === head.opened && id === 'summary' ? head.afterDateline : units[unit]!.start;
    found.push(part(id, reason, unit, unit + 1, start, units[unit]!.end));
  };
  const summary = explicit.has('summary') ? undefined : findSummary(free, head);
  const rest = free.filter((paragraph) => paragraph !== summary);
  const problem = explicit.has('problem') ? undefined : findProblem(rest);
  const solution = explicit.has('solution') ? undefined : findSolution(rest, problem, summary);
  const after = free.filter((paragraph) => paragraph !== summary && paragraph !== problem);
  // Where to go next often closes the last labelled part: it is looked for there too.
  const last = paragraphs.filter(
    (paragraph) => paragraph !== summary && paragraph !== problem && paragraph !== solution,
  );
  const action = explicit.has('call-to-action') ? undefined : best(last, (one) => one.action, ENOUGH.action);
  const start = explicit.has('getting-started')
    ? undefined
    : best(
        after.filter((one) => one !== action),
        (one) => one.start,
        ENOUGH.start,
      );
  add('summary', summary?.unit === head.opened ? 'first-paragraph' : 'announces', summary);
  add('problem', 'says-problem', problem);
  add('solution', solution && solution.solution >= ENOUGH.solution ? 'says-solution' : 'after-problem', solution);
  add('getting-started', 'says-start', start);
  add('call-to-action', 'says-where', action);
  return found;
}

/** What this looks for; nothing is left to do where all of it has headings. */
const BODY = ['summary', 'problem', 'solution', 'getting-started', 'call-to-action'];

function readParagraphs(region: Region, head: Head, quotes: readonly Found[]): Paragraph[] {
  const { units, cues } = region;
  const paragraphs: Paragraph[] = [];
  for (let n = head.next; n < region.to; n++) {
    const unit = units[n]!;
    if (isAbout(unit)) break;
    // The last line may be nothing but an address.
    if (unit.type !== 'paragraph' || unit.list || (unit.words < 5 && !ADDRESS.test(unit.raw))) continue;
    // Only what runs on under a quoted line is prose of the release.
    if (unit.quote > region.depth && unit.words < LAZY_WORDS) continue;
    if (quotes.some((quote) => n >= quote.from && n < quote.to)) continue;
    if (opensQuotation(unit) && cues.score('attribution', unit.plain) > 0) continue;
    paragraphs.push(new Paragraph(n, unit, cues));
  }
  return paragraphs;
}

/** "About Acme": the boilerplate at the end of a release. */
function isAbout(unit: Unit): boolean {
  return unit.words <= 5 && /^(?:about|über|회사 소개|关于|關於)\s/i.test(unit.plain);
}

/** The paragraph that a dateline opens, else the first; a first one that speaks of the problem leaves it to one that announces. */
function findSummary(free: readonly Paragraph[], head: Head): Paragraph | undefined {
  const opened = free.find((paragraph) => paragraph.unit === head.opened);
  if (opened) return opened;
  const [first, ...others] = free;
  if (!first) return undefined;
  if (first.announcement >= first.problem || first.problem <= first.solution) return first;
  return others.slice(0, 2).find((one) => one.announcement >= ENOUGH.announcement && one.announcement > one.problem);
}

/**
 * The paragraph after the summary, unless it clearly speaks of a solution; then the next that speaks more of a problem. Where only one
 * paragraph is left its place says nothing.
 */
function findProblem(rest: readonly Paragraph[]): Paragraph | undefined {
  const isAction = (one: Paragraph): boolean => one.action >= ENOUGH.action;
  for (const [n, one] of rest.slice(0, 4).entries()) {
    if (isAction(one)) return undefined;
    if (one.problem > one.solution || (one.problem >= ENOUGH.problem && one.problem >= one.solution)) return one;
    if (one.solution - one.problem >= CLEARLY) return undefined;
    const next = rest[n + 1];
    if (n === 0 && one.words >= SOME_WORDS && next && !isAction(next) && next.start <= next.solution + 1) return one;
  }
  return undefined;
}

function findSolution(
  rest: readonly Paragraph[],
  problem: Paragraph | undefined,
  summary: Paragraph | undefined,
): Paragraph | undefined {
  if (!problem)
    return rest
      .slice(0, 3)
      .find((one) => one.solution >= CLEARLY && one.solution > one.problem && one.action <= one.solution);
  if (summary && summary.unit > problem.unit && summary.solution >= ENOUGH.solution) return summary;
  const after = rest.slice(rest.indexOf(problem) + 1);
  return after.slice(0, 5).find((one) => one.solution >= CLEARLY && one.solution >= one.problem) ?? after[0];
}

/** The last of the paragraphs with the highest score, if that is enough. */
function best(
  paragraphs: readonly Paragraph[],
  score: (paragraph: Paragraph) => number,
  enough: number,
): Paragraph | undefined {
  let found: Paragraph | undefined;
  for (const paragraph of paragraphs) {
    if (score(paragraph) >= enough && (!found || score(paragraph) >= score(found))) found = paragraph;
  }
  return found;
}

function part(id: string, reason: Reason, from: number, to: number, start: number, end: number): Found {
  return { id, source: 'position', reason, range: { start, end }, body: { start, end }, from, to };
}
