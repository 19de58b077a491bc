import * as vscode from 'vscode';

/**
 * A file system in memory, as extensions give the editor for what lies on no disk: a repository on a server, an archive. Registered under a
 * scheme of its own until it is disposed.
 */
export class MemoryFiles implements vscode.FileSystemProvider, vscode.Disposable {
  readonly #files = new Map<string, Uint8Array>();
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly #registered: vscode.Disposable;
  readonly onDidChangeFile = this.#changed.event;

  constructor(
    readonly scheme: string,
    readonly readonly = false,
  ) {
    this.#registered = vscode.workspace.registerFileSystemProvider(scheme, this, { isReadonly: readonly });
  }

  /** Puts a file there, read-only or not. */
  put(path: string, text: string): vscode.Uri {
    const uri = vscode.Uri.from({ scheme: this.scheme, path });
    const type = this.#files.has(path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.#files.set(path, new TextEncoder().encode(text));
    this.#changed.fire([{ type, uri }]);
    return uri;
  }

  get paths(): string[] {
    return [...this.#files.keys()].sort();
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    const file = this.#files.get(path);
    if (file) return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: file.length };
    if (this.#entries(path).length > 0) return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    throw vscode.FileSystemError.FileNotFound(path);
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    const file = this.#files.get(path);
    if (!file) throw vscode.FileSystemError.FileNotFound(path);
    return file;
  }

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    return this.#entries(path);
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    this.put(uri.path, new TextDecoder().decode(content));
  }

  createDirectory(): void {}

  delete({ path }: vscode.Uri): void {
    this.#files.delete(path);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    this.#files.set(to.path, this.readFile(from));
    this.#files.delete(from.path);
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  dispose(): void {
    this.#registered.dispose();
    this.#changed.dispose();
  }

  #entries(folder: string): [string, vscode.FileType][] {
    const base = folder.endsWith('/') ? folder : `${folder}/`;
    const names = new Map<string, vscode.FileType>();
    for (const path of this.#files.keys()) {
      if (!path.startsWith(base)) continue;
      const [name, ...below] = path.slice(base.length).split('/');
      names.set(name!, below.length > 0 ? vscode.FileType.Directory : vscode.FileType.File);
    }
    return [...names];
  }
}
