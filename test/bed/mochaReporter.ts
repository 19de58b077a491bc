import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Mocha from 'mocha';
import type { Counts } from './counts.js';

/** The name of the environment variable with the file in which the counts are left for the process that ran mocha. */
export const countsFileVariable = 'PRFAQ_TEST_COUNTS';

/** Prints as mocha's own reporters do: a dot for each of many fast tests, a line for each of few slow ones. */
export default class CountingReporter {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    const Base = options.reporterOptions?.base === 'dot' ? Mocha.reporters.Dot : Mocha.reporters.Spec;
    new Base(runner, options);
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
      const file = process.env[countsFileVariable];
      if (!file) return;
      const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
      const counts: Counts = { passed: passes, failed: failures, skipped: pending };
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(counts));
    });
  }
}
