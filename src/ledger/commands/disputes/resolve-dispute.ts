/**
 * How disputes end, and begin again. A rejection says that the customer owes: the item is free again, and asked for. Any
 * other resolution says that the amount was cleared, and it has to be so: before, by the credit note that is named, or by a
 * write-off, which the command books within the limits of the ledger.
 */
import type { DisputeResolution } from '../../../domain/dispute.ts';
import { latest } from '../../../domain/local-date.ts';
import { LedgerError } from '../../errors.ts';
import { claim, isCleared, stateOf, type Dispute } from '../../plan/dispute.ts';
import { seenAs } from '../../plan/payment-use.ts';
import type { CommandContext, Executor } from '../carry-out.ts';
import type { LockedItemRow } from '../lock-settlement-rows.ts';
import { settle, type Settled } from '../settle.ts';
import { writeOffItem } from '../write-off.ts';
import { lockDispute } from './read-disputes.ts';
import { writeDispute } from './write-dispute.ts';

/**
 * @throws LedgerError `ledger.stale`, `ledger.dispute_resolved`, `ledger.dispute_not_cleared`, `ledger.several_customers`,
 *   and what the settlement and the limits refuse; ApprovalNeeded.
 */
export const resolveDispute: Executor<'resolve_dispute'> = async (context, request) => {
  const { tx, ledgerId, commandId, act } = context;
  const { disputeId, version, resolution, comment = null } = request;
  const credit = request.resolution === 'credit_note' ? request.credit : undefined;
  const locked = await lockDispute(tx, ledgerId, disputeId, version, credit === undefined ? [] : [credit.openItemId]);
  const { dispute, item, items } = locked;
  if (dispute.state === 'resolved') throw new LedgerError('ledger.dispute_resolved', { dispute: disputeId });
  const creditItem = credit === undefined ? undefined : items.get(credit.openItemId);
  if (creditItem !== undefined) seenAs(creditItem, credit?.residual ?? '');
  const clear = await clearingOf(context, resolution, dispute, item, creditItem);
  const after = { ...stateOf(dispute), state: 'resolved', resolution } as const;
  // Resolved first: what is then cleared of the item is this amount, and no other dispute gives way to it.
  const written = await writeDispute(
    tx,
    ledgerId,
    { id: commandId, act },
    { id: disputeId, before: dispute, events: [{ kind: 'resolved', after, comment }], item },
  );
  if (clear === null) return { outcome: { version: written.version }, events: [written.event] };
  const { postingId, event } = await clear();
  return { outcome: { version: written.version, postingId }, events: [written.event, event] };
};

/** What the command books to clear the disputed amount; null: it was cleared before, or is owed after all. */
async function clearingOf(
  context: CommandContext,
  resolution: DisputeResolution,
  dispute: Dispute,
  item: LockedItemRow,
  credit: LockedItemRow | undefined,
): Promise<(() => Promise<Settled>) | null> {
  if (resolution === 'rejection') return null;
  if (credit !== undefined) return () => netCredit(context, dispute, item, credit);
  if (await wasCleared(context, dispute, item)) return null;
  if (resolution === 'write_off') return () => writeOffItem(context, 0, item, dispute.amountMinor);
  throw new LedgerError('ledger.dispute_not_cleared', { dispute: dispute.id, residual: String(item.residualMinor) });
}

/** Clears the disputed amount against the credit note of the same customer. */
async function netCredit(
  context: CommandContext,
  { amountMinor }: Dispute,
  item: LockedItemRow,
  credit: LockedItemRow,
): Promise<Settled> {
  if (credit.customerId !== item.customerId || credit.currency !== item.currency)
    throw new LedgerError('ledger.several_customers');
  return settle(context, 0, {
    label: 'netted',
    date: latest(item.issueDate, credit.issueDate),
    payment: null,
    items: new Map([item, credit].map((row) => [row.id, row])),
    legs: [item, credit].map(({ id }) => ({ kind: 'item', openItemId: id, amountMinor, means: 'netting' })),
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
