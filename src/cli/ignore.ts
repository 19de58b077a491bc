import { access, readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** Files that say what to leave alone, in the syntax of Git; those further down win, and within a folder the later. */
const FILES = ['.gitignore', '.prfaqignore'];

/** What the ignore files of a folder and the folders above say. Immutable: going down makes another. */
export class IgnoreRules {
  static readonly none = new IgnoreRules([]);

  private constructor(private readonly layers: readonly { readonly folder: string; readonly rules: Ignore }[]) {}

  /** The rules that hold for what is in `folder`, from the top of its Git repository down; outside a repository its own alone. */
  static async at(folder: string): Promise<IgnoreRules> {
    const above: string[] = [];
    let top = resolve(folder);
    while (!(await exists(join(top, '.git')))) {
      const parent = dirname(top);
      if (parent === top) return IgnoreRules.none.enter(folder);
      above.unshift(top);
      top = parent;
    }
    let rules = await IgnoreRules.none.enter(top);
    for (const one of above) {
      // Who names a folder means it, whatever is said of it further up.
      if (rules.ignores(one, true)) rules = IgnoreRules.none;
      rules = await rules.enter(one);
    }
    return rules;
  }

  /** These rules with those of a folder below. */
  async enter(folder: string): Promise<IgnoreRules> {
    const texts = await Promise.all(FILES.map((name) => readFile(join(folder, name), 'utf8').catch(() => '')));
    const text = texts.join('\n');
    if (text.trim() === '') return this;
    return new IgnoreRules([{ folder: resolve(folder), rules: ignore().add(text) }, ...this.layers]);
  }

  /** Whether a file or folder is left out, given that the folder it stands in isn't. */
  ignores(path: string, isFolder: boolean): boolean {
    for (const { folder, rules } of this.layers) {
      const inside = relative(folder, resolve(path)).split(sep).join('/');
      if (inside === '' || inside.startsWith('../')) continue;
      const { ignored, unignored } = rules.test(isFolder ? `${inside}/` : inside);
      const parent = dirname(inside);
      // Ignored for the sake of its folder, which a file further down took in again.
      if (ignored && parent !== '.' && rules.ignores(`${parent}/`)) continue;
      if (ignored || unignored) return ignored;
    }
    return false;
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
