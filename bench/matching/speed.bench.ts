/**
 * How fast the engine is on generated books of six companies, and what memory it takes.
 *
 * - One core: the index is built row by row from files, then a day's lines are proposed, each with its certificate, and
 *   settled. Lines of other books come first. Seconds are those of the processor. `steady`: the same day again, three
 *   times, in the same process.
 * - Two threads: everything from the first row read to the last line settled, in a cold process.
 * - The peers see a sample of the smaller books in a process of their own, Lettrage again beside them.
 *
 * Every script runs three times; medians. Hashes are over what was applied, and are the same for one thread and two.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { medianOf } from '../decisions/measure.ts';
import type { GeneratorOptions } from './generator/generate.ts';
import type { OneCoreTold } from './speed/one-core.ts';
import type { PeersTold } from './speed/beside-peers.ts';
import { compileBenchmarks, runScript, type ScriptMode } from './speed/run-script.ts';
import type { TwoThreadsTold } from './speed/two-threads.ts';

type Books = Pick<GeneratorOptions, 'items' | 'lines'>;
type Size = Readonly<{
  mode: ScriptMode;
  roundCount: number;
  /** Open documents; as many closed ones stand beside them. */
  warmUp: Books;
  oneCore: readonly Books[];
  twoThreads: Books;
  /** Of each peer's sample, over the first books of one core. */
  peerShare: number;
}>;

const sizes = {
  small: {
    mode: 'here',
    roundCount: 1,
    warmUp: { items: 500, lines: 100 },
    oneCore: [{ items: 1_500, lines: 300 }],
    twoThreads: { items: 1_500, lines: 300 },
    peerShare: 0.01,
  },
  canonical: {
    mode: 'compiled',
    roundCount: 3,
    warmUp: { items: 20_000, lines: 4_000 },
    oneCore: [
      { items: 50_000, lines: 10_000 },
      { items: 500_000, lines: 20_000 },
    ],
    twoThreads: { items: 500_000, lines: 100_000 },
    peerShare: 0.2,
  },
} as const satisfies Readonly<Record<string, Size>>;

const oneDay = { profile: 'base', days: 1 } as const;

const rounded = (value: number, digits = 0): number => Math.round(value * 10 ** digits) / 10 ** digits;

/** Runs a script some times. @returns how to take the median of one of its figures, and what the first run told */
async function repeated<Told extends Readonly<{ outputSha256: string }>>(
  { mode, roundCount }: Size,
  script: string,
  words: readonly string[],
) {
  const told: Told[] = [];
  for (let round = 0; round < roundCount; round += 1) told.push(await runScript<Told>(mode, script, words));
  const [first] = told;
  if (first === undefined || told.some(({ outputSha256 }) => outputSha256 !== first.outputSha256))
    throw new Error('the same books came out in two ways');
  const median = (figure: (one: Told) => number, digits = 0): number => rounded(medianOf(told.map(figure)), digits);
  return { first, median };
}

async function oneCore(size: Size, books: string, warmUp: string): Promise<Readonly<Record<string, unknown>>> {
  const { first, median } = await repeated<OneCoreTold>(size, 'one-core', [books, warmUp]);
  return {
    linesPerProcessorSecond: median((one) => one.linesPerSecond),
    steadyLinesPerProcessorSecond: median((one) => one.steadyLinesPerSecond),
    medianMs: median((one) => one.medianMs, 3),
    p99Ms: median((one) => one.p99Ms, 3),
    worstMs: median((one) => one.worstMs, 1),
    indexProcessorSeconds: median((one) => one.indexSeconds, 2),
    bytesPerItem: rounded(first.bytesPerItem),
    peakMegabytes: median((one) => one.peakMegabytes),
    lines: first.lineCount,
    applied: first.appliedCount,
    outputSha256: first.outputSha256,
  };
}

async function twoThreads(size: Size, books: string): Promise<Readonly<Record<string, unknown>>> {
  const { first, median } = await repeated<TwoThreadsTold>(size, 'two-threads', [books]);
  return {
    seconds: median((one) => one.seconds, 1),
    processorSeconds: median((one) => one.processorSeconds, 1),
    peakMegabytes: median((one) => one.peakMegabytes),
    lines: first.lineCount,
    applied: first.appliedCount,
    outputSha256: first.outputSha256,
  };
}

const titleOf = ({ items, lines }: Books): string => `${lines} lines, ${items} open and as many closed`;

/** Runs the benchmark; each script is repeated in it. */
export async function run({ size: name }: { size: keyof typeof sizes }): Promise<Record<string, unknown>> {
  const size: Size = sizes[name];
  const folder = mkdtempSync(join(tmpdir(), 'lettrage-speed-'));
  const write = async (seed: number, books: Books): Promise<string> => {
    const path = join(folder, `${seed}-${books.items}-${books.lines}`);
    await runScript(size.mode, 'write-books', [path, JSON.stringify({ ...oneDay, seed, ...books })]);
    return path;
  };
  try {
    if (size.mode === 'compiled') compileBenchmarks();
    const warmUp = await write(8, size.warmUp);
    const table: Record<string, unknown> = { size: name };
    for (const books of size.oneCore)
      table[`one core: ${titleOf(books)}`] = await oneCore(size, await write(7, books), warmUp);
    table[`two threads: ${titleOf(size.twoThreads)}`] = await twoThreads(size, await write(7, size.twoThreads));
    const compared = {
      books: { ...oneDay, seed: 7, ...size.oneCore[0] },
      share: size.peerShare,
      withServer: name === 'canonical',
    };
    const peers = await runScript<PeersTold>(size.mode, 'beside-peers', [JSON.stringify(compared)]);
    for (const [peer, row] of Object.entries(peers)) table[`beside: ${peer}`] = row;
    return table;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
