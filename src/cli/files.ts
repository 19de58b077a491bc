import { readFileSync } from 'node:fs';
import { access, chmod, constants, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';

/** A file that was asked for: its path as given (or as found), and its text or why it can't be read. */
export interface Source {
  readonly path: string;
  /** Without the byte order mark. */
  readonly text: string | null;
  readonly error: string | null;
  /** As read; null where it wasn't. */
  readonly bytes: Buffer | null;
  /** It came from standard input; `path` is only its name. */
  readonly stdin?: boolean;
}

/** Reads one file. A file that can't be read is named, not thrown. */
export function readSource(path: string): Source {
  try {
    // Most files are small: asking for them one at a time, and waiting, is several times faster than the detour over threads.
    return readable(path, readFileSync(path));
  } catch (error) {
    return unreadable(path, reasonOf(error));
  }
}

/** Reads standard input to its end, as the file `path`. */
export async function readStdin(path: string): Promise<Source> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return { ...readable(path, Buffer.concat(chunks)), stdin: true };
}

/** UTF-8 without its byte order mark; bytes that are no UTF-8 become U+FFFD, as in an editor. */
function readable(path: string, bytes: Buffer): Source {
  return { path, text: new TextDecoder('utf-8').decode(bytes), error: null, bytes };
}

function unreadable(path: string, error: string): Source {
  return { path, text: null, error, bytes: null };
}

const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** The bytes of a new text for `source`, with its byte order mark where it had one; null where its text isn't all that its bytes say. */
export function encode({ text, bytes }: Source, newText: string): Buffer | null {
  if (text === null || bytes === null) return null;
  const mark = bytes.subarray(0, MARK.length).equals(MARK) ? MARK : Buffer.alloc(0);
  const faithful = Buffer.concat([mark, Buffer.from(text)]).equals(bytes);
  return faithful ? Buffer.concat([mark, Buffer.from(newText)]) : null;
}

/**
 * Writes a file that was read: the whole of it or nothing, and nothing where another program has written it since. A link stays a link.
 * Throws what the system says, or an `Error` for people.
 */
export async function replaceFile(path: string, read: Buffer, bytes: Buffer): Promise<void> {
  const target = await realpath(path);
  // Renaming would replace even a file that is marked as read-only.
  await access(target, constants.W_OK);
  const { mode } = await stat(target);
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    await writeFile(temporary, bytes, { flag: 'wx', flush: true });
    await chmod(temporary, mode);
    if (!(await readFile(target)).equals(read)) throw new Error('was changed by another program; nothing was written');
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Why a file can't be read or written, in words. */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  EISDIR: 'is a directory',
  ENOSPC: 'the disk is full',
};
