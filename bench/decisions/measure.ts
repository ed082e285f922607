/**
 * What the decision scripts share: time, memory, a table.
 *
 * The machine is never quiet, so the scripts repeat, take medians and are read as ratios.
 */
import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';

/** @throws Error on an empty list. */
export function medianOf(values: readonly number[]): number {
  const middle = values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
  if (middle === undefined) throw new Error('median of nothing');
  return middle;
}

/** Wall time of one call, in milliseconds. */
export async function timeMs(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * Medians of several ways to do one thing. The ways take turns, so that a slow minute of the machine hits all of them.
 *
 * @returns milliseconds by name, in the order given.
 */
export async function compareMs(
  ways: Readonly<Record<string, () => unknown>>,
  roundCount = 5,
): Promise<ReadonlyMap<string, number>> {
  const times = new Map<string, number[]>(Object.keys(ways).map((name) => [name, []]));
  for (let round = 0; round < roundCount; round++) {
    for (const [name, work] of Object.entries(ways)) times.get(name)?.push(await timeMs(work));
  }
  return new Map([...times].map(([name, values]) => [name, medianOf(values)]));
}

/** Rows of {@link compareMs} with the ratio to the first way. */
export function ratioRows(medians: ReadonlyMap<string, number>): Record<string, string>[] {
  const [base] = medians.values();
  if (base === undefined) return [];
  return [...medians].map(([way, median]) => ({ way, ms: median.toFixed(1), ratio: (median / base).toFixed(2) }));
}

/** What a child process of this script said and used. `peakMb` is its largest resident set, in MB. */
type ChildReport = Readonly<{ output: string; peakMb: number; seconds: number }>;

/** Runs the calling script again in its own process, so that one library's memory is not counted for another. */
export function runAlone(script: string, args: readonly string[]): ChildReport {
  const start = performance.now();
  const child = spawnSync(process.execPath, [...process.execArgv, fileURLToPath(script), ...args], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const seconds = (performance.now() - start) / 1_000;
  const peak = /^peak-kb (\d+)$/m.exec(child.stdout)?.[1];
  const output = child.stdout.replace(/^peak-kb .*$/m, '').trim();
  return {
    output: child.status === 0 ? output : `failed: ${firstError(child.stderr)}`,
    peakMb: +(peak ?? 'NaN') / 1_024,
    seconds,
  };
}

/** The last line of a child: the largest memory it ever held. */
export const printPeak = (): void => console.log(`peak-kb ${process.resourceUsage().maxRSS}`);

const firstError = (stderr: string): string =>
  stderr.split('\n').find((line) => /error|fatal/i.test(line)) ?? 'no reason given';

const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

/** A table that can be pasted into a decision as it stands. */
export function printTable(title: string, rows: readonly Readonly<Record<string, string | number>>[]): void {
  const columns = Object.keys(rows[0] ?? {});
  console.log(`\n${title}\n`);
  console.log(line(columns));
  console.log(line(columns.map(() => '---')));
  for (const row of rows) console.log(line(columns.map((column) => row[column] ?? '')));
}

export function printMachine(): void {
  console.log(`${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}`);
}
