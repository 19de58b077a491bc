import { readdir, stat } from 'node:fs/promises';
import process from 'node:process';
import picomatch from 'picomatch';
import { isMarkdown } from '../core/markdown/file-names.js';
import { reasonOf } from './files.js';
import { IgnoreRules } from './ignore.js';

/** A file to check; with `error`, one that can't be, and why. */
export interface Found {
  readonly path: string;
  readonly error?: string;
}

/**
 * The files that `inputs` name, each once, in the order of the inputs and sorted within each. A file is taken as it is named. A
 * directory or glob gives the Markdown files below, without hidden folders, `node_modules` and what ignore files exclude.
 */
export async function findFiles(inputs: readonly string[]): Promise<Found[]> {
  const found = new Map<string, Found>();
  for (const input of inputs) {
    for (const file of await expand(input)) if (!found.has(file.path)) found.set(file.path, file);
  }
  return [...found.values()];
}

async function expand(input: string): Promise<readonly Found[]> {
  if (await isFolder(input)) return walk(input === '.' ? '' : withSlash(input), () => true, false);
  if (await isThere(input)) return [{ path: input }];
  const pattern = process.platform === 'win32' ? input.replaceAll('\\', '/') : input;
  const { prefix, base, glob, isGlob } = picomatch.scan(pattern);
  if (!isGlob) return [{ path: input }];
  const folder = prefix + (base === '' ? '' : withSlash(base));
  const matches = picomatch(glob);
  const files = (await isFolder(folder || '.'))
    ? await walk(folder, (path) => matches(path.slice(folder.length)), /(?:^|\/)\.[^./]/.test(glob))
    : [];
  return files.length > 0 ? files : [{ path: input, error: 'no Markdown file matches' }];
}

/** `folder` is empty for the current one, or ends with a slash. */
async function walk(folder: string, wanted: (path: string) => boolean, hidden: boolean): Promise<Found[]> {
  const found: Found[] = [];
  const visit = async (at: string, above: IgnoreRules | null): Promise<void> => {
    let entries: Awaited<ReturnType<typeof list>>;
    try {
      entries = await list(at || '.');
    } catch (error) {
      found.push({ path: at, error: reasonOf(error) });
      return;
    }
    const rules = above ? await above.enter(at) : await IgnoreRules.at(at || '.');
    await Promise.all(
      entries.map(async (entry) => {
        const path = at + entry.name;
        const down = entry.isDirectory();
        if (down ? SKIPPED.has(entry.name) || (!hidden && entry.name.startsWith('.')) : !isMarkdown(path)) return;
        if (rules.ignores(path, down)) return;
        if (down) await visit(`${path}/`, rules);
        // A link is followed to a file; to a folder it could lead in circles.
        else if (wanted(path) && !(entry.isSymbolicLink() && (await isFolder(path)))) found.push({ path });
      }),
    );
  };
  await visit(folder, null);
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

const SKIPPED = new Set(['node_modules', '.git']);

function list(folder: string) {
  return readdir(folder, { withFileTypes: true });
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function withSlash(folder: string): string {
  return `${folder.replace(/[\\/]+$/, '')}/`;
}
