import type { Block, LanguageId, Range, Section, TextEdit } from '../model.js';
import type { Analysis } from '../narrative/narrative.js';
import { ONE_LINE } from '../narrative/one-line.js';
import type { TemplateTexts } from './template.js';
import { sectionMarkdown } from './templates.js';

/** Where a missing section goes, and the edit that puts it there. */
export interface Insertion {
  /** Where a finding about it is shown: the title of the section that it follows, else the word that it would stand next to. */
  readonly anchor: Range;
  /** Null as long as the texts of the templates are not at hand. */
  readonly edit: TextEdit | null;
}

/**
 * The edit that inserts section `id` in its place by the kind's order: after the nearest section before it that is there, else
 * in front of the next. It takes its heading level from its neighbours.
 */
export function insertion(analysis: Analysis, id: string, texts: TemplateTexts | null): Insertion {
  const place = placeFor(analysis, id);
  if (!texts) return { anchor: place.anchor, edit: null };
  const { eol } = analysis.markdown.lines;
  const body = sectionFor(analysis, id, texts, place.neighbours);
  // A section ends with its last text: the empty line between it and what follows is there already.
  const plain = place.inFront ? `${body}\n\n` : place.at === 0 ? `${body}\n` : `\n\n${body}`;
  const text = place.quote === 0 ? plain : inQuote(plain, place);
  const edit = { start: place.at, end: place.at, text: eol === '\n' ? text : text.replaceAll('\n', eol) };
  return { anchor: place.anchor, edit };
}

/** A missing section as Markdown, titled and levelled as its neighbours are. */
export function sectionFor(
  analysis: Analysis,
  id: string,
  texts: TemplateTexts,
  neighbours: readonly Section[] = placeFor(analysis, id).neighbours,
): string {
  const title = analysis.narrative.sections.find((one) => one.id === id)?.title ?? id;
  const level = headingLevel(analysis, id, neighbours);
  const coaching = teamCoaching(analysis, id, analysis.narrative.language);
  const text = sectionMarkdown(id, title, level, texts, coaching);
  return isUnsure(id, neighbours) ? `<!-- prfaq-section ${id} -->\n${text}` : text;
}

/** What a team says in its config of a section that belongs there, in a language or else in English. */
export function teamCoaching({ recognition }: Analysis, id: string, language: string): string | undefined {
  const coaching = recognition.variant?.sections.find((section) => section.id === id)?.coaching;
  return coaching?.[language as LanguageId] ?? coaching?.en ?? Object.values(coaching ?? {})[0];
}

/** A subheading has no title of its own: only right under a headline that has none either it is known by its place. */
function isUnsure(id: string, [before]: readonly Section[]): boolean {
  return id === 'subheading' && !(before?.id === 'headline' && before.source === 'position');
}

/** Depth of the block quotes that all of some sections stand in, quotations aside; 0 where none of them is there. */
function depthOf(sections: readonly Section[], blocks: readonly Block[]): number {
  const depths = sections.flatMap(({ id, range, firstBlock }) =>
    range && !id.endsWith('-quote') ? [blocks[firstBlock]?.quote ?? 0] : [],
  );
  return depths.length > 0 ? Math.min(...depths) : 0;
}

/** Text to insert as lines of a block quote: behind the line that it goes on, or in front of the one that goes on behind it. */
function inQuote(text: string, { inFront, quote }: Place): string {
  const lines = text.split('\n');
  const marks = '> '.repeat(quote);
  const shared = inFront ? lines.length - 1 : 0;
  return lines.map((line, n) => (n === shared ? line : `${marks}${line}`.trimEnd())).join('\n');
}

interface Place {
  readonly at: number;
  readonly anchor: Range;
  /** Whether what stands at `at` follows the insertion. */
  readonly inFront: boolean;
  readonly neighbours: readonly Section[];
  /** Depth of the block quotes that all of the part stands in, as where a release is quoted as a whole. */
  readonly quote: number;
}

/** A section that is there. */
type Present = Section & { readonly range: Range };

/** The first section in front of (`step` -1) or behind (1) the one at `index` that is there and is as wanted. */
function nearest(
  sections: readonly Section[],
  index: number,
  step: -1 | 1,
  isWanted: (section: Present) => boolean = () => true,
): Present | undefined {
  const isPresent = (section: Section): section is Present => section.range !== null;
  for (let n = index + step; n >= 0 && n < sections.length; n += step) {
    const section = sections[n]!;
    if (isPresent(section) && isWanted(section)) return section;
  }
  return undefined;
}

function placeFor({ narrative: { sections }, recognition, markdown }: Analysis, id: string): Place {
  const index = sections.findIndex((section) => section.id === id);
  const part = sections[index]?.part;
  // Headline and subheading may stand above the heading "Press release"; the rest of the release stands below it.
  const { pressRelease } = recognition.parts;
  const container = pressRelease > 0 ? recognition.units[pressRelease - 1] : undefined;
  const floor = part === 'press-release' && !ONE_LINE.has(id) && container ? container.end : 0;
  const isPart = (section: Present): boolean => section.part === part;
  const before = nearest(sections, index, -1, (section) => isPart(section) && section.range.end > floor);
  const after = nearest(sections, index, 1, isPart);
  const neighbours = [before, after].filter((section) => section !== undefined);
  const quote = depthOf(
    sections.filter((section) => section.part === part),
    markdown.blocks,
  );
  const behind = ({ id, range, body, source, endBlock }: Present): Place => {
    // A dateline opens the paragraph of a summary.
    const at = id === 'dateline' && source === 'position' ? markdown.blocks[endBlock - 1]!.end : range.end;
    const anchor = titleOf(markdown.text, range, source === 'position' ? null : body);
    return { at, anchor: anchor ?? lastWord(markdown.text, range), inFront: false, neighbours, quote };
  };
  const inFront = ({ range, body, source }: Present): Place => {
    const anchor = titleOf(markdown.text, range, source === 'position' ? null : body);
    return {
      at: beforeMarks(range.start),
      anchor: anchor ?? firstWord(markdown.text, range),
      inFront: true,
      neighbours,
      quote,
    };
  };
  /** A heading's range begins behind its marks. */
  const beforeMarks = (offset: number): number => {
    const line = markdown.lines.start(markdown.lines.lineAt(offset));
    return quote > 0 || /^\s*#+\s+$/.test(markdown.text.slice(line, offset)) ? line : offset;
  };
  if (before) return behind(before);
  if (after) return inFront(after);
  if (floor > 0) return { at: floor, anchor: container!, inFront: false, neighbours, quote: 0 };
  const above = nearest(sections, index, -1);
  if (above) return behind(above);
  const below = nearest(sections, index, 1);
  if (below) return inFront(below);
  const whole = { start: markdown.blocks[0]?.start ?? 0, end: markdown.text.trimEnd().length };
  return { at: whole.end, anchor: firstWord(markdown.text, whole), inFront: false, neighbours, quote: 0 };
}

/** A heading's text or a label; null where the section has none. */
function titleOf(text: string, { start }: Range, body: Range | null): Range | null {
  const title = text.slice(start, body?.start ?? start).trimEnd();
  return title === '' ? null : { start, end: start + title.length };
}

function firstWord(text: string, { start, end }: Range): Range {
  const length = /^\S+/.exec(text.slice(start, Math.min(end, start + 80)))?.[0].length ?? 0;
  return { start, end: start + length };
}

function lastWord(text: string, { start, end }: Range): Range {
  // A word of more than a line is none.
  const from = Math.max(start, end - 80);
  const tail = text.slice(from, end).trimEnd();
  let at = tail.length;
  while (at > 0 && !/\s/.test(tail[at - 1]!)) at--;
  return tail === '' ? { start: end, end } : { start: from + at, end: from + tail.length };
}

function headingLevel(
  { recognition, markdown, narrative }: Analysis,
  id: string,
  neighbours: readonly Section[],
): number {
  const like = neighbours.find((section) => section.source === 'heading' && !ONE_LINE.has(section.id));
  if (like) return markdown.blocks[like.firstBlock]?.level || 2;
  const container = recognition.units[recognition.parts.pressRelease - 1]?.level ?? 0;
  const release = narrative.sections.find((section) => section.id === id)?.part === 'press-release';
  return release ? Math.min(6, (container || 1) + 1) : 2;
}
