import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LOCALES } from '../../src/core/messages/index.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const json = (path: string): Record<string, unknown> =>
  JSON.parse(readFileSync(root + path, 'utf8')) as Record<string, unknown>;

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
    readonly walkthroughs: readonly { readonly steps: readonly { readonly media: { readonly svg: string } }[] }[];
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly scope: string }>> };
  };
}

const manifest = json('package.json') as unknown as Manifest;
const sources = readdirSync(`${root}src/vscode`, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => readFileSync(`${root}src/vscode/${path}`, 'utf8'))
  .join('\n');

describe('The manifest', () => {
  it('contributes no command that the code doesn’t have, and no menu entry without a command', () => {
    const commands = manifest.contributes.commands.map(({ command }) => command);
    assert.ok(commands.length > 0);
    for (const command of commands) assert.ok(sources.includes(`'${command}'`), command);
    for (const { command } of Object.values(manifest.contributes.menus).flat())
      assert.ok(commands.includes(command), command);
  });

  it('has settings for a folder to set, but the reader’s name, each read by the code', () => {
    for (const [key, { scope }] of Object.entries(manifest.contributes.configuration.properties)) {
      assert.equal(scope, key === 'prfaq.reader.name' ? 'application' : 'resource', key);
      assert.ok(sources.includes(`'${key.replace('prfaq.', '')}'`), key);
    }
  });

  it('has a picture for every step of the walkthrough, in the colours of the theme', () => {
    const { steps } = manifest.contributes.walkthroughs[0]!;
    assert.ok(steps.length > 3);
    for (const { media } of steps) assert.match(readFileSync(root + media.svg, 'utf8'), /^<svg [\s\S]*var\(--vscode-/);
  });

  it('is translated as a whole', () => {
    const used = [...readFileSync(`${root}package.json`, 'utf8').matchAll(/"%([^%"]+)%"/g)].map((match) => match[1]!);
    for (const locale of LOCALES) {
      const translated = Object.keys(json(locale === 'en' ? 'package.nls.json' : `package.nls.${locale}.json`));
      assert.deepEqual(translated.sort(), [...new Set(used)].sort(), locale);
    }
  });
});

describe('What the extension says', () => {
  const said = [...sources.matchAll(/l10n\.t\(\s*(?:'((?:[^'\\]|\\.)*)'|`([^`]*)`)/g)].map(
    (match) => match[1] ?? match[2]!,
  );

  for (const locale of LOCALES.filter((one) => one !== 'en')) {
    it(`is translated as a whole: ${locale}`, () => {
      assert.ok(said.length > 20);
      const bundle = json(`l10n/bundle.l10n.${locale}.json`) as Record<string, string>;
      assert.deepEqual(Object.keys(bundle).sort(), [...new Set(said)].sort());
      for (const [key, text] of Object.entries(bundle)) {
        const places = (of: string): string[] => (of.match(/\{\d\}/g) ?? []).sort();
        assert.deepEqual(places(text), places(key), key);
      }
    });
  }
});

describe('The bundles', () => {
  for (const [file, limit] of [
    ['extension.cjs', 300_000],
    ['web.js', 300_000],
  ] as const) {
    it(`${file} stays under ${limit / 1000} KB`, () => {
      const { size } = statSync(`${root}dist/${file}`);
      assert.ok(size > 0 && size < limit, `${size} bytes`);
    });
  }
});
