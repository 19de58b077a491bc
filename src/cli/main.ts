import { writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import process from 'node:process';
import { version } from '../../package.json';
import { type Checked, Checker } from '../core/check.js';
import { languageOf } from '../core/languages/index.js';
import { reasonsFor } from '../core/narrative/reasons.js';
import { outlineReport } from '../core/report.js';
import { RULES } from '../core/rules/index.js';
import { LIBRARY } from '../core/templates/library.js';
import { TEMPLATE_IDS, TEMPLATE_LANGUAGES, templateLanguage } from '../core/templates/template.js';
import { builtInTemplates, templatesOfKinds } from '../core/templates/templates.js';
import { type Arguments, readArguments, UsageError } from './arguments.js';
import { check } from './check.js';
import { ConfigError, Configs } from './config.js';
import { Exit } from './exit.js';
import { readSource } from './files.js';
import { LOCALE } from './locale.js';
import { textOutline } from './reporters/text.js';
import { complain, say } from './say.js';

const HELP = `prfaq ${version}: checks PR/FAQs and six-pagers

  prfaq check [FILE|GLOB|DIR|-]…    findings        --format text|json|sarif|github  --fix
                                                    --max-warnings N  --quiet  --stdin-filename F  --config F
  prfaq outline FILE                sections        --format text|json  --explain  --config F
  prfaq new TEMPLATE [FILE]         a new document  --language ${TEMPLATE_LANGUAGES.join('|')}  --config F
  prfaq rules                       all rules       --format text|json
  prfaq --help | --version

Exits with 0 when no error was found (and no more than N warnings), 1 when there was, 2 for bad use, or a file
or config that can’t be read. Folders are searched for Markdown that .gitignore and .prfaqignore leave in; - is standard
input. A team’s own way is read from .prfaq.yaml, the nearest one upwards of each file.`;

async function main(argv: readonly string[]): Promise<Exit> {
  const args = readArguments(argv);
  if (args.version) return say(version);
  if (args.help || args.command === null) {
    say(HELP);
    return args.help ? Exit.Ok : Exit.Trouble;
  }
  switch (args.command) {
    case 'check':
      return check(args, new Configs(args.config));
    case 'outline':
      return outline(args, new Configs(args.config));
    case 'new':
      return create(args, new Configs(args.config));
    case 'rules':
      return rules(args);
    default:
      throw new UsageError(`there is no command “${args.command}”`);
  }
}

async function outline(args: Arguments, configs: Configs): Promise<Exit> {
  const [path, ...more] = args.operands;
  if (path === undefined || more.length > 0) throw new UsageError('outline takes one file');
  const source = readSource(path);
  if (source.text === null) {
    complain(`${path}: ${source.error}`);
    return Exit.Trouble;
  }
  const checked = new Checker().check(source.text, path, await configs.optionsFor(path));
  const report = outlineReport(path, checked);
  return say(
    args.format === 'json' ? JSON.stringify(report) : textOutline(report, args.explain ? reasonsOf(checked) : null),
  );
}

/** How each section was recognised, in words. */
function reasonsOf({ analysis }: Checked): Map<string, string> {
  const words = reasonsFor(LOCALE);
  return new Map(analysis.narrative.sections.flatMap(({ id, reason }) => (reason ? [[id, words[reason]]] : [])));
}

/** `prfaq new`: a team's own template goes before a built-in one of the same name. `--template` may name it too. */
async function create(args: Arguments, configs: Configs): Promise<Exit> {
  const operands = args.template === undefined ? args.operands : [args.template, ...args.operands];
  const [template, file, ...more] = operands;
  if (template === undefined || more.length > 0)
    throw new UsageError(`new takes a template (${TEMPLATE_IDS.join(', ')}) and a file`);
  const language = TEMPLATE_LANGUAGES.find((one) => one === (args.language ?? templateLanguage(LOCALE)));
  if (!language) throw new UsageError(`--language takes ${TEMPLATE_LANGUAGES.join(' or ')}, not “${args.language}”`);
  const team = await configs.templatesFor(file === undefined ? process.cwd() : dirname(resolve(file)));
  const [texts, names] = [LIBRARY[language], languageOf(language)];
  const templates = [
    ...team.templates,
    ...templatesOfKinds(team.kinds, team.templates, texts, names),
    ...builtInTemplates(texts, names, team.kinds),
  ];
  const text = templates.find(({ id }) => id === template)?.text();
  if (text === undefined) {
    const ids = new Set(templates.map(({ id }) => id));
    throw new UsageError(`there is no template “${template}”; there are ${[...ids].join(', ')}`);
  }
  if (file === undefined) {
    process.stdout.write(text);
    return Exit.Ok;
  }
  try {
    await writeFile(file, text, { flag: 'wx' });
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === 'EEXIST';
    complain(
      `${file}: ${exists ? 'there is a file of this name already; nothing was written' : (error as Error).message}`,
    );
    return Exit.Trouble;
  }
  return Exit.Ok;
}

function rules(args: Arguments): Exit {
  if (args.format === 'json')
    return say(
      JSON.stringify(RULES.map(({ id, severity, options: defaults }) => ({ id, severity, options: defaults }))),
    );
  const width = Math.max(...RULES.map((rule) => rule.id.length));
  return say(RULES.map((rule) => `${rule.id.padEnd(width)}  ${rule.severity}`).join('\n'));
}

// A reader that has seen enough (`prfaq check . | head`) closes the pipe: no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof ConfigError) for (const line of error.lines) complain(line);
  else if (error instanceof UsageError) complain(`${error.message}. See prfaq --help.`);
  else throw error;
  process.exitCode = Exit.Trouble;
}
