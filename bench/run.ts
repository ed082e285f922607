/**
 * All benchmarks, a table each and one JSON document at the end: `npm run bench [-- --small] [-- NAME…]`.
 *
 * A benchmark is a file `bench/<area>/<name>.bench.ts` that exports `run`. Its small size runs with the tests.
 */
import { readdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** What a benchmark measured, by name; values are plain JSON. */
export type Measured = Readonly<Record<string, unknown>>;
export type Benchmark = Readonly<{ run: (options: { size: 'small' | 'canonical' }) => Promise<Measured> }>;

const folder = fileURLToPath(new URL('.', import.meta.url));

export const benchmarkNames = (): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.bench.ts') && !name.includes('node_modules'))
    .toSorted();

export const loadBenchmark = async (name: string): Promise<Benchmark> =>
  (await import(pathToFileURL(`${folder}${name}`).href)) as Benchmark;

async function main(words: readonly string[]): Promise<void> {
  const size = words.includes('--small') ? 'small' : 'canonical';
  const wanted = words.filter((word) => !word.startsWith('--'));
  const machine = { node: process.version, cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length };
  const results: Record<string, Measured> = {};
  for (const name of benchmarkNames()) {
    if (wanted.length > 0 && !wanted.some((word) => name.includes(word))) continue;
    const measured = await (await loadBenchmark(name)).run({ size });
    results[name] = measured;
    process.stdout.write(`\n${name} (${size})\n`);
    for (const [what, value] of Object.entries(measured)) {
      process.stdout.write(`  ${what.padEnd(36)} ${typeof value === 'string' ? value : JSON.stringify(value)}\n`);
    }
  }
  process.stdout.write(`\n${JSON.stringify({ machine, size, results })}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
