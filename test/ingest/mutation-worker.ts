/** Reads mutants in a thread of its own, so that one that never ends is seen from outside. */
import { parentPort, workerData } from 'node:worker_threads';
import type { StatementFormat } from '../../src/domain/statement.ts';
import { checkMutant } from './check-mutant.ts';
import { mutantOf, originals } from './mutants.ts';

export type MutationTask = Readonly<{
  seed: string;
  first: number;
  count: number;
  step: number;
  /** Holds the number of the mutant that is being read. */
  reading: Int32Array;
}>;

export type MutationReport = Readonly<{
  /** By format and answer. */
  counts: Readonly<Record<string, number>>;
  faults: readonly string[];
}>;

const mostFaults = 40;

function run({ seed, first, count, step, reading }: MutationTask): MutationReport {
  const groups = originals();
  const counts: Record<string, number> = {};
  const faults: string[] = [];
  for (let done = 0; done < count && faults.length < mostFaults; done++) {
    const index = first + done * step;
    Atomics.store(reading, 0, index);
    const { original, bytes, changes } = mutantOf(groups, seed, index);
    const result = checkMutant(bytes);
    const format: StatementFormat = original.format;
    const answer = typeof result === 'string' ? result : 'fault';
    counts[`${format} ${answer}`] = (counts[`${format} ${answer}`] ?? 0) + 1;
    if (typeof result !== 'string') {
      faults.push(`mutant ${index} of ${original.name} (${changes.join(', ')}): ${result.fault}`);
    }
  }
  return { counts, faults };
}

// Between threads there is no origin.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort?.postMessage(run(workerData as MutationTask));
