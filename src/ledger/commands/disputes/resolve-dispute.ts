/**
 * How disputes end, and begin again. A rejection says that the customer owes: the item is free again, and asked for. Any
 * other resolution says that the amount was cleared, and it has to be so: before, or by the credit note that is named.
 */
import { latest } from '../../../domain/local-date.ts';
import { LedgerError } from '../../errors.ts';
import { claim, isCleared, stateOf, type Dispute, type PlannedEvent } from '../../plan/dispute.ts';
import { seenAs } from '../../plan/payment-use.ts';
import type { SettlementLeg } from '../../plan/settlement-model.ts';
import type { CommandContext, Executor } from '../carry-out.ts';
import type { LockedItemRow } from '../lock-settlement-rows.ts';
import { settle } from '../settle.ts';
import { lockDispute } from './read-disputes.ts';
import { writeDispute } from './write-dispute.ts';

/**
 * @throws LedgerError `ledger.stale`, `ledger.dispute_resolved`, `ledger.dispute_not_cleared`, `ledger.several_customers`,
 *   and what the settlement refuses.
 */
export const resolveDispute: Executor<'resolve_dispute'> = async (context, request) => {
  const { tx, ledgerId, commandId, act } = context;
  const { disputeId, version, resolution, credit, comment = null } = request;
  const others = credit === undefined ? [] : [credit.openItemId];
  const { dispute, item, items } = await lockDispute(tx, ledgerId, disputeId, version, others);
  if (dispute.state === 'resolved') throw new LedgerError('ledger.dispute_resolved', { dispute: disputeId });
  const creditItem = credit === undefined || resolution !== 'credit_note' ? undefined : items.get(credit.openItemId);
  if (creditItem === undefined && resolution !== 'rejection' && !(await wasCleared(context, dispute, item)))
    throw new LedgerError('ledger.dispute_not_cleared', { dispute: disputeId, residual: String(item.residualMinor) });
  const resolved: PlannedEvent = {
    kind: 'resolved',
    after: { ...stateOf(dispute), state: 'resolved', resolution },
    comment,
  };
  // Resolved first: what is then cleared of the item is this amount, and no other dispute gives way to it.
  const cause = { id: commandId, act };
  const written = await writeDispute(tx, ledgerId, cause, { id: disputeId, before: dispute, events: [resolved], item });
  if (creditItem === undefined) return { outcome: { version: written.version }, events: [written.event] };
  seenAs(creditItem, credit?.residual ?? '');
  const { postingId, event } = await netCredit(context, dispute, item, creditItem);
  return { outcome: { version: written.version, postingId }, events: [written.event, event] };
};

/** Clears the disputed amount against the credit note of the same customer. */
async function netCredit(
  context: CommandContext,
  { amountMinor }: Dispute,
  item: LockedItemRow,
  credit: LockedItemRow,
): ReturnType<typeof settle> {
  if (credit.customerId !== item.customerId || credit.currency !== item.currency)
    throw new LedgerError('ledger.several_customers');
  const legs = [item, credit].map(({ id }): SettlementLeg => ({
    kind: 'item',
    openItemId: id,
    amountMinor,
    means: 'netting',
  }));
  return settle(context, 0, {
    label: 'dispute resolved by a credit note',
    date: latest(item.issueDate, credit.issueDate),
    payment: null,
    items: new Map([item, credit].map((row) => [row.id, row])),
    legs,
  });
}

/** What was cleared since is not counted for two disputes of the item. */
async function wasCleared({ tx, ledgerId }: CommandContext, dispute: Dispute, item: LockedItemRow): Promise<boolean> {
  const { rows } = await tx.query<{ resolvedMinor: bigint }>(
    `select coalesce(sum(d.amount_minor), 0)::bigint as "resolvedMinor" from dispute d
     where d.ledger_id = $1 and d.open_item_id = $2 and d.state = 'resolved' and d.resolution <> 'rejection'
       and d.resolved_at >= (select max(happened_at) from dispute_event e where e.ledger_id = $1 and e.dispute_id = $3
         and e.kind in ('opened', 'amount_changed', 'reopened'))`,
    [ledgerId, item.id, dispute.id],
  );
  return isCleared(dispute, item, rows[0]?.resolvedMinor ?? 0n);
}

/**
 * Opens a dispute again, of its old amount or of what is left for it.
 *
 * @throws LedgerError `ledger.stale`, `ledger.dispute_open`, `ledger.item_not_disputable` when nothing is left to dispute.
 */
export const reopenDispute: Executor<'reopen_dispute'> = async (context, { disputeId, version, comment = null }) => {
  const { tx, ledgerId, commandId, act } = context;
  const { dispute, item } = await lockDispute(tx, ledgerId, disputeId, version);
  if (dispute.state === 'open') throw new LedgerError('ledger.dispute_open', { dispute: disputeId });
  const roomMinor = item.residualMinor - item.disputedMinor;
  const amountMinor = roomMinor > 0n && roomMinor < dispute.amountMinor ? roomMinor : dispute.amountMinor;
  const after = { ...stateOf(dispute), ...claim(item, dispute, amountMinor), state: 'open', resolution: null } as const;
  const written = await writeDispute(
    tx,
    ledgerId,
    { id: commandId, act },
    { id: disputeId, before: dispute, events: [{ kind: 'reopened', after, comment }], item },
  );
  return { outcome: { version: written.version, amount: String(after.amountMinor) }, events: [written.event] };
};
