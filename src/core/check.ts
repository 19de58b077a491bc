import { NO_KIND } from './config/input.js';
import { DEFAULT_OPTIONS, type Options } from './config/options.js';
import { readDirectives } from './directives.js';
import { ABBREVIATIONS, languageOf } from './languages/index.js';
import { type Layout, layoutDocument, measured } from './layout/index.js';
import { frontMatter } from './markdown/front-matter.js';
import { parseMarkdown } from './markdown/parse.js';
import { ProseCache } from './markdown/prose.js';
import { RECORD_TYPE } from './meeting/record-type.js';
import { messagesFor } from './messages/index.js';
import type { Finding } from './model.js';
import { declaredKind } from './narrative/judge-kind.js';
import { type Analysis, analyse, noNarrative } from './narrative/narrative.js';
import { partBreaks } from './narrative/part-breaks.js';
import { mayBeNarrative } from './narrative/prefilter.js';
import { type Report, RULES, type RuleContext } from './rules/index.js';
import { proseBlocks } from './rules/prose-blocks.js';
import { ownWords } from './rules/prose-words.js';
import { templateLanguage } from './templates/template.js';
import { Lines } from './text/lines.js';

/** One version of a document, understood and checked. */
export interface Checked {
  readonly analysis: Analysis;
  /** In document order; empty for a document that is no narrative. */
  readonly findings: readonly Finding[];
  /** Laid out when first asked for. */
  readonly layout: () => Layout;
}

/**
 * Checks versions of one document. It remembers what it read of each block, so that after an edit only the blocks that changed
 * are read again; the result is always that of a check from scratch.
 */
export class Checker {
  readonly #cache = new ProseCache(ABBREVIATIONS);

  /** `path` is the document's name, where known: it can say the kind. Never throws, whatever the text. */
  check(text: string, path: string | undefined, options: Options = DEFAULT_OPTIONS): Checked {
    this.#cache.turn();
    const analysis = this.#analyse(text, path, options);
    const layout = lazily(() => lay(analysis, options));
    return { analysis, layout, findings: analysis.narrative.kind === null ? [] : findings(analysis, options, layout) };
  }

  #analyse(text: string, path: string | undefined, { kinds, kind }: Options): Analysis {
    const lines = new Lines(text);
    const matter = frontMatter(text, lines);
    const declared = declaredKind(matter, path, kinds, kind);
    // Most Markdown is no narrative and says so at a glance: it isn't even parsed.
    const record = matter?.entries.get('type') === RECORD_TYPE;
    if (record || kind === NO_KIND || (!declared && !mayBeNarrative(text, kinds)))
      return noNarrative({ text, lines, frontMatter: matter, blocks: [], lists: [] });
    return analyse(parseMarkdown(text, lines, matter, this.#cache.read), declared, kinds);
  }
}

function findings(analysis: Analysis, options: Options, layout: () => Layout): Finding[] {
  const { narrative, markdown } = analysis;
  const context: RuleContext = {
    analysis,
    layout,
    language: languageOf(narrative.language),
    prose: narrative.language !== 'und',
    messages: messagesFor(options.locale),
    vocabulary: options.vocabulary,
    texts: options.library?.[templateLanguage(narrative.language)] ?? null,
    proseBlocks: lazily(() => proseBlocks(analysis)),
    ownWords: lazily(() => ownWords(context)),
  };
  const directives = readDirectives(markdown);
  const found: Finding[] = [];
  // One function for all rules: a new one for each costs more than most of them take.
  let id = '';
  let severity: Finding['severity'];
  const report: Report = ({ start, end }, message, fixes = []) => {
    assertInside(id, start, end, markdown.text.length);
    if (!directives.silences(id, start))
      found.push({ rule: id, severity, message: oneLine(message), start, end, fixes });
  };
  for (const rule of RULES) {
    const setting = options.rules.get(rule.id);
    if (!setting || setting.severity === 'off') continue;
    id = rule.id;
    severity = setting.severity;
    rule.check(context, report, setting.options);
  }
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** What a message quotes may stand on two lines; a message is one. */
function oneLine(message: string): string {
  return message.includes('\n') || message.includes('\r') ? message.replace(/\s+/g, ' ') : message;
}

/** A rule that reports a place outside the document is broken; better that a test hears of it than an editor. */
function assertInside(rule: string, start: number, end: number, length: number): void {
  if (!(start >= 0 && start <= end && end <= length))
    throw new RangeError(`${rule} reports ${start}–${end} in a document of ${length} characters.`);
}

function lay(analysis: Analysis, options: Options): Layout {
  const { recognition, markdown, narrative } = analysis;
  const page = { ...options.page, language: recognition.kind ? narrative.language : options.page.language };
  return layoutDocument(markdown.blocks, partBreaks(analysis), page, measured);
}

function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
