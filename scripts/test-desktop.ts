// Runs the host tests in desktop VS Code, which it downloads: `npm run test:desktop`

import { runVisibly, toTerminal } from '../test/bed/childProcess.js';
import { cleanUp, cleanUpOnSignals } from '../test/bed/cleanup.js';
import { downloadDesktop, hasDisplay, runDesktop } from '../test/bed/desktop.js';
import { bundleHostTests } from '../test/bed/host/bundle.js';
import { writeFixtures } from '../test/bed/host/fixtures.js';
import { HostReport } from '../test/bed/host/report.js';
import { examples, root } from '../test/bed/paths.js';
import { copyWorkspace } from '../test/bed/workspace.js';

cleanUpOnSignals();
process.exitCode = await main();
await cleanUp();

async function main(): Promise<number> {
  if (!hasDisplay) {
    console.error('Desktop VS Code needs a display and there is none. On Linux: xvfb-run -a npm run test:desktop');
    return 1;
  }
  const built = await runVisibly(process.execPath, ['scripts/build.mjs'], { cwd: root });
  if (built !== 0) return built;

  let executable: string;
  try {
    console.log('Downloading desktop VS Code, unless it is here already…');
    executable = await downloadDesktop();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error('`npm run test:host` runs the same tests in a VS Code from the npm registry.');
    return 1;
  }

  const report = new HostReport(toTerminal);
  const tests = await bundleHostTests('desktop', 'node');
  const workspace = await copyWorkspace(examples);
  await writeFixtures(workspace.path);
  const code = await runDesktop(executable, [workspace.path, `--extensionTestsPath=${tests}`], (line) =>
    report.read(line),
  );
  if (!report.ended) {
    console.error(`VS Code ended with code ${code} before the tests did.\n${report.lastWords()}`);
    return 1;
  }
  const { passed, failures, skipped } = report.outcome;
  console.log(`\n${passed} passed, ${failures.length} failed, ${skipped} skipped`);
  return failures.length === 0 && passed > 0 ? 0 : 1;
}
