import type { Pool } from 'pg';
import type { LedgerId, PaymentId } from '../../domain/ids.ts';
import { inLedger } from '../transaction.ts';

/** One applied and one queued payment worth a look: the one with the most lines, and the one with a suggestion. */
export async function findExamples(
  pool: Pool,
  ledgerId: LedgerId,
): Promise<Readonly<{ applied: PaymentId | null; queued: PaymentId | null }>> {
  return inLedger(
    pool,
    ledgerId,
    async (tx) => {
      const { rows } = await tx.query<{ applied: PaymentId | null; queued: PaymentId | null }>(
        `select
           (select p.id from payment p join allocation a on a.ledger_id = p.ledger_id and a.payment_id = p.id
            where p.ledger_id = $1 group by p.ledger_id, p.id
            order by count(*) desc, p.booking_date, p.amount_minor limit 1) as applied,
           (select p.id from payment p join match_decision d
              on d.ledger_id = p.ledger_id and d.match_run_id = p.match_run_id and d.payment_id = p.id
            where p.ledger_id = $1 and p.status = 'in_review' and p.review_reason = 'amount_differs'
            order by p.booking_date, p.amount_minor desc limit 1) as queued`,
        [ledgerId],
      );
      return rows[0] ?? { applied: null, queued: null };
    },
    'snapshot',
  );
}
