/**
 * Sections that are one line: what follows them is another part, and a headline has no body but itself. A file of its own: who only asks for
 * this needs no titles, with which all languages come into a bundle.
 */
export const ONE_LINE: ReadonlySet<string> = new Set(['headline', 'subheading', 'dateline']);
