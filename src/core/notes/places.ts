import type { Range } from '../model.js';
import { Anchorer, CONTEXT, targetAt } from './anchor.js';
import type { NoteTarget } from './model.js';

interface Anchored {
  readonly id: string;
  readonly target: NoteTarget;
}

/** Where a note was last seen. */
interface Seen {
  /** Null while it is unplaced. */
  readonly range: Range | null;
  /** What it stood on when it was last placed, for a note that isn't now. */
  readonly target: NoteTarget;
}

/** So much has to come at once, in UTF-16 units, for notes that were unplaced to be looked for again. */
const WORTH_A_LOOK = 8;

/**
 * The places of the notes in one document, through all its edits. A note is followed step by step: its quotation may have been rewritten in
 * ten steps that are each easy to follow, and be beyond recognition afterwards.
 */
export class Places {
  #text: string | null = null;
  readonly #seen = new Map<string, Seen>();

  /** `remembered` is what `remember` gave in an earlier session. */
  constructor(remembered: Readonly<Record<string, NoteTarget>> = {}) {
    for (const [id, target] of Object.entries(remembered)) this.#seen.set(id, { range: null, target });
  }

  /** Places notes in a version of the text; UTF-16 offsets, null for what is unplaced. */
  place(text: string, notes: readonly Anchored[]): (Range | null)[] {
    const change = this.#text === null ? null : changeOf(this.#text, text);
    const anchorer = new Anchorer(text);
    const ranges = notes.map(({ id, target }) => {
      const seen = this.#seen.get(id);
      const range = this.#follow(anchorer, change, target, seen);
      this.#seen.set(id, { range, target: range ? target : this.#lastSeen(seen, target) });
      return range;
    });
    this.#text = text;
    return ranges;
  }

  #follow(anchorer: Anchorer, change: Change | null, target: NoteTarget, seen: Seen | undefined): Range | null {
    if (seen && change) {
      if (seen.range) {
        const moved = follow(change, seen.range);
        if (moved) return moved;
      } else if (change.inserted < WORTH_A_LOOK && !isNear(change, seen.target)) return null;
    }
    const last = this.#lastSeen(seen, target);
    const alone = seen?.range && this.#text !== null ? isAlone(this.#text, last.exact) : undefined;
    return anchorer.place(last, alone) ?? (last === target ? null : anchorer.place(target));
  }

  /** What a note stood on when it was last placed; what it was written to where it never was. */
  #lastSeen(seen: Seen | undefined, target: NoteTarget): NoteTarget {
    if (!seen) return target;
    return seen.range && this.#text !== null ? targetAt(this.#text, seen.range) : seen.target;
  }

  /** What a later session needs to go on from here: the notes that stand on other words than they were written to, or elsewhere. */
  remember(notes: readonly Anchored[]): Record<string, NoteTarget> {
    const all: Record<string, NoteTarget> = {};
    for (const { id, target } of notes) {
      const last = this.#lastSeen(this.#seen.get(id), target);
      if (last.exact !== target.exact || last.prefix !== target.prefix || last.suffix !== target.suffix) all[id] = last;
    }
    return all;
  }
}

/** What makes of one text the other: `before` and `after` of it are the same in both. */
interface Change {
  readonly start: number;
  readonly end: number;
  /** How much stands there instead. */
  readonly inserted: number;
}

function changeOf(before: string, after: string): Change {
  const short = Math.min(before.length, after.length);
  let start = 0;
  while (start < short && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (
    tail < short - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  return { start, end: before.length - tail, inserted: after.length - tail - start };
}

/** Where a stretch stands after a change that doesn't touch it; null where it does. */
function follow(change: Change, range: Range): Range | null {
  if (range.end <= change.start) return range;
  if (range.start < change.end) return null;
  const by = change.inserted - (change.end - change.start);
  return { start: range.start + by, end: range.end + by };
}

function isAlone(text: string, part: string): boolean {
  return text.indexOf(part) === text.lastIndexOf(part);
}

function isNear({ start, end }: Change, target: NoteTarget): boolean {
  return target.start - CONTEXT <= end && target.end + CONTEXT >= start;
}
