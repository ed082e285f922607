import type { Output } from '../../src/cli/output.ts';
import type { Threads } from '../../src/workers/threads.ts';
import type { WorkContext } from '../../src/workers/work-context.ts';
import { thisWorker } from '../../src/workers/work-queue.ts';
import type { TestDatabase } from './database.ts';

/** A clock that stands still, so that two runs can be equal to the byte. */
export const stoppedClock = new Date('2026-03-05T06:00:00.000Z');

export const silentOutput: Output = {
  isJson: false,
  write: () => undefined,
  say: () => undefined,
  onProgress: () => undefined,
};

export const testContext = (
  { pool, serviceUrl }: TestDatabase,
  threads: Threads,
  { chunkSize = 1_000, paymentsPerTask = 2_000 }: { chunkSize?: number; paymentsPerTask?: number } = {},
): WorkContext => ({
  pool,
  serviceUrl,
  threads,
  worker: thisWorker(),
  actor: 'lettrage',
  now: () => stoppedClock,
  largestFileBytes: 1 << 26,
  largestPartitionBytes: 1 << 28,
  chunkSize,
  paymentsPerTask,
  onProgress: () => undefined,
});
