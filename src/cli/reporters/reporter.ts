import type { FileReport } from '../../core/report.js';
import type { Summary } from '../summary.js';

/** A file that couldn't be read or written, and why. */
export interface Trouble {
  readonly path: string;
  readonly message: string;
}

/** All that a run of `check` found. */
export interface Report {
  readonly files: readonly FileReport[];
  readonly troubles: readonly Trouble[];
  readonly summary: Summary;
}

/** Writes a report in one format; without the last line break. */
export type Reporter = (report: Report) => string;
