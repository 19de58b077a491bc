// Looks for texts that break what must hold: `npm run fuzz [-- --minutes 10] [--property WORDS] [--seed N]`.
// What it finds goes into seeds.json, which `npm test -- property` replays.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { DOCUMENTS, REAL_DOCUMENTS } from './arbitraries.js';
import { properties } from './properties.js';

/** How to find a counterexample again. `real` ones need documents that aren't in the repository. */
export interface Seed {
  readonly property: string;
  readonly seed: number;
  readonly path?: string;
}

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '10' }, property: { type: 'string' }, seed: { type: 'string' } },
});
const minutes = Number(values.minutes);
if (!(minutes > 0)) throw new Error(`--minutes takes a number above 0, not “${values.minutes}”.`);

const file = new URL('seeds.json', import.meta.url);
const seeds = JSON.parse(readFileSync(file, 'utf8')) as Seed[];
// Real documents in half of the rounds: what those find can't be replayed where they aren't.
const sets = REAL_DOCUMENTS.length > 0 ? [DOCUMENTS, REAL_DOCUMENTS] : [DOCUMENTS];
const rounds = sets.map((bases) =>
  Object.entries(properties(bases)).filter(([name]) => values.property === undefined || name.includes(values.property)),
);
if (rounds[0]!.length === 0) throw new Error(`No property has “${values.property}” in its name.`);

/** Milliseconds that a property has before it is the next one's turn. */
const TURN = 5_000;
const end = Date.now() + minutes * 60_000;
const runs = new Map<string, number>();
const broken = new Set<string>();
let seed = values.seed === undefined ? Date.now() & 0x7fffffff : Number(values.seed);
console.log(
  `${minutes} minutes from seed ${seed}, ${DOCUMENTS.length} documents of the repository, ${REAL_DOCUMENTS.length} others`,
);
for (let round = 0; Date.now() < end; round++) {
  const real = round % sets.length === 1;
  for (const [name, property] of rounds[round % rounds.length]!) {
    if (broken.has(name) || Date.now() >= end) continue;
    seed = (seed + 1) & 0x7fffffff;
    const result = await fc.check(property, {
      ...{ seed, numRuns: 1_000_000, interruptAfterTimeLimit: Math.min(TURN, end - Date.now()) },
      markInterruptAsFailure: false,
    });
    runs.set(name, (runs.get(name) ?? 0) + result.numRuns);
    if (!result.failed) continue;
    broken.add(name);
    const path = result.counterexamplePath ?? undefined;
    console.log(
      `\n✗ ${name}\n  seed ${seed}, path ${path}${real ? ', of a document that isn’t in the repository' : ''}`,
    );
    console.log(`  ${String((result.errorInstance as Error)?.stack ?? result.errorInstance).slice(0, 1500)}`);
    console.log(`  ${JSON.stringify(result.counterexample)}\n`);
    if (!real) seeds.push({ property: name, seed, ...(path === undefined ? {} : { path }) });
  }
}
writeFileSync(file, `${JSON.stringify(seeds, null, 2)}\n`);
for (const [name, count] of runs)
  console.log(`${String(count).padStart(8)} runs: ${name}${broken.has(name) ? ': broken' : ''}`);
console.log(
  broken.size === 0 ? 'Nothing found.' : `${broken.size} broken; what can be replayed is in test/fuzz/seeds.json.`,
);
process.exitCode = broken.size === 0 ? 0 : 1;
