import { parseArgs } from 'node:util';
import { REPORTERS } from './reporters/index.js';

/** Bad use of the command line: exit 2 with this message. */
export class UsageError extends Error {}

export type Format = keyof typeof REPORTERS;

/** What `check` writes; the other commands only the first two. */
const FORMATS = Object.keys(REPORTERS) as Format[];
const PLAIN_FORMATS: readonly Format[] = ['text', 'json'];

export interface Arguments {
  readonly command: string | null;
  readonly operands: readonly string[];
  readonly format: Format;
  readonly config: string | undefined;
  readonly language: string | undefined;
  readonly template: string | undefined;
  readonly stdinFilename: string | undefined;
  readonly maxWarnings: number;
  readonly fix: boolean;
  readonly quiet: boolean;
  readonly explain: boolean;
  readonly help: boolean;
  readonly version: boolean;
}

const OPTIONS = {
  format: { type: 'string' },
  config: { type: 'string' },
  language: { type: 'string' },
  template: { type: 'string' },
  'stdin-filename': { type: 'string' },
  'max-warnings': { type: 'string' },
  fix: { type: 'boolean' },
  quiet: { type: 'boolean', short: 'q' },
  explain: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

/** Reads the arguments after the program's name. Throws `UsageError` for what it doesn't know. */
export function readArguments(argv: readonly string[]): Arguments {
  const { values, positionals } = parse(argv);
  const [command = null, ...operands] = positionals;
  return {
    command,
    operands,
    format: oneOf('format', values.format ?? 'text', command === 'check' ? FORMATS : PLAIN_FORMATS),
    config: values.config,
    language: values.language,
    template: values.template,
    stdinFilename: values['stdin-filename'],
    maxWarnings: wholeNumber('max-warnings', values['max-warnings']),
    fix: values.fix ?? false,
    quiet: values.quiet ?? false,
    explain: values.explain ?? false,
    help: values.help ?? false,
    version: values.version ?? false,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError((error as Error).message.split('. To specify')[0]!);
  }
}

function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (!found) throw new UsageError(`--${name} takes ${allowed.join(', ')}, not “${value}”`);
  return found;
}

function wholeNumber(name: string, value: string | undefined): number {
  if (value === undefined) return Number.POSITIVE_INFINITY;
  if (!/^\d+$/.test(value)) throw new UsageError(`--${name} takes a whole number, not “${value}”`);
  return Number(value);
}
