import type { Documents } from '../documents.js';
import { Notes } from './store.js';

/** What the bundle on demand starts. */
export function startNotes(documents: Documents): Notes {
  return new Notes(documents);
}
