import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parse,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import type { Range, Severity, TextEdit } from '../model.js';
import { compileGlob } from './glob.js';
import type { KeyPath, ProblemTexts } from './problems.js';
import { readConfig } from './reader.js';
import type { WordList } from './vocabulary.js';

/** What a config's text has to become. */
export type ConfigEdit =
  | { readonly type: 'edit'; readonly edit: TextEdit }
  /** The config says it already. */
  | { readonly type: 'none' }
  /** It can't be said without harm to what stands there: where, and why. */
  | { readonly type: 'unable'; readonly at: Range; readonly message: string };

/** How a config's text is to be written: `json` for a file whose name ends in `.json`. */
export interface Writing {
  readonly texts: ProblemTexts;
  readonly json?: boolean;
}

/** The edit that adds a word to `vocabulary.allow` or `vocabulary.acronyms`. Everything else stays as it is written. Never throws. */
export function addWord(text: string, list: WordList, word: string, writing: Writing): ConfigEdit {
  return edit(text, () => ({ path: ['vocabulary', list], value: word, adds: true }), writing);
}

/**
 * The edit that sets a rule's severity for a document, whose path is from the config's folder, with `/`: where the last glob under `files`
 * that matches it speaks of the rule, there, else under `rules`. Everything else stays as it is written. Never throws.
 */
export function setSeverity(text: string, rule: string, severity: Severity, document: string, writing: Writing) {
  const place = (root: unknown): Change => {
    const globs = Object.keys((valueAt(root, ['files']) as object | undefined) ?? {});
    const glob = globs.findLast(
      (one) => valueAt(root, ['files', one, 'rules', rule]) !== undefined && compileGlob(one)(document),
    );
    const path = glob === undefined ? ['rules', rule] : ['files', glob, 'rules', rule];
    const isObject = typeof (valueAt(root, path) ?? '') === 'object';
    return { path: isObject ? [...path, 'severity'] : path, value: severity, adds: false };
  };
  return edit(text, place, writing);
}

/** A value to stand at a path of keys, or to be added to the list there. */
interface Change {
  readonly path: readonly string[];
  readonly value: string;
  readonly adds: boolean;
}

function edit(text: string, changeOf: (root: unknown) => Change, { texts, json = false }: Writing): ConfigEdit {
  const read = readConfig(text, texts);
  const [problem] = read.problems;
  if (problem) return { type: 'unable', at: problem, message: problem.message };
  const change = changeOf(read.value);
  const wanted = changed(read.value, change, texts);
  if (wanted.type === 'same') return { type: 'none' };
  const unable = (path: KeyPath, message: string): ConfigEdit => ({
    type: 'unable',
    at: read.locate(path, 'value'),
    message,
  });
  if (wanted.type === 'wrong') return unable(wanted.path, texts.expected([wanted.expected]));
  const found = new Editor(text, json).edit(change);
  if (found) {
    // Whatever odd way a config is written in: what isn't exactly as wanted is not written.
    const after = readConfig(text.slice(0, found.start) + found.text + text.slice(found.end), texts);
    if (after.problems.length === 0 && JSON.stringify(after.value) === JSON.stringify(wanted.value))
      return { type: 'edit', edit: found };
  }
  return unable(change.path, texts.byHand());
}

function valueAt(root: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, key) => (isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined), root);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type Changed =
  | { readonly type: 'same' }
  | { readonly type: 'changed'; readonly value: unknown }
  | { readonly type: 'wrong'; readonly path: KeyPath; readonly expected: string };

/** The value with the change made; tells where something stands in the way that isn't what belongs there. */
function changed(root: unknown, { path, value, adds }: Change, texts: ProblemTexts, done: KeyPath = []): Changed {
  const [key, ...rest] = path;
  if (key === undefined) {
    if (!adds) return root === value ? { type: 'same' } : { type: 'changed', value };
    if (root !== null && root !== undefined && !Array.isArray(root))
      return { type: 'wrong', path: done, expected: texts.types.array };
    const list = (root ?? []) as readonly unknown[];
    return list.includes(value) ? { type: 'same' } : { type: 'changed', value: [...list, value] };
  }
  if (root !== null && root !== undefined && !isObject(root))
    return { type: 'wrong', path: done, expected: texts.types.object };
  const under = changed(root?.[key], { path: rest, value, adds }, texts, [...done, key]);
  return under.type === 'changed' ? { type: 'changed', value: { ...root, [key]: under.value } } : under;
}

/** Finds where in a text a change goes, and what is to be written there. */
class Editor {
  readonly #eol: string;
  readonly #root: Node | null;
  readonly #step: number;

  constructor(
    readonly text: string,
    readonly json: boolean,
  ) {
    this.#eol = text.includes('\r\n') ? '\r\n' : '\n';
    this.#root = parseDocument(text, { prettyErrors: false, uniqueKeys: false, logLevel: 'silent' }).contents;
    this.#step = this.#indentation();
  }

  /** Null where something stands for what is written elsewhere. */
  edit({ path, ...change }: Change): TextEdit | null {
    let node: unknown = this.#root;
    if (isEmpty(node) && !rangeOf(node)) return this.#whole({ path, ...change });
    for (const [n, key] of path.entries()) {
      if (!isMap(node)) return null;
      const rest = path.slice(n + 1);
      const pair: Pair | undefined = node.items.find((one) => isScalar(one.key) && String(one.key.value) === key);
      if (!pair) return this.#insertPair(node, key, { path: rest, ...change });
      if (isEmpty(pair.value)) return this.#fill(node, pair, { path: rest, ...change });
      node = pair.value;
    }
    if (change.adds) return isSeq(node) ? this.#insertItem(node, change.value) : null;
    const range = isScalar(node) ? rangeOf(node) : null;
    return range && { start: range.start, end: this.#trimmed(range.end), text: this.#scalar(change.value) };
  }

  /** The first words of a config that has none, comments aside. */
  #whole(change: Change): TextEdit {
    const { text } = this;
    const eol = this.#eol;
    const start = text.length;
    const body = this.json ? `{${eol}  ${this.#flow(change)}${eol}}` : this.#block(change, '');
    return { start, end: start, text: `${text === '' || text.endsWith('\n') ? '' : eol}${body}${eol}` };
  }

  /** A key that has nothing under it yet. */
  #fill(map: YAMLMap, pair: Pair, change: Change): TextEdit | null {
    const value = rangeOf(pair.value);
    if (value) return { ...value, text: this.#value(change) };
    const key = rangeOf(pair.key);
    if (!key) return null;
    const colon = this.text.indexOf(':', key.end) + 1;
    const inline = map.flow || (change.path.length === 0 && !change.adds);
    if (inline) return { start: colon, end: colon, text: ` ${this.#value(change)}` };
    const at = this.#lineEnd(colon);
    const indent = `${this.#indentOf(key.start)}${' '.repeat(this.#step)}`;
    return { start: at, end: at, text: `${this.#eol}${indent}${this.#below(change, indent)}` };
  }

  #insertPair(map: YAMLMap, key: string, change: Change): TextEdit | null {
    const written = { ...change, path: [key, ...change.path] };
    if (map.flow) return this.#insertFlow(map, this.#flow(written));
    const first = rangeOf(map.items[0]?.key);
    if (!first) return null;
    const indent = this.#indentOf(first.start);
    const at = this.#lineEnd(this.#endOf(map));
    return { start: at, end: at, text: `${this.#eol}${indent}${this.#block(written, indent)}` };
  }

  #insertItem(list: { readonly flow?: boolean | undefined; readonly items: readonly unknown[] } & Node, value: string) {
    if (list.flow) return this.#insertFlow(list, this.#scalar(value));
    const range = rangeOf(list);
    if (!range) return null;
    const at = this.#lineEnd(this.#endOf(list));
    return { start: at, end: at, text: `${this.#eol}${this.#indentOf(range.start)}- ${this.#scalar(value)}` };
  }

  /** Behind the last of what stands in brackets, on a line of its own where that one has a line of its own. */
  #insertFlow(collection: Node & { readonly items: readonly unknown[] }, written: string): TextEdit | null {
    const { text } = this;
    const range = rangeOf(collection);
    if (!range) return null;
    const open = range.start + 1;
    const close = range.end - 1;
    const last = collection.items.at(-1);
    if (last === undefined) {
      if (text.slice(open, close).trim() !== '') return { start: open, end: open, text: ` ${written}` };
      return { start: open, end: close, text: isMap(collection) ? ` ${written} ` : written };
    }
    const start = rangeOf(isPair(last) ? last.key : last)?.start ?? open;
    const end = this.#endOf(last);
    const indent = /(?:^|\n)([ \t]*)$/.exec(text.slice(0, start))?.[1];
    if (indent === undefined) return { start: end, end, text: `, ${written}` };
    const line = Math.min(this.#lineEnd(end), close);
    const rest = text.slice(end, line);
    if (line === close || rest.trim() === '') return { start: end, end, text: `,${this.#eol}${indent}${written}` };
    const [comma] = /^\s*,/.exec(rest) ?? [''];
    const tail = rest.slice(comma.length);
    const more = comma === '' ? '' : ',';
    return { start: end, end: line, text: `,${tail}${this.#eol}${indent}${written}${more}` };
  }

  /** `rules:` with what stands below it, as lines; the first is where it is put. */
  #block({ path: [key, ...rest], ...change }: Change, indent: string): string {
    const inner = `${indent}${' '.repeat(this.#step)}`;
    if (rest.length === 0 && !change.adds) return `${this.#scalar(key!)}: ${this.#scalar(change.value)}`;
    return `${this.#scalar(key!)}:${this.#eol}${inner}${this.#below({ path: rest, ...change }, inner)}`;
  }

  #below(change: Change, indent: string): string {
    return change.path.length > 0 ? this.#block(change, indent) : `- ${this.#scalar(change.value)}`;
  }

  /** `rules: { weasel-word: off }`. */
  #flow({ path: [key, ...rest], ...change }: Change): string {
    return `${this.#scalar(key!)}: ${this.#value({ path: rest, ...change })}`;
  }

  #value(change: Change): string {
    if (change.path.length > 0) return `{ ${this.#flow(change)} }`;
    return change.adds ? `[${this.#scalar(change.value)}]` : this.#scalar(change.value);
  }

  /** A text as it is written in YAML: in quotation marks where it would be taken for something else. */
  #scalar(value: string): string {
    const isPlain = !this.json && /^[\p{L}\p{N}](?:[\p{L}\p{N} _/.&+'’-]*[\p{L}\p{N}+.])?$/u.test(value);
    return isPlain && parse(value) === value ? value : JSON.stringify(value);
  }

  /** Where the last that is written of a node ends, comments left out. */
  #endOf(node: unknown): number {
    if (isPair(node)) return isEmpty(node.value) && !rangeOf(node.value) ? this.#colon(node) : this.#endOf(node.value);
    if ((isMap(node) || isSeq(node)) && !node.flow && node.items.length > 0) return this.#endOf(node.items.at(-1));
    return this.#trimmed((node as Node).range![1]);
  }

  #colon({ key }: Pair): number {
    return rangeOf(key)?.end ?? 0;
  }

  #trimmed(end: number): number {
    return this.text.slice(0, end).trimEnd().length;
  }

  #lineEnd(offset: number): number {
    const end = /\r?\n|$/.exec(this.text.slice(offset))!.index;
    return offset + end;
  }

  /** As many spaces as stand, or could stand, in front of a place in its line. */
  #indentOf(offset: number): string {
    return ' '.repeat(offset - (this.text.lastIndexOf('\n', offset - 1) + 1));
  }

  /** By how much the config indents what stands below a key. */
  #indentation(): number {
    for (const pair of isMap(this.#root) ? this.#root.items : []) {
      const below = isMap(pair.value) && !pair.value.flow ? rangeOf(pair.value.items[0]?.key) : null;
      if (below) return Math.max(1, this.#indentOf(below.start).length);
    }
    return 2;
  }
}

/** Nothing, or a null: a key may stand there alone. */
function isEmpty(node: unknown): boolean {
  return node === null || node === undefined || (isScalar(node) && node.value === null && !isAlias(node));
}

/** Null for what has no sign of its own. */
function rangeOf(node: unknown): Range | null {
  const range = (node as Node | null | undefined)?.range;
  return range && range[1] > range[0] ? { start: range[0], end: range[1] } : null;
}
