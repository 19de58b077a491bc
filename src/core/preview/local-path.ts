/**
 * The path of the file that a link or an image of the document names, from the document's folder on: `img/a%20b.png` → `img/a b.png`. Null
 * for what isn't in that folder or below it: an address with a scheme, an absolute path, a way up and out.
 */
export function localPath(source: string): string | null {
  if (source === '' || /^(?:[a-z][a-z\d+.-]*:|[/\\#?])/i.test(source)) return null;
  let path: string;
  try {
    path = decodeURIComponent(source.split(/[?#]/)[0]!);
  } catch {
    return null;
  }
  // On Windows a backslash is a way up as well.
  if (/[\\\0]/.test(path)) return null;
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return null;
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.length === 0 ? null : parts.join('/');
}
