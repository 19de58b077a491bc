// The tools that the benchmark compares with. JavaScript, since their types are there only where they are installed.
import { readFileSync } from 'node:fs';

const version = (name) =>
  JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), 'utf8')).version;

/** The tools by name and version, each a function of the text; what can be set up once is. */
export async function loadTools() {
  const { lint } = await import('markdownlint/sync');
  const { default: writeGood } = await import('write-good');
  return {
    [`markdownlint ${version('markdownlint')}`]: (text) => lint({ strings: { text } }),
    [`write-good ${version('write-good')}`]: (text) => writeGood(text),
    [`textlint ${version('@textlint/kernel')} with write-good`]: await textlint(),
    [`remark ${version('remark-parse')} + retext (passive, simplify, readability, intensify)`]: await retext(),
    [`harper.js ${version('harper.js')}`]: await harper(),
  };
}

async function textlint() {
  const { TextlintKernel } = await import('@textlint/kernel');
  const { default: plugin } = await import('@textlint/textlint-plugin-markdown');
  const { default: rule } = await import('textlint-rule-write-good');
  const kernel = new TextlintKernel();
  const options = {
    ext: '.md',
    filePath: 'bench.md',
    plugins: [{ pluginId: 'markdown', plugin: plugin.default ?? plugin }],
    rules: [{ ruleId: 'write-good', rule: rule.default ?? rule }],
  };
  return (text) => kernel.lintText(text, options);
}

async function retext() {
  const { unified } = await import('unified');
  const names = ['remark-parse', 'remark-retext', 'remark-stringify', 'retext-english'];
  const rules = ['retext-passive', 'retext-simplify', 'retext-readability', 'retext-intensify'];
  const plugin = async (name) => (await import(name)).default;
  const [parse, bridge, stringify, english] = await Promise.all(names.map(plugin));
  const prose = unified().use(english);
  for (const rule of await Promise.all(rules.map(plugin))) prose.use(rule);
  const processor = unified().use(parse).use(bridge, prose).use(stringify);
  const { VFile } = await import('vfile');
  return async (text) => {
    const file = new VFile(text);
    await processor.run(processor.parse(file), file);
    return file.messages;
  };
}

async function harper() {
  const { LocalLinter } = await import('harper.js');
  const { binaryInlined } = await import('harper.js/binaryInlined');
  const linter = new LocalLinter({ binary: binaryInlined });
  await linter.setup();
  return (text) => linter.lint(text, { language: 'markdown' });
}
