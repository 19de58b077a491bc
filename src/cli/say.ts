import process from 'node:process';
import { Exit } from './exit.js';

/** A line or more of output. */
export function say(text: string): Exit.Ok {
  process.stdout.write(`${text}\n`);
  return Exit.Ok;
}

/** What people should know and programs that read the output should not meet. */
export function note(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Something is wrong with what was asked for. */
export function complain(message: string): void {
  note(`prfaq: ${message}`);
}
