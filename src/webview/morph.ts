/**
 * Makes `old` equal to `wanted` by touching as little as possible: nodes that are equal stay as they are, with all that the browser
 * knows of them (selection, loaded images). Children are matched from both ends, as an edit changes one place.
 */
export function morph(old: Element, wanted: Element): void {
  for (const name of old.getAttributeNames()) if (!wanted.hasAttribute(name)) old.removeAttribute(name);
  for (const name of wanted.getAttributeNames()) {
    const value = wanted.getAttribute(name)!;
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  morphChildren(old, wanted);
}

/** The same for the children alone; takes the nodes it needs out of `wanted`. */
export function morphChildren(old: ParentNode & Node, wanted: ParentNode & Node): void {
  const before = [...old.childNodes];
  const after = [...wanted.childNodes];
  let head = 0;
  while (head < before.length && head < after.length && before[head]!.isEqualNode(after[head]!)) head++;
  let tail = 0;
  const shorter = Math.min(before.length, after.length) - head;
  while (tail < shorter && before[before.length - 1 - tail]!.isEqualNode(after[after.length - 1 - tail]!)) tail++;

  const end = before[before.length - tail] ?? null;
  for (let i = head; i < Math.max(before.length, after.length) - tail; i++) {
    const have = i < before.length - tail ? before[i]! : null;
    const want = i < after.length - tail ? after[i]! : null;
    if (want === null) have!.remove();
    else if (have === null) old.insertBefore(want, end);
    else if (have.isEqualNode(want)) continue;
    else if (have instanceof Element && want instanceof Element && have.tagName === want.tagName) morph(have, want);
    else if (have instanceof Text && want instanceof Text) have.data = want.data;
    else have.replaceWith(want);
  }
}
