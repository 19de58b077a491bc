// Bundles the host tests for a debugger that runs them, such as the launch configuration "Host tests".
import { bundleHostTests } from '../test/bed/host/bundle.js';

console.log(await bundleHostTests('node', 'node'));
