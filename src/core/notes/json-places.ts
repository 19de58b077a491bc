/** Where in a JSON text something stands, for messages that name the line. Lines are 0-based. */

const TOKEN =
  /\s*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y;

/**
 * The line on which a text stops being JSON; that of its end where it is JSON. `JSON.parse` says that something is wrong but, in most
 * engines, not where.
 */
export function lineOfSyntaxError(json: string): number {
  /** What may come next: a value, a key, a colon, or a comma; `open` are the brackets around it. */
  let next: 'value' | 'key' | 'colon' | 'comma' = 'value';
  const open: string[] = [];
  let empty = false;
  let end = /^\uFEFF?/.exec(json)![0].length;
  for (;;) {
    TOKEN.lastIndex = end;
    const token = TOKEN.exec(json);
    const [, mark, string] = token ?? [];
    const closes = (mark === '}' || mark === ']') && mark === open.at(-1) && (next === 'comma' || empty);
    const fits = !token
      ? false
      : closes ||
        (next === 'value' && (mark === undefined || mark === '{' || mark === '[')) ||
        (next === 'key' && string !== undefined) ||
        (next === 'colon' && mark === ':') ||
        (next === 'comma' && mark === ',' && open.length > 0);
    if (!fits) return lineAt(json, end + /^\s*/.exec(json.slice(end))![0].length);
    end = TOKEN.lastIndex;
    empty = mark === '{' || mark === '[';
    if (closes) open.pop();
    else if (mark === '{') open.push('}');
    else if (mark === '[') open.push(']');
    if (mark === '{') next = 'key';
    else if (mark === '[' || mark === ':') next = 'value';
    else if (mark === ',') next = open.at(-1) === '}' ? 'key' : 'value';
    else next = next === 'key' ? 'colon' : 'comma';
  }
}

/** The line on which the `n`th element (0-based) of the first array called `items` begins; 0 where there is none. */
export function lineOfItem(json: string, n: number): number {
  const items = /"items"\s*:\s*\[/.exec(json);
  if (!items) return 0;
  let depth = 0;
  let element = 0;
  let begun = false;
  const tokens = /"(?:[^"\\]|\\.)*"|[[\]{},]|[^\s"[\]{},]+/g;
  tokens.lastIndex = items.index + items[0].length;
  for (let token = tokens.exec(json); token && depth >= 0; token = tokens.exec(json)) {
    const [text] = token;
    if (text === ',' && depth === 0) {
      element++;
      begun = false;
      continue;
    }
    if (!begun && element === n) return lineAt(json, token.index);
    begun = true;
    if (text === '[' || text === '{') depth++;
    if (text === ']' || text === '}') depth--;
  }
  return 0;
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length - 1;
}
