/** Names of a team's config file, in the order in which they are looked for. */
export const CONFIG_NAMES = ['.prfaq.yaml', '.prfaq.yml', '.prfaq.json'] as const;

/** Folders with what a team shares to write with, looked at in any case: beside its config, or in the folders that have none. */
export const KIT_FOLDERS = { templates: '.prfaq/templates', snippets: '.prfaq/snippets' } as const;

/** What looking upwards needs of its surroundings. Folders and files are named by strings that only the host understands. */
export interface FolderHost {
  readonly exists: (file: string) => Promise<boolean>;
  readonly join: (folder: string, name: string) => string;
  /** The folder above, or null at the top. */
  readonly parent: (folder: string) => string | null;
}

/** Where a folder's documents get their config from. */
export interface Nearest {
  /** The nearest config, null where there is none. */
  readonly config: string | null;
  /** The folders that were looked at, from the inside out: a config that appears in one of them would be the nearest. */
  readonly folders: readonly string[];
}

/**
 * The nearest config of a folder's documents: in it or above, as far as the root of the repository (the folder that holds `.git`) or,
 * outside of one, of the file system. All folders are looked at at once: where a look goes by another process or machine, one after the
 * other took seconds of a start.
 */
export async function findConfig(folder: string, host: FolderHost): Promise<Nearest> {
  const folders = upwards(folder, host);
  const found = await Promise.all(
    folders.map(async (at) => {
      const names = [...CONFIG_NAMES, '.git'].map((name) => host.join(at, name));
      const there = await Promise.all(names.map((name) => host.exists(name)));
      return names[there.indexOf(true)];
    }),
  );
  const last = found.findIndex((name) => name !== undefined);
  if (last === -1) return { config: null, folders };
  return { config: isConfig(found[last]!) ? found[last]! : null, folders: folders.slice(0, last + 1) };
}

/** A folder and those that it is in, from the inside out. */
export function upwards(folder: string, host: FolderHost): string[] {
  const folders: string[] = [];
  for (let at: string | null = folder; at !== null; at = host.parent(at)) folders.push(at);
  return folders;
}

/** Whether a file is a team's config, by its name. */
export function isConfig(path: string): boolean {
  return CONFIG_NAMES.some((name) => path === name || path.endsWith(`/${name}`) || path.endsWith(`\\${name}`));
}

/** Whether a file is one of those that a team shares, its templates among them: no document of anybody's. */
export function isTeamFile(path: string): boolean {
  return /(?:^|[\\/])\.prfaq[\\/]/.test(path);
}
