import { wildcard } from '../text/wildcard.js';

/** Alternatives that the braces of one glob may stand for; what goes beyond is taken as it is written. */
const MOST = 64;

/**
 * A matcher for paths with `/` between folders, relative to where the glob counts from. `*` and `?` stay within a name, `**` goes over
 * folders, `{a,b}` and `[a-z]` stand for one of them; a glob without `/` is about the name alone, in any folder. Written for its bound
 * rather than by a regular expression, where a team's `*a*a*a*…` would take forever: the time is at most path × glob.
 */
export function compileGlob(glob: string): (path: string) => boolean {
  const globs = expandBraces(glob.replaceAll('\\', '/').replace(/^\.?\/+/, '/')).map((one) => {
    const anchored = one.includes('/') ? one.replace(/^\//, '').replace(/\/$/, '/**') : `**/${one}`;
    return anchored.split('/');
  });
  return (path) => {
    const names = path.replaceAll('\\', '/').split('/');
    return globs.some((parts) =>
      wildcard(
        parts,
        names,
        (part) => part === '**',
        (part, name) => matchesName(name, part),
      ),
    );
  };
}

/** Whether a name matches a glob without folders. */
function matchesName(name: string, glob: string): boolean {
  return wildcard(
    tokens(glob),
    [...name],
    (token) => token === '*',
    (token, character) => token === '?' || (typeof token === 'string' ? token === character : token(character)),
  );
}

type Token = string | ((character: string) => boolean);

/** The characters of a glob, with `[…]` as one. */
function tokens(glob: string): Token[] {
  const out: Token[] = [];
  for (let rest = glob; rest !== ''; ) {
    const set = /^\[([!^]?)([^\]]+)\]/.exec(rest);
    if (set) {
      const [whole, not, members] = set;
      out.push((character) => isMember(character, members!) === (not === ''));
      rest = rest.slice(whole.length);
      continue;
    }
    const [character] = rest;
    out.push(character!);
    rest = rest.slice(character!.length);
  }
  return out;
}

function isMember(character: string, members: string): boolean {
  const all = [...members];
  for (let n = 0; n < all.length; n++) {
    const range = all[n + 1] === '-' && all[n + 2] !== undefined;
    if (range ? character >= all[n]! && character <= all[n + 2]! : character === all[n]) return true;
    if (range) n += 2;
  }
  return false;
}

/** `*.{md,markdown}` as `*.md` and `*.markdown`; braces in braces too. */
function expandBraces(glob: string): string[] {
  let globs = [glob];
  for (;;) {
    const next = globs.flatMap((one) => {
      const inner = /\{([^{},]*(?:,[^{},]*)+)\}/.exec(one);
      if (!inner) return [one];
      return inner[1]!
        .split(',')
        .map((part) => one.slice(0, inner.index) + part + one.slice(inner.index + inner[0].length));
    });
    if (next.length === globs.length || next.length > MOST) return globs;
    globs = next;
  }
}
