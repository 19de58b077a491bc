import type { Prose } from '../model.js';

/** What keeps what was found out about it. */
export interface Remembering {
  readonly memory: unknown[];
}

/** Makes functions that remember what they found on what they looked at. */
export interface Memos<Holder extends Remembering> {
  /** A function that remembers its last value for each holder, and the key it is for. */
  readonly memo: <Key extends object | string | number, Value>(
    make: (holder: Holder, key: Key) => Value,
  ) => (holder: Holder, key: Key) => Value;
  /** A place of one's own in the memory of every holder. */
  readonly place: () => number;
  /** A new holder's memory. */
  readonly memory: () => unknown[];
}

/**
 * Functions of one sort of holder. Each keeps what it found in a place of its own of the holder's memory. A `WeakMap` does the same and was
 * the dearest line of the whole check, for each entry costs a hash and work at every garbage collection; properties added one by one made
 * the engine look up every other property the slow way.
 */
export function memos<Holder extends Remembering>(): Memos<Holder> {
  let places = 0;
  return {
    place: () => places++,
    // As long as it will be: one that grows is copied several times.
    memory: () => new Array<unknown>(places),
    memo: (make) => {
      const keyPlace = places++;
      const valuePlace = places++;
      return (holder, key) => {
        const { memory } = holder;
        if (memory[keyPlace] === key) return memory[valuePlace] as ReturnType<typeof make>;
        const value = make(holder, key);
        memory[keyPlace] = key;
        memory[valuePlace] = value;
        return value;
      };
    },
  };
}

/** For what is read of a block's prose: unchanged blocks keep their `Prose` from one version of a document to the next. */
export const { memo, place: placeInMemory, memory: newMemory } = memos<Prose>();

/** A function that remembers its last value: what it looks at is mostly the same from one version of a document to the next. */
export function remembersLast<Args extends readonly unknown[], Value>(
  make: (...args: Args) => Value,
): (...args: Args) => Value {
  let last: { readonly args: Args; readonly value: Value } | undefined;
  return (...args) => {
    if (last?.args.length !== args.length || args.some((arg, n) => arg !== last!.args[n]))
      last = { args, value: make(...args) };
    return last!.value;
  };
}
