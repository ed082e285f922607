/**
 * Work that waits, in one table: enqueued in the transaction that makes it, claimed with SKIP LOCKED under a lease.
 *
 * A lease only decides who works; it is not what keeps money right. Two nodes on one job would both be held to the
 * same locks and markers.
 */
import type { Pool, PoolClient } from 'pg';
import type { LedgerId } from '../domain/ids.ts';
import { LedgerError } from './errors.ts';

export type Queue = 'publish' | 'match' | 'export';
export type Job = Readonly<{ ledgerId: LedgerId; id: bigint; queue: Queue; key: string; attempt: number }>;

const leaseSeconds = 20;
/** A job is dead after so many claims, whether they failed or their process died without a word. */
export const mostAttempts = 5;

/**
 * One job with this key waits at a time: asking twice is asking once. A job that waits already is held until this
 * transaction ends: taken before, it would not see what this transaction asks for.
 */
export async function enqueue(tx: PoolClient, ledgerId: LedgerId, queue: Queue, key: string): Promise<void> {
  await tx.query(
    `insert into job (ledger_id, queue, key, state) values ($1, $2, $3, 'waiting')
     on conflict (ledger_id, queue, key) where state = 'waiting' do update set run_at = job.run_at`,
    [ledgerId, queue, key],
  );
}

/**
 * Takes one job that waits, or whose lease ran out; none while another worker is at a job with the same key. An attempt
 * counts when it begins: a job that kills its process would be taken for ever if only what is told counted.
 *
 * @param ledgerId - null: of any ledger. Named, somebody asks for it now: a failed job is taken before its pause is
 *   over, and a dead one again.
 */
export async function claimJob(
  pool: Pool,
  worker: string,
  ledgerId: LedgerId | null,
  queue: Queue,
): Promise<Job | null> {
  await buryPoison(pool, queue);
  const { rows } = await pool.query<{ ledger_id: LedgerId; id: bigint; queue: Queue; key: string; attempt: number }>(
    `update job set state = 'running', attempt = attempt + 1, worker = $1, lease_until = now() + $4 * interval '1 second'
     where (ledger_id, id) in (
       select ledger_id, id from job j
       where queue = $2 and ($3::int is null or ledger_id = $3)
         and ((state in ('waiting', 'failed') and ($3 is not null or run_at <= now()))
           or (state = 'running' and lease_until < now()) or (state = 'dead' and $3 is not null))
         and not exists (
           select from job t where t.ledger_id = j.ledger_id and t.queue = j.queue and t.key = j.key and t.id <> j.id
             and t.state = 'running' and t.lease_until >= now())
       order by run_at, id for update skip locked limit 1)
     returning ledger_id, id, queue, key, attempt`,
    [worker, queue, ledgerId, leaseSeconds],
  );
  const [row] = rows;
  return row === undefined ? null : { ...row, ledgerId: row.ledger_id };
}

/** The worker stays named: if it is alive after all, what it does is still done. */
const buryPoison = (pool: Pool, queue: Queue): Promise<unknown> =>
  pool.query(
    `update job set state = 'dead', lease_until = null, problem = $3
     where queue = $1 and state = 'running' and lease_until < now() and attempt >= $2`,
    [queue, mostAttempts, 'Each process that took it ended without a word.'],
  );

/**
 * Has a dead job tried again, with all its attempts.
 *
 * @param jobId - digits.
 * @throws LedgerError `ledger.not_found`, `ledger.job_not_dead`
 */
export async function reviveJob(pool: Pool, ledgerId: LedgerId, jobId: string): Promise<void> {
  const { rowCount } = await pool.query(
    `update job set state = 'failed', attempt = 0, run_at = now(), worker = null, lease_until = null
     where ledger_id = $1 and id = $2 and state = 'dead'`,
    [ledgerId, jobId],
  );
  if (rowCount === 1) return;
  const known = await pool.query('select from job where ledger_id = $1 and id = $2', [ledgerId, jobId]);
  throw new LedgerError(known.rowCount === 1 ? 'ledger.job_not_dead' : 'ledger.not_found', { job: jobId });
}

/** Whether some worker is at a job of this ledger and queue. */
export async function isAnyoneAtWork(pool: Pool, ledgerId: LedgerId, queue: Queue): Promise<boolean> {
  const { rowCount } = await pool.query(
    `select from job where ledger_id = $1 and queue = $2 and state = 'running' and lease_until >= now() limit 1`,
    [ledgerId, queue],
  );
  return rowCount === 1;
}

/** @returns false when the lease was lost to another worker: stop. */
export async function extendLease(pool: Pool, job: Job, worker: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `update job set lease_until = now() + $4 * interval '1 second'
     where ledger_id = $1 and id = $2 and worker = $3 and state = 'running'`,
    [job.ledgerId, job.id, worker, leaseSeconds],
  );
  return rowCount === 1;
}

/** Whether a person wants the job to stop. */
export async function isCancelRequested(pool: Pool, { ledgerId, id }: Job): Promise<boolean> {
  const { rowCount } = await pool.query(
    'select from job where ledger_id = $1 and id = $2 and cancel_requested_by is not null',
    [ledgerId, id],
  );
  return rowCount === 1;
}

export async function completeJob(pool: Pool, job: Job, worker: string): Promise<void> {
  await pool.query('delete from job where ledger_id = $1 and id = $2 and worker = $3', [job.ledgerId, job.id, worker]);
}

/**
 * Tried again after a growing pause, or `dead` with the reason after the last attempt. Not `waiting` again: what is
 * asked for from now on is another job, since this one may only have to finish what it had decided.
 */
export async function failJob(pool: Pool, job: Job, worker: string, problem: string): Promise<void> {
  await pool.query(
    `update job set state = case when attempt >= $4 then 'dead' else 'failed' end, worker = null, lease_until = null,
       run_at = now() + attempt * attempt * interval '1 second', problem = left($5, 2000)
     where ledger_id = $1 and id = $2 and worker = $3`,
    [job.ledgerId, job.id, worker, mostAttempts, problem],
  );
}

/** Gives a worker's own jobs back, unharmed: this attempt does not count. */
export async function handJobsBack(pool: Pool, worker: string): Promise<void> {
  await pool.query(
    `update job set lease_until = now() - interval '1 second', attempt = greatest(attempt - 1, 0)
     where state = 'running' and worker = $1`,
    [worker],
  );
}

/** Gives back at once the jobs of workers of this host whose process is gone, instead of waiting for their leases. */
export async function releaseJobs(pool: Pool, isGone: (worker: string) => boolean): Promise<void> {
  const { rows } = await pool.query<{ worker: string }>(`select distinct worker from job where state = 'running'`);
  const gone = rows.map((row) => row.worker).filter(isGone);
  if (gone.length === 0) return;
  await pool.query(
    `update job set lease_until = now() - interval '1 second' where state = 'running' and worker = any($1)`,
    [gone],
  );
}
