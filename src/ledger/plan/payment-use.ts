/**
 * What a person makes of a payment, as legs of a settlement. Pure.
 *
 * A part takes cash of the payment; items take what is paid, and what differs becomes legs of its own (differences.ts).
 */
import type { PaymentPart, SettledLine } from '../../domain/command.ts';
import type { CustomerId, LedgerId, OpenItemId } from '../../domain/ids.ts';
import { accounts } from '../accounts.ts';
import type { LockedItemRow, LockedPaymentRow } from '../commands/lock-settlement-rows.ts';
import { contentId } from '../content-id.ts';
import { LedgerError } from '../errors.ts';
import { minorOf } from './amount-text.ts';
import type { NewItem, SettlementLeg } from './settlement-model.ts';

export type PaymentUse = Readonly<{
  ledgerId: LedgerId;
  commandId: string;
  payment: LockedPaymentRow;
  items: ReadonlyMap<OpenItemId, LockedItemRow>;
}>;

/** The items that the parts name. */
export const itemIdsOf = (parts: readonly PaymentPart[]): readonly OpenItemId[] =>
  parts.flatMap((part) => (part.use === 'items' ? part.lines.map(({ openItemId }) => openItemId) : []));

/** @throws LedgerError `ledger.stale`, `ledger.amount_invalid`, `ledger.currencies_mixed`, `ledger.side_mismatch`. */
export const legsOfParts = (use: PaymentUse, parts: readonly PaymentPart[]): readonly SettlementLeg[] =>
  parts.flatMap((part, partIndex) => legsOfPart(use, part, partIndex));

function legsOfPart(use: PaymentUse, part: PaymentPart, partIndex: number): readonly SettlementLeg[] {
  const { payment } = use;
  if (part.use === 'items') return part.lines.flatMap((line) => legsOfLine(use, line));
  const amountMinor = minorOf(part.amount, payment.currency);
  const cash: SettlementLeg = { kind: 'cash', amountMinor };
  if (part.use === 'not_receivable') {
    const account = part.account ?? accounts[part.purpose];
    return [cash, { kind: 'account', account, side: payment.side, amountMinor, currency: payment.currency }];
  }
  if (payment.side !== 'credit') throw new LedgerError('ledger.side_mismatch', { payment: payment.id });
  return [cash, { kind: 'new_item', item: ownItem(use, part.use, part.customerId, amountMinor, partIndex) }];
}

/** Money of the payer that no document claims yet: an item of the customer, on the credit side. */
function ownItem(
  { ledgerId, commandId, payment }: PaymentUse,
  kind: 'on_account' | 'advance',
  customerId: CustomerId,
  amountMinor: bigint,
  partIndex: number,
): NewItem {
  return {
    id: contentId<OpenItemId>('open_item', ledgerId, commandId, partIndex),
    customerId,
    kind,
    account: kind === 'advance' ? accounts.advances : accounts.receivables,
    documentNumber: `${payment.bookingDate} ${payment.id.slice(0, 8)} ${commandId.slice(0, 8)}-${partIndex}`,
    currency: payment.currency,
    amountMinor,
    issueDate: payment.bookingDate,
    dueDate: payment.bookingDate,
  };
}

function legsOfLine({ payment, items }: PaymentUse, line: SettledLine): readonly SettlementLeg[] {
  const item = items.get(line.openItemId);
  if (item === undefined) throw new LedgerError('ledger.not_found', { openItem: line.openItemId });
  seenAs(item, line.residual);
  if (item.currency !== payment.currency) throw new LedgerError('ledger.currencies_mixed', { openItem: item.id });
  const clearedMinor = minorOf(line.cleared, item.currency);
  // A debit item takes money in; a credit item gives it back, as a credit note deducted does.
  const takes = (item.side === 'debit') === (payment.side === 'credit');
  return [
    { kind: 'cash', amountMinor: takes ? clearedMinor : -clearedMinor },
    { kind: 'item', openItemId: item.id, amountMinor: clearedMinor, means: 'payment' },
  ];
}

/** @throws LedgerError `ledger.stale` when the item is not as the person saw it. */
export function seenAs(item: LockedItemRow, residual: string): void {
  const seen = /^0+(?:\.0*)?$/.test(residual) ? 0n : minorOf(residual, item.currency);
  if (seen !== item.residualMinor)
    throw new LedgerError('ledger.stale', { openItem: item.id, residual: String(item.residualMinor) });
}
