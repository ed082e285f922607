import { LedgerError } from '../errors.ts';
import { itemIdsOf, legsOfParts } from '../plan/payment-use.ts';
import type { Executor } from './carry-out.ts';
import { lockItems, lockPayment, type LockedPaymentRow } from './lock-settlement-rows.ts';
import { settle } from './settle.ts';

/**
 * Uses a payment, or parts of it, as a person says: one posting, all parts or none.
 *
 * @throws LedgerError `ledger.stale`, and what the parts and the settlement refuse.
 */
export const settlePayment: Executor<'settle_payment'> = async (context, { paymentId, version, parts }) => {
  const { tx, ledgerId, commandId } = context;
  const payment = await lockPayment(tx, ledgerId, paymentId);
  seenPayment(payment, version);
  const items = await lockItems(tx, ledgerId, itemIdsOf(parts));
  const legs = legsOfParts({ ledgerId, commandId, payment, items }, parts);
  const { postingId, event } = await settle(context, 0, {
    label: 'settled by hand',
    date: payment.bookingDate,
    payment,
    items,
    legs,
  });
  return { outcome: { postingId, version: version + 1 }, events: [event] };
};

/** @throws LedgerError `ledger.stale` with what stands now. */
export function seenPayment(payment: LockedPaymentRow, version: number): void {
  if (payment.version !== version)
    throw new LedgerError('ledger.stale', {
      payment: payment.id,
      version: String(payment.version),
      unapplied: String(payment.unappliedMinor),
    });
}
