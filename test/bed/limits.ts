/**
 * How long one test may wait for what it waits for, in milliseconds. It is for a machine that is slow and busy with other things; where all
 * is well, no test comes near it.
 */
export const TEST_TIMEOUT = 180_000;

/** The same for one step in a page: well below the other, as it says which step. */
export const STEP_TIMEOUT = 60_000;

/**
 * How often a test in VS Code is tried again. VS Code on a busy machine now and then drops a key or closes a list of its own accord; what
 * fails because of us fails again. Each second try is told at the end of the run, so that none goes unseen.
 */
export const RETRIES = 1;
