import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** The processes of the extension hosts that this process has started, over however many others. Where there is `ps`. */
export async function extensionHosts(): Promise<number[]> {
  const { stdout } = await promisify(execFile)('ps', ['-eo', 'pid=,ppid=,args=']);
  const all = stdout.split('\n').flatMap((line) => {
    const [, pid, parent, args] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid ? [{ pid: Number(pid), parent: Number(parent), args: args! }] : [];
  });
  const parents = new Map(all.map(({ pid, parent }) => [pid, parent]));
  const isOurs = (pid: number): boolean => {
    for (let one: number | undefined = pid; one !== undefined; one = parents.get(one))
      if (one === process.pid) return true;
    return false;
  };
  return all.flatMap(({ pid, args }) => (args.includes('--type=extensionHost') && isOurs(pid) ? [pid] : []));
}
