import type { CueIndex } from './cues.js';
import { FIELD, type Found, isFrontLine, isRemark, part } from './release-head.js';
import type { Unit } from './units.js';

/** Words from which on a text under a title introduces the document rather than says something of it. */
const LEAST_WORDS = 25;

/**
 * The paragraphs under the title of a six-pager, up to unit `to` and to the next heading: its introduction, as most authors give it no heading
 * of its own. Null where hardly anything stands there.
 */
export function introductionUnderTitle(units: readonly Unit[], to: number, cues: CueIndex): Found | null {
  let first = -1;
  let last = -1;
  let words = 0;
  let titled = false;
  for (let n = 0; n < to; n++) {
    const unit = units[n]!;
    if (unit.level > 0) {
      // “Operating Plan 2026” right under the name of the business goes on with the title.
      if (titled && (first !== -1 || units[n - 1]!.level === 0)) break;
      titled = true;
    } else if (unit.type === 'paragraph' && unit.quote === 0 && !unit.list && !isAside(unit, cues)) {
      if (first === -1) first = n;
      last = n;
      words += unit.words;
    }
  }
  if (words < LEAST_WORDS) return null;
  return part('introduction', 'under-title', first, last + 1, units[first]!.start, units[last]!.end);
}

/** What is said of the document: its author and status, that it is a draft. */
function isAside(unit: Unit, cues: CueIndex): boolean {
  return isFrontLine(unit, cues) || isRemark(unit) || (unit.words <= FIELD_WORDS && FIELD.test(unit.plain));
}

/** Longest line of fields, in words. */
const FIELD_WORDS = 15;
