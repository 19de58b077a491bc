import type { Request, ToHost, Wish } from './messages.js';

/** What the page keeps for itself: VS Code gives it back after a reload of the window. */
export interface Kept {
  readonly uri?: string;
  readonly pending?: readonly Request[];
  readonly draft?: unknown;
}

interface Host {
  postMessage(message: ToHost): void;
  setState(state: unknown): void;
  getState(): unknown;
}

declare function acquireVsCodeApi(): Host;

/**
 * The way to the host. What the reader asks for is kept until the host says that it is done: should the extension host or the window
 * go away in between, it is asked for again.
 */
export class Outbox {
  readonly #host = acquireVsCodeApi();
  #kept: Kept;

  constructor() {
    const state = this.#host.getState();
    this.#kept = typeof state === 'object' && state !== null ? state : {};
  }

  get kept(): Kept {
    return this.#kept;
  }

  keep(change: Partial<Kept>): void {
    this.#kept = { ...this.#kept, ...change };
    this.#host.setState(this.#kept);
  }

  post(message: ToHost): void {
    this.#host.postMessage(message);
  }

  ask(what: Wish): void {
    const request: Request = { type: 'request', id: crypto.randomUUID(), what };
    this.keep({ pending: [...(this.#kept.pending ?? []), request] });
    this.post(request);
  }

  done(ids: readonly string[]): void {
    const pending = this.#kept.pending?.filter(({ id }) => !ids.includes(id)) ?? [];
    if (pending.length !== (this.#kept.pending?.length ?? 0)) this.keep({ pending });
  }

  /** The host is there, perhaps another one than before. */
  again(): void {
    for (const request of this.#kept.pending ?? []) this.post(request);
  }
}
