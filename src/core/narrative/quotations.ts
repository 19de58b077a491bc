import { Sign } from '../text/characters.js';
import { countWords } from '../text/words.js';
import { type CueIndex, STRONG } from './cues.js';
import { fold } from './fold.js';
import type { Unit } from './units.js';

/** A quotation of the press release: its units, and how much speaks for its being the company's (below 0: the customer's). */
export interface Quotation {
  /** First unit, and one past the last. */
  readonly from: number;
  readonly to: number;
  readonly ours: number;
}

/** What stands in place of a quotation that ends in a full stop, and of any other, where the words around it are looked at. */
const STOPPED = '\u0001';
const GOING_ON = '\u0002';

/** Words inside quotation marks that make a statement rather than a term. */
const STATEMENT_WORDS = 5;
/** Longest line that says who said it, in words. */
const LONGEST_CREDIT = 20;
// German sets »…« where French sets «…».
const QUOTED = /["“„«「『]([^"“”„»」』]{12,}?)["”“»」』]|»([^«»]{12,}?)«|^[\s*_>]*["“„«「『]([^"”»」』]{40,})$/gm;
const CREDIT = /^[\s*_>(]*[—–―-]{1,2}\s*[\p{Lu}\p{Lo}*_]/u;
/** "Ana Ruiz, head of maintenance" and nothing else: a name that no dash and no verb goes with. */
const NAME_AND_ROLE =
  /^(?:\p{Lu}[\p{L}.'’-]*(?:\s(?:\p{Ll}{2,3}\s)?\p{Lu}[\p{L}.'’-]*){1,3}|[가-힣]{2,4}(?:\s?[님씨])?)\s*,\s*[^.!?,]{3,80}(?:,[^.!?]{2,60})?\.?$/u;
const CLOSING = /["”“»«」』](?<=[\p{L}\p{N}.,;!?…)\]—-].)/u;
const OPENING = /^[\s*_>]*["“„«»「『]/;
const STATEMENT = /^[\s*_>]*["“„«»「『][^"”»«」』]{12}/;

/** What Korean glues to the words that somebody says, whatever is told of them in front: “…”고 말했다, “…”라며. */
const SAID_AT_ONCE = /[\u0001\u0002]\s?(?:이?라)?(?:고|며)[\s,]/;

/** Whether a line opens with a quotation mark. */
export function opensQuotation(unit: Unit): boolean {
  return (unit.signs & Sign.Quote) !== 0 && OPENING.test(unit.plain);
}

/** The same of one that says more than a name: "「ゆきどけ」では" opens with none. */
export function opensStatement(unit: Unit): boolean {
  return opensQuotation(unit) && STATEMENT.test(unit.plain);
}

/** Whether a quotation ends in it: with a mark that closes one, or with the line that says who said it. */
export function closesQuotation({ plain }: Unit): boolean {
  return CLOSING.test(plain) || CREDIT.test(plain);
}

/**
 * Finds the quotations among `units` from `from` to `to`: a statement in quotation marks with someone to say it. `depth` is the
 * depth of block quotes that the release itself stands in; `names` are the words of headline and title, in lower case: who is
 * named there speaks for the company.
 */
export function findQuotations(
  units: readonly Unit[],
  from: number,
  to: number,
  depth: number,
  cues: CueIndex,
  names: () => ReadonlySet<string>,
): Quotation[] {
  const found: Quotation[] = [];
  for (let n = from; n < to; n++) {
    const unit = units[n]!;
    if (unit.type !== 'paragraph' || unit.list || unit.level > 0) continue;
    let end = n + 1;
    const isQuoted = (at: number): boolean => units[at]!.quote > depth && units[at]!.type === 'paragraph';
    while (
      end < to &&
      isQuoted(n) &&
      isQuoted(end) &&
      !opensQuotation(units[end]!) &&
      !CREDIT.test(units[end - 1]!.plain)
    )
      end++;
    const credit = isQuoted(n) ? creditInBlock(units.slice(n, end), depth) : null;
    if (credit) {
      found.push({ from: n, to: end, ours: speaksForUs(credit, cues, names) });
      n = end - 1;
      continue;
    }
    if (!holdsQuote(units, n, Math.min(end + 1, to))) continue;
    // The credit may stand on a line of its own under the quotation.
    if (end < to && isCredit(units[end]!)) end++;
    if (!holdsQuote(units, n, end)) continue;
    const text = units
      .slice(n, end)
      .map((one) => one.plain)
      .join('\n');
    const quoted = quotedWords(text);
    const much = quoted.share >= (SAID_AT_ONCE.test(quoted.around) ? 0.25 : 0.4);
    if (quoted.words < STATEMENT_WORDS || (!opensQuotation(unit) && !much)) continue;
    if (!isCredited(quoted.around, cues)) continue;
    found.push({ from: n, to: end, ours: speaksForUs(quoted.around, cues, names) });
    n = end - 1;
  }
  return found;
}

/** The last line of a block quote that says who said what stands above it, where that is a statement that no marks are around. */
function creditInBlock(units: readonly Unit[], depth: number): string | null {
  const last = units.at(-1)!;
  if (last.quote <= depth || units.some(opensQuotation)) return null;
  const credit = fold(last.text.slice(last.text.lastIndexOf('\n') + 1));
  if (!CREDIT.test(credit)) return null;
  const words = countWords(credit);
  const said = units.reduce((sum, unit) => sum + unit.words, -words);
  return words <= LONGEST_CREDIT && said >= STATEMENT_WORDS ? credit : null;
}

/** Whether a line by itself says who said what stands above it. */
function isCredit({ type, words, plain, emphasis }: Unit): boolean {
  if (type !== 'paragraph' || words > LONGEST_CREDIT) return false;
  return CREDIT.test(plain) || (emphasis !== null && NAME_AND_ROLE.test(plain));
}

/** Whether a mark that opens a quotation stands in one of some units: few paragraphs have one. */
function holdsQuote(units: readonly Unit[], from: number, to: number): boolean {
  for (let n = from; n < to; n++) if (units[n]!.signs & Sign.Quote) return true;
  return false;
}

/**
 * Which of the quotations is the leader's and which the customer's: the one that most speaks for the company, and of the others the one that
 * least does. Of two that say no more of it than the other the leader's comes first, as releases have it; a single one is taken for a customer's: a
 * company that quotes itself says who speaks.
 */
export function tellSpeakersApart(found: readonly Quotation[]): {
  leader: Quotation | undefined;
  customer: Quotation | undefined;
} {
  const most = found.reduce<Quotation | undefined>(
    (best, one) => (!best || one.ours > best.ours ? one : best),
    undefined,
  );
  const leader = most && (most.ours > 0 || (most.ours > CUSTOMERS && found.length > 1)) ? most : undefined;
  const rest = found.filter((one) => one !== leader);
  // A second quotation of the company's is no customer's, unless nothing but the role says whose it is.
  const customer = rest.reduce<Quotation | undefined>(
    (best, one) => (!best || one.ours < best.ours ? one : best),
    undefined,
  );
  return { leader, customer: customer && customer.ours < OURS ? customer : undefined };
}

/** Weight of a credit that surely is a customer's. */
const CUSTOMERS = -2;

/** “Gwen Abara, 58, who …”, “유모 씨(34세)”: an age is told of private persons. */
const AGE = /\p{L}(?:,? \(?|\()[1-9]\d(?:[,)]|세|歳|岁)/u;

/** Weight of a credit to someone of the company: named as in the headline, or called the founder, the author and the like. */
const OURS = 3;

function quotedWords(text: string): { words: number; share: number; around: string } {
  let words = 0;
  let characters = 0;
  const around = text.replace(QUOTED, (whole, ...inner: (string | undefined)[]) => {
    const inside = inner[0] ?? inner[1] ?? inner[2] ?? '';
    words += inside.split(/\s+/).length + (/[\u3040-\u9fff\uac00-\ud7a3]/.test(inside) ? inside.length / 4 : 0);
    characters += whole.length;
    // A Korean sentence about who said it may follow a full stop.
    return /[a-zäöüß\d]\.$/i.test(inside.trimEnd()) ? STOPPED : GOING_ON;
  });
  return { words, share: characters / (text.length || 1), around };
}

/**
 * Whether the words around the quoted ones say whose they are: a verb of saying beside the quotation, or a name behind a dash.
 * Behind a quotation that ends in a full stop the verb has to follow at once; else it may belong to a sentence of its own.
 */
function isCredited(around: string, cues: CueIndex): boolean {
  if (/[\u0001\u0002][\s*_]*[—–―-]|(?:^|\s)[—–―-]{1,2}\s*[*_]*[\p{Lu}\p{Lo}]/u.test(around)) return true;
  // 「…」（店長　古賀様）
  if (/\u0002\s*（[^（）]{2,40}）/.test(around)) return true;
  const behind = around.slice(around.search(/[\u0001\u0002][^\u0001\u0002]*$/) + 1).trim();
  if (NAME_AND_ROLE.test(behind.replace(/^\((.*)\)\.?$/s, '$1'))) return true;
  // "Ayla Brandt bought her bicycle in March: “…”"
  if (/[\p{L}\d)]\s*[:：]\s*[\u0001\u0002]/u.test(around)) return true;
  const [before = '', ...after] = ` ${around}`.split(/(?=[\u0001\u0002])/);
  const says = (text: string): boolean => cues.score('attribution', text) > 0;
  return (
    says(before) ||
    after.some((text) =>
      says(text.startsWith(STOPPED) ? text.slice(1).trim().split(/\s+/, 2).join(' ') : text.slice(1, 100)),
    )
  );
}

function speaksForUs(credit: string, cues: CueIndex, names: () => ReadonlySet<string>): number {
  const counts = cues.count(credit);
  const score = (name: 'insider' | 'leader' | 'customer'): number => cues.read(name, counts);
  const ours = score('insider') > 0 || namesOneOf(credit, names());
  return score('leader') - score('customer') + (ours ? OURS : 0) - (AGE.test(credit) ? STRONG : 0);
}

/** Whether a credit has one of the names, written as a name: “public defender” is none of “Public Defenders Find the Line”. */
function namesOneOf(credit: string, names: ReadonlySet<string>): boolean {
  const text = credit.replace(/['’]s\b/g, '');
  const lower = text.toLowerCase();
  // Taking a text to words is dear, and few credits hold a name anywhere.
  if (![...names].some((name) => name.length > 2 && lower.includes(name))) return false;
  return text
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => word.length > 2 && !/^\p{Ll}/u.test(word) && names.has(word.toLowerCase()));
}
