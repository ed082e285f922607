/** The work that waits, runs or has failed, for those who see to it. */
import { and, eq, sql } from 'drizzle-orm';
import type { Pool } from 'pg';
import type { LedgerId, MatchRunId } from '../../domain/ids.ts';
import { jobs } from '../schema.ts';
import { readLedger, typed } from './orm.ts';
import { pageOf, seek, type Page, type PageRequest } from './page.ts';

/** What is done is gone from here. */
export type JobRecord = Readonly<{
  /** Digits. */
  id: string;
  queue: string;
  /** Of matching: the currency. */
  key: string;
  /** `failed` is tried again at `runAt`; `dead` when somebody asks for it. */
  state: 'waiting' | 'running' | 'failed' | 'dead';
  /** From 1; 0 while nobody has taken it. */
  attempt: number;
  runAt: Date;
  leaseUntil: Date | null;
  /** `host/pid/start` of who is at it. */
  worker: string | null;
  /** Why the last attempt failed. */
  problem: string | null;
  matchRunId: MatchRunId | null;
  cancelRequestedBy: string | null;
}>;

export type JobFilter = Readonly<{ queue?: string | undefined; state?: JobRecord['state'] | undefined }>;

/** The latest asked for first. */
export async function listJobs(
  pool: Pool,
  ledgerId: LedgerId,
  { queue, state }: JobFilter,
  request: PageRequest,
): Promise<Page<JobRecord>> {
  const page = seek({ columns: [jobs.id], direction: 'descending' }, request);
  const rows = await readLedger(pool, ledgerId, (orm) =>
    orm
      .select({
        id: sql<string>`${jobs.id}::text`,
        queue: jobs.queue,
        key: jobs.key,
        state: jobs.state,
        attempt: jobs.attempt,
        runAt: jobs.runAt,
        leaseUntil: jobs.leaseUntil,
        worker: jobs.worker,
        problem: jobs.problem,
        matchRunId: typed<MatchRunId | null>(jobs.matchRunId),
        cancelRequestedBy: jobs.cancelRequestedBy,
      })
      .from(jobs)
      // Not under row-level security: the ledger is named.
      .where(
        and(
          eq(jobs.ledgerId, ledgerId),
          queue === undefined ? undefined : eq(jobs.queue, queue),
          state === undefined ? undefined : eq(jobs.state, state),
          page.where,
        ),
      )
      .orderBy(...page.orderBy)
      .limit(page.limit),
  );
  return pageOf(rows, request, ({ id }) => [id]);
}
