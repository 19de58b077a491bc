import { languageOf } from '../languages/index.js';
import type { Section } from '../model.js';
import { CueIndex } from '../narrative/cues.js';
import { datelineLength } from '../narrative/dateline.js';
import type { Analysis } from '../narrative/narrative.js';
import { lineFrom, sectionOf, trimmed } from './places.js';
import type { Rule } from './rule.js';

/** A press release without place and date: the date is the launch that the team works towards. */
export const missingDateline: Rule = {
  id: 'missing-dateline',
  summary: { en: 'The press release has no place and date.', ko: '보도자료에 장소와 날짜가 없습니다.' },
  severity: 'information',
  options: {},
  check({ analysis, messages, texts }, report) {
    const { narrative, markdown } = analysis;
    const dateline = sectionOf(analysis, 'dateline');
    const summary = sectionOf(analysis, 'summary');
    // Where even the opening paragraph is missing, there is no line to put it on.
    if (dateline?.status !== 'missing' || !summary?.body || summary.status === 'empty') return;
    if (opensWithDateline(analysis, summary)) return;
    const at = trimmed(analysis, summary.body).start;
    const own = languageOf(narrative.language).id;
    const text = own === 'en' || own === 'ko' ? texts?.sections.dateline?.text : undefined;
    const plain = markdown.blocks.some(
      (block) => block.type === 'paragraph' && block.start <= at && block.end > at && !block.list,
    );
    const fix = { title: messages.insertDateline(), edits: [{ start: at, end: at, text: `${text} ` }], safe: false };
    report(lineFrom(analysis, at), messages.missingDateline(), text && plain ? [fix] : []);
  },
};

/** Whether place and date open the summary, or stand alone above it: in the release's first paragraphs. */
function opensWithDateline({ markdown, narrative, recognition }: Analysis, summary: Section): boolean {
  const cues = CueIndex.of(narrative.language);
  const first = recognition.units[Math.max(0, recognition.parts.pressRelease)]?.block ?? 0;
  return markdown.blocks.slice(first, summary.endBlock).some((block) => {
    if (block.type !== 'paragraph') return false;
    const from = Math.max(0, Math.min(summary.body!.start, block.end) - block.start);
    const { text } = block.prose;
    return isDateline(text, cues) || (from > 0 && isDateline(text.slice(from), cues));
  });
}

/** A year, in whatever order a language writes its dates. */
const DATED = /\b(?:19|20)\d\d\b|\d{4}\s?[年년]/;

function isDateline(masked: string, cues: CueIndex): boolean {
  const opening = masked
    .slice(0, 200)
    .replaceAll('\u2060', '')
    .replace(/^[\s"'([]+/, '');
  // “[CITY], [date] —”: there, and still to be filled in.
  if (/^[^\n]{0,90}\][.,\s]*[—–―-]/.test(opening)) return true;
  return datelineLength(opening, cues) > 0 || DATED.test(/^.{0,90}?\s[—–―-]{1,2}\s/u.exec(opening)?.[0] ?? '');
}
