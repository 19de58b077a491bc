/** Shortest time between two lines of progress, in milliseconds. */
const PAUSE = 100;

/** How far a long run has come, in one line that is written over and wiped at the end; nothing where no one looks on. */
export class Progress {
  #done = 0;
  #shown = 0;

  constructor(
    private readonly stream: Pick<NodeJS.WriteStream, 'write' | 'isTTY'>,
    private readonly total: number,
  ) {}

  /** One more file is done. `now` is the time in milliseconds. */
  tick(now = performance.now()): void {
    this.#done++;
    if (!this.stream.isTTY || now - this.#shown < PAUSE) return;
    this.#shown = now;
    this.stream.write(`\r${this.#done} of ${this.total} files`);
  }

  end(): void {
    if (this.#shown > 0) this.stream.write('\r\u001b[K');
  }
}
