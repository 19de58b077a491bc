// Runs inside the extension host, bundled with the tests.
import 'mocha/mocha.js';
import { RETRIES, TEST_TIMEOUT } from '../limits.js';
import { failureOf } from '../outcome.js';
import { encode, type HostEvent } from './protocol.js';

/** Set by the bundler. */
declare const TEST_GREP: string | undefined;

const depth = (runnable: Mocha.Runnable | Mocha.Suite) => runnable.titlePath().length;
const send = (event: HostEvent) => console.log(encode(event));

/** A mocha reporter that leaves all printing and counting to the outside. */
class Reporter {
  constructor(runner: Mocha.Runner) {
    runner.on('suite', (suite) => {
      if (!suite.root) send({ event: 'suite', title: suite.title, depth: depth(suite) });
    });
    runner.on('pass', (test) => send({ event: 'pass', title: test.title, depth: depth(test), ms: test.duration ?? 0 }));
    runner.on('pending', (test) => send({ event: 'skip', title: test.title, depth: depth(test) }));
    runner.on('fail', (test, error) =>
      send({ event: 'fail', title: test.title, depth: depth(test), failure: failureOf(test, error) }),
    );
    runner.on('retry', (test, error) => send({ event: 'retry', failure: failureOf(test, error) }));
    runner.once('end', () => send({ event: 'end' }));
  }
}

// The browser's build of mocha serves both hosts, so that both run the very same thing. It puts `describe` and `it` in
// place now, before the tests that are imported after this file.
mocha.setup({
  ui: 'bdd',
  reporter: Reporter as unknown as Mocha.ReporterConstructor,
  timeout: TEST_TIMEOUT,
  retries: RETRIES,
  ...(TEST_GREP ? { grep: TEST_GREP } : {}),
});

/** What VS Code calls. It ends with an error when a test failed. */
export function run(): Promise<void> {
  return new Promise((resolve, reject) => {
    // Not `mocha.run()`, which reads options from the page's address; neither host has one.
    Mocha.prototype.run.call(mocha, (failures) =>
      failures ? reject(new Error(`${failures} tests failed`)) : resolve(),
    );
  });
}
