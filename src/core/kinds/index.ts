import type { KindDefinition } from './kind.js';
import { prfaq } from './prfaq.js';
import { sixPager } from './six-pager.js';

export {
  BULLETS,
  type KindDefinition,
  type SectionDefinition,
  type VariantDefinition,
} from './kind.js';

export const BUILT_IN_KINDS: readonly KindDefinition[] = [prfaq, sixPager];
