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
  /** Most rounds that count; the median is taken. */
  readonly most: number;
  /** Milliseconds after which a task takes no further part, once it was measured at all. */
  readonly patience: number;
}

/** For tasks of some milliseconds. */
export const STEADY: Rounds = { warmUp: 2, warmFor: 100, turn: 10, most: 15, patience: Number.POSITIVE_INFINITY };

export interface Timing {
  /** Median of the rounds, in milliseconds. */
  readonly ms: number;
  readonly rounds: number;
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
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  const spent = Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
  for (const tasks of set) {
    for (const name of names) {
      for (const end = performance.now() + warmFor; performance.now() < end; ) await tasks[name]();
    }
  }
  for (let round = -warmUp; round < most; round++) {
    const sums = Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
    const due = names.filter((name) => spent[name] < patience);
    for (const tasks of set) {
      for (const name of due) {
        const start = performance.now();
        let runs = 0;
        do {
          const result = tasks[name]();
          if (result instanceof Promise) await result;
          runs++;
        } while (performance.now() - start < turn);
        sums[name] += (performance.now() - start) / runs;
      }
    }
    for (const name of due) {
      spent[name] += sums[name];
      // A task that is out of patience before the clock counts is known by its last warm round.
      if (round >= 0 || spent[name] >= patience) times[name].push(sums[name]);
    }
  }
  return Object.fromEntries(
    names.map((name) => [name, { ms: median(times[name]), rounds: times[name].length }]),
  ) as Record<Name, Timing>;
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}
