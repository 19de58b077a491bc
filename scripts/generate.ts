// Writes what is derived from the engine's data: settings in the manifest, their translations, snippets, tables in the documentation.
// `npm run generate` writes; with `-- --check` it only says what is out of date, and fails.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { SETTINGS } from '../src/core/config/settings.js';
import { toJsonSchemaFile } from '../src/core/config/shape.js';
import { teamShape } from '../src/core/config/team-shape.js';
import { LANGUAGES } from '../src/core/languages/index.js';
import { inLocale, LOCALES, type Locale, type Localized } from '../src/core/messages/index.js';
import { RULES } from '../src/core/rules/index.js';
import { RULE_PAGES } from '../src/core/rules/pages.js';
import { WHY } from '../src/core/rules/why.js';
import { LIBRARY } from '../src/core/templates/library.js';
import { snippets } from '../src/core/templates/snippets.js';
import { TEMPLATE_LANGUAGES } from '../src/core/templates/template.js';
import { GRAMMARS } from './grammar.js';

const TEAM = teamShape({ rules: RULES, languages: LANGUAGES });
const RULES_TABLE: Localized<string[]> = {
  en: ['Rule', 'What it finds', 'Severity', 'Options'],
  ko: ['규칙', '찾는 것', '심각도', '옵션'],
};
const WHY_HEADING: Localized = { en: 'Why', ko: '왜' };
const root = fileURLToPath(new URL('..', import.meta.url));
const check = process.argv.includes('--check');
const stale: string[] = [];

for (const [path, text] of await files()) {
  const before = await readFile(root + path, 'utf8').catch(() => '');
  if (before === text) continue;
  stale.push(path);
  if (!check) await writeFile(root + path, text);
}
if (check && stale.length > 0) {
  console.error(`Out of date: ${stale.join(', ')}. Run npm run generate and commit the result.`);
  process.exitCode = 1;
} else
  console.log(
    check
      ? 'Generated files are fresh.'
      : `Wrote ${stale.length} file${stale.length === 1 ? '' : 's'}. ${stale.join(', ')}`,
  );

async function files(): Promise<[string, string][]> {
  const out: [string, string][] = [['package.json', await manifest()]];
  for (const locale of LOCALES) {
    const path = locale === 'en' ? 'package.nls.json' : `package.nls.${locale}.json`;
    const known = Object.entries(await readJson(path)).filter(([key]) => !key.startsWith('setting.'));
    out.push([
      path,
      json({
        ...Object.fromEntries(known),
        ...Object.fromEntries(
          SETTINGS.map(({ key, description }) => [`setting.${key}`, inLocale(description, locale)]),
        ),
      }),
    ]);
  }
  for (const language of TEMPLATE_LANGUAGES)
    out.push([`snippets/prfaq.${language}.code-snippets`, json(snippets(LIBRARY, language))]);
  for (const grammar of GRAMMARS) {
    const name = grammar.scopeName.replace('.injection', '');
    out.push([`syntaxes/${name}.tmLanguage.json`, json(grammar)]);
  }
  out.push(['schemas/prfaq.schema.json', json(toJsonSchemaFile(TEAM.shape, 'en', TEAM.definitions))]);
  out.push(['README.md', between(await readFile(`${root}README.md`, 'utf8'), 'settings', settingsTable())]);
  for (const [locale, folder] of Object.entries(RULE_PAGES) as [Locale, string][]) {
    const list = `${folder}/README.md`;
    out.push([list, between(await readFile(root + list, 'utf8'), 'rules', rulesTable(locale))]);
    for (const { id } of RULES) {
      const page = `${folder}/${id}.md`;
      out.push([page, rulePage(page, await readFile(root + page, 'utf8'), id, locale)]);
    }
  }
  return out;
}

async function manifest(): Promise<string> {
  const known = await readJson('package.json');
  const properties = Object.fromEntries(
    SETTINGS.map(({ key, schema, scope = 'resource' }, order) => [
      `prfaq.${key}`,
      { ...schema, scope, order, markdownDescription: `%setting.${key}%` },
    ]),
  );
  const contributes = known.contributes as Record<string, unknown>;
  return json({ ...known, contributes: { ...contributes, configuration: { title: 'PR/FAQ', properties } } });
}

function settingsTable(): string {
  const rows = SETTINGS.map(
    ({ key, description, schema }) =>
      `| \`prfaq.${key}\` | ${description.en} | \`${JSON.stringify(schema.default)}\` |`,
  );
  return ['| Setting | What it does | Default |', '|---|---|---|', ...rows].join('\n');
}

function rulesTable(locale: Locale): string {
  const rows = RULES.map(({ id, summary, severity, options }) => {
    const numbers = Object.entries(options).map(([name, value]) => `\`${name}: ${JSON.stringify(value)}\``);
    return `| [${id}](${id}.md) | ${inLocale(summary, locale)} | ${severity} | ${numbers.join(', ')} |`;
  });
  return [`| ${inLocale(RULES_TABLE, locale).join(' | ')} |`, '|---|---|---|---|', ...rows].join('\n');
}

/** The page on a rule, with the reason that hovers show. */
function rulePage(path: string, text: string, id: string, locale: Locale): string {
  const why = WHY[id];
  if (!why) throw new Error(`src/core/rules/why.ts doesn't say why there is a rule ${id}.`);
  const reason = new RegExp(`(\\n## ${inLocale(WHY_HEADING, locale)}\\n\\n)[\\s\\S]*?(?=\\n\\n## )`);
  if (!reason.test(text)) throw new Error(`${path} has no heading “${inLocale(WHY_HEADING, locale)}”.`);
  return text.replace(reason, (_, heading: string) => heading + inLocale(why, locale));
}

/** Replaces what stands between `<!-- generated:name -->` and `<!-- /generated:name -->`. */
function between(text: string, name: string, content: string): string {
  const pattern = new RegExp(`(<!-- generated:${name} -->\\n)[\\s\\S]*?(<!-- /generated:${name} -->)`);
  if (!pattern.test(text)) throw new Error(`There are no marks generated:${name} to write between.`);
  return text.replace(pattern, (_, open: string, close: string) => `${open}\n${content}\n\n${close}`);
}

async function readJson(path: string): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(root + path, 'utf8')) as Record<string, unknown>;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
