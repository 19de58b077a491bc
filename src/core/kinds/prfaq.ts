import type { KindDefinition, SectionDefinition } from './kind.js';

const press = { part: 'press-release', bullets: 'forbid' } as const;
const faq = { part: 'faq', bullets: 'few' } as const;

/** Sections in the order of Bryar and Carr, *Working Backwards*, and of Ian McAllister's outline. */
const sections: readonly SectionDefinition[] = [
  { id: 'headline', ...press, required: true, words: { max: 15 } },
  { id: 'subheading', ...press, required: true, words: { max: 40 }, bullets: 'allow' },
  { id: 'dateline', ...press, required: false, anyOrder: true },
  { id: 'summary', ...press, required: true, words: { min: 25, max: 120 } },
  { id: 'problem', ...press, required: true, words: { min: 30, max: 200 } },
  { id: 'solution', ...press, required: true, words: { min: 30, max: 200 } },
  { id: 'leader-quote', ...press, required: true, words: { max: 80, each: 'quotation' }, anyOrder: true },
  { id: 'getting-started', ...press, required: true, anyOrder: true },
  { id: 'customer-quote', ...press, required: true, words: { max: 80, each: 'quotation' }, anyOrder: true },
  { id: 'call-to-action', ...press, required: false, anyOrder: true },
  { id: 'external-faq', ...faq, required: true },
  { id: 'internal-faq', ...faq, required: true },
  { id: 'appendix', part: 'appendix', bullets: 'allow', required: false },
];

export const prfaq: KindDefinition = {
  id: 'prfaq',
  files: ['*.prfaq.md', '*.pr-faq.md', 'prfaq*.md', 'pr-faq*.md', 'pr_faq*.md'],
  pages: { pressRelease: 1, faq: 5, total: 6 },
  variants: [{ id: null, sections }],
  questions: { external: 5, internal: 5 },
};
