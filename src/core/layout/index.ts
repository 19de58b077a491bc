/** The paper: blocks of Markdown in, pages out. See `pages.ts`. */
export { measured } from './measure.js';
export { cssProperties, DEFAULT_PAGE, type PageSetup } from './metrics.js';
export { type Layout, layoutDocument, type PartBreak } from './pages.js';
