import type { Told } from '../config/kit.js';
import type { ProblemTexts } from '../config/problems.js';
import { readConfig } from '../config/reader.js';
import type { ObjectShape } from '../config/shape.js';
import { validate } from '../config/validate.js';
import type { KindDefinition } from '../kinds/index.js';
import { suffixOf, type Template, titleOf } from './templates.js';

/** What a template's front matter may say of the template itself, under `template`. */
const SHAPE: ObjectShape = {
  type: 'object',
  properties: { title: { type: 'string' }, description: { type: 'string' } },
};

/**
 * Reads a team's template: a Markdown file as a new document shall be, with `[placeholders]` to tab through and coaching in comments.
 * Under `template:` in its front matter are its title and description, which new documents don't get. Without a title it is called by
 * its file's name. Never throws.
 */
export function readTemplate(
  fileName: string,
  text: string,
  kinds: readonly KindDefinition[],
  texts: ProblemTexts,
): { readonly template: Template; readonly problems: readonly Told[] } {
  const id = stemOf(fileName);
  const plain = text.replace(/^\uFEFF/, '');
  const found = /^(---[ \t]*\r?\n)((?:[^\r\n]*\r?\n)*?)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(plain);
  const problems: Told[] = [];
  let said: { readonly title?: string; readonly description?: string } = {};
  let type: unknown;
  let content = plain;
  if (found) {
    const [whole, opening, inner] = found as unknown as readonly [string, string, string];
    const base = text.length - plain.length + opening.length;
    const read = readConfig(inner, texts);
    const tell = ({ start, end }: Told['range'], path: Told['path'], message: string): void => {
      problems.push({ range: { start: base + start, end: base + end }, path, message });
    };
    for (const problem of read.problems) tell(problem, [], problem.message);
    const values = (read.value ?? {}) as Readonly<Record<string, unknown>>;
    ({ type } = values);
    said = (validate(SHAPE, values.template, texts, ({ path, at, message }) => {
      const full = ['template', ...path];
      tell(read.locate(full, at), full, message);
    }) ?? {}) as typeof said;
    const kept = inner.replace(/^template[ \t]*:[^\n]*\n(?:(?:[ \t]+[^\n]*|[ \t]*\r?)\n)*/m, '');
    const rest = plain.slice(whole.length);
    content = kept.trim() === '' ? rest.trimStart() : opening + kept + plain.slice(opening.length + inner.length);
  }
  const template: Template = {
    id,
    title: said.title ?? titleOf(id),
    description: said.description ?? '',
    suffix: suffixOf(kinds.find((kind) => kind.id === type)?.files ?? []),
    ...(typeof type === 'string' && { kind: type }),
    text: () => content.replaceAll('\r\n', '\n'),
  };
  return { template, problems };
}

/** A file's name without its ending. */
export function stemOf(fileName: string): string {
  return fileName.replace(/\.[\w-]+$/, '');
}
