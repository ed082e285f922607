import type { CommandRequests } from '../../domain/command.ts';
import type { CustomerId } from '../../domain/ids.ts';
import { LedgerError } from '../errors.ts';
import { itemIdsOf, legsOfParts } from '../plan/payment-use.ts';
import type { CarriedOut, CommandContext, Executor } from './carry-out.ts';
import { checkLetOff } from './check-let-off.ts';
import { confirmPayer } from './learn-payer.ts';
import { lockItems, lockPayment, type LockedPaymentRow } from './lock-settlement-rows.ts';
import { readWorth } from './read-worth.ts';
import { settle, type Settlement } from './settle.ts';

type Request = CommandRequests['settle_payment'];

/**
 * Uses a payment, or parts of it, as a person says: one posting, all parts or none.
 *
 * @throws LedgerError `ledger.stale`, and what the parts, the settlement and the limits refuse; ApprovalNeeded.
 */
export const settlePayment: Executor<'settle_payment'> = async (context, request) => {
  const payment = await lockPayment(context.tx, context.ledgerId, request.paymentId);
  seenPayment(payment, request.version);
  return settleParts(context, payment, request, { label: 'settled by hand' });
};

/** The part that a suggestion shares with a settlement by hand: the payment is locked, and as it was seen. */
export async function settleParts(
  context: CommandContext,
  payment: LockedPaymentRow,
  { parts, version, learnPayer = false }: Pick<Request, 'parts' | 'version' | 'learnPayer'>,
  as: Pick<Settlement, 'label' | 'matchRunId'>,
): Promise<CarriedOut> {
  const { tx, ledgerId, commandId } = context;
  const items = await lockItems(tx, ledgerId, itemIdsOf(parts));
  const worth = await readWorth(tx, ledgerId, payment, items.values());
  const legs = legsOfParts({ ledgerId, commandId, payment, items, worth }, parts);
  const settled = await settle(context, 0, { ...as, date: payment.bookingDate, payment, items, legs });
  await checkLetOff(context, settled, { payment, items, legs, worth });
  const customerIds = new Set([...items.values()].map(({ customerId }) => customerId));
  const unconfirmed = learnPayer ? await countPayer(context, payment, customerIds) : [];
  return { outcome: { postingId: settled.postingId, version: version + 1, unconfirmed }, events: [settled.event] };
}

/**
 * Counts the payer once more for the customers that it is known to pay for.
 *
 * @returns those it is not known for: a new IBAN is learned by `confirm_payer` alone, which takes two.
 */
async function countPayer(
  { tx, ledgerId, act }: CommandContext,
  { counterpartyIban, bookingDate }: LockedPaymentRow,
  customerIds: ReadonlySet<CustomerId>,
): Promise<readonly CustomerId[]> {
  if (counterpartyIban === null) return [];
  const { rows } = await tx.query<{ customerId: CustomerId }>(
    `select customer_id as "customerId" from payer_alias
     where ledger_id = $1 and kind = 'iban' and value = $2 and customer_id = any($3) order by customer_id`,
    [ledgerId, counterpartyIban, [...customerIds]],
  );
  const known = new Set(rows.map(({ customerId }) => customerId));
  for (const customerId of known)
    await confirmPayer(tx, ledgerId, { kind: 'iban', value: counterpartyIban, customerId }, bookingDate, act);
  return [...customerIds].filter((customerId) => !known.has(customerId)).toSorted();
}

/** @throws LedgerError `ledger.stale` with what stands now. */
export function seenPayment(payment: LockedPaymentRow, version: number): void {
  if (payment.version !== version)
    throw new LedgerError('ledger.stale', {
      payment: payment.id,
      version: String(payment.version),
      unapplied: String(payment.unappliedMinor),
    });
}
