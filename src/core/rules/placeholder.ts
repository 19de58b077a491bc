import type { Range } from '../model.js';
import { isMostlyPlaceholder, placeholdersIn } from '../narrative/placeholders.js';
import { SHOWN_ONE_BY_ONE } from './places.js';
import type { Rule } from './rule.js';

/**
 * Text still to be written: `[price]`, TBD, 미정. In what the author wrote each is found by itself. Paragraphs that nobody has begun
 * yet are found once each, and where there are many, as in a fresh template, once together: the outline shows which they are.
 */
export const placeholder: Rule = {
  id: 'placeholder',
  summary: { en: 'A placeholder is still to be filled in.', ko: '채워 넣을 자리가 남아 있습니다.' },
  severity: 'warning',
  options: {},
  check({ analysis, messages }, report) {
    const { language } = analysis.narrative;
    const begun: Range[] = [];
    const untouched: Range[] = [];
    for (const block of analysis.markdown.blocks) {
      if (block.type !== 'paragraph' && block.type !== 'heading' && block.type !== 'table') continue;
      const found = placeholdersIn(block.prose, language);
      if (found.length === 0) continue;
      const places = found.map(({ start, end }) => ({ start: block.start + start, end: block.start + end }));
      if (!isMostlyPlaceholder(block.prose, language)) begun.push(...places);
      else untouched.push(places[0]!);
    }
    const few = untouched.length <= SHOWN_ONE_BY_ONE;
    for (const place of few ? [...begun, ...untouched] : begun)
      report(place, messages.placeholder(analysis.markdown.text.slice(place.start, place.end)));
    if (!few) report(untouched[0]!, messages.stillToWrite(untouched.length));
  },
};
