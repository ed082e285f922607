/** What whoever runs the service watches, counted when it is asked for. */
import type { Pool } from 'pg';
import type { LedgerId } from '../../domain/ids.ts';
import { inLedger } from '../transaction.ts';

/** Jobs of all ledgers; `oldestSeconds`: since when the longest waiting one could have been taken. */
export type JobFigure = Readonly<{ queue: string; state: string; jobCount: number; oldestSeconds: number }>;

export async function readJobFigures(pool: Pool): Promise<readonly JobFigure[]> {
  const { rows } = await pool.query<JobFigure>(
    `select queue, state, count(*)::int as "jobCount",
       greatest(0, extract(epoch from now() - min(run_at)))::float8 as "oldestSeconds"
     from job group by queue, state order by queue, state`,
  );
  return rows;
}

export type LedgerFigures = Readonly<{
  files: readonly Readonly<{ state: string; fileCount: number }>[];
  /** Payments that wait for a person. */
  queue: readonly Readonly<{ reason: string; paymentCount: number }>[];
  webhooks: readonly Readonly<{ name: string; lag: number }>[];
}>;

export const readLedgerFigures = (pool: Pool, ledgerId: LedgerId): Promise<LedgerFigures> =>
  inLedger(
    pool,
    ledgerId,
    async (tx) => {
      const { rows: files } = await tx.query<LedgerFigures['files'][number]>(
        `select state, count(*)::int as "fileCount" from statement_file where ledger_id = $1 group by state order by state`,
        [ledgerId],
      );
      const { rows: queue } = await tx.query<LedgerFigures['queue'][number]>(
        `select review_reason as reason, count(*)::int as "paymentCount" from payment
         where ledger_id = $1 and status = 'in_review' group by review_reason order by review_reason`,
        [ledgerId],
      );
      const { rows: webhooks } = await tx.query<LedgerFigures['webhooks'][number]>(
        `select p.destination as name, (coalesce(h.sequence, 0) - p.sequence)::int as lag
         from webhook_position p left join audit_head h on h.ledger_id = p.ledger_id
         where p.ledger_id = $1 order by p.destination`,
        [ledgerId],
      );
      return { files, queue, webhooks };
    },
    'snapshot',
  );
