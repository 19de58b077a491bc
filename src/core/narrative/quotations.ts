import type { CueIndex } from './cues.js';
import type { Unit } from './units.js';

/** A quotation of the press release and whose it seems to be. */
export interface Quotation {
  /** First unit, and one past the last. */
  readonly from: number;
  readonly to: number;
  readonly speaker: 'leader' | 'customer';
}

/** Words inside quotation marks that make a statement rather than a term. */
const STATEMENT_WORDS = 6;
const QUOTED = /["“„«「『]([^"“”„»」』]{12,}?)["”“»」』]|["“„«「『]([^"”»」』]{40,})$/g;
const CREDIT = /^[\s*_>(]*[—–―-]{1,2}\s*[\p{Lu}\p{Lo}*_]/u;

/**
 * Finds the quotations among `units` from `from` to `to`: text in quotation marks, or a block quote, with someone to say it.
 * `names` are the words of the headline and title, in lower case: who is named there speaks for the company.
 */
export function findQuotations(
  units: readonly Unit[],
  from: number,
  to: number,
  cues: CueIndex,
  names: ReadonlySet<string>,
): Quotation[] {
  const found: Quotation[] = [];
  for (let n = from; n < to; n++) {
    const unit = units[n]!;
    if (unit.type !== 'paragraph' || unit.list || unit.level > 0) continue;
    let end = n + 1;
    // A block quote is one quotation, with the credit line under it.
    while (
      end < to &&
      unit.quote > 0 &&
      units[end]!.quote > 0 &&
      units[end]!.type === 'paragraph' &&
      !startsQuotation(units[end]!)
    )
      end++;
    if (end < to && units[end]!.type === 'paragraph' && CREDIT.test(units[end]!.plain) && units[end]!.words <= 20)
      end++;
    const text = units
      .slice(n, end)
      .map((one) => one.plain)
      .join('\n');
    const quoted = quotedWords(text);
    if (quoted.words < STATEMENT_WORDS) continue;
    const credit = creditOf(quoted.around, text, cues);
    const opens = startsQuotation(unit);
    if (credit === null && !(opens && quoted.share > 0.8)) continue;
    if (!opens && quoted.share < 0.4) continue;
    found.push({ from: n, to: end, speaker: speakerOf(credit ?? '', cues, names) });
    n = end - 1;
  }
  return found;
}

function startsQuotation(unit: Unit): boolean {
  return /^[\s*_>]*["“„«「『]/.test(unit.plain);
}

function quotedWords(text: string): { words: number; share: number; around: string } {
  let words = 0;
  let characters = 0;
  const around = text.replace(QUOTED, (whole, closed: string | undefined, open: string | undefined) => {
    const inside = closed ?? open ?? '';
    words += inside.split(/\s+/).length + (/[\u3040-\u9fff\uac00-\ud7a3]/.test(inside) ? inside.length / 4 : 0);
    characters += whole.length;
    return ' ';
  });
  return { words, share: characters / (text.length || 1), around };
}

/** The words around the quoted ones that say whose they are; null where nothing does. */
function creditOf(around: string, text: string, cues: CueIndex): string | null {
  const said = cues.score('attribution', around) > 0;
  const signed = /(?:^|\s)[—–―-]{1,2}\s*[\p{Lu}\p{Lo}]/u.test(around) || /["”」』]\s*[—–―-]/.test(text);
  return said || signed ? around : null;
}

function speakerOf(credit: string, cues: CueIndex, names: ReadonlySet<string>): 'leader' | 'customer' {
  const words = credit
    .toLowerCase()
    .replace(/['’]s\b/g, '')
    .split(/[^\p{L}\p{N}]+/u);
  const ours = words.some((word) => word.length > 2 && names.has(word));
  const leader = cues.score('leader', credit) + (ours ? 3 : 0);
  const customer = cues.score('customer', credit);
  // Without a sign it is a customer's: a company that quotes itself says who speaks.
  return leader > customer ? 'leader' : 'customer';
}
