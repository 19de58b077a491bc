/** A function to measure; one that gives a promise is awaited. */
export type Task = () => unknown;

export interface Rounds {
  /** Rounds before the clock counts. */
  readonly warmUp: number;
  /** Most rounds that count; the median is taken. */
  readonly most: number;
  /** Milliseconds after which a task takes no further part, once it was measured at all. */
  readonly patience: number;
}

/** Enough for tasks of some milliseconds. */
export const STEADY: Rounds = { warmUp: 12, most: 31, patience: Number.POSITIVE_INFINITY };

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
  { warmUp, most, patience }: Rounds = STEADY,
): Promise<Record<Name, Timing>> {
  const names = Object.keys(set[0]!) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  const spent = Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
  for (let round = -warmUp; round < most; round++) {
    const sums = Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
    const due = names.filter((name) => spent[name] < patience);
    for (const tasks of set) {
      for (const name of due) {
        const start = performance.now();
        const result = tasks[name]();
        if (result instanceof Promise) await result;
        sums[name] += performance.now() - start;
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
