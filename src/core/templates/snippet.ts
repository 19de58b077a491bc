/** Placeholders that stand for the same wherever they stand: filled in once, they are filled in everywhere. */
const NAMES = new Set(['company', 'product', 'customer', 'team', '회사', '제품', '팀']);

/** `[placeholders]` as the tab stops of a VS Code snippet. Names share a stop; every other placeholder has its own. */
export function toSnippet(text: string): string {
  const names = new Map<string, number>();
  let stops = 0;
  return text.replace(/[\\$}]/g, '\\$&').replace(/\[([^\]\n]+)\](?!\()/g, (_, inside: string) => {
    const name = inside.toLowerCase();
    const stop = names.get(name) ?? ++stops;
    if (NAMES.has(name)) names.set(name, stop);
    return `\${${stop}:[${inside}]}`;
  });
}
