/** What a returned payment takes back of a posting, as legs of a settlement. Pure. */
import type { CurrencyCode } from '../../domain/currency.ts';
import type { OpenItemId, PaymentId } from '../../domain/ids.ts';
import type { Side } from '../../domain/money.ts';
import { accounts } from '../accounts.ts';
import { LedgerError } from '../errors.ts';
import { exchangeLegs, openValues, type Worth } from './exchange.ts';
import { shareOf } from './rounding.ts';
import type { ItemLeg, SettledItem, SettlementLeg } from './settlement-model.ts';

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
    /** What that took of the item's value and has not given back; null: in the base currency, or unknown. */
    leftBaseMinor: bigint | null;
    /** The posting put the money on account: the item is its own, and is gone with it. */
    isMadeByPosting: boolean;
  }>;

type Opened = Readonly<{
  leg: ItemLeg;
  /** It takes of the payment; a credit item gives. */
  takes: boolean;
  /** What it gives back of what was taken of the item's value; null: unknown. */
  baseMinor: bigint | null;
}>;

/**
 * @param worth - of the payment, and of items that the posting made.
 * @throws LedgerError `ledger.side_mismatch`, `ledger.currencies_mixed`, `ledger.return_exceeds`, `ledger.not_found`.
 */
export function legsOfReturn(
  order: ReturnOrder,
  items: ReadonlyMap<OpenItemId, ReturnedItem>,
  worth: Worth,
): readonly SettlementLeg[] {
  const { payment, originalSide, lines, feeMinor } = order;
  if (originalSide === payment.side || lines.length === 0)
    throw new LedgerError('ledger.side_mismatch', { payment: payment.id });
  const values = openValues(worth);
  const opened = lines.map((line) => openedLeg(order, items, values, line));
  const sumMinor = opened.reduce((sum, { leg, takes }) => sum + (takes ? sizeOf(leg) : -sizeOf(leg)), 0n);
  const cashMinor = payment.side === 'debit' ? sumMinor + feeMinor : sumMinor - feeMinor;
  const { currency } = payment;
  const plain: readonly SettlementLeg[] = [
    { kind: 'cash', amountMinor: cashMinor },
    ...opened.map(({ leg }) => leg),
    ...(feeMinor === 0n
      ? []
      : [{ kind: 'account', account: accounts.bank_charge, side: 'debit', amountMinor: feeMinor, currency } as const]),
  ];
  return valuedLegs(order, plain, opened, worth) ?? plain;
}

const sizeOf = ({ amountMinor }: ItemLeg): bigint => (amountMinor < 0n ? -amountMinor : amountMinor);

function openedLeg(
  { payment }: ReturnOrder,
  items: ReadonlyMap<OpenItemId, ReturnedItem>,
  values: ReturnType<typeof openValues>,
  { openItemId, amountMinor }: ReturnOrder['lines'][number],
): Opened {
  const item = items.get(openItemId);
  if (item === undefined) throw new LedgerError('ledger.not_found', { openItem: openItemId });
  if (item.currency !== payment.currency) throw new LedgerError('ledger.currencies_mixed', { openItem: openItemId });
  const { leftMinor, leftBaseMinor } = item;
  // Opening a claim again takes money out; so does clearing what the posting itself put on account.
  if (item.isMadeByPosting) {
    const leg = { kind: 'item', openItemId, amountMinor, means: 'taken_back' } as const;
    return { leg, takes: item.side !== payment.side, baseMinor: values.take(openItemId, amountMinor) };
  }
  if (leftMinor < amountMinor)
    throw new LedgerError('ledger.return_exceeds', { openItem: openItemId, left: String(leftMinor) });
  const leg = { kind: 'item', openItemId, amountMinor: -amountMinor, means: 'payment' } as const;
  const baseMinor = leftBaseMinor === null ? null : shareOf(leftBaseMinor, amountMinor, leftMinor);
  return { leg, takes: item.side === payment.side, baseMinor };
}

/** The legs with their values, and what differs between the day of the payment and that of its return; null: not known. */
function valuedLegs(
  { payment, feeMinor }: ReturnOrder,
  plain: readonly SettlementLeg[],
  opened: readonly Opened[],
  worth: Worth,
): readonly SettlementLeg[] | null {
  if (worth.payment === null || opened.some(({ baseMinor }) => baseMinor === null)) return null;
  const baseOf = new Map(opened.map(({ leg, baseMinor }) => [leg.openItemId, baseMinor ?? 0n]));
  const feeBaseMinor = shareOf(worth.payment.baseMinor, feeMinor, worth.payment.amountMinor);
  let cashBaseMinor = 0n;
  const legs = plain.map((leg): SettlementLeg => {
    if (leg.kind === 'cash') {
      cashBaseMinor = openValues(worth).take('payment', leg.amountMinor) ?? 0n;
      return { ...leg, baseMinor: cashBaseMinor };
    }
    if (leg.kind === 'account') return { ...leg, baseMinor: feeBaseMinor };
    if (leg.kind !== 'item') return leg;
    const baseMinor = baseOf.get(leg.openItemId) ?? 0n;
    return { ...leg, baseMinor: leg.amountMinor < 0n ? -baseMinor : baseMinor };
  });
  const sumMinor = opened.reduce((sum, { takes, baseMinor }) => sum + (takes ? 1n : -1n) * (baseMinor ?? 0n), 0n);
  const paidOut = cashBaseMinor - sumMinor;
  const lostMinor = (payment.side === 'debit' ? paidOut : -paidOut) - feeBaseMinor;
  return [...legs, ...exchangeLegs('debit', lostMinor, 0n, worth.baseCurrency)];
}
