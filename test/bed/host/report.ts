import type { Print } from '../childProcess.js';
import { add, nothing, type Outcome } from '../outcome.js';
import { decode, type HostEvent } from './protocol.js';

/** Prints and counts what the tests inside an extension host tell. */
export class HostReport {
  ended = false;
  #outcome = nothing;
  readonly #other: string[] = [];

  constructor(readonly print: Print) {}

  get outcome(): Outcome {
    return this.#outcome;
  }

  /** Takes a line of the host's console output. */
  read(line: string): void {
    const event = decode(line);
    if (event) this.#take(event);
    // The first line of a message says what happened; a stack of VS Code's own says nothing to us.
    else this.#other.push(line.split('\n', 1)[0]!.slice(0, 300));
  }

  /** The latest output that wasn't the tests': what there is to go by when they didn't even start. */
  lastWords(): string {
    return this.#other.slice(-20).join('\n');
  }

  #take(event: HostEvent): void {
    if (event.event === 'end') {
      this.ended = true;
      return;
    }
    if (event.event === 'note') {
      this.print(`    ${event.text}\n`);
      return;
    }
    if (event.event === 'retry') {
      this.#outcome = add(this.#outcome, { ...nothing, retried: [event.failure] });
      return;
    }
    const indent = '  '.repeat(event.depth);
    switch (event.event) {
      case 'suite':
        this.print(`${indent}${event.title}\n`);
        break;
      case 'pass':
        this.#outcome = add(this.#outcome, { ...nothing, passed: 1 });
        this.print(`${indent}✔ ${event.title} (${event.ms} ms)\n`);
        break;
      case 'skip':
        this.#outcome = add(this.#outcome, { ...nothing, skipped: 1 });
        this.print(`${indent}- ${event.title}\n`);
        break;
      case 'fail':
        this.#outcome = add(this.#outcome, { ...nothing, failures: [event.failure] });
        this.print(`${indent}✘ ${event.title}\n${event.failure.error.replace(/^/gm, `${indent}    `)}\n`);
        break;
    }
  }
}
