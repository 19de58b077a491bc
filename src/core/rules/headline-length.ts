import { sectionOf, trimmed } from './places.js';
import type { Rule } from './rule.js';

/** A headline that doesn't fit on one line of a newspaper. */
export const headlineLength: Rule = {
  id: 'headline-length',
  summary: { en: 'The headline is too long.', ko: '제목이 너무 깁니다.' },
  severity: 'warning',
  options: {},
  check({ analysis, messages }, report) {
    const headline = sectionOf(analysis, 'headline');
    const limit = headline?.limits.max;
    if (!headline?.body || limit === undefined || headline.words <= limit) return;
    const body = trimmed(analysis, headline.body);
    const at = body.end > body.start ? body : headline.range!;
    report(at, messages.headlineTooLong(headline.words, limit));
  },
};
