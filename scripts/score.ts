// Scores recognition against labelled real documents where these are at hand: `../shared/corpus` beside the work tree.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runVisibly } from '../test/bed/childProcess.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const scorer = fileURLToPath(new URL('../../shared/score-outline.mjs', import.meta.url));

if (!existsSync(scorer)) {
  console.log('Skipped: there are no labelled documents beside the work tree (../shared).');
} else if (!existsSync(`${root}dist/cli.js`)) {
  console.error('dist/cli.js is missing. Run npm run build first.');
  process.exitCode = 2;
} else {
  process.exitCode = await runVisibly(process.execPath, [scorer, 'node dist/cli.js', ...process.argv.slice(2)], {
    cwd: root,
  });
}
