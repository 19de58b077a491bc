/** What became of tests: how many passed and were skipped, and of each of the others why it failed. */
export interface Outcome {
  readonly passed: number;
  readonly skipped: number;
  readonly failures: readonly Failure[];
}

export interface Failure {
  /** With those of the suites around it. */
  readonly title: string;
  /** The message, and where it was thrown. */
  readonly error: string;
}

export const nothing: Outcome = { passed: 0, skipped: 0, failures: [] };

export function add(a: Outcome, b: Outcome): Outcome {
  return {
    passed: a.passed + b.passed,
    skipped: a.skipped + b.skipped,
    failures: [...a.failures, ...b.failures],
  };
}

/** Why a test of mocha's failed. */
export function failureOf(test: { titlePath(): string[] }, error: Error | undefined): Failure {
  return { title: test.titlePath().join(': '), error: error?.stack ?? String(error) };
}
