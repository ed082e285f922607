/**
 * A person stops matching. A run that is decided is cancelled as a fact: its chunks that are not applied by then never are,
 * whoever works at them and however often that is interrupted. A job whose run is not decided yet is asked to stop.
 */
import type { Pool, PoolClient } from 'pg';
import type { LedgerId, MatchRunId } from '../../domain/ids.ts';
import { appendAuditEvents, type Act } from '../audit.ts';
import { LedgerError } from '../errors.ts';
import { inLedger } from '../transaction.ts';

/**
 * Cancels a run of which something is not applied; once, however often it is asked.
 *
 * @throws LedgerError `ledger.not_found`, `ledger.run_applied`
 */
export async function cancelMatchRun(pool: Pool, ledgerId: LedgerId, runId: MatchRunId, act: Act): Promise<void> {
  await inLedger(pool, ledgerId, (tx) => cancelRun(tx, ledgerId, runId, act));
}

async function cancelRun(tx: PoolClient, ledgerId: LedgerId, runId: MatchRunId, act: Act): Promise<void> {
  const isCancelled = async () =>
    (await tx.query('select from match_run_cancellation where ledger_id = $1 and match_run_id = $2', [ledgerId, runId]))
      .rowCount === 1;
  if (await isCancelled()) return;
  const { rows } = await tx.query<{ runNumber: number }>(
    'select run_number as "runNumber" from match_run where ledger_id = $1 and id = $2',
    [ledgerId, runId],
  );
  const [run] = rows;
  if (run === undefined) throw new LedgerError('ledger.not_found', { matchRun: runId });
  // Takes the audit head, behind which the chunk under way marks itself: what is counted next does not change any more.
  const event = { type: 'match_run.cancelled', subject: runId, details: { runNumber: run.runNumber } };
  await appendAuditEvents(tx, ledgerId, [event], act);
  const left = await tx.query<{ count: number }>(
    `select r.chunk_count - (select count(*) from match_chunk c where c.ledger_id = r.ledger_id and c.match_run_id = r.id)::int
       as count from match_run r where r.ledger_id = $1 and r.id = $2`,
    [ledgerId, runId],
  );
  if (left.rows[0]?.count === 0) throw new LedgerError('ledger.run_applied', { matchRun: runId });
  // Twice at the same time is a conflict: the second attempt finds the first.
  await tx.query(
    'insert into match_run_cancellation (ledger_id, match_run_id, actor, cancelled_at) values ($1, $2, $3, $4)',
    [ledgerId, runId, act.actor, act.now],
  );
  await tx.query('update job set cancel_requested_by = $3 where ledger_id = $1 and match_run_id = $2', [
    ledgerId,
    runId,
    act.actor,
  ]);
}

/** `removed`: nobody was at it. `requested`: it stops where it leaves whole books. */
export type JobCancelled = 'removed' | 'requested';

/**
 * Stops a matching job: one that waits or has failed is taken away, one that runs is asked to stop before it decides; the
 * run that was decided for it is cancelled.
 *
 * @param jobId - digits.
 * @throws LedgerError `ledger.not_found`, `ledger.job_not_cancellable`, `ledger.run_applied`
 */
export async function cancelJob(pool: Pool, ledgerId: LedgerId, jobId: string, act: Act): Promise<JobCancelled> {
  return inLedger(pool, ledgerId, async (tx) => {
    const seen = await readJob(tx, ledgerId, jobId, '');
    if (seen.queue !== 'match') throw new LedgerError('ledger.job_not_cancellable', { job: jobId });
    const event = { type: 'matching.cancelled', subject: jobId, details: { currency: seen.key } };
    await appendAuditEvents(tx, ledgerId, [event], act);
    // Jobs are locked behind the audit head. A run that is being recorded for it is there by now, or will find the request.
    const job = await readJob(tx, ledgerId, jobId, 'for update');
    if (job.matchRunId !== null) await cancelRun(tx, ledgerId, job.matchRunId, act);
    if (job.state === 'running') {
      await tx.query('update job set cancel_requested_by = $3 where ledger_id = $1 and id = $2', [
        ledgerId,
        jobId,
        act.actor,
      ]);
      return 'requested';
    }
    await tx.query('delete from job where ledger_id = $1 and id = $2', [ledgerId, jobId]);
    return 'removed';
  });
}

type JobRow = Readonly<{ queue: string; key: string; state: string; matchRunId: MatchRunId | null }>;

/** @throws LedgerError `ledger.not_found` */
async function readJob(tx: PoolClient, ledgerId: LedgerId, jobId: string, lock: '' | 'for update'): Promise<JobRow> {
  const { rows } = await tx.query<JobRow>(
    `select queue, key, state, match_run_id as "matchRunId" from job where ledger_id = $1 and id = $2 ${lock}`,
    [ledgerId, jobId],
  );
  const [job] = rows;
  if (job === undefined) throw new LedgerError('ledger.not_found', { job: jobId });
  return job;
}
