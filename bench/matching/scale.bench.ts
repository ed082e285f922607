/**
 * What grows with the number of open items and what does not: the same number of lines against ever larger books. What a
 * line costs should hardly grow: it looks up what it names and reads the items of the customers it may be from.
 *
 * Prints a table; the canonical size draws `docs/benchmarks/scale.svg`.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { medianOf } from '../decisions/measure.ts';
import { logLogChart, type Panel } from './speed/log-log-chart.ts';
import type { OneCoreTold } from './speed/one-core.ts';
import { compileBenchmarks, isSource, runScript, type ScriptMode } from './speed/run-script.ts';

type Size = Readonly<{ mode: ScriptMode; roundCount: number; lineCount: number; itemCounts: readonly number[] }>;

const sizes = {
  small: { mode: 'here', roundCount: 1, lineCount: 100, itemCounts: [400, 1_200] },
  canonical: {
    mode: 'compiled',
    roundCount: 3,
    lineCount: 5_000,
    itemCounts: [50_000, 158_000, 500_000, 1_580_000, 5_000_000],
  },
} as const satisfies Readonly<Record<string, Size>>;

/** Medians of the rounds. */
type Measured = Readonly<{
  itemCount: number;
  linesPerProcessorSecond: number;
  p99Ms: number;
  indexProcessorSeconds: number;
  bytesPerItem: number;
  peakMegabytes: number;
  outputSha256: string;
}>;

const drawing = new URL(`${isSource ? '' : '../'}../../docs/benchmarks/scale.svg`, import.meta.url);

const rounded = (value: number, digits = 0): number => Math.round(value * 10 ** digits) / 10 ** digits;

/** Three significant digits, as many as the machine is steady for. */
const shown = (value: number): string =>
  value >= 1_000 ? `${String(rounded(value / 1_000, 1))}k` : String(+value.toPrecision(value < 100 ? 2 : 3));

const panelsOf = (rows: readonly Measured[]): readonly Panel[] => {
  const panel = (title: string, unit: string, figure: (row: Measured) => number): Panel => ({
    title,
    points: rows.map((row) => ({ size: row.itemCount, value: figure(row) })),
    format: (value) => `${shown(value)}${unit}`,
  });
  return [
    panel('Lines per second of one core', '', (row) => row.linesPerProcessorSecond),
    panel('Slowest line in a hundred', ' ms', (row) => row.p99Ms),
    panel('Building the index, one core', ' s', (row) => row.indexProcessorSeconds),
    panel('Shared memory of an open item', ' B', (row) => row.bytesPerItem),
  ];
};

/** The drawing of a table. */
export const drawScale = (rows: readonly Measured[], lineCount: number): string =>
  logLogChart({
    title: 'Lettrage: matching as the books grow',
    caption: `${lineCount} statement lines against generated books of six companies; processor time, medians; both axes logarithmic.`,
    sizeTitle: 'open items',
    panels: panelsOf(rows),
  });

async function measure(
  { mode, roundCount, lineCount }: Size,
  itemCount: number,
  folder: string,
  warmUp: string,
): Promise<Measured> {
  const books = join(folder, String(itemCount));
  await writeBooks(mode, books, { seed: 7, items: itemCount, lines: lineCount });
  const told: OneCoreTold[] = [];
  for (let round = 0; round < roundCount; round += 1)
    told.push(await runScript<OneCoreTold>(mode, 'one-core', [books, warmUp]));
  rmSync(books, { recursive: true });
  const median = (figure: (one: OneCoreTold) => number): number => medianOf(told.map(figure));
  return {
    itemCount,
    linesPerProcessorSecond: rounded(median((one) => one.linesPerSecond)),
    p99Ms: rounded(
      median((one) => one.p99Ms),
      3,
    ),
    indexProcessorSeconds: rounded(
      median((one) => one.indexSeconds),
      3,
    ),
    bytesPerItem: rounded(
      median((one) => one.bytesPerItem),
      1,
    ),
    peakMegabytes: rounded(median((one) => one.peakMegabytes)),
    outputSha256: told[0]?.outputSha256 ?? '',
  };
}

type BooksSize = Readonly<{ seed: number; items: number; lines: number }>;

const writeBooks = (mode: ScriptMode, folder: string, size: BooksSize): Promise<null> =>
  runScript(mode, 'write-books', [folder, JSON.stringify({ ...size, profile: 'base', closed: 0, days: 1 })]);

/** Runs the benchmark; each size is repeated in it. */
export async function run({ size: name }: { size: keyof typeof sizes }): Promise<Record<string, unknown>> {
  const size: Size = sizes[name];
  const folder = mkdtempSync(join(tmpdir(), 'lettrage-scale-'));
  try {
    if (size.mode === 'compiled') compileBenchmarks();
    const warmUp = join(folder, 'warm-up');
    await writeBooks(size.mode, warmUp, {
      seed: 8,
      items: name === 'small' ? 400 : 20_000,
      lines: name === 'small' ? 80 : 4_000,
    });
    const rows: Measured[] = [];
    for (const itemCount of size.itemCounts) rows.push(await measure(size, itemCount, folder, warmUp));
    if (name === 'canonical') {
      mkdirSync(fileURLToPath(new URL('./', drawing)), { recursive: true });
      writeFileSync(drawing, drawScale(rows, size.lineCount));
    }
    return Object.fromEntries(rows.map(({ itemCount, ...row }) => [`${itemCount} open items`, row]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
