import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';

/** How often a file that another program writes is looked at, in milliseconds. */
const INTERVAL = 100;

/** The text of a file as soon as it is there and `enough` says so of its text; mocha's limit ends the wait. */
export async function fileOnce(path: string, enough: (text: string) => boolean = () => true): Promise<string> {
  for (;;) {
    const text = await readFile(path, 'utf8').catch(() => null);
    if (text && enough(text)) return text;
    await wait(INTERVAL);
  }
}
