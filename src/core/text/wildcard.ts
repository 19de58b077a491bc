/** Matches `values` against `pattern`, whose stars stand for any number of them: goes back to the last star only, so never astray. */
export function wildcard<P, V>(
  pattern: ArrayLike<P>,
  values: ArrayLike<V>,
  isStar: (part: P) => boolean,
  matches: (part: P, value: V) => boolean,
): boolean {
  let p = 0;
  let v = 0;
  let star = -1;
  let from = 0;
  while (v < values.length) {
    if (p < pattern.length && isStar(pattern[p]!)) {
      star = p++;
      from = v;
    } else if (p < pattern.length && matches(pattern[p]!, values[v]!)) {
      p++;
      v++;
    } else if (star !== -1) {
      p = star + 1;
      v = ++from;
    } else return false;
  }
  while (p < pattern.length && isStar(pattern[p]!)) p++;
  return p === pattern.length;
}

/** Whether a name matches a glob in which only `*` is special. */
export function matchesName(name: string, glob: string): boolean {
  return wildcard(
    glob,
    name,
    (part) => part === '*',
    (part, character) => part === character,
  );
}
