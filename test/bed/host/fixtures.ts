import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { everyTried } from '../../unit/rules/fixture.js';
import { root } from '../paths.js';

/** Name of the folder with the documents, and of the file with what the command line says of them. */
const FIXTURES = 'fixtures';

/**
 * Writes every document that a rule or the recognition is tested with into `folder`, and beside them `fixtures.json`: what the command
 * line prints for them. A host test compares it with what the editor shows.
 */
export async function writeFixtures(folder: string): Promise<void> {
  const texts = [...(await everyTried()).map(({ text }) => text), ...(await corpusDocuments())];
  await mkdir(join(folder, FIXTURES));
  const names = texts.map((_, n) => `${FIXTURES}/${String(n + 1).padStart(4, '0')}.md`);
  await Promise.all(names.map((name, n) => writeFile(join(folder, name), texts[n]!)));
  const command = [join(root, 'dist/cli.js'), 'check', ...names, '--format', 'json'];
  // It exits with 1, as there are findings.
  const { stdout } = await promisify(execFile)(process.execPath, command, {
    cwd: folder,
    maxBuffer: 64 * 1024 * 1024,
  }).catch((error: { code?: number; stdout?: string }) => {
    if (error.code !== 1) throw error;
    return { stdout: error.stdout! };
  });
  await writeFile(join(folder, `${FIXTURES}.json`), stdout);
}

async function corpusDocuments(): Promise<readonly string[]> {
  const corpus = join(root, 'test/corpus');
  const names = (await readdir(corpus)).filter((name) => name.endsWith('.md')).sort();
  return Promise.all(names.map((name) => readFile(join(corpus, name), 'utf8')));
}
