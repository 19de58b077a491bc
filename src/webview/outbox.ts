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

/** Where the pages about a document leave for each other what must not go with them. */
const LEFT = 'prfaq.left ';

/**
 * The way to the host. What the reader asks for is kept until the host says that it is done: should the extension host or the window
 * go away in between, it is asked for again. A page whose host has ended is heard by nobody any more, and another one takes its place: it
 * finds what was left in the storage that pages of the extension have in common.
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

  /**
   * The page is about this document: takes over what was left about it. That is newer than what VS Code gives back, which asks for the page's
   * state some time after it was changed.
   */
  open(uri: string): void {
    const left = readLeft(uri);
    this.keep(left ? { uri, ...left } : { uri });
  }

  keep(change: Partial<Kept>): void {
    this.#kept = { ...this.#kept, ...change };
    this.#host.setState(this.#kept);
    writeLeft(this.#kept);
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

function readLeft(uri: string): Pick<Kept, 'pending' | 'draft'> | null {
  try {
    const left = JSON.parse(localStorage.getItem(LEFT + uri) ?? 'null') as Kept | null;
    return left && { pending: Array.isArray(left.pending) ? left.pending : [], draft: left.draft };
  } catch {
    // A browser may forbid storage; what VS Code keeps for the page has to do then.
    return null;
  }
}

function writeLeft({ uri, pending = [], draft = null }: Kept): void {
  if (uri === undefined) return;
  try {
    localStorage.setItem(LEFT + uri, JSON.stringify({ pending, draft }));
  } catch {
    // As above.
  }
}
