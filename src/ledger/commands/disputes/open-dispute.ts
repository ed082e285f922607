import type { CommandRequests } from '../../../domain/command.ts';
import type { DisputeState } from '../../../domain/dispute.ts';
import type { OpenItemId, PaymentId } from '../../../domain/ids.ts';
import type { AuditEvent } from '../../audit.ts';
import { contentId } from '../../content-id.ts';
import { LedgerError } from '../../errors.ts';
import { minorOf } from '../../plan/amount-text.ts';
import { claim } from '../../plan/dispute.ts';
import { seenAs } from '../../plan/payment-use.ts';
import type { CommandContext, Executor } from '../carry-out.ts';
import { lockItems, type LockedItemRow } from '../lock-settlement-rows.ts';
import { ensureDisputeReasons, findDisputeReason } from './dispute-reasons.ts';
import { writeDispute } from './write-dispute.ts';

type Opening = Omit<CommandRequests['open_dispute'], 'openItemId' | 'residual'>;

export type OpenedDispute = Readonly<{ disputeId: string; version: number; events: readonly AuditEvent[] }>;

/**
 * Opens a dispute of an amount of an item; the rest of the item is owed as before.
 *
 * @throws LedgerError `ledger.stale`, and what {@link addDispute} refuses.
 */
export const openDispute: Executor<'open_dispute'> = async (context, { openItemId, residual, ...opening }) => {
  const item = await lockItem(context, openItemId);
  seenAs(item, residual);
  const { disputeId, version, events } = await addDispute(context, item, opening);
  return { outcome: { disputeId, version }, events };
};

/**
 * The part of a command that disputes an item; a command opens one dispute of an item.
 *
 * @param item - locked, and as it stands after what the command did before.
 * @throws LedgerError `ledger.item_not_disputable`, `ledger.dispute_reason_unknown`, `ledger.amount_invalid`,
 *   `ledger.not_found` for a payment that is not there.
 */
export async function addDispute(
  { tx, ledgerId, commandId, act }: CommandContext,
  item: LockedItemRow,
  opening: Opening,
): Promise<OpenedDispute> {
  if (item.side !== 'debit') throw new LedgerError('ledger.item_not_disputable', { openItem: item.id });
  const seeded = await ensureDisputeReasons(tx, ledgerId);
  const reason = await findDisputeReason(tx, ledgerId, opening.category, opening.reasonCode);
  await requirePayment({ tx, ledgerId }, opening.paymentId);
  const after: DisputeState = {
    customerId: item.customerId,
    openItemId: item.id,
    openedFrom: opening.openedFrom,
    paymentId: opening.paymentId ?? null,
    currency: item.currency,
    ...claim(item, null, minorOf(opening.amount, item.currency)),
    category: reason.category,
    reasonCode: reason.code,
    owner: opening.owner ?? null,
    department: reason.department,
    dueDate: opening.dueDate ?? null,
    state: 'open',
    resolution: null,
  };
  const disputeId = contentId<string>('dispute', ledgerId, commandId, item.id);
  const events = [{ kind: 'opened', after, comment: opening.comment ?? null }] as const;
  const cause = { id: commandId, act };
  const { version, event } = await writeDispute(tx, ledgerId, cause, { id: disputeId, before: null, events, item });
  return { disputeId, version, events: [...seeded, event] };
}

async function lockItem({ tx, ledgerId }: CommandContext, id: OpenItemId): Promise<LockedItemRow> {
  const item = (await lockItems(tx, ledgerId, [id])).get(id);
  if (item === undefined) throw new LedgerError('ledger.not_found', { openItem: id });
  return item;
}

async function requirePayment(
  { tx, ledgerId }: Pick<CommandContext, 'tx' | 'ledgerId'>,
  id: PaymentId | undefined,
): Promise<void> {
  if (id === undefined) return;
  const { rowCount } = await tx.query('select from payment where ledger_id = $1 and id = $2', [ledgerId, id]);
  if (rowCount === 0) throw new LedgerError('ledger.not_found', { payment: id });
}
