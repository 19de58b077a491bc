import { type CueCounts, type CueIndex, openingCues, STRONG } from './cues.js';
import { findQuotations, opensStatement, tellSpeakersApart } from './quotations.js';
import type { Reason } from './reasons.js';
import { type Found, type Head, isField, isRemark, part, placeHead, type Region } from './release-head.js';
import { namesIn } from './release-names.js';
import type { Unit } from './units.js';

/** Scores that a part needs to be recognised by what it says; see `docs/recognition.md` for how they were found. */
const ENOUGH = { announcement: 3, problem: 3, solution: 3, start: 2, action: 3 } as const;
/** By how much a paragraph must speak more of one thing than of the other. */
const CLEARLY = 2;
/** A paragraph that is one link or address. */
const ADDRESS = /^\s*(?:\[[^\]]*\]\([^)]*\)|<?https?:\/\/\S+)[.>]?\s*$/;
/** A first look for what `CONTACT` looks for. */
const MAYBE_CONTACT = /\.[a-z]|@|:\/\/|www|\d[)\s-]+\d{3}/i;
/** A web or mail address, or a telephone number. */
const CONTACT =
  /https?:\/\/|\bwww\.|[\w.-]@[\w-]+\.\w|\b[a-z\d-]+\.(?:com|org|net|io|dev|app|ai|co|gov|edu|info|example|eu|uk|de|at|ch|fr|nl|kr|jp|cn)\b|\(?\+?\d{2,4}[)\s-]+\d{3,4}[\s-]\d{3,4}/i;
/** "To borrow a tool, search the catalog": said to the reader; "To get a permit, a resident fills in six forms" is not. */
const PURPOSE =
  /^To [a-z]+\b[^.!?;:,]{0,60}, (?!(?:the|an?|it|they|we|she|he|you|people|every|each|most|many|our|their|this)\b)[a-z]+(?<!s) /;
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
function mayBeThere(region: Region, id: string): boolean {
  if (id === 'leader-quote') return leaderAmongCustomers(region);
  const { units, from, to, cues } = region;
  const doubt = DOUBTS[id];
  if (!doubt) return false;
  const [cue, enough] = doubt;
  for (let n = from; n < to; n++) {
    const unit = units[n]!;
    if (unit.type === 'paragraph' && unit.level === 0 && cues.scoreOf(cue, unit) >= enough) return true;
  }
  return false;
}

/** Whether a leader is quoted under the heading of the customers' words: "What people say". */
function leaderAmongCustomers({ units, from, to, taken, cues }: Region): boolean {
  for (let n = from; n < to; n++) {
    if (taken[n] !== 'customer-quote' || !opensStatement(units[n]!)) continue;
    const { plain } = units[n]!;
    const credit = plain.slice(Math.max(...['"', '”', '“', '」'].map((mark) => plain.lastIndexOf(mark))) + 1);
    if (cues.score('leader', credit) >= STRONG) return true;
  }
  return false;
}

function placeQuotations(region: Region, head: Head): Found[] {
  const { units, to, depth, cues, taken, explicit } = region;
  let named: ReadonlySet<string> | undefined;
  const names = (): ReadonlySet<string> => {
    named ??= namesIn(region, head);
    return named;
  };
  const all = findQuotations(units, head.next, to, depth, cues, names).filter(
    ({ from: at }) => !taken[at]?.endsWith('-quote'),
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
  #action: number | undefined;

  constructor(
    readonly unit: number,
    readonly source: Unit,
    readonly cues: CueIndex,
  ) {
    this.words = source.words;
  }

  get #counts(): CueCounts {
    return openingCues(this.source, this.cues);
  }

  get announcement(): number {
    return this.cues.read('announcement', this.#counts);
  }

  get problem(): number {
    return this.cues.read('problem', this.#counts);
  }

  get solution(): number {
    return this.cues.read('solution', this.#counts);
  }

  /** Whether a cue says clearly what is done about the problem. */
  get solves(): boolean {
    return this.cues.isStrong('solution', this.#counts);
  }

  /** Getting started and the call to action need a strong cue: 0 without one. */
  get start(): number {
    return PURPOSE.test(this.source.plain)
      ? STRONG + this.cues.read('gettingStarted', this.#counts)
      : this.#strong('gettingStarted');
  }

  /** Whether a cue speaks of how to start, however weak. */
  get mayStart(): boolean {
    return this.cues.read('gettingStarted', this.#counts) > 0;
  }

  get action(): number {
    this.#action ??= ADDRESS.test(this.source.raw) ? ENOUGH.action : this.#withAddress(this.#strong('callToAction'));
    return this.#action;
  }

  #strong(cue: 'gettingStarted' | 'callToAction'): number {
    return this.cues.isStrong(cue, this.#counts) ? this.cues.read(cue, this.#counts) : 0;
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
  const free = paragraphs.filter((paragraph) => taken[paragraph.unit] === undefined);
  const found: Found[] = [];
  const add = (id: string, reason: Reason, paragraph: Paragraph | undefined): void => {
    if (!paragraph || explicit.has(id)) return;
    const { unit } = paragraph;
    const start = unit === head.opened && id === 'summary' ? head.afterDateline : units[unit]!.start;
    found.push(part(id, reason, unit, unit + 1, start, units[unit]!.end));
  };
  const summary = explicit.has('summary') ? undefined : findSummary(free, head);
  const rest = free.filter((paragraph) => paragraph !== summary);
  const between = explicit.has('problem') || explicit.has('solution') ? null : beforeQuotations(rest, summary, quotes);
  const problem = explicit.has('problem') ? undefined : (between?.problem ?? findProblem(rest));
  const solution = explicit.has('solution') ? undefined : (between?.solution ?? findSolution(rest, problem, summary));
  const after = free.filter((paragraph) => paragraph !== summary && paragraph !== problem);
  // Where to go next often closes the last labelled part, and how to start may stand in it: they are looked for there too, but never take all of it.
  const last = paragraphs.filter(
    (paragraph) =>
      paragraph !== summary && paragraph !== problem && paragraph !== solution && !opensLabelled(region, paragraph),
  );
  const action = explicit.has('call-to-action')
    ? undefined
    : (best(last, (one) => one.action, ENOUGH.action) ?? closing(paragraphs, last));
  // One paragraph often does both: it is how to start then, unless a part before it says that.
  const both = action !== undefined && alsoStarts(action);
  const others = after.filter((one) => one !== action && one !== solution);
  const labelled = last.filter((one) => one !== action && taken[one.unit] !== undefined);
  const start = explicit.has('getting-started')
    ? undefined
    : (findStart(others, solution, action, quotes) ??
      (both ? undefined : best(labelled, (one) => one.start, ENOUGH.start + STRONG)));
  add('summary', summary?.unit === head.opened ? 'first-paragraph' : 'announces', summary);
  add('problem', 'says-problem', problem);
  add('solution', solution && solution.solution >= ENOUGH.solution ? 'says-solution' : 'after-problem', solution);
  const closes = !start && !explicit.has('getting-started') && both;
  const byPlace = start !== undefined && start.start < ENOUGH.start;
  add('getting-started', byPlace ? 'by-quotations' : 'says-start', closes ? action : start);
  if (!closes) add('call-to-action', 'says-where', action);
  return found;
}

/** How to start: by what is said, or else by the place beside the quotations. `others` are neither the solution nor the call to action. */
function findStart(
  others: readonly Paragraph[],
  solution: Paragraph | undefined,
  action: Paragraph | undefined,
  quotes: readonly Found[],
): Paragraph | undefined {
  const says = best(others, (one) => one.start, ENOUGH.start);
  if (says) return says;
  // Where the call to action says it, no other is looked for by its place.
  const closes = action !== undefined && alsoStarts(action);
  const alone = betweenQuotations(others, quotes);
  const between = closes && action.start >= ENOUGH.start && !alone?.mayStart ? undefined : alone;
  const place = between ?? (closes ? undefined : beforeAction(others, action, quotes));
  // What it is may say how it begins, where nothing else does.
  return place ?? (solution && solution !== action ? best([solution], (one) => one.start, ENOUGH.start) : undefined);
}

/** The two paragraphs between the summary and the first quotation, where releases say what the problem is and what is done about it. */
function beforeQuotations(
  rest: readonly Paragraph[],
  summary: Paragraph | undefined,
  quotes: readonly Found[],
): { readonly problem: Paragraph; readonly solution: Paragraph } | null {
  const first = Math.min(...quotes.map(({ from }) => from));
  const [problem, solution, more] = rest.filter(({ unit }) => summary && unit > summary.unit && unit < first);
  if (!Number.isFinite(first) || !problem || !solution || more) return null;
  const doubtful = problem.solution - problem.problem >= CLEARLY || solution.problem - solution.solution >= CLEARLY;
  return doubtful ? null : { problem, solution };
}

/** The one paragraph between the leader's words and the customer's, where releases say how to start. */
function betweenQuotations(paragraphs: readonly Paragraph[], quotes: readonly Found[]): Paragraph | undefined {
  const [first, second] = [...quotes].sort((a, b) => a.from - b.from);
  const between = second ? paragraphs.filter(({ unit }) => unit >= first!.to && unit < second.from) : [];
  return between.length === 1 ? between[0] : undefined;
}

/** What says how to start without a word that tells so is short; what is longer goes on about the product. */
const FEW_STEPS = 40;

/** The one paragraph between the quotations, the two of them together, and the call to action, where other releases say so. */
function beforeAction(
  paragraphs: readonly Paragraph[],
  action: Paragraph | undefined,
  quotes: readonly Found[],
): Paragraph | undefined {
  if (!action || quotes.length < 2) return undefined;
  const last = Math.max(...quotes.map(({ to }) => to));
  const [one, more] = paragraphs.filter(({ unit }) => unit >= last && unit < action.unit);
  return one && !more && one.words <= FEW_STEPS ? one : undefined;
}

/** Whether a paragraph that says where to go says how to start too: at least as clearly, or a little where it is known by its address alone. */
function alsoStarts({ start, action, mayStart }: Paragraph): boolean {
  return start >= Math.max(ENOUGH.start, action) || (action < ENOUGH.action && mayStart);
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
    if (unit.type !== 'paragraph' || unit.list || (unit.words < 5 && !ADDRESS.test(unit.raw) && !isContact(unit.plain)))
      continue;
    // Only what runs on under a quoted line is prose of the release.
    if (unit.quote > region.depth && unit.words < LAZY_WORDS) continue;
    if (isRemark(unit) || isField(units, n) || quotes.some((quote) => n >= quote.from && n < quote.to)) continue;
    if (opensStatement(unit) && cues.scoreOf('attribution', unit) > 0) continue;
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
  // Who speaks of a problem may speak of a site that was to be visited.
  const isAction = (one: Paragraph): boolean => one.action >= ENOUGH.action && one.problem < ENOUGH.problem;
  for (const [n, one] of rest.slice(0, 4).entries()) {
    if (isAction(one)) return undefined;
    if (one.problem > one.solution || (one.problem >= ENOUGH.problem && one.problem >= one.solution)) return one;
    const next = rest[n + 1];
    const leaves = n === 0 && !one.solves && next?.solves && next.solution >= one.solution;
    if (one.solution - one.problem >= CLEARLY && !leaves) return undefined;
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
  // Further down, what says as clearly how to start is no more than that.
  const solves = (one: Paragraph, n: number): boolean =>
    one.solution >= CLEARLY && one.solution >= one.problem && (n === 0 || one.solution > one.start);
  return after.slice(0, 5).find(solves) ?? after[0];
}

/** Whether a paragraph is the first text of a part with a heading or label. */
function opensLabelled({ taken, units }: Region, { unit }: Paragraph): boolean {
  const id = taken[unit];
  if (id === undefined) return false;
  for (let n = unit - 1; n >= 0 && taken[n] === id; n--)
    if (units[n]!.level === 0 && units[n]!.type !== 'html') return false;
  return true;
}

function isContact(text: string): boolean {
  return MAYBE_CONTACT.test(text) && CONTACT.test(text);
}

/** The paragraph that closes the release, if it says where to go. */
function closing(all: readonly Paragraph[], free: readonly Paragraph[]): Paragraph | undefined {
  const last = all.at(-1);
  const says = last && last.start < ENOUGH.start && (isContact(last.source.plain) || /https?:/.test(last.source.raw));
  return says && free.includes(last) ? last : undefined;
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
