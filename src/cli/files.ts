import { readFile, stat } from 'node:fs/promises';
import { glob } from 'tinyglobby';

/** A file that was asked for: its path as given (or as found), and its text or why it can't be read. */
export interface Source {
  readonly path: string;
  readonly text: string | null;
  readonly error: string | null;
}

export const STDIN = '-';

/** What `check` reads: files, directories (all Markdown below), globs, or `-` for standard input under `stdinName`. */
export async function* readSources(inputs: readonly string[], stdinName: string): AsyncIterable<Source> {
  const seen = new Set<string>();
  for (const input of inputs) {
    if (input === STDIN) {
      yield { path: stdinName, text: decode(await readStdin()), error: null };
      continue;
    }
    for (const path of await expand(input)) {
      if (seen.has(path)) continue;
      seen.add(path);
      yield await readSource(path);
    }
  }
}

/** Reads one file. A file that can't be read is named, not thrown. */
export async function readSource(path: string): Promise<Source> {
  try {
    return { path, text: decode(await readFile(path)), error: null };
  } catch (error) {
    return { path, text: null, error: reasonOf(error) };
  }
}

async function expand(input: string): Promise<readonly string[]> {
  const found = await stat(input).catch(() => null);
  if (found?.isDirectory()) return sorted(await glob('**/*.md', { cwd: input, dot: false, ignore: IGNORED }), input);
  if (found || !/[*?{[]/.test(input)) return [input];
  const matches = await glob(input.replaceAll('\\', '/'), { ignore: IGNORED });
  return matches.length > 0 ? [...matches].sort() : [input];
}

const IGNORED = ['**/node_modules/**', '**/.git/**'];

function sorted(paths: readonly string[], directory: string): string[] {
  const base = directory.replace(/[\\/]+$/, '');
  return paths.map((path) => (base === '.' ? path : `${base}/${path}`)).sort();
}

/** UTF-8 without its byte order mark; bytes that are no UTF-8 become U+FFFD, as in an editor. */
function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return 'no such file';
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  if (code === 'EISDIR') return 'is a directory';
  return error instanceof Error ? error.message : String(error);
}
