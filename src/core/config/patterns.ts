import { RE2JS, RE2JSException } from 're2js';
import type { Find } from './vocabulary.js';

/** A compiled pattern, and how large it is, in instructions: the time that it takes grows with that and with the text. */
export interface Pattern {
  readonly find: Find;
  readonly size: number;
}

/** Instructions times characters that one search may take, about a second's work: no paragraph needs a part of it. */
const MOST_WORK = 5_000_000;

/**
 * Compiles a team's pattern. RE2 runs in linear time whatever the pattern, so that a config can't hang an editor: JavaScript's own
 * `/^(\w+\s?)*$/` took 11.8 s for 28 characters. Throws an `Error` that says what is wrong with the pattern.
 */
export function compilePattern(source: string): Pattern {
  const pattern = compile(source);
  const size = pattern.programSize();
  const find: Find = (text) => {
    const found = [];
    if (text.length * size > MOST_WORK) return [];
    const matcher = pattern.matcher(text);
    while (matcher.find()) {
      const [start, end] = [matcher.start(), matcher.end()];
      if (end > start) found.push({ start, end });
    }
    return found;
  };
  return { find, size };
}

function compile(source: string): RE2JS {
  try {
    return RE2JS.compile(source, RE2JS.CASE_INSENSITIVE);
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    throw new Error(error.message.replace(/^error parsing regexp: /, '').replace('(?i)', ''));
  }
}
