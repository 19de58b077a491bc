import type * as vscode from 'vscode';

/** Something that owns disposables and lets go of them with itself. */
export class Disposable {
  readonly #owned: vscode.Disposable[] = [];
  #disposed = false;

  protected get isDisposed(): boolean {
    return this.#disposed;
  }

  /** Takes `value` over and gives it back. */
  protected register<T extends vscode.Disposable>(value: T): T {
    if (this.#disposed) value.dispose();
    else this.#owned.push(value);
    return value;
  }

  dispose(): void {
    this.#disposed = true;
    for (const value of this.#owned.splice(0).reverse()) value.dispose();
  }
}
