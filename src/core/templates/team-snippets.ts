import type { Told } from '../config/kit.js';
import type { ProblemTexts } from '../config/problems.js';
import { readConfig } from '../config/reader.js';
import type { ObjectShape, Shape } from '../config/shape.js';
import { validate } from '../config/validate.js';
import { toSnippet } from './snippet.js';
import { stemOf } from './team-template.js';
import { titleOf } from './templates.js';

/** Something that a team writes often. */
export interface TeamSnippet {
  readonly name: string;
  /** What is typed to get it. */
  readonly prefixes: readonly string[];
  /** In VS Code's snippet syntax, lines ended by `\n`. */
  readonly body: string;
  readonly description: string;
}

const LONGEST_BODY = 20_000;
const line: Shape = { type: 'string', longest: LONGEST_BODY };
const lines: Shape = { anyOf: [line as Extract<Shape, { type: 'string' }>, { type: 'array', items: line }] };

/** VS Code's snippet files, as far as its documentation goes. */
const SHAPE: ObjectShape = {
  type: 'object',
  properties: {},
  others: {
    key: { en: 'The name of the snippet', ko: '스니펫의 이름' },
    shape: {
      type: 'object',
      required: ['body'],
      properties: {
        prefix: lines,
        body: lines,
        description: lines,
        scope: { type: 'string' },
        isFileTemplate: { type: 'boolean' },
        include: lines,
        exclude: lines,
      },
    },
  },
};

type Lines = string | readonly string[];

/**
 * Reads a file of snippets: VS Code's own format (`.code-snippets`, `.json`; comments and commas at the end are fine), or a Markdown file
 * that is one snippet by its name, with `[placeholders]` to tab through. What is wrong is told, and left out. Never throws.
 */
export function readSnippets(
  fileName: string,
  text: string,
  texts: ProblemTexts,
): { readonly snippets: readonly TeamSnippet[]; readonly problems: readonly Told[] } {
  if (/\.(?:md|markdown)$/i.test(fileName)) {
    const prefix = stemOf(fileName);
    const body = toSnippet(
      text
        .replace(/^\uFEFF/, '')
        .replaceAll('\r\n', '\n')
        .trimEnd(),
    );
    return { snippets: [{ name: titleOf(prefix), prefixes: [prefix], body, description: '' }], problems: [] };
  }
  const read = readConfig(withoutComments(text), texts);
  const problems: Told[] = read.problems.map(({ message, ...range }) => ({ range, path: [], message }));
  const values = validate(SHAPE, read.value, texts, ({ path, at, message }) => {
    problems.push({ range: read.locate(path, at), path, message });
  }) as Readonly<Record<string, Readonly<Record<string, Lines>>>> | undefined;
  const snippets = Object.entries(values ?? {}).flatMap(([name, { prefix = name, body, description = '', scope }]) => {
    const languages = typeof scope === 'string' ? scope.split(',').map((one) => one.trim()) : [];
    if (languages.length > 0 && !languages.includes('markdown')) return [];
    return [{ name, prefixes: [prefix].flat(), body: joined(body!), description: joined(description) }];
  });
  return { snippets, problems };
}

function joined(text: Lines): string {
  return [text].flat().join('\n');
}

/** JSON with comments as YAML takes it: comments and tabs are spaces, so that every place stays what it was. */
function withoutComments(text: string): string {
  return text.replace(/"(?:[^"\\\r\n]|\\.)*"|\/\/[^\r\n]*|\/\*[\s\S]*?\*\/|\t/g, (found) =>
    found.startsWith('"') ? found : found.replace(/[^\r\n]/g, ' '),
  );
}
