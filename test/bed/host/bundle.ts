import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { ExtensionHost } from '../extension.js';
import { out, root } from '../paths.js';

/**
 * Bundles the tests in `test/host/` for an extension host; resolves with the file. `*.web.test.ts` are for the web host.
 *
 * @param name of the bundle: hosts may run beside each other.
 */
export async function bundleHostTests(name: string, host: ExtensionHost, grep?: string): Promise<string> {
  const outfile = join(out, 'host-tests', `${name}.js`);
  const names = await readdir(join(root, 'test', 'host'), { recursive: true });
  const tests = names
    .filter((name) => name.endsWith('.test.ts') && (host === 'web' || !name.endsWith('.web.test.ts')))
    .sort();
  await build({
    stdin: {
      // `require`, as it keeps the order, and as the file ends up with these exports and not with those of mocha.
      contents: [
        `module.exports = require('./test/bed/host/inside.ts');`,
        ...tests.map((name) => `require(${JSON.stringify(`./test/host/${name.replaceAll('\\', '/')}`)});`),
      ].join('\n'),
      resolveDir: root,
      sourcefile: 'all-host-tests.cjs',
    },
    outfile,
    bundle: true,
    format: 'cjs',
    platform: host === 'web' ? 'browser' : 'node',
    target: 'es2022',
    sourcemap: 'inline',
    external: ['vscode'],
    define: { TEST_GREP: grep === undefined ? 'undefined' : JSON.stringify(grep) },
    logLevel: 'warning',
  });
  return outfile;
}
