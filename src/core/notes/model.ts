import type { Range } from '../model.js';

/** What readers write in the margin. */
export const NOTE_KINDS = ['question', 'concern', 'suggestion', 'praise', 'typo'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/** Who wrote a note. */
export interface Reader {
  /** Name of the reader's files without `.json`, made from the name by `readerId`. */
  readonly id: string;
  /** As people know them, in whatever script. */
  readonly name: string;
}

/** What a note is about: the words, what stood around them, and where they stood when the note was written. */
export interface NoteTarget extends Range {
  readonly exact: string;
  /** Up to `CONTEXT` UTF-16 units in front of and behind the words. */
  readonly prefix: string;
  readonly suffix: string;
}

/** One note. Times are ISO 8601 in UTC. */
export interface Note {
  /** `urn:uuid:…` */
  readonly id: string;
  readonly kind: NoteKind;
  /** Plain text, may have several lines. */
  readonly body: string;
  readonly reader: Reader;
  readonly created: string;
  readonly modified: string;
  /** Worked off; by anybody, so it may have changed after `modified`. */
  readonly resolved: boolean;
  /** Page, counted from 1, on which the document answers it later. */
  readonly answeredOnPage?: number;
  readonly target: NoteTarget;
}

/** A note with its place in the document as it is now. */
export interface PlacedNote extends Note {
  /** UTF-16 offsets into the document; null where the words can't be found any more: the note is unplaced. */
  readonly range: Range | null;
  /** Sheet on which it begins, counted from 1 through the whole paper, appendix too, as `data-page` is. */
  readonly page?: number;
}
