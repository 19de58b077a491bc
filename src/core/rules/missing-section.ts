import type { Section, TextEdit } from '../model.js';
import type { Analysis } from '../narrative/narrative.js';
import { insertion } from '../templates/insert.js';
import type { Rule } from './rule.js';

/**
 * A required section that is nowhere. Where the FAQ doesn't say for whom it is, neither of its two is called missing; where it stands
 * alone, one finding speaks of the whole press release.
 */
export const missingSection: Rule = {
  id: 'missing-section',
  summary: { en: 'A required section is missing.', ko: '꼭 있어야 할 부분이 빠졌습니다.' },
  severity: 'warning',
  options: {},
  check({ analysis, messages, texts }, report) {
    const { narrative, recognition } = analysis;
    const plainFaq = recognition.parts.faq !== -1 && narrative.questions.some((question) => question.audience === null);
    // Without headings, the paragraph on where to go next is often the one on how to start as well.
    const callsToAction = narrative.sections.some(({ id, source }) => id === 'call-to-action' && source === 'position');
    const faqAlone = standsAlone(analysis);
    const release: Section[] = [];
    for (const section of narrative.sections) {
      if (!section.required || section.status !== 'missing' || recognition.isDoubtful(section.id)) continue;
      if (plainFaq && section.part === 'faq') continue;
      if (section.id === 'getting-started' && callsToAction) continue;
      if (faqAlone && section.part === 'press-release') {
        release.push(section);
        continue;
      }
      const { anchor, edit } = insertion(analysis, section.id, texts);
      report(
        anchor,
        messages.missingSection(section.title),
        edit ? [{ title: messages.insertSection(section.title), edits: [edit], safe: false }] : [],
      );
    }
    const [first] = release;
    if (!first) return;
    const edits = release.map(({ id }) => insertion(analysis, id, texts).edit).filter((edit) => edit !== null);
    report(
      insertion(analysis, first.id, texts).anchor,
      messages.missingRelease(),
      edits.length > 0 ? [{ title: messages.insertRelease(), edits: inOneGo(edits), safe: false }] : [],
    );
  },
};

/** Whether of a press release nothing is there but a headline, which may be the title of the FAQ under it. */
function standsAlone({ narrative, recognition }: Analysis): boolean {
  return (
    recognition.parts.faq !== -1 &&
    narrative.sections.every(
      ({ id, part, status }) => part !== 'press-release' || id === 'headline' || status === 'missing',
    )
  );
}

/** Edits that insert at the same place as one that inserts all of it in order: two edits at one place have none. */
function inOneGo(edits: readonly TextEdit[]): TextEdit[] {
  const joined: TextEdit[] = [];
  for (const edit of edits) {
    const last = joined.at(-1);
    if (last?.start === edit.start) joined[joined.length - 1] = { ...last, text: last.text + edit.text };
    else joined.push(edit);
  }
  return joined;
}
