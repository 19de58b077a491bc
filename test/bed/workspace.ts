import { cp } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { makeTempDir, type TempDir } from './cleanup.js';

/** Copies a folder, so that tests may change what is in it. The copy has the same name, which VS Code shows. */
export async function copyWorkspace(folder: string): Promise<TempDir> {
  const dir = await makeTempDir('workspace');
  const path = join(dir.path, basename(folder));
  await cp(folder, path, { recursive: true });
  return { path, remove: dir.remove };
}
