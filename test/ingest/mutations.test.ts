/**
 * Damaged files of every format: bytes flipped, lost, doubled; digits, words and lines swapped; signs turned; files cut
 * and spliced. None is thrown at, none takes long, and none is accepted with other money or days than its bytes say, as
 * tiny readers that share nothing with the parsers see them.
 *
 * 5,000 by default; `LETTRAGE_MUTATIONS=1000000` for a night, `LETTRAGE_SEED` for others. A fault names its number.
 */
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { writtenFormats } from '../support/bank/formats.ts';
import type { MutationReport, MutationTask } from './mutation-worker.ts';

const seed = process.env['LETTRAGE_SEED'] ?? 'mutations';
const wanted = Number(process.env['LETTRAGE_MUTATIONS'] ?? '5000');
const threadCount = 2;
const longestMs = 10_000;

/** One thread's share; a thread that stays at the same mutant is stopped. */
function readMutants(first: number): Promise<MutationReport> {
  const reading = new Int32Array(new SharedArrayBuffer(4));
  const count = Math.ceil((wanted - first) / threadCount);
  const task: MutationTask = { seed, first, count, step: threadCount, reading };
  // Node starts a thread with JavaScript alone; what that imports, tsx reads.
  const module = JSON.stringify(new URL('mutation-worker.ts', import.meta.url).href);
  const start = `import('tsx/esm/api').then(({ register }) => { register(); return import(${module}); })`;
  const worker = new Worker(start, { eval: true, workerData: task });
  return new Promise((resolve, reject) => {
    let before = -1;
    const watch = setInterval(() => {
      const now = Atomics.load(reading, 0);
      if (now === before && now !== 0) {
        void worker.terminate();
        reject(new Error(`mutant ${now} of seed ${seed} is not read to its end`));
      }
      before = now;
    }, longestMs);
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => {
      clearInterval(watch);
    });
  });
}

test(
  `${wanted} damaged files of seed "${seed}" are read right or refused`,
  { timeout: 60_000 + wanted * 20 },
  async () => {
    const reports = await Promise.all(Array.from({ length: threadCount }, (_, first) => readMutants(first)));
    expect(reports.flatMap(({ faults }) => faults)).toEqual([]);
    const total = new Map<string, number>();
    for (const [answer, count] of reports.flatMap(({ counts }) => Object.entries(counts))) {
      total.set(answer, (total.get(answer) ?? 0) + count);
    }
    if (wanted > 5_000) console.log(Object.fromEntries(total));
    expect([...total.values()].reduce((sum, count) => sum + count, 0)).toBe(wanted);
    // A comparison that never takes place would find nothing.
    const comparedFormats = writtenFormats.filter((format) => total.has(`${format} accepted and compared`));
    expect(comparedFormats).toEqual(writtenFormats);
  },
);
