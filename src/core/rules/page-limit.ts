import { lineFrom } from './places.js';
import type { Rule } from './rule.js';

/** More pages of paper than the kind allows; the finding starts at the first word that doesn't fit. */
export const pageLimit: Rule = {
  id: 'page-limit',
  summary: { en: 'A part runs over its pages of paper.', ko: '쪽수 한도를 넘었습니다.' },
  severity: 'warning',
  options: {},
  check({ analysis, messages, layout }, report) {
    const limits = analysis.recognition.kind?.pages;
    if (!limits) return;
    for (const [part, limit] of [
      ['press-release', limits.pressRelease],
      ['faq', limits.faq],
      [null, limits.total],
    ] as const) {
      const start = limit === undefined ? null : layout().firstOverflow(part, limit);
      if (start === null || limit === undefined) continue;
      const { counts } = layout();
      const pages =
        part === null
          ? counts.pressRelease + counts.faq + counts.body
          : part === 'faq'
            ? counts.faq
            : counts.pressRelease;
      report(lineFrom(analysis, start), messages.pagesOver(part ?? 'whole', pages.toFixed(1), limit));
    }
  },
};
