/**
 * The messages between the extension and the preview page, the only file that both sides share. Whatever arrives is validated by
 * `isToPage` and `isToHost` before anything else is done with it. Lines are 0-based lines of the document.
 */

/** How the document is to be laid out and named. */
export interface Update {
  readonly type: 'update';
  /** The document's URI. The page keeps it as its state, from which VS Code restores the panel with the window. */
  readonly uri: string;
  /** Version of the document; an older one than the page has is dropped. */
  readonly version: number;
  /** Body HTML of the document as the host renders it: `data-source-line` on blocks, `data-part` on each part's first block. */
  readonly html: string;
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
  readonly strings: PageStrings;
}

/** What the page says itself, in the editor's language. */
export interface PageStrings {
  /** `{0}` is the page, `{1}` the number of pages without appendix. */
  readonly page: string;
  /** `{0}` is the page of the appendix. */
  readonly appendixPage: string;
}

/** Scrolls so that the line is at the top. */
export interface ScrollTo {
  readonly type: 'scrollTo';
  readonly line: number;
}

export type ToPage = Update | ScrollTo;

/** The page listens; the host answers with `update`. */
export interface Ready {
  readonly type: 'ready';
}

/** The reader asked for the line's place in the source. */
export interface RevealLine {
  readonly type: 'revealLine';
  readonly line: number;
}

/** The reader scrolled: the line is now at the top. */
export interface VisibleLine {
  readonly type: 'visibleLine';
  readonly line: number;
}

/** Pages are laid out: how many there are without and in the appendix. */
export interface Paginated {
  readonly type: 'paginated';
  readonly version: number;
  readonly pages: number;
  readonly appendixPages: number;
}

export type ToHost = Ready | RevealLine | VisibleLine | Paginated;

type Check = (value: unknown) => boolean;
/** A check for every key of a message but its type. */
type Shape<T> = { readonly [K in Exclude<keyof T, 'type'>]: Check };
type Shapes<T extends { readonly type: string }> = { readonly [K in T['type']]: Shape<Extract<T, { type: K }>> };

const text: Check = (value) => typeof value === 'string';
const count: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const length: Check = (value) => typeof value === 'number' && value >= 0 && value <= 288;
const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);
const record =
  (shape: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isRecord(value) && Object.entries(shape).every(([key, check]) => check(value[key]));

const TO_PAGE: Shapes<ToPage> = {
  update: {
    uri: text,
    version: count,
    html: text,
    title: text,
    edition: text,
    mark: text,
    language: text,
    size: oneOf('letter', 'a4'),
    margin: length,
    strings: record({ page: text, appendixPage: text }),
  },
  scrollTo: { line: count },
};

const TO_HOST: Shapes<ToHost> = {
  ready: {},
  revealLine: { line: count },
  visibleLine: { line: count },
  paginated: { version: count, pages: count, appendixPages: count },
};

export function isToPage(value: unknown): value is ToPage {
  return matches(value, TO_PAGE);
}

export function isToHost(value: unknown): value is ToHost {
  return matches(value, TO_HOST);
}

function matches(value: unknown, shapes: Readonly<Record<string, Readonly<Record<string, Check>>>>): boolean {
  if (!isRecord(value) || typeof value.type !== 'string' || !Object.hasOwn(shapes, value.type)) return false;
  return record(shapes[value.type]!)(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
