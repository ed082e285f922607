import type { OpenItemId } from '../../domain/ids.ts';
import { accounts } from '../accounts.ts';
import { contentId } from '../content-id.ts';
import { LedgerError } from '../errors.ts';
import { minorOf } from '../plan/amount-text.ts';
import { markOf, vatOfPart } from '../plan/differences.ts';
import { valueOfPart } from '../plan/exchange.ts';
import type { NewItem } from '../plan/settlement-model.ts';
import type { Executor } from './carry-out.ts';
import { worthOf } from './check-let-off.ts';
import { readTolerances, requireApprovalAbove } from './needs-approval.ts';
import { dayOf } from './open-day.ts';
import { readWorth } from './read-worth.ts';
import { settle } from './settle.ts';
import { lockSeen } from './write-off.ts';

/**
 * Moves a credit of a customer to what is to be paid back (467), where the payment that does it will find it.
 *
 * @throws LedgerError `ledger.stale`, `ledger.side_mismatch`, and what the settlement refuses; ApprovalNeeded.
 */
export const refundCredit: Executor<'refund_credit'> = async (context, { openItemId, residual, amount }) => {
  const { tx, ledgerId, commandId, act } = context;
  const item = await lockSeen(context, openItemId, residual);
  if (item.side !== 'credit' || item.kind === 'refund')
    throw new LedgerError('ledger.side_mismatch', { openItem: item.id });
  const amountMinor = minorOf(amount, item.currency);
  const worth = await readWorth(tx, ledgerId, null, [item]);
  const { approveRefundMinor } = await readTolerances(tx, ledgerId, worth.baseCurrency);
  requireApprovalAbove(context, 'refund', worthOf(worth, item, amountMinor), approveRefundMinor, worth.baseCurrency);
  const document = worth.documents.get(item.id);
  const value = document === undefined ? {} : { baseMinor: valueOfPart(document, amountMinor) };
  const day = dayOf(act);
  const refund: NewItem = {
    id: contentId<OpenItemId>('open_item', ledgerId, commandId, 'refund'),
    customerId: item.customerId,
    kind: 'refund',
    account: accounts.refunds,
    documentNumber: `${item.documentNumber} RB ${markOf(commandId)}`,
    currency: item.currency,
    amountMinor,
    baseMinor: null,
    ...value,
    vat: vatOfPart(item, amountMinor),
    issueDate: day,
    dueDate: day,
  };
  const settled = await settle(context, 0, {
    label: 'to_be_paid_back',
    date: day,
    payment: null,
    items: new Map([[item.id, item]]),
    legs: [
      { kind: 'item', openItemId: item.id, amountMinor, means: 'refund', ...value },
      { kind: 'new_item', item: refund },
    ],
  });
  return { outcome: { postingId: settled.postingId, openItemId: refund.id }, events: [settled.event] };
};
