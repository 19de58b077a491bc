import type { Range } from '../model.js';
import type { Lines } from '../text/lines.js';
import { type KeyPath, showPath } from './problems.js';

/** A place in a file of a team's. */
export interface FilePlace extends Range {
  readonly file: string;
  /** 1-based, in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  /** Path of keys, such as `rules.sentence-length.max`; empty where the text itself is meant. */
  readonly key: string;
}

/** Something wrong with a file of a team's: its config, a template, snippets. */
export interface ConfigFileProblem extends FilePlace {
  readonly message: string;
}

/** The place of a range of UTF-16 offsets in a file, with line and column 1-based, and the key that it belongs to. */
export function placeIn(file: string, lines: Lines, { start, end }: Range, key: KeyPath): FilePlace {
  const { line, character } = lines.position(start);
  return { file, start, end, line: line + 1, column: character + 1, key: showPath(key) };
}
