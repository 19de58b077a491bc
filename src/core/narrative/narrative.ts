import type { KindDefinition, SectionDefinition, VariantDefinition } from '../kinds/index.js';
import { detectLanguage } from '../languages/detect.js';
import type { ParsedMarkdown } from '../markdown/parse.js';
import type { Block, LanguageId, Narrative, Part, Section, SectionStatus } from '../model.js';
import { countWords } from '../text/words.js';
import { ONE_LINE } from './one-line.js';
import { readOrder } from './order.js';
import { placeholdersIn } from './placeholders.js';
import { closesQuotation, opensQuotation } from './quotations.js';
import { nothingRecognised, type Recognition, recognise } from './recognise.js';
import type { Found } from './release-head.js';
import { Shape } from './shape.js';

/** Everything known of one version of a document. */
export interface Analysis {
  readonly markdown: ParsedMarkdown;
  readonly recognition: Recognition;
  readonly narrative: Narrative;
}

/** Understands a parsed document; see `recognise` for the arguments. */
export function analyse(
  markdown: ParsedMarkdown,
  declared: KindDefinition | null,
  kinds: readonly KindDefinition[],
): Analysis {
  const recognition = recognise(markdown, declared, kinds);
  const { kind, variant } = recognition;
  const sections = kind && variant ? sectionsOf(kind, variant, recognition, markdown) : [];
  const narrative: Narrative = {
    kind: kind?.id ?? null,
    variant: variant?.id ?? null,
    language: recognition.language,
    sections,
    questions: recognition.questions,
    words: kind ? proseWords(markdown) : 0,
  };
  return { markdown, recognition, narrative };
}

function sectionsOf(
  kind: KindDefinition,
  variant: VariantDefinition,
  recognition: Recognition,
  markdown: ParsedMarkdown,
): readonly Section[] {
  const missing = Shape.of(kind, recognition.language).missing(variant);
  const sections = variant.sections.map((section, n) => sectionOf(section, missing[n]!, recognition, markdown));
  return inOrder(sections, variant);
}

/** The same sections, those that nothing is wrong with but their place marked as out of order. */
function inOrder(sections: readonly Section[], variant: VariantDefinition): readonly Section[] {
  const { strays } = readOrder(sections, variant);
  if (strays.size === 0) return sections;
  return sections.map((section) =>
    section.status === 'ok' && strays.has(section.id) ? { ...section, status: 'out-of-order' } : section,
  );
}

/** The analysis of Markdown that is no narrative, unread. */
export function noNarrative(markdown: ParsedMarkdown): Analysis {
  const language = detectLanguage(markdown.text);
  return {
    markdown,
    recognition: nothingRecognised(language, []),
    narrative: { kind: null, variant: null, language, sections: [], questions: [], words: 0 },
  };
}

function proseWords(markdown: ParsedMarkdown): number {
  let words = 0;
  for (const block of markdown.blocks)
    if (block.type === 'paragraph' || block.type === 'table') words += block.prose.words;
  return words;
}

/** What the document's kind says of a section: its limits, its lists; undefined for one that it doesn't have. */
export function definitionOf(
  { recognition }: Pick<Analysis, 'recognition'>,
  id: string,
): SectionDefinition | undefined {
  return recognition.variant?.sections.find((definition) => definition.id === id);
}

/** A section of the document, by what it is where it is `missing`. */
function sectionOf(
  definition: SectionDefinition,
  missing: Section,
  recognition: Recognition,
  markdown: ParsedMarkdown,
): Section {
  const { id, part, required } = definition;
  const { found: all, questions, units } = recognition;
  const found = all.find((one) => one.id === id);
  if (!found) return missing;
  const content = contentOf(found, recognition, markdown, definition.words?.each === 'quotation');
  const { range } = found;
  const asked = part === 'faq' && questions.some(({ start, end }) => start >= range.start && end <= range.end);
  const { title } = missing;
  // “Problem and solution”: how much of it is which nobody knows.
  const shared = all.some(
    (one) => one !== found && one.from === found.from && one.body.start === found.body.start && one.to === found.to,
  );
  const limits = shared ? NO_LIMITS : missing.limits;
  return {
    id,
    title,
    required,
    part,
    status: statusOf(definition, content, asked, limits.max),
    source: found.source,
    reason: found.reason,
    range,
    body: found.body,
    words: content.words,
    limitedWords: limitedWords(definition, content),
    limits,
    firstBlock: units[found.from]!.block,
    endBlock: units[found.to - 1]!.block + 1,
  };
}

const NO_LIMITS: Section['limits'] = {};

interface Content {
  readonly words: number;
  /** Words from one opening quotation mark to the next, with who said it, at most; 0 where nobody asked for it. */
  readonly longestQuotation: number;
  readonly anything: boolean;
  readonly placeholder: boolean;
}

/** `quotations`: whether they are measured one by one. */
function contentOf(found: Found, recognition: Recognition, markdown: ParsedMarkdown, quotations: boolean): Content {
  let words = 0;
  let quotation = 0;
  let longestQuotation = 0;
  let closed = true;
  let anything = false;
  let placeholder = false;
  for (let n = found.from; n < found.to; n++) {
    const unit = recognition.units[n]!;
    if (unit.type === 'html' || unit.type === 'rule') continue;
    const start = Math.max(unit.start, found.body.start);
    const end = Math.min(unit.end, found.body.end);
    if (start >= end) continue;
    if (unit.type === 'code') {
      anything = true;
      continue;
    }
    const heading = unit.level > 0 && !(ONE_LINE.has(found.id) && found.source === 'position');
    const block = markdown.blocks[unit.block]!;
    if (!heading || ONE_LINE.has(found.id)) {
      const whole = start === unit.start && end === unit.end;
      const text = whole ? unit.text : block.prose.text.slice(start - block.start, end - block.start);
      const own = whole ? unit.words : countWords(text);
      words += own;
      if (quotations) {
        // A quotation of several paragraphs opens each of them and closes the last.
        if (closed && opensQuotation(unit)) quotation = 0;
        quotation += own;
        longestQuotation = Math.max(longestQuotation, quotation);
        closed = closesQuotation(unit);
      }
      anything ||= own > 0 || text.includes('\ufffc');
    }
    placeholder ||= holdsPlaceholder(block, recognition.language, start, end);
  }
  return { words, longestQuotation, anything, placeholder };
}

function holdsPlaceholder(block: Block, language: LanguageId, start: number, end: number): boolean {
  const placeholders = placeholdersIn(block.prose, language);
  return (
    placeholders.length > 0 &&
    placeholders.some((one) => block.start + one.start >= start && block.start + one.end <= end)
  );
}

function limitedWords({ words }: SectionDefinition, content: Content): number {
  return words?.each === 'quotation' ? content.longestQuotation : content.words;
}

function statusOf(
  definition: SectionDefinition,
  content: Content,
  questions: boolean,
  max = Number.POSITIVE_INFINITY,
): SectionStatus {
  if (!content.anything && !questions) return 'empty';
  if (content.placeholder) return 'placeholder';
  if (limitedWords(definition, content) > max) return 'over-limit';
  return 'ok';
}

/** The part of the paper that a block stands in; null in front of the narrative (title, notes on the draft). */
export function partsOfBlocks({ parts, kind, units, found }: Recognition): (block: number) => Part | null {
  if (!kind) return () => null;
  const at = (unit: number): number =>
    unit === -1 ? Number.POSITIVE_INFINITY : (units[unit]?.block ?? Number.POSITIVE_INFINITY);
  const appendix = at(parts.appendix);
  const faq = at(parts.faq);
  const isBody = parts.pressRelease === -1;
  // Author and status stand in front of a six-pager's first section, and a word on how it came about in front of a release's.
  const opens = found
    .map(({ from }) => from)
    .filter((from) => isBody || (from >= parts.pressRelease && (parts.faq === -1 || from < parts.faq)));
  const first = opens.length > 0 ? at(Math.min(...opens)) : isBody ? 0 : at(parts.pressRelease);
  return (block) => {
    if (block >= appendix) return 'appendix';
    if (block >= faq) return 'faq';
    return block < first ? null : isBody ? 'body' : 'press-release';
  };
}
