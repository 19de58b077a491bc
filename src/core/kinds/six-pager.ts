import type { KindDefinition, SectionDefinition } from './kind.js';

const section = (id: string, required = true): SectionDefinition => ({ id, part: 'body', bullets: 'forbid', required });
/** Principles to decide by are a list by custom, one a line. */
const tenets = (required: boolean): SectionDefinition => ({ ...section('tenets', required), bullets: 'allow' });
const tail: readonly SectionDefinition[] = [
  { id: 'faq', part: 'faq', bullets: 'few', required: false, anyOrder: true },
  { id: 'appendix', part: 'appendix', bullets: 'allow', required: false },
];

export const sixPager: KindDefinition = {
  id: 'six-pager',
  files: ['*.six-pager.md', 'six-pager*.md', '6-pager*.md', '*.6-pager.md'],
  pages: { total: 6 },
  variants: [
    {
      id: 'proposal',
      sections: [
        section('introduction'),
        section('problem'),
        tenets(false),
        section('alternatives', false),
        section('solution'),
        section('goals', false),
        section('metrics'),
        section('risks'),
        ...tail,
      ],
    },
    {
      // The anatomy that Jesse Freeman published.
      id: 'operating-plan',
      sections: [
        section('introduction'),
        section('goals'),
        tenets(true),
        section('state-of-the-business'),
        section('lessons-learned'),
        section('strategic-priorities'),
        ...tail,
      ],
    },
  ],
};
