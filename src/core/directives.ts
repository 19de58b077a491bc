import type { ParsedMarkdown } from './markdown/parse.js';

/** Which rules the document itself switches off where; see `docs/rules/README.md`. */
export interface Directives {
  /** Whether `rule` is switched off on the line of an offset. */
  readonly silences: (rule: string, offset: number) => boolean;
}

const DIRECTIVE = /<!--\s*prfaq-(disable|enable|disable-next-line|disable-file)((?:[\s,]+[\w-]+)*)\s*-->/g;
const NONE: Directives = { silences: () => false };
const ALL = '*';

/** Reads `<!-- prfaq-disable … -->` and its like. One that stands in a code block is an example, not a directive. */
export function readDirectives(markdown: ParsedMarkdown): Directives {
  const { text, lines, blocks } = markdown;
  // Most documents have no comment at all, which a short look tells.
  if (!text.includes('<!--') || !text.includes('prfaq-disable')) return NONE;
  const file = new Set<string>();
  const nextLine = new Map<number, Set<string>>();
  const switches: { line: number; on: boolean; rules: readonly string[] }[] = [];
  for (const match of text.matchAll(DIRECTIVE)) {
    if (blocks.some((block) => block.type === 'code' && match.index >= block.start && match.index < block.end))
      continue;
    const rules = match[2]!.split(/[\s,]+/).filter((rule) => rule !== '');
    const names = rules.length ? rules : [ALL];
    const line = lines.lineAt(match.index);
    if (match[1] === 'disable-file') for (const name of names) file.add(name);
    else if (match[1] === 'disable-next-line') {
      // A section whose text begins with the comment begins on the comment's line.
      for (const silent of [line, nextContentLine(markdown, line)])
        nextLine.set(silent, new Set([...(nextLine.get(silent) ?? []), ...names]));
    } else switches.push({ line, on: match[1] === 'enable', rules: names });
  }
  const off = (rule: string, line: number): boolean => {
    let disabled = false;
    for (const one of switches) {
      if (one.line > line) break;
      if (one.rules.includes(rule) || one.rules.includes(ALL)) disabled = !one.on;
    }
    return disabled;
  };
  const has = (rules: ReadonlySet<string> | undefined, rule: string): boolean =>
    rules !== undefined && (rules.has(rule) || rules.has(ALL));
  return {
    silences: (rule, offset) => {
      const line = lines.lineAt(offset);
      return has(file, rule) || has(nextLine.get(line), rule) || off(rule, line);
    },
  };
}

/** The next line that says something: an empty line, or another directive, may stand between the comment and what it speaks of. */
function nextContentLine({ lines }: ParsedMarkdown, line: number): number {
  let next = line + 1;
  while (next < lines.count && SAYS_NOTHING.test(lines.slice(next))) next++;
  return next;
}

const SAYS_NOTHING = /^[ \t>]*(?:<!--\s*prfaq-[^>]*-->\s*)?$/;
