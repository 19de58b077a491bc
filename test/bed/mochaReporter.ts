import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Mocha from 'mocha';
import { type Failure, failureOf, type Outcome } from './outcome.js';

/** The name of the environment variable with the file in which the outcome is left for the process that ran mocha. */
export const outcomeFileVariable = 'PRFAQ_TEST_OUTCOME';

/** Prints as mocha's own reporters do: a dot for each of many fast tests, a line for each of few slow ones. */
export default class OutcomeReporter {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    const Base = options.reporterOptions?.base === 'dot' ? Mocha.reporters.Dot : Mocha.reporters.Spec;
    new Base(runner, options);
    const { EVENT_TEST_FAIL, EVENT_TEST_RETRY, EVENT_RUN_END } = Mocha.Runner.constants;
    const failures: Failure[] = [];
    const retried: Failure[] = [];
    runner.on(EVENT_TEST_FAIL, (test: Mocha.Runnable, error?: Error) => failures.push(failureOf(test, error)));
    runner.on(EVENT_TEST_RETRY, (test: Mocha.Runnable, error?: Error) => retried.push(failureOf(test, error)));
    runner.once(EVENT_RUN_END, () => {
      const file = process.env[outcomeFileVariable];
      if (!file) return;
      const { passes = 0, pending = 0 } = runner.stats ?? {};
      const outcome: Outcome = { passed: passes, skipped: pending, failures, retried };
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(outcome));
    });
  }
}
