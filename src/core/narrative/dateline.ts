import type { CueIndex } from './cues.js';
import { unitMemo } from './units.js';

const MAYBE_DATELINE = /[\d—–―[]|\s-/;
const MAYBE_DASH = /[—–―]|\s-/;
const DASH = /\s*(?:[—–―]+|\s-{1,2}(?=\s))\s*/g;
/** A full stop or colon ends a dateline too, where there is a date before it, and so does a bracket: "PORTO, Portugal. (May 4, 2027)". */
const STOP = /[.:：。)]\s+|。/g;
/** "[부산, 2028년 3월 6일] …" */
const BRACKETED = /^[[【〔(（]([^\])】〕）]{4,60})[\]】〕)）]\s*/;
const YEAR = /\b(?:19|20)\d\d\b|\d\d\d\d\s?年|\d\d\d\d년/;
const ISO_DATE = /\b20\d\d-\d\d-\d\d\b/;
/** "CHARLOTTE, N.C., [DATE] –" */
const DATE_TO_COME = /\[[^\]]*\b(?:date|month|day|datum)\b[^\]]*\]|\[[^\]]*(?:날짜|일자|日付|日期)[^\]]*\]/i;
/** "Portland, OR", "TEL AVIV, ISRAEL", "서울, 대한민국". */
const PLACE = /^[\p{Lu}\p{Lo}][\p{L}.'’ -]*,\s*[\p{Lu}\p{Lo}][\p{L}. ]*$/u;
/** In capitals, and no note such as "DRAFT — not for circulation". */
const CITY =
  /^(?!(?:DRAFT|CONFIDENTIAL|INTERNAL|NOTE|STATUS|WIP|TODO|UPDATE|WARNING|IMPORTANT|DISCLAIMER)\b)[\p{Lu}][\p{Lu} .'-]{2,30}$/u;

/** Longest dateline, in characters and in words. */
const LONGEST = 90;
const MOST_WORDS = 14;
/** The same for scripts without spaces, in characters. */
const LONGEST_DENSE = 30;

/**
 * Length of the dateline that opens `plain` ("SEATTLE, March 3, 2027 — "), up to and with its dash; the whole length where the
 * line is nothing but a dateline; 0 where there is none. `plain` has its markup removed.
 */
export function datelineLength(plain: string, cues: CueIndex): number {
  const opening = plain.length > 2 * LONGEST ? plain.slice(0, 2 * LONGEST) : plain;
  // Without a dash there has to be a date, and most lines have neither.
  if (!MAYBE_DATELINE.test(opening)) return 0;
  let last = 0;
  DASH.lastIndex = 0;
  for (
    let match = MAYBE_DASH.test(opening) ? DASH.exec(opening) : null;
    match && match.index < LONGEST;
    match = DASH.exec(opening)
  ) {
    const rest = plain.slice(match.index + match[0].length);
    // "LONDON (Business Wire) — December 1, 2016 — Today": the last dash that still has place or date in front of it.
    if (isPlaceOrDate(plain.slice(0, match.index), cues))
      last = rest === '' ? plain.length : match.index + match[0].length;
  }
  if (last === 0) {
    STOP.lastIndex = 0;
    for (let match = STOP.exec(opening); match && match.index < LONGEST; match = STOP.exec(opening)) {
      const before = plain.slice(0, match.index).replace(/\.?\s*\(/, ', ');
      if (hasDate(before, cues) && isPlaceOrDate(before, cues)) last = match.index + match[0].length;
    }
  }
  if (last === 0) {
    const bracketed = BRACKETED.exec(opening);
    if (bracketed && hasDate(bracketed[1]!, cues) && isPlaceOrDate(bracketed[1]!, cues)) last = bracketed[0].length;
  }
  const whole =
    plain.length <= LONGEST &&
    hasDate(plain, cues) &&
    isPlaceOrDate(plain.replace(DASH, ', '), cues) &&
    !says(plain, cues);
  return whole ? plain.length : last;
}

/** The same of a unit; found once for as long as it stays as it is. */
export const datelineOfUnit = unitMemo((unit, cues: CueIndex) => datelineLength(unit.plain, cues));

function hasDate(text: string, cues: CueIndex): boolean {
  if (text.includes('[') && DATE_TO_COME.test(text)) return true;
  return /\d/.test(text) && (ISO_DATE.test(text) || YEAR.test(text) || cues.namesMonth(text));
}

/** Whether a line says something besides a place and a date: "「ゆきどけ」、12月1日に提供開始" is a headline. */
function says(line: string, cues: CueIndex): boolean {
  if (!/[\u3040-\u9fff\uac00-\ud7a3]/.test(line))
    return (line.match(COMMON_WORD) ?? []).some((word) => !cues.namesMonth(word));
  const rest = line.replace(EASTERN_DATE, ' ');
  const dense = rest.match(/[\u3040-\u9fff]/g)?.length ?? 0;
  return /[をがにはで]/.test(rest) || dense > MOST_DENSE || rest.split(/\s+/).filter(Boolean).length > MOST_EOJEOL;
}

/** A word that is no name, of a length that "of" and "den" don't have. */
const COMMON_WORD = /(?<![\p{L}\d'’-])\p{Ll}{4,}/gu;
const EASTERN_DATE = /\d+\s?[年月日년월일]|[(（][^)）]*[)）]/g;
/** Characters of a place in Chinese or Japanese at most, and words of one in Korean with what stands between. */
const MOST_DENSE = 9;
const MOST_EOJEOL = 4;

function isPlaceOrDate(text: string, cues: CueIndex): boolean {
  const line = text.replace(/\([^)]*\)/g, '').trim();
  if (line === '' || line.split(/\s+/).length > MOST_WORDS) return false;
  if (/[\u3040-\u9fff]/.test(line) && (line.length > LONGEST_DENSE || line.includes('。'))) return false;
  if (/[.!?:;](?:\s|$)/.test(line.replace(/\b(?:[A-Z]|[A-Z][a-z]{1,3}|\d{1,2})\./g, ''))) return false;
  // Every word of a dateline is a name, a number or a month: "In August 2022, the foundation released" is none.
  if (/(?:^|\s)(?!de |of |der |von |and |am |den |the )[a-zäöü]{3,}/.test(line) && !cues.namesMonth(line)) return false;
  if (/(?:^|[\s,])(?:its|our|is|was|has|for|with|that)\s/i.test(line)) return false;
  return hasDate(line, cues) || PLACE.test(line) || CITY.test(line);
}
