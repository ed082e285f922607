/** Takes jobs from the table and does them, under a lease that is kept fresh while the work goes on. */
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { openPool } from '../database/connections.ts';
import type { LedgerId } from '../domain/ids.ts';
import {
  claimJob,
  completeJob,
  extendLease,
  failJob,
  handJobsBack,
  isAnyoneAtWork,
  releaseJobs,
  type Job,
  type Queue,
} from '../ledger/jobs.ts';
import type { PublishedFile } from '../ledger/commands/publish-statement-file.ts';
import { makeExport } from './jobs/make-export.ts';
import { publishStoredFiles } from './jobs/publish-files.ts';
import { runMatching, type MatchingDone } from './jobs/run-matching.ts';
import { asJob } from './stages.ts';
import type { WorkContext } from './work-context.ts';

const heartbeatMs = 5_000;
const pollMs = 200;

/**
 * Publishes what waits in the ledger, and waits while another process is at it; what that one published is not in the
 * answer. Null: what waits in any ledger, without waiting for anyone.
 */
export async function publishDue(context: WorkContext, ledgerId: LedgerId | null): Promise<readonly PublishedFile[]> {
  return (await workOff(context, ledgerId, 'publish', (job) => publishStoredFiles(context, job.ledgerId))).flat();
}

/** Runs the matching that is due in the ledger, as {@link publishDue} publishes. */
export async function matchDue(context: WorkContext, ledgerId: LedgerId | null): Promise<readonly MatchingDone[]> {
  return (await workOff(context, ledgerId, 'match', (job) => runMatching(context, job))).flat();
}

/** Makes the exports that wait in any ledger. */
export async function exportDue(context: WorkContext): Promise<void> {
  await workOff(context, null, 'export', (job) => makeExport(context, job));
}

/** Gives the jobs of this process to whoever comes next: for one that has to end before they do. */
export async function handBackJobs({ serviceUrl, worker }: Pick<WorkContext, 'serviceUrl' | 'worker'>): Promise<void> {
  const pool = openPool(serviceUrl, { poolSize: 1 });
  try {
    await handJobsBack(pool, worker);
  } finally {
    await pool.end();
  }
}

async function workOff<T>(
  context: WorkContext,
  ledgerId: LedgerId | null,
  queue: Queue,
  work: (job: Job) => Promise<T>,
): Promise<readonly T[]> {
  const { pool, worker } = context;
  await releaseJobs(pool, isGone);
  const results: T[] = [];
  for (;;) {
    const job = await claimJob(pool, worker, ledgerId, queue);
    if (job === null) {
      if (ledgerId === null || !(await isAnyoneAtWork(pool, ledgerId, queue))) return results;
      await sleep(pollMs);
      continue;
    }
    const heartbeat = setInterval(() => void extendLease(pool, job, worker).catch(() => false), heartbeatMs);
    try {
      results.push(await asJob(job, () => work(job)));
      await completeJob(pool, job, worker);
    } catch (error) {
      await failJob(pool, job, worker, error instanceof Error ? error.message : String(error));
      throw error;
    } finally {
      clearInterval(heartbeat);
    }
  }
}

/** `host/pid/start`: the start time tells a process from a later one with the same number. */
export const thisWorker = (): string => `${hostname()}/${process.pid}/${startOf(process.pid) ?? 'unknown'}`;

/** Whether the worker is a process of this host that is no more. */
export function isGone(worker: string): boolean {
  const [host, pid, start] = worker.split('/');
  if (host !== hostname() || pid === undefined) return false;
  if (startOf(Number(pid)) !== null) return startOf(Number(pid)) !== start;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}

/** Linux: the start of a process in clock ticks since boot, field 22 of /proc/PID/stat; null elsewhere or when gone. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
