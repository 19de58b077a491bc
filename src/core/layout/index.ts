/** The paper: blocks of Markdown in, pages out. See `pages.ts`. */
export { type Measurable, type Measure, measureBlock, measured } from './measure.js';
export { cssProperties, DEFAULT_PAGE, type PageSetup, type PaperSize } from './metrics.js';
export { type Layout, layoutDocument, type Measurer, type Page, type PartBreak } from './pages.js';
