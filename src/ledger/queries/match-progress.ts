/** How far matching is: a run by its id, or whatever is under way in a currency, decided or not. */
import type { Pool, PoolClient } from 'pg';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { LedgerId, MatchRunId } from '../../domain/ids.ts';
import { LedgerError } from '../errors.ts';
import { inLedger } from '../transaction.ts';

/**
 * `idle`: nothing is asked for. `waiting`: for somebody to take it, again after a failure. `deciding`: somebody is at it, and
 * nothing is recorded yet. `dead`: it failed too often, and waits to be asked for again.
 */
export type MatchState = 'idle' | 'waiting' | 'deciding' | 'applying' | 'applied' | 'cancelled' | 'dead';

export type MatchProgress = Readonly<{
  state: MatchState;
  currency: CurrencyCode;
  runId: MatchRunId | null;
  runNumber: number | null;
  paymentCount: number | null;
  chunkCount: number | null;
  appliedChunkCount: number | null;
  appliedCount: number | null;
  reviewCount: number | null;
  /** Of the job, when there is one. */
  attempt: number | null;
  problem: string | null;
}>;

/** Nothing more comes of these by itself. */
export const endStates: ReadonlySet<MatchState> = new Set(['idle', 'applied', 'cancelled', 'dead']);

/** @throws LedgerError `ledger.not_found` */
export async function readRunProgress(pool: Pool, ledgerId: LedgerId, runId: MatchRunId): Promise<MatchProgress> {
  return snapshot(pool, ledgerId, async (tx) => {
    const run = await findRun(tx, ledgerId, runId);
    if (run === null) throw new LedgerError('ledger.not_found', { matchRun: runId });
    const job = await findJob(tx, ledgerId, run.currency);
    return progressOf(run.currency, run, job?.matchRunId === runId ? job : null);
  });
}

export async function readCurrencyProgress(
  pool: Pool,
  ledgerId: LedgerId,
  currency: CurrencyCode,
): Promise<MatchProgress> {
  return snapshot(pool, ledgerId, async (tx) => {
    const job = await findJob(tx, ledgerId, currency);
    const run = job === null || job.matchRunId === null ? null : await findRun(tx, ledgerId, job.matchRunId);
    return progressOf(currency, run, job);
  });
}

const snapshot = <T>(pool: Pool, ledgerId: LedgerId, work: (tx: PoolClient) => Promise<T>): Promise<T> =>
  inLedger(pool, ledgerId, work, 'snapshot');

type RunRow = Readonly<{
  runId: MatchRunId;
  runNumber: number;
  currency: CurrencyCode;
  paymentCount: number;
  chunkCount: number;
  appliedChunkCount: number;
  appliedCount: number;
  reviewCount: number;
  isCancelled: boolean;
}>;

async function findRun(tx: PoolClient, ledgerId: LedgerId, runId: MatchRunId): Promise<RunRow | null> {
  const { rows } = await tx.query<RunRow>(
    `select r.id as "runId", r.run_number as "runNumber", r.currency, r.payment_count as "paymentCount",
       r.chunk_count as "chunkCount", count(c.chunk_index)::int as "appliedChunkCount",
       coalesce(sum(c.applied_count), 0)::int as "appliedCount", coalesce(sum(c.review_count), 0)::int as "reviewCount",
       exists (select from match_run_cancellation x where x.ledger_id = r.ledger_id and x.match_run_id = r.id)
         as "isCancelled"
     from match_run r left join match_chunk c on c.ledger_id = r.ledger_id and c.match_run_id = r.id
     where r.ledger_id = $1 and r.id = $2 group by r.ledger_id, r.id`,
    [ledgerId, runId],
  );
  return rows[0] ?? null;
}

type JobRow = Readonly<{
  state: 'waiting' | 'running' | 'failed' | 'dead';
  attempt: number;
  problem: string | null;
  matchRunId: MatchRunId | null;
}>;

/** One may run while the next one waits: the one that is furthest. */
async function findJob(tx: PoolClient, ledgerId: LedgerId, currency: CurrencyCode): Promise<JobRow | null> {
  const { rows } = await tx.query<JobRow>(
    `select state, attempt, problem, match_run_id as "matchRunId" from job
     where ledger_id = $1 and queue = 'match' and key = $2
     order by array_position(array['running', 'failed', 'waiting', 'dead'], state), id limit 1`,
    [ledgerId, currency],
  );
  return rows[0] ?? null;
}

function progressOf(currency: CurrencyCode, run: RunRow | null, job: JobRow | null): MatchProgress {
  const { attempt = null, problem = null } = job ?? {};
  const common = { currency, attempt, problem };
  if (run !== null) {
    const { isCancelled: _isCancelled, ...counts } = run;
    return { ...common, ...counts, state: stateOfRun(run, job) };
  }
  const state = job === null ? 'idle' : stateOfJob[job.state];
  const none = { runId: null, runNumber: null, paymentCount: null, chunkCount: null };
  return { ...common, state, ...none, appliedChunkCount: null, appliedCount: null, reviewCount: null };
}

const stateOfJob = { waiting: 'waiting', running: 'deciding', failed: 'waiting', dead: 'dead' } as const;

function stateOfRun({ appliedChunkCount, chunkCount, isCancelled }: RunRow, job: JobRow | null): MatchState {
  if (isCancelled) return 'cancelled';
  if (appliedChunkCount === chunkCount) return 'applied';
  return job?.state === 'dead' ? 'dead' : 'applying';
}
