import {
  type Alias,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import type { Range } from '../model.js';
import type { KeyPath, ProblemTexts } from './problems.js';

/**
 * Largest config that is read, in characters: a thousand lines. The parser takes a second for 64 KB of nothing but mistakes, and
 * grows from there.
 */
export const LARGEST = 64 * 1024;
/** Aliases that may be followed: a few lines of them can stand for gigabytes. */
const MOST_ALIASES = 100;
/** Brackets within brackets: of 60,000 the parser would take seconds to make nothing. */
const DEEPEST = 500;
/** Mistakes of syntax that are told: one leads to another. */
const MOST_MISTAKES = 10;

/** What is wrong with the text itself. */
export interface SyntaxProblem extends Range {
  readonly message: string;
}

/** A config file as data, with where everything stands. */
export interface ReadConfig {
  /** Undefined where the text can't be read at all. */
  readonly value: unknown;
  readonly problems: readonly SyntaxProblem[];
  /** Where a key or its value stands, as far down the path as there is something. UTF-16 offsets. */
  readonly locate: (path: KeyPath, at: 'key' | 'value') => Range;
}

/** Reads YAML or JSON, which is YAML too. Never throws, whatever the text. */
export function readConfig(text: string, texts: ProblemTexts): ReadConfig {
  if (text.length > LARGEST) return unreadable(text, texts.tooLarge(LARGEST));
  if (isTooDeep(text)) return unreadable(text, texts.tooDeep());
  let document: Document.Parsed | undefined;
  try {
    // `uniqueKeys` of the library takes quadratic time; `twice` below does not.
    const parsed = parseDocument(text, { prettyErrors: false, uniqueKeys: false, logLevel: 'error' });
    document = parsed;
    const errors = parsed.errors.slice(0, MOST_MISTAKES).map((error) => ofSyntax(error, text, texts));
    if (parsed.contents) errors.push(...twice(parsed.contents, texts));
    return {
      value: parsed.errors.length > 0 ? undefined : parsed.toJS({ maxAliasCount: MOST_ALIASES }),
      problems: errors,
      locate: (path, at) =>
        locate(parsed.contents, path, at, text, (node) => (isAlias(node) ? node.resolve(parsed) : node)),
    };
  } catch (error) {
    if (error instanceof ReferenceError) {
      const lost = document && lostAlias(document);
      const broken = unreadable(text, texts.aliases());
      return lost?.range
        ? { ...broken, problems: [{ start: lost.range[0], end: lost.range[1], message: texts.noAnchor(lost.source) }] }
        : broken;
    }
    if (error instanceof RangeError) return unreadable(text, texts.tooDeep());
    return unreadable(text, texts.notYaml((error as Error).message));
  }
}

/** An alias for what nothing before it is called, among the first of them: looking for what each stands for takes its time. */
function lostAlias(document: Document.Parsed): Alias | undefined {
  let lost: Alias | undefined;
  let left = MOST_ALIASES;
  visit(document, {
    Alias: (_, alias) => {
      left--;
      if (left > 0 && alias.resolve(document)) return undefined;
      if (left > 0) lost = alias;
      return visit.BREAK;
    },
  });
  return lost;
}

/** Brackets in brackets, strings and comments counted in: nothing that anybody writes comes near. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth = Math.max(0, depth + (bracket === '[' || bracket === '{' ? 1 : -1));
    if (depth > DEEPEST) return true;
  }
  return false;
}

function unreadable(text: string, message: string): ReadConfig {
  const all = firstLine(text);
  return { value: undefined, problems: [{ ...all, message }], locate: () => all };
}

function firstLine(text: string): Range {
  return inLine({ start: 0, end: Math.min(text.length, 200) }, text);
}

function ofSyntax({ code, message, pos: [from, to] }: YAMLError, text: string, texts: ProblemTexts): SyntaxProblem {
  // A bracket that isn't closed is called an indentation that is off.
  const known =
    code === 'MULTIPLE_DOCS' ? texts.oneDocument() : texts.syntax[/ end with a /.test(message) ? 'MISSING_CHAR' : code];
  return { ...inLine({ start: from, end: to }, text), message: known ?? texts.notYaml(message) };
}

/** As much of a range as stands on its first line; what is missing at the end of the text is shown where that ends. */
function inLine({ start, end }: Range, text: string): Range {
  const from = Math.min(start, text.trimEnd().length);
  const line = text.slice(from, end).search(/[\r\n]/);
  return { start: from, end: line === -1 ? Math.max(from, Math.min(end, text.length)) : from + line };
}

/** Keys that stand twice in one map: the second would win, unseen. */
function twice(root: Node, texts: ProblemTexts): SyntaxProblem[] {
  const found: SyntaxProblem[] = [];
  const rest: unknown[] = [root];
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    if (!isCollection(node)) continue;
    const seen = new Set<string>();
    for (const item of node.items) {
      if (!isPair(item)) {
        rest.push(item);
        continue;
      }
      rest.push(item.value);
      if (!isScalar(item.key)) continue;
      const key = String(item.key.value);
      if (seen.has(key) && item.key.range)
        found.push({ start: item.key.range[0], end: item.key.range[1], message: texts.syntax.DUPLICATE_KEY! });
      seen.add(key);
    }
  }
  return found.slice(0, MOST_MISTAKES);
}

function locate(
  root: Node | null,
  path: KeyPath,
  at: 'key' | 'value',
  text: string,
  resolve: (node: unknown) => unknown,
): Range {
  let node: unknown = root;
  let found: Range = isCollection(root) ? firstLine(text) : (rangeOf(root) ?? firstLine(text));
  for (const [n, key] of path.entries()) {
    const collection = resolve(node);
    const last = n === path.length - 1;
    if (isSeq(collection)) {
      node = collection.items[Number(key)];
      found = rangeOf(node) ?? found;
    } else if (isMap(collection)) {
      const pair = collection.items.find((one) => isScalar(one.key) && String(one.key.value) === String(key));
      if (!pair) break;
      node = pair.value;
      const ofKey = rangeOf(pair.key) ?? found;
      // What has no value, or one that goes on for lines, is shown at its key.
      found = last && at === 'key' ? ofKey : (rangeOf(node) ?? ofKey);
      if (isCollection(node) && text.slice(found.start, found.end).includes('\n')) found = ofKey;
    } else break;
  }
  return inLine(found, text);
}

/** Null for what isn't there, or is there without a sign of its own. */
function rangeOf(node: unknown): Range | null {
  const range = (node as Node | undefined)?.range;
  return range && range[1] > range[0] ? { start: range[0], end: range[1] } : null;
}
