import type { Lines } from '../text/lines.js';

/** The YAML between two `---` lines at the very start of a document. */
export interface FrontMatter {
  /** 0-based line of the closing `---`. */
  readonly endLine: number;
  /** Its plain top-level entries, `key: value` on one line, keys in lower case, quotes removed. */
  readonly entries: ReadonlyMap<string, string>;
}

/**
 * Reads front matter; null when there is none or it is not closed, in which case `---` is a thematic break like any other.
 * Only one-line entries are read: no key of ours is anything else.
 */
export function frontMatter(text: string, lines: Lines): FrontMatter | null {
  if (!/^\uFEFF?---[ \t]*(?:\r|\n)/.test(text)) return null;
  const entries = new Map<string, string>();
  for (let line = 1; line < lines.count; line++) {
    const source = lines.slice(line);
    if (/^(?:---|\.\.\.)[ \t]*$/.test(source)) return { endLine: line, entries };
    const match = /^([A-Za-z][\w-]*):[ \t]+(.*[^ \t]|)[ \t]*$/.exec(source);
    if (match) entries.set(match[1]!.toLowerCase(), unquote(match[2]!));
  }
  return null;
}

function unquote(value: string): string {
  if (/^(["']).*\1$/.test(value)) return value.slice(1, -1);
  return value.includes('#') ? value.replace(/[ \t]+#.*$/, '') : value;
}
