import type { Prose } from '../model.js';

/** Places given away in the memory of a prose. */
let places = 0;

/** A place of one's own in the memory of every prose. */
export function placeInMemory(): number {
  return places++;
}

/**
 * Remembers what was read of a block's prose on the prose itself, in a place of its own: unchanged blocks keep their `Prose` from one
 * version of a document to the next. A `WeakMap` does the same and was the dearest line of the whole check, for each entry costs a
 * hash and work at every garbage collection; properties added one by one made the engine look up every other property the slow way.
 */
export function memo<Key extends object | string, Value>(
  make: (prose: Prose, key: Key) => Value,
): (prose: Prose, key: Key) => Value {
  const keyPlace = placeInMemory();
  const valuePlace = placeInMemory();
  return (prose, key) => {
    const { memory } = prose;
    if (memory[keyPlace] === key) return memory[valuePlace] as Value;
    const value = make(prose, key);
    memory[keyPlace] = key;
    memory[valuePlace] = value;
    return value;
  };
}
