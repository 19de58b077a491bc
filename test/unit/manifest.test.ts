import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CONFIG_NAMES } from '../../src/core/config/find-config.js';
import { LOCALES } from '../../src/core/messages/index.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const json = (path: string): Record<string, unknown> =>
  JSON.parse(readFileSync(root + path, 'utf8')) as Record<string, unknown>;

interface MenuItem {
  readonly command?: string;
  readonly submenu?: string;
  readonly alt?: string;
  readonly when?: string;
}

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly enablement?: string }[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
    readonly keybindings?: readonly { readonly command: string; readonly when?: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string; readonly when?: string }[]>>;
    readonly viewsWelcome: readonly { readonly view: string; readonly when?: string }[];
    readonly languageModelTools: readonly { readonly name: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly scope: string }>> };
  };
}

const manifest = json('package.json') as unknown as Manifest;
const { contributes } = manifest;
const commands = contributes.commands.map(({ command }) => command);
const views = Object.values(contributes.views).flat();
const sources = readdirSync(`${root}src/vscode`, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => readFileSync(`${root}src/vscode/${path}`, 'utf8'))
  .join('\n');
const isInCode = (id: string): boolean => sources.includes(`'${id}'`);

/** Context keys that VS Code itself sets, as far as the manifest asks for them. */
const OF_VSCODE = new Set([
  'editorTextFocus',
  'inputFocus',
  ...['view', 'viewItem', 'focusedView', 'editorLangId', 'activeCustomEditorId', 'activeWebviewPanelId'],
  ...['explorerResourceIsFolder', 'resourceLangId', 'resourceExtname', 'workspaceFolderCount'],
  ...['commentController', 'commentThread', 'comment', 'commentIsEmpty', 'commentThreadIsEmpty', 'isWeb'],
  ...['false', 'true'],
]);

/** The conditions of everything that has one. */
const conditions = [
  ...contributes.commands.map(({ enablement }) => enablement),
  ...[...Object.values(contributes.menus).flat(), ...(contributes.keybindings ?? [])].map(({ when }) => when),
  ...[...views, ...contributes.viewsWelcome].map(({ when }) => when),
].filter((one) => one !== undefined);

/** What a condition compares: keys, and the values that stand behind `==`, `!=` or `=~`. */
function partsOf(condition: string): { keys: string[]; compared: { key: string; value: string }[] } {
  const compared: { key: string; value: string }[] = [];
  const rest = condition.replace(
    /([\w.]+)\s*(?:==|!=|=~|\bin\b|>=?|<=?)\s*('[^']*'|\/(?:[^/\\]|\\.)+\/i?|[\w.-]+)/g,
    (_, key: string, value: string) => {
      compared.push({ key, value });
      return ' ';
    },
  );
  return { keys: [...(rest.match(/[\w.]+/g) ?? []), ...compared.map(({ key }) => key)], compared };
}

describe('The manifest', () => {
  it('contributes commands, views and tools that the code has', () => {
    for (const id of [...commands, ...views.map((view) => view.id)]) assert.ok(isInCode(id), id);
    for (const { name } of contributes.languageModelTools) assert.ok(isInCode(name), name);
    for (const { view } of contributes.viewsWelcome)
      assert.ok(
        views.some(({ id }) => id === view),
        view,
      );
  });

  it('has every command that the code registers, but for those that only the interface runs', () => {
    const registered = [...sources.matchAll(/(?:registerCommand|command)\(\s*'(prfaq\.\w+)'/g)].map(
      (match) => match[1]!,
    );
    assert.ok(registered.length > 5);
    assert.deepEqual(registered.filter((id) => !commands.includes(id)).sort(), [
      'prfaq.addToVocabulary',
      'prfaq.revealSection',
      'prfaq.setTeamSeverity',
    ]);
  });

  it('has no menu entry and no key without a command', () => {
    const items: readonly MenuItem[] = [...Object.values(contributes.menus).flat(), ...(contributes.keybindings ?? [])];
    for (const item of items) {
      assert.ok(item.command ?? item.submenu, JSON.stringify(item));
      for (const id of [item.command, item.alt]) assert.ok(id === undefined || commands.includes(id), id);
    }
    for (const { command, when } of contributes.keybindings ?? []) assert.ok(when, command);
  });

  it('asks only for context keys that somebody sets', () => {
    assert.ok(conditions.length > 10);
    for (const condition of conditions) {
      const { keys, compared } = partsOf(condition);
      for (const key of keys)
        assert.ok(OF_VSCODE.has(key) || sources.includes(`'setContext', '${key}'`), `${key} in “${condition}”`);
      for (const { key, value } of compared) {
        if (key === 'view' || key === 'focusedView')
          assert.ok(
            views.some(({ id }) => id === value.replaceAll("'", '')),
            `${value} in “${condition}”`,
          );
        // What a row says that it is, word by word.
        if (key === 'viewItem' && value.startsWith('/'))
          for (const word of value.replace(/\\b/g, ' ').match(/[a-z]+/g) ?? [])
            assert.match(sources, new RegExp(`['.\\s]${word}['.\\s]`), `${word} in “${condition}”`);
      }
    }
  });

  it('is activated by what the code knows', () => {
    for (const event of manifest.activationEvents) {
      const [, name] = event.split(':');
      const isConfig = (CONFIG_NAMES as readonly string[]).includes(name!);
      assert.ok(name === 'markdown' || isConfig || isInCode(name!), event);
    }
  });

  it('has settings for a folder to set, but the reader’s name, each read by the code', () => {
    for (const [key, { scope }] of Object.entries(contributes.configuration.properties)) {
      assert.equal(scope, key === 'prfaq.reader.name' ? 'application' : 'resource', key);
      assert.ok(isInCode(key.replace('prfaq.', '')), key);
    }
  });

  it('says nothing to the user but by a translated string', () => {
    const shown = new Set([
      'title',
      'shortTitle',
      'name',
      'displayName',
      'label',
      'description',
      'altText',
      'contents',
    ]);
    for (const name of ['markdownDescription', 'userDescription', 'contextualTitle', 'detail']) shown.add(name);
    const literal: string[] = [];
    const walk = (value: unknown, path: string): void => {
      if (Array.isArray(value)) for (const one of value) walk(one, path);
      else if (typeof value === 'object' && value !== null)
        for (const [key, one] of Object.entries(value)) {
          const isText = typeof one === 'string' && (shown.has(key) || /[dD]escriptions$/.test(key));
          if (isText && !/^%[^%]+%$/.test(one) && one !== 'PR/FAQ') literal.push(`${path}/${key}: ${one}`);
          if (typeof one !== 'string') walk(one, `${path}/${key}`);
        }
    };
    const {
      languageModelTools,
      problemMatchers: _,
      ...rest
    } = contributes as Manifest['contributes'] & {
      readonly problemMatchers?: unknown;
    };
    walk(rest, '');
    // What a model reads is English: its schema and description aren't shown.
    for (const tool of languageModelTools) walk({ ...tool, name: '%', inputSchema: null }, 'languageModelTools');
    assert.deepEqual(
      literal.filter((one) => !one.endsWith('name: %')),
      [],
    );
  });

  it('is translated as a whole', () => {
    const used = [...readFileSync(`${root}package.json`, 'utf8').matchAll(/"%([^%"]+)%"/g)].map((match) => match[1]!);
    const english = json('package.nls.json');
    for (const locale of LOCALES) {
      const translated = json(locale === 'en' ? 'package.nls.json' : `package.nls.${locale}.json`);
      assert.deepEqual(Object.keys(translated).sort(), [...new Set(used)].sort(), locale);
      if (locale === 'en') continue;
      for (const [key, text] of Object.entries(translated)) {
        assert.ok(text !== english[key] || key === 'displayName', `${key} is in English: ${text}`);
        // Links run the same commands.
        const links = (of: unknown) => String(of).match(/\((?:command|https?):[^)]*\)/g) ?? [];
        assert.deepEqual(links(text), links(english[key]), key);
        for (const link of links(text)) {
          const [, id] = /^\(command:(prfaq\.[\w.]+)/.exec(link) ?? [];
          // VS Code makes a command that focuses a view.
          assert.ok(!id || commands.includes(id) || views.some((view) => id === `${view.id}.focus`), link);
        }
      }
    }
  });

  it('has a file behind every path', () => {
    const paths = [
      ...readFileSync(`${root}package.json`, 'utf8').matchAll(/"(\.?\/?(?:media|snippets|schemas|syntaxes)\/[^"]+)"/g),
    ];
    assert.ok(paths.length > 3);
    for (const [, path] of paths) assert.ok(statSync(root + path!).isFile(), path);
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
    // Loaded and run at activation, while other extensions wait: what it needs not, is in another.
    ['vscode/extension.js', 30_000],
    ['on-demand/engine.js', 300_000],
  ] as const) {
    it(`${file} stays under ${limit / 1000} KB`, () => {
      const { size } = statSync(`${root}dist/${file}`);
      assert.ok(size > 0 && size < limit, `${size} bytes`);
    });
  }
});
