/** A function to measure; one that gives a promise is awaited. */
export type Task = () => unknown;

export interface Rounds {
  /** Rounds before the clock counts. */
  readonly warmUp: number;
  /**
   * Milliseconds for which each task runs by itself before all that, at least once: a short text of which five rounds are measured would
   * meet code that nobody has compiled yet, and the larger the program the more so. In an editor that is over after the first minute.
   */
  readonly warmFor: number;
  /** Milliseconds that a turn lasts at least: a short task runs several times, and not only in the caches that the one before it left. */
  readonly turn: number;
  /** Most rounds that count. */
  readonly most: number;
  /** Milliseconds after which a task takes no further part, once it was measured at all. */
  readonly patience: number;
}

/** For tasks of some milliseconds. */
export const STEADY: Rounds = { warmUp: 2, warmFor: 100, turn: 10, most: 25, patience: Number.POSITIVE_INFINITY };

export interface Timing {
  /** The least of the rounds, in milliseconds: whatever else the machine does only ever adds to it. */
  readonly ms: number;
}

/**
 * Times tasks that take turns, so that a change in the machine's speed and what the one leaves in its caches meet all of them. A set of
 * several documents has a record of tasks for each; the sums over the set count.
 */
export async function interleaved<Name extends string>(
  set: readonly Readonly<Record<Name, Task>>[],
  { warmUp, warmFor, turn, most, patience }: Rounds = STEADY,
): Promise<Record<Name, Timing>> {
  const names = Object.keys(set[0]!) as Name[];
  const forEach = <Value>(make: () => Value) =>
    Object.fromEntries(names.map((name) => [name, make()])) as Record<Name, Value>;
  const least = set.map(() => forEach(() => Number.POSITIVE_INFINITY));
  const spent = forEach(() => 0);
  for (const tasks of set) {
    for (const name of names) {
      for (const end = performance.now() + warmFor; performance.now() < end; ) await tasks[name]();
    }
  }
  for (let round = -warmUp; round < most; round++) {
    const due = names.filter((name) => spent[name] < patience);
    for (const [n, tasks] of set.entries()) {
      for (const name of due) {
        const ms = await timed(tasks[name], turn);
        spent[name] += ms;
        // A task that is out of patience before the clock counts is known by its last warm round.
        if (round >= 0 || spent[name] >= patience) least[n]![name] = Math.min(least[n]![name], ms);
      }
    }
  }
  return Object.fromEntries(
    names.map((name) => [name, { ms: least.reduce((sum, of) => sum + of[name], 0) }]),
  ) as Record<Name, Timing>;
}

/** Milliseconds that a task takes, on an average over a turn. */
async function timed(task: Task, turn: number): Promise<number> {
  const start = performance.now();
  let runs = 0;
  do {
    const result = task();
    if (result instanceof Promise) await result;
    runs++;
  } while (performance.now() - start < turn);
  return (performance.now() - start) / runs;
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}
