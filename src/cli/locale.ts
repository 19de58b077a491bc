import process from 'node:process';

/** The user's language: BCP 47 tag or POSIX locale. An empty variable counts as none, as POSIX has it. */
export const LOCALE = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || 'en';
