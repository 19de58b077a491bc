import { rmSync } from 'node:fs';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';

/** What still has to be undone, newest last. */
const pending = new Set<() => Promise<void>>();

/**
 * Undoes something at the latest when the process is told to stop.
 *
 * @returns a function that undoes it earlier. It is done once only, and whoever asks waits for its end.
 */
export function onStop(cleanup: () => Promise<void> | void): () => Promise<void> {
  let undone: Promise<void> | undefined;
  const undo = () => {
    undone ??= Promise.resolve()
      .then(cleanup)
      .finally(() => pending.delete(undo));
    return undone;
  };
  pending.add(undo);
  return undo;
}

let cleaning: Promise<void> | undefined;

/** Undoes everything, newest first: what was started last may depend on what was started before. */
export function cleanUp(): Promise<void> {
  // Ctrl+C may come when the end has been reached anyway; both wait for the same.
  cleaning ??= undoAll().finally(() => {
    cleaning = undefined;
  });
  return cleaning;
}

async function undoAll(): Promise<void> {
  // What runs meanwhile may still start something, so look anew each time.
  for (let undo = newest(); undo; undo = newest()) {
    try {
      await undo();
    } catch (error) {
      // The rest must be undone all the same.
      console.error(`Cleaning up: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

function newest(): (() => Promise<void>) | undefined {
  return [...pending].at(-1);
}

/** How often to look whether the process that started this one is still there, for which there is no event. */
const parentCheckInterval = 500;

/**
 * Cleans up and ends on Ctrl+C and its like.
 *
 * @param exitCode defaults to what shells use for a process that was ended by the signal.
 */
export function cleanUpOnSignals(exitCode?: number): void {
  const stop = (signal: NodeJS.Signals) => {
    void cleanUp().finally(() => process.exit(exitCode ?? 128 + constants.signals[signal]));
  };
  // Listening goes on, as the signal may come twice: from the terminal and, passed on, from npm.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);

  // npm passes a signal on to the shell that it runs scripts in, and some shells end without passing it on.
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stop('SIGHUP');
  }, parentCheckInterval).unref();
}

export interface TempDir {
  readonly path: string;
  remove(): Promise<void>;
}

/** Creates a folder that is removed at the latest when this process ends. */
export async function makeTempDir(label: string): Promise<TempDir> {
  // Resolved because VS Code compares paths, and macOS keeps its temporary folder behind a link.
  const path = await realpath(await mkdtemp(join(tmpdir(), `prfaq-${label}-`)));
  const options = { recursive: true, force: true, maxRetries: 3 };
  // For a process that ends by an error, without the time to clean up.
  const atExit = () => rmSync(path, options);
  process.once('exit', atExit);
  const remove = onStop(async () => {
    process.off('exit', atExit);
    await rm(path, options);
  });
  return { path, remove };
}
