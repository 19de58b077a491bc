import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { onStop } from './cleanup.js';

export const execFileAsync = promisify(execFile);

/** How long a process may take to end by itself before it is killed. */
const gracePeriod = 5_000;

/**
 * Ends a process and all that it started.
 *
 * @param child a process started with `detached`, so that on Linux and macOS it leads a process group of its own.
 */
export async function endTree(child: ChildProcess): Promise<void> {
  if (child.pid === undefined) return;
  const { pid } = child;
  if (isRunning(child)) {
    const ended = once(child, 'exit');
    await signalTree(pid, 'SIGTERM');
    const impatience = setTimeout(() => void signalTree(pid, 'SIGKILL'), gracePeriod);
    await ended;
    clearTimeout(impatience);
  }
  // What outlived the one that started it has nothing left to save.
  await signalTree(pid, 'SIGKILL');
}

async function signalTree(pid: number, signal: NodeJS.Signals): Promise<void> {
  if (process.platform === 'win32') {
    // Fails when nothing is left, which is what was wanted.
    await execFileAsync('taskkill', ['/pid', String(pid), '/T', '/F']).catch(() => undefined);
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch (error) {
    // ESRCH: the whole group is gone already.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

/** Takes what is printed, in pieces. */
export type Print = (text: string) => void;

export const toTerminal: Print = (text) => void process.stdout.write(text);

/** Runs a command whose output the user sees; resolves with its exit code. */
export async function runVisibly(
  command: string,
  args: readonly string[],
  options: { cwd: string; env?: NodeJS.ProcessEnv },
  print: Print = toTerminal,
): Promise<number> {
  // On Windows npm and code are `.cmd` scripts, which only a shell runs.
  const shell = command.endsWith('.cmd');
  const child = spawn(command, shell ? args.map((arg) => `"${arg}"`) : args, {
    ...options,
    env: { ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}), ...(options.env ?? process.env) },
    shell,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', print);
  const ended = once(child, 'close');
  // A terminal sends Ctrl+C to the child too, but a plain `kill` of this process doesn't reach it.
  const forget = onStop(async () => {
    if (!isRunning(child)) return;
    child.kill('SIGTERM');
    await ended;
  });
  const [code] = (await ended) as [number | null];
  await forget();
  return code ?? 1;
}
