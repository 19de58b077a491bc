import * as vscode from 'vscode';
import { Disposable } from './disposable.js';

/**
 * Parts of the extension that only some sessions need: bundles of their own, `dist/on-demand/NAME.js`, read when first asked for.
 * What they import at run time is bundled into them a second time, so they take services of the main bundle as arguments and import
 * its types.
 */
interface OnDemand {
  'check-workspace': typeof import('./check-workspace.js');
  engine: typeof import('./engine.js');
  notes: typeof import('./notes/feature.js');
  outline: typeof import('./outline/outline.js');
  preview: typeof import('./preview/previews.js');
  writing: typeof import('./writing/feature.js');
  patterns: typeof import('./team/patterns.js');
  team: typeof import('./team/feature.js');
}

/** What a bundle exports by default: see `scripts/build.mjs`. */
type Start = (require: (module: string) => unknown) => unknown;

const loading = new Map<string, Promise<unknown>>();

/** Loads a bundle, once. Rejects, naming it, where it can't be read; the next call tries again. */
export function load<Name extends keyof OnDemand>(extensionUri: vscode.Uri, name: Name): Promise<OnDemand[Name]> {
  let module = loading.get(name);
  if (!module) {
    module = start(vscode.Uri.joinPath(extensionUri, 'dist', 'on-demand', `${name}.js`));
    loading.set(name, module);
    module.catch(() => loading.delete(name));
  }
  return module as Promise<OnDemand[Name]>;
}

/** A bundle that some look at without waiting for it. */
export class Bundle<Name extends keyof OnDemand> extends Disposable {
  readonly #loads = this.register(new vscode.EventEmitter<OnDemand[Name]>());
  /** It is at hand; comes once. */
  readonly onDidLoad = this.#loads.event;
  #loaded: OnDemand[Name] | undefined;

  constructor(
    readonly extensionUri: vscode.Uri,
    readonly name: Name,
  ) {
    super();
  }

  /** What is there already: nothing until `load` has ended. */
  get loaded(): OnDemand[Name] | undefined {
    return this.#loaded;
  }

  /** Rejects where the file can't be read; the next call tries again. */
  async load(): Promise<OnDemand[Name]> {
    const loaded = await load(this.extensionUri, this.name);
    if (!this.#loaded) {
      this.#loaded = loaded;
      this.#loads.fire(loaded);
    }
    return loaded;
  }
}

async function start(uri: vscode.Uri): Promise<unknown> {
  const { default: run } = (
    uri.scheme === 'file' ? await import(uri.toString(true)) : await importText(await vscode.workspace.fs.readFile(uri))
  ) as { default: Start };
  return run((module) => {
    if (module === 'vscode') return vscode;
    throw new Error(`${uri.path} asks for ${module}, which a bundle doesn't have.`);
  });
}

/** The web host lends an extension no loader for a second file, and its folder may have no address that a worker can import. */
async function importText(bytes: Uint8Array): Promise<unknown> {
  const url = URL.createObjectURL(new Blob([bytes.slice()], { type: 'text/javascript' }));
  try {
    return await import(url);
  } finally {
    URL.revokeObjectURL(url);
  }
}
