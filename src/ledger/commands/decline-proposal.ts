/** A person turned a suggestion down: what was declined for a payment is not proposed for it again. */
import type { PoolClient } from 'pg';
import type { LedgerId } from '../../domain/ids.ts';
import type { DeclinedPair } from '../../domain/partition.ts';
import { appendAuditEvents, type Act } from '../audit.ts';
import { contentId } from '../content-id.ts';
import { enqueueMatching } from './enqueue-matching.ts';

/**
 * Notes the pairs inside the transaction of the command that it is part of, after its locks on payments and items. The
 * same pairs again change nothing. What is new makes matching due: there may be another explanation.
 *
 * @param pairs - items of the suggestion, or its customer as a whole; all of this ledger.
 * @returns how many were not declined before.
 */
export async function declineProposal(
  tx: PoolClient,
  ledgerId: LedgerId,
  pairs: readonly DeclinedPair[],
  act: Act,
): Promise<number> {
  const { rows } = await tx.query<DeclinedPair>(
    `insert into declined_pair (ledger_id, id, payment_id, customer_id, open_item_id, actor, declined_at)
     select $1, t.*, $2, $3 from unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[]) as t on conflict do nothing
     returning payment_id as "paymentId", customer_id as "customerId", open_item_id as "openItemId"`,
    [
      ledgerId,
      act.actor,
      act.now,
      pairs.map((pair) => contentId('declined_pair', ledgerId, pair.paymentId, pair.customerId, pair.openItemId ?? '')),
      pairs.map(({ paymentId }) => paymentId),
      pairs.map(({ customerId }) => customerId),
      pairs.map(({ openItemId }) => openItemId),
    ],
  );
  const events = rows.map(({ paymentId, ...details }) => ({ type: 'proposal.declined', subject: paymentId, details }));
  await appendAuditEvents(tx, ledgerId, events, act);
  if (rows.length > 0) await enqueueMatching(tx, ledgerId);
  return rows.length;
}
