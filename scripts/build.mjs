// Builds every bundle into dist/. `node scripts/build.mjs [--watch] [--meta]`
import { execFileSync } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const watch = process.argv.includes('--watch');

/**
 * The editor's API as it is. By itself, esbuild gives each file that imports it a copy of all its names.
 *
 * @type {esbuild.Plugin}
 */
const vscodeAsItIs = {
  name: 'vscode as it is',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/]vscode[\\/].*\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      return {
        contents: source.replace("import * as vscode from 'vscode';", "const vscode = require('vscode');"),
        loader: 'ts',
      };
    });
  },
};

/** @type {esbuild.BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  minify: !watch,
  sourcemap: watch,
  target: 'es2022',
  // Korean as it is written rather than as escapes: half the bytes.
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  plugins: [vscodeAsItIs],
  // YAML for Node is CommonJS, which takes half as much again and can't be bundled as a module.
  // Markdown-it makes a link finder even where `linkify` is off, and knows all names of characters: 50 KB that nothing here needs.
  alias: {
    'linkify-it': './src/core/markdown/no-linkify.ts',
    entities: './src/core/markdown/no-entities.ts',
    yaml: './node_modules/yaml/browser/index.js',
  },
};

/**
 * Markdown-it with its block pass alone, since the engine uses nothing else: without the rules of a whole parse and of inline text, what
 * writes HTML, and its presets. 26 KB less.
 *
 * @type {esbuild.Plugin}
 */
const blocksOnly = {
  name: 'blocks only',
  setup({ onLoad }) {
    onLoad({ filter: /markdown-it\.mjs$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      // The tables of the core's, the inline and the second inline rules; that of the blocks stays.
      const contents = source
        .replace(/^(var _rules(?:\$2|2)? = )\[$.*?^\];$/gms, '$1[];')
        .replace(/^default_rules\..*?(?=^var Renderer )/ms, '')
        .replace(/^(var (?:Renderer|Token|StateInline|ParserInline) = class \{)$.*?^\};/gms, '$1};')
        // What it lends to plugins.
        .replace(/^(var utils_exports = .*?\(\{)$.*?^\}\);/gms, '$1});')
        .replace(/^\tzero: \{.*?^\};/ms, '};')
        // Its own methods that need any of these.
        .replace(/^(var MarkdownIt = class \{.*?)^\tenable\(.*?(?=^\};\n_defineProperty\(MarkdownIt,)/ms, '$1');
      if (
        contents.match(/^var (?:_rules\S* = \[\]|\w+ = class \{\}|utils_exports = .*\(\{\}\));$/gm)?.length !== 8 ||
        /^(?:default_rules\.|\t(?:commonmark:|render\(src))/m.test(contents)
      )
        throw new Error(`${path} has other tables of rules`);
      return { contents, loader: 'js' };
    });
  },
};

/** For bundles that read Markdown and never write HTML. */
const noLinks = './src/core/markdown/no-links.ts';
const readOnly = {
  alias: { ...common.alias, mdurl: noLinks, 'punycode.js': noLinks, 'uc.micro': noLinks },
  plugins: [...common.plugins, blocksOnly],
};

/** @type {Record<string, esbuild.BuildOptions>} The bundles, by name. */
const bundles = {
  // One file serves both extension hosts, so it must not import `node:` modules.
  extension: {
    entryPoints: ['src/vscode/extension.ts'],
    outfile: 'dist/vscode/extension.js',
    format: 'cjs',
    platform: 'browser',
    external: ['vscode'],
  },
  cli: {
    ...readOnly,
    entryPoints: { cli: 'src/cli/main.ts' },
    outdir: 'dist',
    format: 'esm',
    // What reads a team's config is in files of its own: without one, nobody waits for it.
    splitting: true,
    chunkNames: 'cli/[name]-[hash]',
    platform: 'node',
    target: 'node20',
    banner: { js: '#!/usr/bin/env node' },
  },
  // Built for the browser with nothing external: proof that the engine needs neither Node nor VS Code.
  core: {
    ...readOnly,
    entryPoints: ['src/core/index.ts'],
    outfile: 'dist/core.js',
    format: 'esm',
    platform: 'browser',
  },
  preview: { entryPoints: ['src/webview/preview.ts'], outfile: 'dist/preview.js', format: 'iife', platform: 'browser' },
};

/**
 * What `src/vscode/load.ts` loads on demand, by name. Each is a module whose default export runs it with the `require` that it is
 * lent: the editor's API can't be imported from the web host, and need not be global this way.
 */
const onDemand = {
  'check-workspace': 'src/vscode/check-workspace.ts',
  engine: 'src/vscode/engine.ts',
  notes: 'src/vscode/notes/feature.ts',
  outline: 'src/vscode/outline/outline.ts',
  preview: 'src/vscode/preview/previews.ts',
  writing: 'src/vscode/writing/feature.ts',
  patterns: 'src/vscode/team/patterns.ts',
  team: 'src/vscode/team/feature.ts',
};
for (const [name, entry] of Object.entries(onDemand)) {
  bundles[`on-demand/${name}`] = {
    ...(name === 'engine' && readOnly),
    entryPoints: [entry],
    outfile: `dist/on-demand/${name}.js`,
    format: 'cjs',
    platform: 'browser',
    external: ['vscode'],
    // In parentheses, a function is compiled as it is read; otherwise all of it would be read twice, which took as long again.
    banner: { js: 'export default (function (require) { const module = { exports: {} };' },
    footer: { js: 'return module.exports; });' },
  };
}

await rm(join(root, 'dist'), { recursive: true, force: true });
for (const folder of ['fonts', 'vscode']) await mkdir(join(root, 'dist', folder), { recursive: true });
// VS Code's web host refuses a package of type `module`, so only what Node reads as modules is marked as such. What VS Code starts with
// is CommonJS, and named `.js`, since the web host knows no other ending.
await writeFile(join(root, 'dist/package.json'), '{ "type": "module" }\n');
await writeFile(join(root, 'dist/vscode/package.json'), '{ "type": "commonjs" }\n');
for (const style of ['400-normal', '400-italic', '700-normal', '700-italic']) {
  await cp(
    join(root, `node_modules/@fontsource/carlito/files/carlito-latin-${style}.woff2`),
    join(root, `dist/fonts/carlito-${style}.woff2`),
  );
}
await cp(join(root, 'node_modules/@fontsource/carlito/LICENSE'), join(root, 'dist/fonts/LICENSE'));

for (const [name, options] of Object.entries(bundles)) {
  /** @type {esbuild.BuildOptions} */
  const all = { ...common, ...options };
  if (watch) {
    const context = await esbuild.context(all);
    await context.watch();
    console.log(`watching ${name}`);
  } else {
    const { metafile } = await esbuild.build(all);
    const [file, output] = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint) ?? [];
    console.log(`${file}  ${((output?.bytes ?? 0) / 1000).toFixed(0)} KB`);
    if (process.argv.includes('--meta'))
      await writeFile(join(root, `dist/${name}.meta.json`), JSON.stringify(metafile));
  }
}

// Types of the library, for those who import `prfaq/core`.
if (!watch)
  execFileSync(
    process.execPath,
    ['node_modules/typescript/bin/tsc', '-p', 'src/core', '--noEmit', 'false', '--emitDeclarationOnly'],
    { cwd: root, stdio: 'inherit' },
  );
