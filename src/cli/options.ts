import process from 'node:process';
import { type Options, resolveOptions } from '../core/config/options.js';
import { LIBRARY } from '../core/templates/library.js';

/** The user's language: BCP 47 tag or POSIX locale. An empty variable counts as none, as POSIX has it. */
export const LOCALE = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || 'en';

const options = resolveOptions({ locale: LOCALE }, LIBRARY).options;

/** What a file is checked with. Everything that differs from file to file comes in here. */
export async function optionsFor(_path: string): Promise<Options> {
  return options;
}
