import type { Note } from './model.js';

/**
 * What a file of notes holds, as entries that each have a time: of two versions of an entry the later one counts, and a deleted note leaves
 * an entry behind. So two windows, and two branches, that each have a version of a file make one of them without losing a note.
 */
export type Entry =
  | { readonly type: 'note'; readonly modified: string; readonly note: StoredNote }
  /** Says of a note, the reader's own or another's, whether it is worked off: nobody writes into the files of others. */
  | {
      readonly type: 'mark';
      readonly modified: string;
      readonly id: string;
      readonly note: string;
      readonly resolved: boolean;
    }
  | { readonly type: 'deleted'; readonly modified: string; readonly id: string };

/** A note without what others may say of it. */
export type StoredNote = Omit<Note, 'resolved'>;

/** By `keyOf`. */
export type Entries = ReadonlyMap<string, Entry>;

/** A note and its deletion have one key, so that the later one counts; a mark has that of the note with `#resolved`. */
export function keyOf(entry: Entry): string {
  return entry.type === 'note' ? entry.note.id : entry.type === 'mark' ? `${entry.note}#resolved` : entry.id;
}

/** All entries of both, in the order of the first; of those that both have, the later. The order of the arguments changes no entry. */
export function merge(one: Entries, other: Entries): Map<string, Entry> {
  const all = new Map(one);
  for (const [key, entry] of other) {
    const known = all.get(key);
    if (!known || isLater(entry, known)) all.set(key, entry);
  }
  return all;
}

function isLater(entry: Entry, known: Entry): boolean {
  const by = Date.parse(entry.modified) - Date.parse(known.modified);
  if (by !== 0) return by > 0;
  if (entry.type !== known.type) return entry.type === 'deleted';
  // Of one time, and yet different: it only matters that every window takes the same one.
  return textOf(entry) > textOf(known);
}

/** Whether two sets of entries say the same, in whatever order. */
export function same(one: Entries, other: Entries): boolean {
  if (one.size !== other.size) return false;
  for (const [key, entry] of one) {
    const another = other.get(key);
    if (!another || textOf(another) !== textOf(entry)) return false;
  }
  return true;
}

/** An entry as text, the same for equal entries whatever the order of their keys. */
function textOf(entry: Entry): string {
  return JSON.stringify(entry, (_, value: unknown) =>
    typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

/** A time for a change to something that was last changed at `before`: now, and always later, whatever the clock says. */
export function laterThan(before: string | undefined, now: number): string {
  const last = before === undefined ? Number.NaN : Date.parse(before);
  return new Date(Number.isNaN(last) ? now : Math.max(now, last + 1)).toISOString();
}

/** How long a deletion is remembered: longer than a window stays open or a branch lies about. */
const REMEMBERED = 180 * 24 * 60 * 60 * 1000;

/** Without deletions that everybody has seen by now, and without marks on notes that are deleted here. */
export function tidy(entries: Entries, now: number): Map<string, Entry> {
  return new Map(
    [...entries].filter(([, entry]) => {
      if (entry.type === 'deleted') return Date.parse(entry.modified) > now - REMEMBERED;
      return entry.type === 'note' || entries.get(entry.note)?.type !== 'deleted';
    }),
  );
}
