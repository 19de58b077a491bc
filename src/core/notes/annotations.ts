import { CONTEXT } from './anchor.js';
import { type Entries, type Entry, keyOf, type StoredNote } from './entries.js';
import { lineOfItem, lineOfSyntaxError } from './json-places.js';
import { NOTE_KINDS, type NoteKind, type NoteTarget } from './model.js';

/**
 * Notes as W3C Web Annotations (https://www.w3.org/TR/annotation-model/): an `AnnotationPage` for each reader and document. What the standard
 * has no word for is in a namespace of ours. Whatever else stands in a file is kept when it is written.
 */
const CONTEXTS = ['http://www.w3.org/ns/anno.jsonld', { prfaq: 'https://github.com/working-backwards/prfaq/ns#' }];
const ANSWERED = 'prfaq:answeredOnPage';
const DELETED = 'prfaq:deleted';

/** The motivation that a kind of note is closest to; a tag in the body says which kind it is. */
const MOTIVATIONS: Readonly<Record<NoteKind, string>> = {
  question: 'questioning',
  concern: 'commenting',
  suggestion: 'editing',
  praise: 'assessing',
  typo: 'editing',
};

/** Something in a file that can't be used. `line` is 0-based. */
export interface FileProblem {
  readonly line: number;
  /**
   * `conflict`: marks of a merge; `syntax`: no JSON, `detail` says what the parser said; `shape`: no page of annotations; `size`: more
   * bytes than `detail`. These make the file unreadable, and it must not be written. `item`: one annotation, the `detail`th, that is no
   * note; it is kept as it is.
   */
  readonly code: 'conflict' | 'syntax' | 'shape' | 'size' | 'item';
  readonly detail: string;
}

export interface ReadFile {
  /** Null for a file that can't be read, and so must not be written either. */
  readonly entries: Entries | null;
  readonly problems: readonly FileProblem[];
}

type Json = Record<string, unknown>;

/** Reads a file. `reader` is the id of the reader whose file it is: its name says so, whatever the file says. */
export function readAnnotations(json: string, reader: string): ReadFile {
  const unreadable = (problem: FileProblem): ReadFile => ({ entries: null, problems: [problem] });
  const conflict = json.split('\n').findIndex((line) => /^(?:<{7}|={7}|>{7})(?:\s|$)/.test(line));
  if (conflict !== -1) return unreadable({ line: conflict, code: 'conflict', detail: '' });
  let root: unknown;
  try {
    root = JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return unreadable({ line: lineOfSyntaxError(json), code: 'syntax', detail });
  }
  const items = itemsOf(root);
  if (!items) return unreadable({ line: 0, code: 'shape', detail: '' });

  const entries = new Map<string, Entry>();
  const problems: FileProblem[] = [];
  for (const [n, item] of items.entries()) {
    const entry = readItem(item, reader);
    if (!entry) problems.push({ line: lineOfItem(json, n), code: 'item', detail: String(n + 1) });
    else if (!entries.has(keyOf(entry))) entries.set(keyOf(entry), entry);
  }
  for (const [id, modified] of Object.entries(asObject((root as Json)[DELETED]) ?? {}))
    if (isDate(modified) && !entries.has(id)) entries.set(id, { type: 'deleted', id, modified });
  return { entries, problems };
}

/** The annotations of a page, or of a collection that has its first page in itself. */
function itemsOf(root: unknown): unknown[] | null {
  const page = pageOf(root);
  return page && Array.isArray(page.items) ? page.items : null;
}

function pageOf(root: unknown): Json | null {
  const object = asObject(root);
  if (!object) return null;
  if (hasType(object, 'AnnotationPage')) return object;
  return hasType(object, 'AnnotationCollection') ? asObject(object.first) : null;
}

function readItem(item: unknown, reader: string): Entry | null {
  const annotation = asObject(item);
  if (!annotation || !hasType(annotation, 'Annotation') || typeof annotation.id !== 'string') return null;
  const { id, created } = annotation;
  const modified = [annotation.modified, created].find(isDate) ?? new Date(0).toISOString();
  const about = readMark(annotation);
  if (about) return { type: 'mark', modified, id, ...about };
  const target = readTarget(annotation.target);
  if (!target) return null;
  const page = annotation[ANSWERED];
  const note: StoredNote = {
    id,
    kind: readKind(annotation),
    body: textOf(annotation),
    reader: { id: reader, name: readName(annotation.creator) ?? reader },
    created: isDate(created) ? created : modified,
    modified,
    ...(typeof page === 'number' && Number.isSafeInteger(page) && page > 0 ? { answeredOnPage: page } : {}),
    target,
  };
  return { type: 'note', modified, note };
}

/** An assessment of a whole note, by a tag `resolved` or `unresolved`. */
function readMark({ motivation, target, body }: Json): { note: string; resolved: boolean } | null {
  const tag = asArray(body)
    .map(asObject)
    .find((one) => one?.purpose === 'tagging')?.value;
  if (motivation !== 'assessing' || typeof target !== 'string') return null;
  return tag === 'resolved' || tag === 'unresolved' ? { note: target, resolved: tag === 'resolved' } : null;
}

function readTarget(target: unknown): NoteTarget | null {
  const selectors = asArray(target).flatMap((one) => asArray(asObject(one)?.selector).map(asObject));
  const quote = selectors.find((one) => one && hasType(one, 'TextQuoteSelector'));
  const position = selectors.find((one) => one && hasType(one, 'TextPositionSelector'));
  if (typeof quote?.exact !== 'string' || quote.exact === '') return null;
  const start = isOffset(position?.start) ? position.start : 0;
  return {
    exact: quote.exact,
    prefix: typeof quote.prefix === 'string' ? quote.prefix.slice(-CONTEXT) : '',
    suffix: typeof quote.suffix === 'string' ? quote.suffix.slice(0, CONTEXT) : '',
    start,
    end: isOffset(position?.end) ? Math.max(start, position.end) : start + quote.exact.length,
  };
}

function readKind({ motivation, body }: Json): NoteKind {
  const tags = asArray(body)
    .map(asObject)
    .flatMap((one) => (one?.purpose === 'tagging' ? [one.value] : []));
  const motivations = asArray(motivation);
  return (
    NOTE_KINDS.find((kind) => tags.includes(kind)) ??
    NOTE_KINDS.find((kind) => motivations.includes(MOTIVATIONS[kind])) ??
    'concern'
  );
}

function textOf({ body, bodyValue }: Json): string {
  if (typeof bodyValue === 'string') return bodyValue;
  const text = asArray(body).map(asObject).find(isText)?.value;
  return typeof text === 'string' ? text : '';
}

function isText(body: Json | null): body is Json {
  return body !== null && body.purpose !== 'tagging' && typeof body.value === 'string';
}

function readName(creator: unknown): string | null {
  const name = asArray(creator).map((one) => (typeof one === 'string' ? one : asObject(one)?.name))[0];
  return typeof name === 'string' && name.trim() !== '' ? name.trim().slice(0, 100) : null;
}

// ---------------------------------------------------------------- writing

/**
 * Writes entries over what a file held (null for a new one): what they say is changed, anything else stays, unknown annotations and unknown
 * keys too. `source` is the address of the document relative to the file, `self` that of the file itself. `previous` has to be readable.
 */
export function writeAnnotations(previous: string | null, entries: Entries, source: string, self: string): string {
  const root: Json =
    previous === null
      ? { '@context': CONTEXTS, id: self, type: 'AnnotationPage', items: [] }
      : (JSON.parse(previous.replace(/^\uFEFF/, '')) as Json);
  const page = pageOf(root)!;
  const written = new Set<string>();
  const known = (page.items as unknown[]).flatMap((item) => {
    const old = readItem(item, '');
    if (!old) return [item];
    const key = keyOf(old);
    const entry = entries.get(key);
    if (!entry || entry.type === 'deleted' || written.has(key)) return [];
    written.add(key);
    return [writeItem(item as Json, entry, source)];
  });
  const added = [...entries]
    .filter(([key, entry]) => entry.type !== 'deleted' && !written.has(key))
    .map(([, entry]) => writeItem({}, entry, source));
  page.items = [...known, ...added];
  const deleted = [...entries.values()].flatMap((entry) =>
    entry.type === 'deleted' ? [[entry.id, entry.modified] as const] : [],
  );
  if (deleted.length > 0) root[DELETED] = Object.fromEntries(deleted);
  else delete root[DELETED];
  return `${JSON.stringify(root, null, 2)}\n`;
}

function writeItem(old: Json, entry: Entry, source: string): Json {
  if (entry.type === 'note') return writeNote(old, entry.note, source);
  if (entry.type !== 'mark') return old;
  return {
    ...old,
    id: entry.id,
    type: old.type ?? 'Annotation',
    motivation: 'assessing',
    modified: entry.modified,
    body: { type: 'TextualBody', purpose: 'tagging', value: entry.resolved ? 'resolved' : 'unresolved' },
    target: entry.note,
  };
}

function writeNote({ [ANSWERED]: _, bodyValue, ...old }: Json, note: StoredNote, source: string): Json {
  const motivation = MOTIVATIONS[note.kind];
  return {
    ...old,
    id: note.id,
    type: old.type ?? 'Annotation',
    motivation,
    creator: writeCreator(old.creator, note),
    created: note.created,
    modified: note.modified,
    body: writeBody(asArray(old.body), note, motivation),
    target: writeTarget(old.target, note.target, source),
    ...(note.answeredOnPage === undefined ? {} : { [ANSWERED]: note.answeredOnPage }),
  };
}

function writeCreator(old: unknown, { reader }: StoredNote): unknown {
  if (readName(old) === reader.name) return old;
  return { type: 'Person', ...asObject(old), name: reader.name };
}

/** The text and the tag of the kind; other bodies are kept. */
function writeBody(old: readonly unknown[], note: StoredNote, purpose: string): unknown[] {
  const text = old.map(asObject).find(isText);
  const tag = old
    .map(asObject)
    .find((one) => one?.purpose === 'tagging' && NOTE_KINDS.some((kind) => kind === one.value));
  return [
    { type: 'TextualBody', format: 'text/plain', ...text, purpose, value: note.body },
    { type: 'TextualBody', purpose: 'tagging', ...tag, value: note.kind },
    ...old.filter((one) => typeof one !== 'string' && asObject(one) !== text && asObject(one) !== tag),
  ];
}

/** A target is written once and for all; only the document's address can change. */
function writeTarget(old: unknown, { exact, prefix, suffix, start, end }: NoteTarget, source: string): unknown {
  const known = asArray(old)
    .map(asObject)
    .find((one) => one !== null);
  if (known && !Array.isArray(old)) return { ...known, source };
  if (known) return old;
  return {
    source,
    selector: [
      { type: 'TextQuoteSelector', exact, prefix, suffix },
      { type: 'TextPositionSelector', start, end },
    ],
  };
}

// ---------------------------------------------------------------- JSON

function asObject(value: unknown): Json | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;
}

/** JSON-LD writes one value and a list of one the same way. */
function asArray(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

function hasType(object: Json, type: string): boolean {
  return asArray(object.type).includes(type);
}

function isOffset(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isDate(value: unknown): value is string {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}
