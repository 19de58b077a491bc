import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the extension itself. */
export const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** Everything that tests write, ignored by Git. */
export const out = join(root, 'out');

/** The documents that the tests and `npm start` open. */
export const examples = join(root, 'examples');
