import type { Block, Section } from '../model.js';
import type { Analysis } from '../narrative/narrative.js';
import { teamCoaching } from './insert.js';
import type { TemplateTexts } from './template.js';
import { coachingComment } from './templates.js';

/**
 * A template like a document: its headings, labels and questions in their order, with coaching and placeholders in place of what was
 * written. No text of its own is in it but headings and questions. `front` are lines of front matter, besides the kind.
 */
export function skeleton(analysis: Analysis, texts: TemplateTexts, front: readonly string[]): string {
  const { markdown, narrative } = analysis;
  const out = ['---', ...(narrative.kind ? [`type: ${narrative.kind}`] : []), ...front, '---', ''];
  for (const [n, block] of markdown.blocks.entries()) {
    const section = narrative.sections.find(({ firstBlock, endBlock }) => n >= firstBlock && n < endBlock);
    // The dateline stands in the summary's first line.
    if (section?.id === 'dateline') continue;
    if (section?.firstBlock === n) out.push(...opening(analysis, section, block, texts));
    // Headings between and within sections; questions have their place below their section's own heading.
    else if (block.type === 'heading' && !inQuestion(analysis, block)) out.push(headingOrTitle(block, texts), '');
  }
  return `${out.join('\n').trimEnd()}\n`;
}

function opening(analysis: Analysis, section: Section, block: Block, texts: TemplateTexts): string[] {
  const { id, title, source, range, body } = section;
  const { text, coaching } = texts.sections[id] ?? { text: '', coaching: '' };
  const said = teamCoaching(analysis, id, analysis.narrative.language) ?? coaching;
  const comment = said === '' ? [] : [coachingComment(said, texts), ''];
  if (id === 'headline') return [...comment, `# ${text === '' ? `[${title}]` : text}`, ''];
  const asked = questionsOf(analysis, section, texts);
  const placeholder = asked.length > 0 ? asked : [text === '' ? `[${title}]` : text, ''];
  if (source === 'heading') return [heading(block), '', ...comment, ...placeholder];
  const label = source === 'label' && range && body ? analysis.markdown.text.slice(range.start, body.start).trim() : '';
  return [...comment, ...(label === '' ? placeholder : [`${label} ${placeholder[0]}`, ...placeholder.slice(1)])];
}

/** What the document is called stays with it as well. */
function headingOrTitle(block: Block, texts: TemplateTexts): string {
  return block.level === 1 ? `# ${texts.templates['one-pager'].heading}` : heading(block);
}

function heading({ level, text }: Block): string {
  // An underlined heading is two lines; its text is the first.
  return `${'#'.repeat(level)} ${text
    .split('\n')[0]!
    .replace(/\s+#+\s*$/, '')
    .trim()}`;
}

function questionsOf({ narrative, markdown }: Analysis, { range }: Section, texts: TemplateTexts): string[] {
  const inside = narrative.questions.filter(({ start }) => range && start >= range.start && start < range.end);
  return inside.flatMap((question) => {
    const block = markdown.blocks.find(({ start, end }) => question.start >= start && question.start < end);
    const mark = block?.type === 'heading' ? `${'#'.repeat(block.level)} ` : '### ';
    return [`${mark}${question.text}`, '', texts.question.answer, ''];
  });
}

function inQuestion({ narrative }: Analysis, block: Block): boolean {
  return narrative.questions.some(({ start, end }) => block.end > start && block.start < end);
}
