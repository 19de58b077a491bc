import { isCollection, isMap, isPair, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import type { Locale } from '../messages/locale.js';
import type { Range } from '../model.js';
import { Lines } from '../text/lines.js';
import { NO_KIND } from './input.js';
import { type KeyPath, showPath } from './problems.js';
import { LARGEST } from './reader.js';
import { alternatives, type ObjectShape, type Shape, shapeUnder } from './shape.js';

/** What may stand at a place of a config. */
export interface Suggestion {
  readonly label: string;
  readonly kind: 'key' | 'value';
  /** What it is for, in the reader's language. */
  readonly text: string;
  /** What to write: a key comes with its colon, and with a line break where its values stand below it. */
  readonly insert: string;
}

export interface Completion {
  /** What has been typed of it. */
  readonly range: Range;
  /** The same, with the rest of the word that the place is in. */
  readonly word: Range;
  readonly suggestions: readonly Suggestion[];
}

/** What is known beyond the shape: the names of the kinds that there are. */
export interface Names {
  readonly kinds: readonly string[];
  /** Of the sections that have titles of their own. */
  readonly sections: readonly string[];
}

/**
 * What may be written at `offset` of a YAML config. It goes by the lines and their indentation rather than by the parser, for a text that
 * is being written is rarely sound.
 */
export function complete(text: string, offset: number, shape: Shape, locale: Locale, names: Names): Completion {
  const place = placeAt(text, offset);
  const range = { start: offset - place.typed.length, end: offset };
  const rest = /^[\p{L}\p{N}_-]*/u.exec(text.slice(offset, offset + 100))![0];
  const word = { start: range.start, end: offset + rest.length };
  const under = place.path.reduce<Shape | undefined>((at, key) => at && shapeUnder(at, key), shape);
  if (!under) return { range, word, suggestions: [] };
  const found = place.expects === 'key' ? keysOf(under, place, locale) : [];
  const values = place.expects === 'value' || found.length === 0 ? valuesOf(under, place.path, locale, names) : [];
  return { range, word, suggestions: [...found, ...values] };
}

function keysOf(shape: Shape, { siblings, flow, hang }: Place, locale: Locale): Suggestion[] {
  const object = alternatives(shape).find((one) => one.type === 'object');
  if (!object) return [];
  return Object.entries((object as ObjectShape).properties)
    .filter(([key]) => !siblings.includes(key))
    .map(([label, under]) => {
      const [first] = alternatives(under);
      const indent = `\n  ${' '.repeat(hang)}`;
      const below = first!.type === 'object' ? indent : first!.type === 'array' ? `${indent}- ` : ' ';
      return { label, kind: 'key', text: describe(under, locale), insert: `${label}:${flow ? ' ' : below}` };
    });
}

function valuesOf(shape: Shape, path: KeyPath, locale: Locale, { kinds, sections }: Names): Suggestion[] {
  const named = (names: readonly string[]) => names.map((label) => value(label, describe(shape, locale)));
  if (path[0] === 'files' && (path.length === 2 || path[2] === 'kind')) return named([...kinds, NO_KIND]);
  if (path[0] === 'kinds' && path.at(-1) === 'id') {
    if (path.length === 3) return named(kinds);
    if (path.at(-3) === 'sections') return named(sections);
  }
  return alternatives(shape).flatMap((one) => {
    if (one.type === 'boolean') return ['true', 'false'].map((label) => value(label, describe(shape, locale)));
    if (one.type !== 'string' || !one.values) return [];
    return Object.entries(one.values).map(([label, text]) => value(label, text?.[locale] ?? ''));
  });
}

function value(label: string, text: string): Suggestion {
  return { label, kind: 'value', text, insert: label };
}

function describe(shape: Shape, locale: Locale): string {
  const text = (shape.text ?? alternatives(shape)[0]!.text)?.[locale] ?? '';
  if (shape.default === undefined) return text;
  return `${text}\n\n${locale === 'ko' ? '기본값' : 'Default'}: \`${JSON.stringify(shape.default)}\``;
}

/** Where in a config a place is. */
interface Place {
  /** To the object that a key is expected in, or to the value. */
  readonly path: KeyPath;
  readonly expects: 'key' | 'value';
  readonly typed: string;
  /** Keys that stand there already. */
  readonly siblings: readonly string[];
  /** Whether it is in `{…}` or `[…]`. */
  readonly flow: boolean;
  /** Columns between the line's indentation and the key: those of the dashes in front of it. */
  readonly hang: number;
}

/** A line as far as its place tells: `  - - key: rest`. */
interface Entry {
  /** Columns of the dashes. */
  readonly dashes: readonly number[];
  /** Column of what follows them. */
  readonly column: number;
  readonly key: string | null;
  /** What follows the key's colon, or the dashes where there is no key. */
  readonly rest: string;
}

function entryOf(line: string): Entry {
  const [lead, indent, marks] = /^([ ]*)((?:-[ ]+|-$)*)/.exec(line)!;
  const dashes = [...marks!.matchAll(/-/g)].map(({ index }) => indent!.length + index);
  const content = line.slice(lead.length);
  const pair = /^("(?:[^"\\]|\\.)*"|'[^']*'|[^\s"'{}[\],#&*!|>%@`:][^:#]*?)\s*:(?:\s+(.*)|$)/.exec(content);
  return { dashes, column: lead.length, key: pair ? unquoted(pair[1]!) : null, rest: pair ? (pair[2] ?? '') : content };
}

function unquoted(key: string): string {
  return /^["'].*["']$/.test(key) ? key.slice(1, -1) : key;
}

function placeAt(text: string, offset: number): Place {
  const lines = new Lines(text);
  const number = lines.lineAt(offset);
  const line = text.slice(lines.start(number), offset);
  const entry = entryOf(line);
  const above = pathAbove(lines, number, entry);
  const flow = inFlow(entry.rest);
  if (flow) {
    const path = [...above, ...(entry.key === null ? [] : [entry.key]), ...flow.path];
    return { ...flow, path, flow: true, hang: 0 };
  }
  if (entry.key !== null)
    return { path: [...above, entry.key], expects: 'value', typed: entry.rest, siblings: [], flow: false, hang: 0 };
  const siblings = siblingsOf(lines, number, entry);
  const hang = entry.column - (entry.dashes[0] ?? entry.column);
  return { path: above, expects: 'key', typed: entry.rest, siblings, flow: false, hang };
}

/** The keys and list items that a line stands under, from the top. */
function pathAbove(lines: Lines, number: number, entry: Entry): (string | number)[] {
  const path: (string | number)[] = [];
  let { column } = entry;
  // A list may stand at the very column of the key that it belongs to.
  let orEqual = false;
  const outOf = (dashes: readonly number[]): void => {
    for (const dash of [...dashes].reverse()) {
      path.unshift(0);
      column = dash;
      orEqual = true;
    }
  };
  outOf(entry.dashes);
  for (let n = number - 1; n >= 0 && (column > 0 || orEqual); n--) {
    const text = lines.slice(n);
    if (/^\s*(?:#|$)/.test(text)) continue;
    const above = entryOf(text);
    const isFirstOfItem = above.dashes.length > 0 && above.column === column && !orEqual;
    if (isFirstOfItem) outOf(above.dashes);
    else if (
      above.key !== null &&
      (above.column < column || (orEqual && above.column === column && above.dashes.length === 0))
    ) {
      path.unshift(above.key);
      ({ column } = above);
      orEqual = false;
      outOf(above.dashes);
    }
  }
  return path;
}

/** The keys beside a line, above and below. */
function siblingsOf(lines: Lines, number: number, { column, dashes }: Entry): string[] {
  const keys: string[] = [];
  const look = (step: 1 | -1): void => {
    for (let n = number + step; n >= 0 && n < lines.count; n += step) {
      const text = lines.slice(n);
      if (/^\s*(?:#|$)/.test(text)) continue;
      const other = entryOf(text);
      const start = other.dashes[0] ?? other.column;
      if (start < column && !(step === -1 && other.column === column)) return;
      if (other.column === column && other.key !== null) keys.push(other.key);
      if (start < column) return;
    }
  };
  if (dashes.length === 0) look(-1);
  look(1);
  return keys;
}

/** Where the end of a line's value is within `{…}` and `[…]`; null outside of them. */
function inFlow(value: string): Omit<Place, 'flow' | 'hang'> | null {
  const open: { readonly list: boolean; key: string | null; keys: string[] }[] = [];
  let token = '';
  let quote = '';
  for (const character of value) {
    if (quote !== '') {
      if (character === quote) quote = '';
      token += character;
      continue;
    }
    const inside = open.at(-1);
    if (character === '"' || character === "'") {
      quote = character;
      token += character;
    } else if (character === '{' || character === '[') {
      open.push({ list: character === '[', key: null, keys: [] });
      token = '';
    } else if (character === '}' || character === ']') {
      open.pop();
      token = '';
    } else if (character === ',' && inside) {
      inside.key = null;
      token = '';
    } else if (character === ':' && inside && !inside.list && inside.key === null) {
      inside.key = unquoted(token.trim());
      inside.keys.push(inside.key);
      token = '';
    } else token += character;
  }
  const last = open.at(-1);
  if (!last) return null;
  const path = open.flatMap<string | number>(({ list, key }) => (list ? [0] : key === null ? [] : [key]));
  const expects = last.list || last.key !== null ? 'value' : 'key';
  return { path, expects, typed: token.trimStart(), siblings: last.keys };
}

/** What is known of the key or value at a place. */
export interface Explanation {
  readonly range: Range;
  /** Markdown. */
  readonly text: string;
}

/** Explains the key or value at `offset`; null where there is nothing to say. Never throws. */
export function explain(text: string, offset: number, shape: Shape, locale: Locale): Explanation | null {
  const found = nodeAt(text, offset);
  if (!found) return null;
  const under = found.path.reduce<Shape | undefined>((at, key) => at && shapeUnder(at, key), shape);
  if (!under) return null;
  const texts = [describe(under, locale)];
  if (found.value !== undefined)
    for (const one of alternatives(under))
      if (one.type === 'string' && one.values && Object.hasOwn(one.values, found.value))
        texts.unshift(`\`${found.value}\`: ${one.values[found.value]?.[locale] ?? ''}`);
  const body = texts.filter((one) => one !== '').join('\n\n');
  return body === '' ? null : { range: found.range, text: `**\`${showPath(found.path)}\`**\n\n${body}` };
}

function nodeAt(text: string, offset: number): { path: KeyPath; range: Range; value?: string } | null {
  if (text.length > LARGEST) return null;
  let node: unknown;
  try {
    node = parseDocument(text, { prettyErrors: false, uniqueKeys: false, logLevel: 'silent' }).contents;
  } catch {
    return null;
  }
  const path: (string | number)[] = [];
  const holds = (one: unknown): Range | null => {
    const range = (one as Node | null | undefined)?.range;
    return range && offset >= range[0] && offset <= range[1] ? { start: range[0], end: range[1] } : null;
  };
  while (isCollection(node)) {
    const index = node.items.findIndex((item) => (isPair(item) ? holds(item.key) || holds(item.value) : holds(item)));
    const item = node.items[index];
    if (isSeq(node)) {
      path.push(index);
      node = item;
    } else if (isMap(node) && isPair(item)) {
      path.push(isScalar(item.key) ? String(item.key.value) : '');
      const key = holds(item.key);
      if (key) return { path, range: key };
      node = item.value;
    } else return null;
  }
  const range = holds(node);
  return range && isScalar(node) ? { path, range, value: String(node.value) } : null;
}
