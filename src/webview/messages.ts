import { type MeetingEvent, type MeetingState, MINUTES, PHASES, readMeeting } from '../core/meeting/state.js';
import { NOTE_KINDS, type NoteKind } from '../core/notes/model.js';
import type { Spot } from '../core/preview/spots.js';
import type { PageStrings } from './strings.js';

/**
 * The messages between the extension and the preview page: the only file that both sides share, but for types. Whatever arrives is
 * validated by `isToPage` and `isToHost` before anything else is done with it. Lines are 0-based lines of the document, pages are
 * counted from 1, times are milliseconds since the Unix epoch.
 */

/** What the page says and how it looks; comes once, before all else. */
export interface Setup {
  readonly type: 'setup';
  /** The document's URI. The page keeps it as its state, from which VS Code restores the panel with the window. */
  readonly uri: string;
  /** In the editor's language. */
  readonly strings: PageStrings;
  readonly view: ViewOptions;
  /** Whether the end of the reading makes a sound. */
  readonly sound: boolean;
}

/** How the reader likes the paper. */
export interface ViewOptions {
  /** `auto` fits the paper to the window but shows it no larger than life. */
  readonly zoom: 'auto' | 'width' | number;
  readonly twoUp: boolean;
  readonly lineNumbers: boolean;
  readonly darkPaper: boolean;
  /** The author's view: findings in the margin. Otherwise the reader's: only the text. */
  readonly findings: boolean;
  readonly clock: boolean;
}

/** How the document is to be laid out and named. */
export interface Update {
  readonly type: 'update';
  /** Version of the document; an older one than the page has is dropped. */
  readonly version: number;
  readonly blocks: readonly PageBlock[];
  /** Running head, left: the document's title, and date or draft. */
  readonly title: string;
  readonly edition: string;
  /** Running head, right, such as "Confidential"; empty for none. */
  readonly mark: string;
  /** BCP 47, for hyphens, quotes and the choice of fonts. */
  readonly language: string;
  readonly size: 'letter' | 'a4';
  /** Points. */
  readonly margin: number;
  readonly findings: readonly PageFinding[];
}

/** An outermost block of the document, as `core/preview/render.ts` renders it. */
export interface PageBlock {
  /** Its first line. `data-source-line` in its HTML counts from there, so that its HTML stays the same when lines come above it. */
  readonly line: number;
  /** The part of the paper that begins with it. */
  readonly part: string | null;
  readonly html: string;
}

export interface PageFinding {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
  readonly start: Spot;
}

/** A stretch of the document by where it shows; `text` is what shows there without white space, its beginning at least. */
export interface Stretch {
  readonly start: Spot;
  readonly end: Spot;
  readonly text: string;
}

export interface PageNotes {
  readonly type: 'notes';
  readonly notes: readonly PageNote[];
}

export interface PageNote {
  readonly id: string;
  readonly kind: NoteKind;
  readonly body: string;
  /** Who wrote it; empty for the reader. */
  readonly reader: string;
  readonly resolved: boolean;
  /** Page that answers it; 0 for none. */
  readonly answeredOnPage: number;
  /** Null where the words can't be found any more. */
  readonly place: Stretch | null;
  /** The words it was written to. */
  readonly exact: string;
}

/** The meeting that is held with this document, or none. */
export interface Meeting {
  readonly type: 'meeting';
  readonly state: MeetingState | null;
  /** The host's time of day, whose clock may not be the page's. */
  readonly now: number;
}

/** What the page asked for and the host has done: the page needn't keep it any longer. */
export interface Done {
  readonly type: 'done';
  readonly ids: readonly string[];
}

/** Scrolls so that the line is at the top. */
export interface ScrollTo {
  readonly type: 'scrollTo';
  readonly line: number;
}

/** Something that the reader asked for by a command. */
export interface Do {
  readonly type: 'do';
  readonly what: 'addNote' | 'export';
}

export type ToPage = Setup | Update | PageNotes | Meeting | Done | ScrollTo | Do;

/** The page listens; the host answers with all that it knows. */
export interface Ready {
  readonly type: 'ready';
}

/** The reader asked for a place in the source. */
export interface Reveal {
  readonly type: 'reveal';
  readonly spot: Spot;
}

/** The reader scrolled: the line is now at the top. */
export interface VisibleLine {
  readonly type: 'visibleLine';
  readonly line: number;
}

/** Pages are laid out: how many there are without and in the appendix, and the time it took, in milliseconds. */
export interface Paginated {
  readonly type: 'paginated';
  readonly version: number;
  readonly pages: number;
  readonly appendixPages: number;
  readonly took: number;
}

/** The reader chose how the paper looks. */
export interface ViewChanged {
  readonly type: 'view';
  readonly view: ViewOptions;
}

/** The reader followed a link to another file. */
export interface OpenLink {
  readonly type: 'openLink';
  readonly href: string;
}

/** The reader wants to write a note on a document that is no file yet. */
export interface Unsaved {
  readonly type: 'unsaved';
}

/** The pages as HTML, without anything that is not paper. */
export interface Exported {
  readonly type: 'exported';
  readonly html: string;
}

/** What the reader writes and decides; sent again until the host says that it is done, so that nothing is lost with the host. */
export interface Request {
  readonly type: 'request';
  readonly id: string;
  readonly what: Wish;
}

export type Wish =
  | { readonly type: 'addNote'; readonly place: Stretch; readonly kind: NoteKind; readonly body: string }
  | { readonly type: 'editNote'; readonly note: string; readonly kind: NoteKind; readonly body: string }
  | { readonly type: 'resolveNote'; readonly note: string; readonly resolved: boolean }
  | { readonly type: 'answerNote'; readonly note: string; readonly page: number }
  | { readonly type: 'removeNote'; readonly note: string }
  /** Asks for the meeting's record. */
  | { readonly type: 'record' }
  | MeetingEvent;

export type ToHost = Ready | Reveal | VisibleLine | Paginated | ViewChanged | OpenLink | Unsaved | Exported | Request;

type Check = (value: unknown) => boolean;
/** A check for every key of a message but its type. */
type Shape<T> = { readonly [K in Exclude<keyof T, 'type'>]: Check };
type Shapes<T extends { readonly type: string }> = { readonly [K in T['type']]: Shape<Extract<T, { type: K }>> };
type AnyShapes = Readonly<Record<string, Readonly<Record<string, Check>>>>;

/** Longest text that a page may send: a note or a line of minutes. */
const LONGEST_TEXT = 20_000;

const text: Check = (value) => typeof value === 'string';
const shortText: Check = (value) => typeof value === 'string' && value.length <= LONGEST_TEXT;
const flag: Check = (value) => typeof value === 'boolean';
const count: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const number: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const length: Check = (value) => number(value) && (value as number) >= 0 && (value as number) <= 288;
const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);
const record =
  (shape: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isRecord(value) && Object.entries(shape).every(([key, check]) => check(value[key]));
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);

const spot = record({ line: count, index: count });
const stretch = record({ start: spot, end: spot, text: shortText });
const kind = oneOf(...NOTE_KINDS);
const minutes = oneOf(...MINUTES);
const view = record({
  zoom: (value) =>
    value === 'auto' || value === 'width' || (number(value) && (value as number) > 0.1 && (value as number) <= 4),
  twoUp: flag,
  lineNumbers: flag,
  darkPaper: flag,
  findings: flag,
  clock: flag,
});
const strings: Check = (value) => isRecord(value) && Object.values(value).every(text);

const TO_PAGE: Shapes<ToPage> = {
  setup: { uri: text, strings, view, sound: flag },
  update: {
    version: count,
    blocks: listOf(record({ line: count, part: orNull(text), html: text })),
    title: text,
    edition: text,
    mark: text,
    language: text,
    size: oneOf('letter', 'a4'),
    margin: length,
    findings: listOf(
      record({
        rule: text,
        severity: oneOf('error', 'warning', 'information', 'hint'),
        message: text,
        start: spot,
      }),
    ),
  },
  notes: {
    notes: listOf(
      record({
        id: text,
        kind,
        body: text,
        reader: text,
        resolved: flag,
        answeredOnPage: count,
        place: orNull(stretch),
        exact: text,
      }),
    ),
  },
  meeting: { state: orNull((value) => readMeeting(value) !== null), now: number },
  done: { ids: listOf(text) },
  scrollTo: { line: count },
  do: { what: oneOf('addNote', 'export') },
};

const entry = { kind: minutes, id: shortText, text: shortText, who: shortText, due: shortText };
const WISHES: Shapes<Wish> = {
  addNote: { place: stretch, kind, body: shortText },
  editNote: { note: shortText, kind, body: shortText },
  resolveNote: { note: shortText, resolved: flag },
  answerNote: { note: shortText, page: count },
  removeNote: { note: shortText },
  go: { phase: oneOf(...PHASES) },
  pause: {},
  resume: {},
  end: {},
  record: {},
  extend: { what: oneOf('reading', 'length'), to: number },
  turn: { page: count },
  read: { page: count },
  add: entry,
  change: entry,
  remove: { kind: minutes, id: shortText },
  tick: { kind: oneOf('actions'), id: shortText, done: flag },
  pages: { pages: count },
};

const TO_HOST: Shapes<ToHost> = {
  ready: {},
  reveal: { spot },
  visibleLine: { line: count },
  paginated: { version: count, pages: count, appendixPages: count, took: number },
  view: { view },
  openLink: { href: shortText },
  unsaved: {},
  exported: { html: text },
  request: { id: shortText, what: (value) => matches(value, WISHES) },
};

/** Whether a value is a message for the page, whole and of the right types; anything else is not listened to. */
export function isToPage(value: unknown): value is ToPage {
  return matches(value, TO_PAGE);
}

/** Whether a value is a message from the page, whole and of the right types; anything else is not listened to. */
export function isToHost(value: unknown): value is ToHost {
  return matches(value, TO_HOST);
}

/** What was stored of the reader's likings, over the defaults. */
export function readView(value: unknown, otherwise: ViewOptions): ViewOptions {
  return view(value) ? (value as ViewOptions) : otherwise;
}

function matches(value: unknown, shapes: AnyShapes): boolean {
  if (!isRecord(value) || typeof value.type !== 'string' || !Object.hasOwn(shapes, value.type)) return false;
  return record(shapes[value.type]!)(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
