import { delimiter, join } from 'node:path';
import { exists } from './cache.js';

/** Finds a command in the folders of `PATH`; resolves with all places where it is, the one that counts first. */
export async function onPath(command: string): Promise<string[]> {
  const name = process.platform === 'win32' ? `${command}.cmd` : command;
  const found: string[] = [];
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, name);
    if (folder !== '' && (await exists(path))) found.push(path);
  }
  return found;
}
