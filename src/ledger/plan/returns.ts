/** What a returned payment takes back of a posting, as legs of a settlement. Pure. */
import type { CurrencyCode } from '../../domain/currency.ts';
import type { OpenItemId, PaymentId } from '../../domain/ids.ts';
import type { Side } from '../../domain/money.ts';
import { accounts } from '../accounts.ts';
import { LedgerError } from '../errors.ts';
import type { SettledItem, SettlementLeg } from './settlement-model.ts';

/** The payment that comes back, and the posting that used the other one. */
export type ReturnOrder = Readonly<{
  payment: Readonly<{ id: PaymentId; side: Side; currency: CurrencyCode }>;
  postingId: string;
  originalSide: Side;
  /** > 0, once an item. */
  lines: readonly Readonly<{ openItemId: OpenItemId; amountMinor: bigint }>[];
  /** 0: none. */
  feeMinor: bigint;
}>;

export type ReturnedItem = SettledItem &
  Readonly<{
    /** What the posting cleared of it with money, less what was taken back of it since. */
    leftMinor: bigint;
    /** The posting put the money on account: the item is its own, and is gone with it. */
    isMadeByPosting: boolean;
  }>;

/** @throws LedgerError `ledger.side_mismatch`, `ledger.currencies_mixed`, `ledger.return_exceeds`, `ledger.not_found`. */
export function legsOfReturn(
  order: ReturnOrder,
  items: ReadonlyMap<OpenItemId, ReturnedItem>,
): readonly SettlementLeg[] {
  const { payment, originalSide, lines, feeMinor } = order;
  if (originalSide === payment.side || lines.length === 0)
    throw new LedgerError('ledger.side_mismatch', { payment: payment.id });
  let cashMinor = payment.side === 'debit' ? feeMinor : -feeMinor;
  const legs = lines.map(({ openItemId, amountMinor }): SettlementLeg => {
    const item = items.get(openItemId);
    if (item === undefined) throw new LedgerError('ledger.not_found', { openItem: openItemId });
    if (item.currency !== payment.currency) throw new LedgerError('ledger.currencies_mixed', { openItem: openItemId });
    if (!item.isMadeByPosting && item.leftMinor < amountMinor)
      throw new LedgerError('ledger.return_exceeds', { openItem: openItemId, left: String(item.leftMinor) });
    // Opening a claim again takes money out; so does clearing what the posting itself put on account.
    const takes = (item.side === payment.side) !== item.isMadeByPosting;
    cashMinor += takes ? amountMinor : -amountMinor;
    return item.isMadeByPosting
      ? { kind: 'item', openItemId, amountMinor, means: 'taken_back' }
      : { kind: 'item', openItemId, amountMinor: -amountMinor, means: 'payment' };
  });
  const cash: SettlementLeg = { kind: 'cash', amountMinor: cashMinor };
  if (feeMinor === 0n) return [cash, ...legs];
  const { currency } = payment;
  return [
    cash,
    ...legs,
    { kind: 'account', account: accounts.bank_charge, side: 'debit', amountMinor: feeMinor, currency },
  ];
}
