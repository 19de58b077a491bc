import { createHash } from 'node:crypto';
import { access, cp, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { npmInstall } from './npm.js';

/** Outside the work tree, so that a clean checkout or another branch doesn't install again. */
export const cacheRoot = process.env.PRFAQ_TEST_CACHE ?? join(homedir(), '.cache', 'prfaq-vscode');

export interface Recipe {
  /** Folder with the `package.json` and `package-lock.json` to install. */
  readonly folder: string;
  /** To be raised when `finish` changes, as the lock file doesn't tell. */
  readonly revision: number;
  /** What the user reads while waiting. */
  readonly description: string;
  /** What remains to be done after npm. */
  finish(dir: string): Promise<void>;
}

const installing = new Map<string, Promise<string>>();

/** Installs npm packages once a lock file and a platform; resolves with the folder that holds `node_modules`. */
export async function ensureInstalled(recipe: Recipe): Promise<string> {
  const target = join(cacheRoot, await cacheKey(recipe));
  let installed = installing.get(target);
  if (!installed) {
    installed = install(recipe, target);
    installing.set(target, installed);
  }
  return installed;
}

async function install(recipe: Recipe, target: string): Promise<string> {
  if (await exists(target)) return target;

  console.log(`Installing ${recipe.description} from npm into ${target} (only this once)…`);
  await mkdir(cacheRoot, { recursive: true });
  await removeInterrupted(target);

  // All happens beside the target, so that an interrupted installation can never be mistaken for a whole one.
  const partial = `${target}.partial-${process.pid}`;
  try {
    await mkdir(partial);
    for (const file of ['package.json', 'package-lock.json']) await cp(join(recipe.folder, file), join(partial, file));
    await npmInstall(partial, 'ci');
    await recipe.finish(partial);
    await rename(partial, target);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    // Another run that started at the same time may have been first; its result is as good.
    if (!(await exists(target))) throw error;
  }
  return target;
}

async function cacheKey({ folder, revision }: Recipe): Promise<string> {
  const hash = createHash('sha256')
    .update(await readFile(join(folder, 'package-lock.json')))
    .update(`revision ${revision}`)
    .digest('hex');
  return `${basename(folder)}-${process.platform}-${process.arch}-${hash.slice(0, 12)}`;
}

/** Removes what runs that were killed have left behind. */
async function removeInterrupted(target: string): Promise<void> {
  const prefix = `${basename(target)}.partial-`;
  for (const name of await readdir(cacheRoot)) {
    if (!name.startsWith(prefix) || isRunning(Number(name.slice(prefix.length)))) continue;
    await rm(join(cacheRoot, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  // Its own number on an older folder means that the system has given the number out again.
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
