import type { Prose } from '../model.js';

/**
 * Remembers what was read of a block's prose on the prose itself, under a symbol of its own: unchanged blocks keep their `Prose`
 * from one version of a document to the next. A `WeakMap` does the same and was the dearest line of the whole check, for each
 * entry costs a hash and work at every garbage collection.
 */
export function memo<Key extends object | string, Value>(
  make: (prose: Prose, key: Key) => Value,
): (prose: Prose, key: Key) => Value {
  const slot = Symbol();
  return (prose, key) => {
    const holder = prose as { [slot]?: { key: Key; value: Value } };
    const known = holder[slot];
    if (known && known.key === key) return known.value;
    const value = make(prose, key);
    holder[slot] = { key, value };
    return value;
  };
}
