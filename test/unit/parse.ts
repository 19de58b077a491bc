import { type Checked, Checker } from '../../src/core/check.js';
import { BUILT_IN_KINDS } from '../../src/core/kinds/index.js';
import { ABBREVIATIONS } from '../../src/core/languages/index.js';
import { frontMatter } from '../../src/core/markdown/front-matter.js';
import { type ParsedMarkdown, parseMarkdown } from '../../src/core/markdown/parse.js';
import { ProseCache } from '../../src/core/markdown/prose.js';
import { declaredKind } from '../../src/core/narrative/judge-kind.js';
import { type Analysis, analyse as analyseParsed } from '../../src/core/narrative/narrative.js';
import { Lines } from '../../src/core/text/lines.js';

/** Parses as the engine does, with nothing remembered from before. */
export function parse(text: string): ParsedMarkdown {
  const lines = new Lines(text);
  return parseMarkdown(text, lines, frontMatter(text, lines), new ProseCache(ABBREVIATIONS).read);
}

/** Checks a document under a name that says its kind. */
export function check(text: string, path = 'draft.prfaq.md'): Checked {
  return new Checker().check(text, path);
}

/** Reads a document as a PR/FAQ. */
export function analyse(text: string): Analysis {
  const markdown = parse(text);
  return analyseParsed(markdown, declaredKind(markdown.frontMatter, 'draft.prfaq.md', BUILT_IN_KINDS), BUILT_IN_KINDS);
}
