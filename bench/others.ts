// What others take for the same text: the tools that a user would pick instead. They are installed in this folder on demand.
import { fullCheck, markdownIt } from './engine.js';
import { interleaved, type Rounds, type Task } from './measure.js';
import { type Figure, number, type Table } from './report.js';
import { SIZES, textOf } from './texts.js';
import { loadTools } from './tools.mjs';

/** A tool takes seconds for the longest text: it is measured as often as there is time. */
const ROUNDS: Rounds = { warmUp: 2, warmFor: 1_500, turn: 50, most: 15, patience: 8_000 };

const US = 'prfaq check';
const PARSE = 'markdown-it, parse alone';

/** Medians and ratios at each size, and how many times faster than the fastest of the others this engine is. */
export async function compare(progress: (text: string) => void): Promise<{ table: Table; figures: Figure[] }> {
  const all: [string, (text: string) => unknown][] = [
    [US, (text) => fullCheck(text, 'bench.prfaq.md')],
    [PARSE, (text) => markdownIt.parse(text, {})],
    ...Object.entries(await loadTools()),
  ];
  const columns: { ms: string; ratio: string }[][] = all.map(() => []);
  const figures: Figure[] = [];
  for (const words of SIZES) {
    progress(`${words.toLocaleString('en')} words`);
    const text = textOf(words);
    const times = await interleaved<string>(
      [Object.fromEntries(all.map(([name, run]): [string, Task] => [name, () => run(text)]))],
      ROUNDS,
    );
    const us = times[US]!.ms;
    all.forEach(([name], n) => {
      const { ms } = times[name]!;
      columns[n]!.push({ ms: number(ms), ratio: number(ms / us) });
    });
    const others = all.filter(([name]) => name !== US && name !== PARSE).map(([name]) => times[name]!.ms);
    const size = `${words.toLocaleString('en')} words`;
    const value = Math.min(...others) / us;
    figures.push({ what: `${size}: faster than the fastest other`, value, unit: ' ×', budget: 8, atLeast: true });
  }
  const table: Table = {
    title: 'The same text, others and this engine',
    columns: ['', ...SIZES.flatMap((words) => [`${words.toLocaleString('en')} words, ms`, 'ratio'])],
    rows: all.map(([name], n) => [name, ...columns[n]!.flatMap(({ ms, ratio }) => [ms, ratio])]),
  };
  return { table, figures };
}
