/**
 * How fast statement files are read, and in how much memory, beside the libraries one would take otherwise.
 *
 * Each reading is a process of its own, so that its peak memory is its own; readers take turns, so that a slow minute
 * of the machine hits all of them; and what was read is compared with what was written before a time counts. The limit
 * is measured in the same run: reading the file and decoding it to text, and nothing else.
 *
 * Peers run up to 200 MB. They take the whole file as one string, and V8 has none longer than 512 MB.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { medianOf, runAlone } from '../decisions/measure.ts';
import { generateFile, type FileFacts, type GeneratedFormat } from './generate.ts';
import { timed, type Timed } from './read-alone.ts';
import { readersOf, type Reader } from './readers.ts';

type Trial = Readonly<{ sizeBytes: number; roundCount: number; withPeers: boolean; inProcess: boolean }>;
type Outcome = Readonly<{ reading: Timed; peakMegabytes: number | null }> | Readonly<{ failed: string }>;

const trials: Readonly<Record<'small' | 'canonical', readonly Trial[]>> = {
  small: [{ sizeBytes: 200_000, roundCount: 1, withPeers: true, inProcess: true }],
  canonical: [
    { sizeBytes: 10_000_000, roundCount: 5, withPeers: true, inProcess: false },
    { sizeBytes: 200_000_000, roundCount: 3, withPeers: true, inProcess: false },
    { sizeBytes: 1_000_000_000, roundCount: 1, withPeers: false, inProcess: false },
  ],
};

const script = new URL('./read-alone.ts', import.meta.url).href;

function readAlone(format: GeneratedFormat, name: string, path: string): Outcome {
  const { output, peakMb } = runAlone(script, [format, name, path]);
  const [entryCount = '', creditsMinor = '', debitsMinor = '', seconds = ''] = output.split(' ');
  if (!/^\d+$/.test(entryCount)) return { failed: output };
  const sums = { entryCount: +entryCount, creditsMinor: BigInt(creditsMinor), debitsMinor: BigInt(debitsMinor) };
  return { reading: { ...sums, processorSeconds: +seconds }, peakMegabytes: peakMb };
}

async function readHere(reader: Reader, path: string): Promise<Outcome> {
  try {
    return { reading: await timed(reader, path), peakMegabytes: null };
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}

const isSame = (reading: Timed, facts: FileFacts): boolean =>
  reading.entryCount === facts.entryCount &&
  reading.creditsMinor === facts.creditsMinor &&
  reading.debitsMinor === facts.debitsMinor;

/** A row of the table: what every round gave, or the first thing that went wrong. */
function summary(kind: Reader['kind'], outcomes: readonly Outcome[], facts: FileFacts, limitSpeed: number | null) {
  const seconds: number[] = [];
  let peakMegabytes: number | null = null;
  for (const outcome of outcomes) {
    if ('failed' in outcome) return { failed: outcome.failed };
    const { reading } = outcome;
    if (kind !== 'limit' && !isSame(reading, facts)) {
      return { otherResult: `${reading.entryCount} entries, +${reading.creditsMinor} -${reading.debitsMinor}` };
    }
    seconds.push(reading.processorSeconds);
    if (outcome.peakMegabytes !== null) peakMegabytes = Math.max(peakMegabytes ?? 0, outcome.peakMegabytes);
  }
  const median = medianOf(seconds);
  const speed = facts.sizeBytes / 1e6 / median;
  return {
    megabytesPerProcessorSecond: rounded(speed),
    best: rounded(facts.sizeBytes / 1e6 / Math.min(...seconds)),
    ...(kind === 'limit' ? {} : { entriesPerProcessorSecond: Math.round(facts.entryCount / median) }),
    peakMegabytes: peakMegabytes === null ? null : Math.round(peakMegabytes),
    ...(limitSpeed === null ? {} : { timesTheLimit: rounded(limitSpeed / speed) }),
  };
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

async function compare(format: GeneratedFormat, trial: Trial, folder: string): Promise<Record<string, unknown>> {
  const path = join(folder, `statement-${trial.sizeBytes}`);
  const facts = generateFile(format, path, trial.sizeBytes);
  const readers = Object.entries(readersOf[format]).filter(([, { kind }]) => trial.withPeers || kind !== 'peer');
  const outcomes = new Map<string, Outcome[]>(readers.map(([name]) => [name, []]));
  for (let round = 0; round < trial.roundCount; round++) {
    for (const [name, reader] of readers) {
      const earlier = outcomes.get(name) ?? [];
      // What failed once would fail again, and take as long.
      if (earlier.some((outcome) => 'failed' in outcome)) continue;
      earlier.push(trial.inProcess ? await readHere(reader, path) : readAlone(format, name, path));
    }
  }
  rmSync(path);
  let limitSpeed: number | null = null;
  const rows: Record<string, unknown> = {};
  for (const [name, { kind }] of readers) {
    const row = summary(kind, outcomes.get(name) ?? [], facts, limitSpeed);
    if (kind === 'limit' && 'megabytesPerProcessorSecond' in row) limitSpeed = row.megabytesPerProcessorSecond ?? null;
    rows[`${format} ${Math.round(trial.sizeBytes / 1e6) || '<1'} MB, ${name}`] = row;
  }
  return rows;
}

export async function run({ size }: { size: 'small' | 'canonical' }): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'lettrage-parsers-'));
  try {
    const results: Record<string, unknown> = {};
    for (const trial of trials[size]) {
      for (const format of ['camt.053', 'mt940'] as const) Object.assign(results, await compare(format, trial, folder));
    }
    return results;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
