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
 * outside of one, of the file system.
 */
export async function findConfig(folder: string, host: FolderHost): Promise<Nearest> {
  const folders: string[] = [];
  for (let at: string | null = folder; at !== null; at = host.parent(at)) {
    folders.push(at);
    const names = [...CONFIG_NAMES, '.git'].map((name) => host.join(at!, name));
    const there = await Promise.all(names.map((name) => host.exists(name)));
    const index = there.indexOf(true);
    if (index === -1) continue;
    return { config: index < CONFIG_NAMES.length ? names[index]! : null, folders };
  }
  return { config: null, folders };
}

/** Whether a file is a team's config, by its name. */
export function isConfig(path: string): boolean {
  return CONFIG_NAMES.some((name) => path === name || path.endsWith(`/${name}`) || path.endsWith(`\\${name}`));
}

/** Whether a file is one of those that a team shares, its templates among them: no document of anybody's. */
export function isTeamFile(path: string): boolean {
  return /(?:^|[\\/])\.prfaq[\\/]/.test(path);
}
