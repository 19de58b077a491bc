/** What became of tests: how many passed and were skipped, and of each of the others why it failed. */
export interface Outcome {
  readonly passed: number;
  readonly skipped: number;
  readonly failures: readonly Failure[];
  /** Why those failed at first that were tried again. They count as what they became then. */
  readonly retried: readonly Failure[];
}

export interface Failure {
  /** With those of the suites around it. */
  readonly title: string;
  /** The message, and where it was thrown. */
  readonly error: string;
}

export const nothing: Outcome = { passed: 0, skipped: 0, failures: [], retried: [] };

export function add(a: Outcome, b: Outcome): Outcome {
  return {
    passed: a.passed + b.passed,
    skipped: a.skipped + b.skipped,
    failures: [...a.failures, ...b.failures],
    retried: [...a.retried, ...b.retried],
  };
}

/** Why a test of mocha's failed. */
export function failureOf(test: { titlePath(): string[] }, error: Error | undefined): Failure {
  return { title: test.titlePath().join(': '), error: error?.stack ?? String(error) };
}
