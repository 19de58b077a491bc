import { assert } from 'chai';

describe('Web extension host', () => {
  // Without this, tests meant for the web host might run in the Node host unnoticed and prove nothing.
  it('has nothing of Node', () => {
    assert.isUndefined(globalThis.process?.versions?.node);
    // Not plain `require`, which the bundler would resolve.
    assert.throws(() => Function('return require("fs")')());
  });
});
