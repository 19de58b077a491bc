import { posix } from 'node:path';
import { type ConfigHost, type LoadedTeam, loadTeam } from '../../../src/core/config/load-team.js';
import { compilePattern } from '../../../src/core/config/patterns.js';
import { teamShape } from '../../../src/core/config/team-shape.js';
import { LANGUAGES } from '../../../src/core/languages/index.js';
import { RULES } from '../../../src/core/rules/index.js';

/** A host whose files are the entries of an object, by absolute path. */
export function hostOf(
  files: Readonly<Record<string, string>>,
): ConfigHost & { readonly patternsLoaded: () => number } {
  let loaded = 0;
  return {
    read: async (file) => {
      const text = files[file];
      if (text === 'UNREADABLE') throw new Error('permission denied');
      return text ?? null;
    },
    resolve: (file, path) => posix.resolve(posix.dirname(file), path),
    loadPatterns: async () => {
      loaded++;
      return compilePattern;
    },
    patternsLoaded: () => loaded,
  };
}

/** Loads `/team/.prfaq.yaml` among files. */
export function load(files: Readonly<Record<string, string>> | string, locale = 'en'): Promise<LoadedTeam> {
  return loadFrom(
    '/team/.prfaq.yaml',
    hostOf(typeof files === 'string' ? { '/team/.prfaq.yaml': files } : files),
    locale,
  );
}

/** The problems, each as `line:column text-that-is-marked key: message`. */
export async function problemsOf(files: Readonly<Record<string, string>> | string, locale = 'en'): Promise<string[]> {
  const texts: Readonly<Record<string, string>> = typeof files === 'string' ? { '/team/.prfaq.yaml': files } : files;
  const { problems } = await load(texts, locale);
  return problems.map(({ file, start, end, line, column, key, message }) => {
    const at = file === '/team/.prfaq.yaml' ? '' : `${file} `;
    return `${at}${line}:${column} ‹${texts[file]!.slice(start, end)}› ${key === '' ? '' : `${key}: `}${message}`;
  });
}

const SHAPE = teamShape({ rules: RULES, languages: LANGUAGES }).shape;

/** Loads a config from a host. */
export function loadFrom(file: string, host: ConfigHost, locale = 'en'): Promise<LoadedTeam> {
  return loadTeam(file, host, SHAPE, locale);
}
