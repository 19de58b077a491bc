import type { TextEdit } from '../model.js';
import type { Analysis } from '../narrative/narrative.js';
import { sectionText, templateLanguage } from './templates.js';

/** Where a missing section goes, and the edit that puts it there. */
export interface Insertion {
  /** Offset of the section or title that it follows: where a finding about it is shown. */
  readonly anchor: number;
  readonly edit: TextEdit;
}

/**
 * The edit that inserts section `id` in its place by the kind's order: after the nearest section before it that is there, else
 * in front of the next. It takes its heading level from its neighbours.
 */
export function insertion(analysis: Analysis, id: string): Insertion {
  const { narrative, recognition, markdown } = analysis;
  const { sections } = narrative;
  const index = sections.findIndex((section) => section.id === id);
  const part = sections[index]?.part;
  const before = sections
    .slice(0, Math.max(0, index))
    .reverse()
    .find((section) => section.range && section.part === part);
  const after = sections.slice(index + 1).find((section) => section.range);
  const above =
    before ??
    sections
      .slice(0, Math.max(0, index))
      .reverse()
      .find((section) => section.range);
  const first = markdown.blocks[0]?.start ?? markdown.text.length;
  let at = markdown.text.trimEnd().length;
  let anchor = first;
  if (before?.range) {
    at = before.range.end;
    anchor = before.range.start;
  } else if (after?.range && after.part === part) {
    at = after.range.start;
    anchor = after.range.start;
  } else if (above?.range) {
    at = above.range.end;
    anchor = above.range.start;
  } else if (after?.range) {
    at = after.range.start;
    anchor = after.range.start;
  }
  const inFront = at === after?.range?.start && at !== before?.range?.end && at !== above?.range?.end;
  const eol = markdown.text.includes('\r\n') ? '\r\n' : '\n';
  const template = sectionText(id, templateLanguage(narrative.language));
  const title = sections[index]?.title ?? id;
  const coaching = template?.coaching ? `<!-- ${template.coaching} -->\n\n` : '';
  const heading =
    id === 'headline'
      ? `# ${template?.text ?? title}`
      : id === 'subheading' || id === 'dateline'
        ? (template?.text ?? title)
        : '';
  const level = '#'.repeat(headingLevel(analysis, part));
  const body = heading || `${level} ${title}\n\n${coaching}${template?.text ?? ''}`.trimEnd();
  // A section range ends with its last text; a heading that follows wants an empty line, which the document has or gets.
  const text = inFront ? `${body}\n\n` : at === 0 ? `${body}\n` : `\n\n${body}`;
  return { anchor, edit: { start: at, end: at, text: text.replaceAll('\n', eol) } };

  function headingLevel(of: Analysis, want: typeof part): number {
    for (const section of [before, after]) {
      if (section?.range && section.part === want && section.source === 'heading' && section.id !== 'headline') {
        return of.markdown.blocks[section.firstBlock]?.level || 2;
      }
    }
    const container = recognition.units[recognition.parts.pressRelease - 1]?.level ?? 0;
    return want === 'press-release' ? Math.min(6, (container || 1) + 1) : 2;
  }
}
