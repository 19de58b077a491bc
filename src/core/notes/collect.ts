import type { Entries, StoredNote } from './entries.js';
import type { Note } from './model.js';

/** The notes of all readers' files, each with what anybody has said last about whether it is worked off. */
export function collect(files: Iterable<Entries>): Note[] {
  const notes = new Map<string, StoredNote>();
  const marks = new Map<string, { at: number; resolved: boolean }>();
  for (const entries of files)
    for (const entry of entries.values()) {
      if (entry.type === 'deleted') continue;
      const at = Date.parse(entry.modified);
      if (entry.type === 'mark') {
        if (at >= (marks.get(entry.note)?.at ?? Number.NEGATIVE_INFINITY))
          marks.set(entry.note, { at, resolved: entry.resolved });
      } else if (at > Date.parse(notes.get(entry.note.id)?.modified ?? new Date(-8.64e15).toISOString()))
        notes.set(entry.note.id, entry.note);
    }
  return [...notes.values()].map((note) => ({ ...note, resolved: marks.get(note.id)?.resolved ?? false }));
}
