import type { FileReport } from '../core/report.js';

export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
  readonly hints: number;
}

/** Counts the issues of all files by severity. */
export function summarise(files: readonly FileReport[]): Summary {
  const count = (severity: string): number =>
    files.reduce((sum, file) => sum + file.issues.filter((issue) => issue.severity === severity).length, 0);
  return {
    errors: count('error'),
    warnings: count('warning'),
    information: count('information'),
    hints: count('hint'),
  };
}
