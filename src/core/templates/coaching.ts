import { detectLanguage } from '../languages/detect.js';
import type { LanguageId, Range } from '../model.js';
import { findPlaceholders } from '../narrative/placeholders.js';
import { Lines } from '../text/lines.js';

/**
 * A comment that coaches, on a line by itself: `<!-- Coaching: Tell the problem as the customer would. -->`, 길잡이 in Korean.
 * Templates write it, and it goes when its section is answered; any other comment is the author's own and stays.
 */
export interface Coaching {
  /** The comment with the empty lines after it. */
  readonly range: Range;
  /** From the comment to the end of what it speaks of. */
  readonly scope: Range;
  /** Whether something is written there, and no placeholder is left. */
  readonly answered: boolean;
}

/** What opens a comment that coaches, by language. */
export const COACHING_MARKS = ['Coaching', '길잡이'] as const;

const MARK = new RegExp(`<!--\\s*(?:${COACHING_MARKS.join('|')})\\s*:`, 'i');
const COMMENT = new RegExp(`^${MARK.source}.*-->\\s*$`, 'i');
const HEADING = /^ {0,3}(#{1,6})\s+(.*)/;
const FENCE = /^ {0,3}(?:```|~~~)/;

/** Whether a text may hold coaching: a first look, for documents that nobody has read yet. */
export function mayCoach(text: string): boolean {
  return MARK.test(text);
}

/** Finds the coaching of a document, of whatever kind. */
export function findCoaching(text: string): Coaching[] {
  if (!mayCoach(text)) return [];
  const lines = new Lines(text);
  // Other comments are no answer: blank in their place, so that every line stays where it is.
  const visible = new Lines(text.replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\r\n]/g, ' ')));
  const language = detectLanguage(visible.text);
  const scopes: Scope[] = [];
  let open: Scope | undefined;
  let level = 0;
  let code = false;
  for (let line = 0; line < lines.count; line++) {
    const source = visible.slice(line);
    if (!code && COMMENT.test(lines.slice(line))) {
      open = new Scope(line, level, language);
      scopes.push(open);
      continue;
    }
    if (FENCE.test(source)) code = !code;
    const heading = code ? null : HEADING.exec(source);
    if (heading) {
      level = heading[1]!.length;
      if (!open?.takes(level)) open = undefined;
    }
    open?.read(line, heading?.[2] ?? source, heading !== null);
  }
  return scopes.map((scope) => coachingOf(scope, lines));
}

function coachingOf({ line, last, answered }: Scope, lines: Lines): Coaching {
  let next = line + 1;
  while (next < lines.count && lines.slice(next).trim() === '') next++;
  const start = lines.start(line);
  return {
    range: { start, end: next < lines.count ? lines.start(next) : lines.text.length },
    scope: { start, end: lines.end(last) },
    answered,
  };
}

/**
 * What a comment speaks of: it ends with the next comment that coaches or the next heading. Where headings below its own follow at
 * once, as an FAQ's questions do, they belong to it. In front of the first heading, that heading is the text.
 */
class Scope {
  last: number;
  #text = false;
  #below = false;
  /** Something is still to be written: a placeholder, or a heading below with nothing under it. */
  #open = false;
  #bare = false;

  constructor(
    readonly line: number,
    /** Level of the heading that the comment stands under; 0 in front of the first. */
    readonly level: number,
    readonly language: LanguageId,
  ) {
    this.last = line;
  }

  get answered(): boolean {
    return this.#text && !this.#open && !this.#bare;
  }

  takes(level: number): boolean {
    return this.level === 0 ? !this.#text : level > this.level && (this.#below || !this.#text);
  }

  read(line: number, text: string, heading: boolean): void {
    if (!/[\p{L}\p{N}]/u.test(text)) return;
    this.last = line;
    this.#open ||= findPlaceholders(text, this.language).length > 0;
    if (!heading || this.level === 0) {
      this.#text = true;
      this.#bare = false;
    } else {
      this.#below = true;
      this.#open ||= this.#bare;
      this.#bare = true;
    }
  }
}
