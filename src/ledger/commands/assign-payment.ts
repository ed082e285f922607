import type { Pool } from 'pg';
import type { LedgerId, PaymentId } from '../../domain/ids.ts';
import { appendAuditEvents, type Act } from '../audit.ts';
import { inLedger } from '../transaction.ts';
import { queuedPayment } from './claim-payment.ts';

/** `assignee` null: nobody in particular. A question says what one is asked for. */
export type AssignmentAsked = Readonly<{ paymentId: PaymentId; assignee: string | null; question: string | null }>;

/**
 * Asks a colleague to decide about a payment of the queue; the audit chain keeps who asked whom and what. Saying again
 * what stands changes nothing.
 *
 * @throws LedgerError `ledger.not_found`, `ledger.payment_not_queued`
 */
export async function assignPayment(
  pool: Pool,
  ledgerId: LedgerId,
  { paymentId, assignee, question }: AssignmentAsked,
  act: Act,
): Promise<void> {
  await inLedger(pool, ledgerId, async (tx) => {
    await queuedPayment(tx, ledgerId, paymentId);
    const { rowCount } = await tx.query(
      `insert into payment_assignment as standing (ledger_id, payment_id, assignee, question, assigned_by, assigned_at)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (ledger_id, payment_id) do update set assignee = excluded.assignee, question = excluded.question,
         assigned_by = excluded.assigned_by, assigned_at = excluded.assigned_at
       where (standing.assignee, standing.question) is distinct from (excluded.assignee, excluded.question)`,
      [ledgerId, paymentId, assignee, question, act.actor, act.now],
    );
    if (rowCount === 0) return;
    const event = { type: 'payment.assigned', subject: paymentId, details: { assignee, question } };
    await appendAuditEvents(tx, ledgerId, [event], act);
  });
}
