/**
 * Decision 0006: tinybench and Benchmark.js on the same two loops. Do they agree?
 *
 * Run: `npx tsx bench/decisions/benchmark-library.ts` (about 20 seconds)
 */
import { Bench } from 'tinybench';
import { medianOf, printMachine, printTable } from './measure.ts';
import { loadPeer } from './peers.ts';

type BenchmarkJs = Readonly<{
  Suite: new () => {
    add: (name: string, work: () => void) => unknown;
    on: (event: 'cycle', listener: (event: Readonly<{ target: { name: string; hz: number } }>) => void) => unknown;
    run: () => unknown;
  };
}>;
type Rates = ReadonlyMap<string, number>;

const roundCount = 3;
let sink = 0n;
const works: Readonly<Record<string, () => void>> = {
  'bigint loop': () => {
    for (let index = 0n; index < 1_000n; index++) sink += index;
  },
  'split and join': () => {
    sink += BigInt('FA-2026-00042 du 15/01/2026'.repeat(20).split('-').join('').length);
  },
};

async function ratesOfTinybench(): Promise<Rates> {
  const bench = new Bench({ time: 1_000 });
  for (const [name, work] of Object.entries(works)) bench.add(name, work);
  await bench.run();
  return new Map(
    bench.tasks.map((task) => [task.name, 'throughput' in task.result ? task.result.throughput.mean : Number.NaN]),
  );
}

function ratesOfBenchmarkJs(): Rates {
  const { Suite } = loadPeer<BenchmarkJs>('benchmark');
  const rates = new Map<string, number>();
  const suite = new Suite();
  for (const [name, work] of Object.entries(works)) suite.add(name, work);
  suite.on('cycle', ({ target }) => rates.set(target.name, target.hz));
  suite.run();
  return rates;
}

printMachine();
const rounds: Readonly<{ tinybench: Rates; benchmarkJs: Rates }>[] = [];
for (let round = 0; round < roundCount; round++) {
  rounds.push({ tinybench: await ratesOfTinybench(), benchmarkJs: ratesOfBenchmarkJs() });
}
const medianRate = (name: string, library: 'tinybench' | 'benchmarkJs') =>
  medianOf(rounds.map((round) => round[library].get(name) ?? Number.NaN));
printTable(
  `Runs per second, median of ${roundCount} rounds (checksum ${String(sink).slice(-4)})`,
  Object.keys(works).map((name) => {
    const ours = medianRate(name, 'tinybench');
    const theirs = medianRate(name, 'benchmarkJs');
    return {
      work: name,
      tinybench: ours.toFixed(0),
      'Benchmark.js': theirs.toFixed(0),
      ratio: (ours / theirs).toFixed(2),
    };
  }),
);
