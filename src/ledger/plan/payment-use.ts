/**
 * What a person makes of a payment, as legs of a settlement. Pure.
 *
 * A part takes cash of the payment; items take what is paid, and what differs becomes legs of its own (differences.ts).
 */
import type { Difference, PaymentPart, SettledLine } from '../../domain/command.ts';
import type { CustomerId, LedgerId, OpenItemId } from '../../domain/ids.ts';
import { accounts, isOwnAccount } from '../accounts.ts';
import type { LockedItemRow, LockedPaymentRow } from '../commands/lock-settlement-rows.ts';
import { contentId } from '../content-id.ts';
import { LedgerError } from '../errors.ts';
import { minorOf } from './amount-text.ts';
import { counterLegs, markOf, writeOffLeg } from './differences.ts';
import { exchangeLegs, valueInBase, valueOfPart, type Worth } from './exchange.ts';
import type { ItemLeg, NewItem, SettlementLeg } from './settlement-model.ts';

export type PaymentUse = Readonly<{
  ledgerId: LedgerId;
  commandId: string;
  payment: LockedPaymentRow;
  items: ReadonlyMap<OpenItemId, LockedItemRow>;
  worth: Worth;
}>;

/** The items that the parts name. */
export const itemIdsOf = (parts: readonly PaymentPart[]): readonly OpenItemId[] =>
  parts.flatMap((part) => (part.use === 'items' ? part.lines.map(({ openItemId }) => openItemId) : []));

/**
 * @returns at most one leg for each item and means.
 * @throws LedgerError `ledger.stale`, `ledger.amount_invalid`, `ledger.currencies_mixed`, `ledger.side_mismatch`,
 *   `ledger.account_refused`, `ledger.several_customers`, `ledger.over_and_under`, `ledger.settlement_unbalanced`,
 *   `ledger.base_value_unknown`, and what {@link counterLegs} refuses.
 */
export function legsOfParts(use: PaymentUse, parts: readonly PaymentPart[]): readonly SettlementLeg[] {
  refuseOverAndUnder(use, parts);
  const lefts = new Map([...use.items].map(([id, { residualMinor }]) => [id, residualMinor]));
  return mergeItemLegs(parts.flatMap((part, partIndex) => legsOfPart(use, part, partIndex, lefts)));
}

/** What is overpaid is given up by one customer, who is not at the same time let off something. */
function refuseOverAndUnder({ payment, items }: PaymentUse, parts: readonly PaymentPart[]): void {
  const itemParts = parts.filter((part) => part.use === 'items');
  if (itemParts.every(({ overpaidWrittenOff }) => overpaidWrittenOff === undefined)) return;
  const customers = new Set(itemIdsOf(parts).map((id) => items.get(id)?.customerId));
  if (customers.size !== 1) throw new LedgerError('ledger.several_customers');
  const lines = itemParts.flatMap((part) => part.lines);
  if (lines.some(({ differences = [] }) => differences.some(({ as }) => as === 'write_off')))
    throw new LedgerError('ledger.over_and_under', { payment: payment.id });
}

type Lefts = Map<OpenItemId, bigint>;

function legsOfPart(use: PaymentUse, part: PaymentPart, partIndex: number, lefts: Lefts): readonly SettlementLeg[] {
  const { payment } = use;
  const { currency, side } = payment;
  if (part.use === 'items') {
    const legs = part.lines.flatMap((line, lineIndex) => legsOfLine(use, line, `${partIndex}.${lineIndex}`, lefts));
    if (part.overpaidWrittenOff === undefined) return legs;
    const amountMinor = minorOf(part.overpaidWrittenOff, currency);
    return [...legs, { kind: 'cash', amountMinor }, writeOffLeg(side, { amountMinor, currency })];
  }
  const amountMinor = minorOf(part.amount, currency);
  const cash: SettlementLeg = { kind: 'cash', amountMinor };
  if (part.use === 'not_receivable') {
    const account = part.account ?? accounts[part.purpose];
    if (!/^\d{2,12}$/.test(account) || (part.account !== undefined && isOwnAccount(account)))
      throw new LedgerError('ledger.account_refused', { account });
    return [cash, { kind: 'account', account, side, amountMinor, currency }];
  }
  if (side !== 'credit') throw new LedgerError('ledger.side_mismatch', { payment: payment.id });
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
    documentNumber: `${payment.bookingDate} ${payment.id.slice(0, 8)} ${markOf(commandId)}-${partIndex}`,
    currency: payment.currency,
    amountMinor,
    issueDate: payment.bookingDate,
    dueDate: payment.bookingDate,
  };
}

type ReadDifference = Readonly<{ difference: Difference; amountMinor: bigint }>;

function legsOfLine(use: PaymentUse, line: SettledLine, place: string, lefts: Lefts): readonly SettlementLeg[] {
  const { payment, items } = use;
  const item = items.get(line.openItemId);
  if (item === undefined) throw new LedgerError('ledger.not_found', { openItem: line.openItemId });
  seenAs(item, line.residual);
  const clearedMinor = minorOf(line.cleared, item.currency);
  const differences = (line.differences ?? []).map((difference) => {
    return { difference, amountMinor: minorOf(difference.amount, item.currency) };
  });
  const paidMinor = differences.reduce((rest, { amountMinor }) => rest - amountMinor, clearedMinor);
  if (paidMinor < 0n) throw new LedgerError('ledger.settlement_unbalanced', { openItem: item.id, by: line.cleared });
  if (item.currency !== payment.currency)
    return legsInTwoCurrencies(use, item, line, { paidMinor, differences, place, lefts });
  if (line.paid !== undefined && minorOf(line.paid, payment.currency) !== paidMinor)
    throw new LedgerError('ledger.settlement_unbalanced', { openItem: item.id, by: line.paid });
  const { currency } = item;
  return [
    { kind: 'cash', amountMinor: takenOf(payment, item, paidMinor) },
    { kind: 'item', openItemId: item.id, amountMinor: paidMinor, means: 'payment' },
    ...differences.flatMap(({ difference, amountMinor }, index): readonly SettlementLeg[] => [
      { kind: 'item', openItemId: item.id, amountMinor, means: difference.as },
      ...counterLegs(differenceOf(use, item, difference, `${place}.${index}`), { amountMinor, currency }),
    ]),
  ];
}

/** A debit item takes money in; a credit item gives it back, as a credit note deducted does. */
const takenOf = (payment: LockedPaymentRow, item: LockedItemRow, amountMinor: bigint): bigint =>
  (item.side === 'debit') === (payment.side === 'credit') ? amountMinor : -amountMinor;

const differenceOf = (
  { ledgerId, commandId, payment }: PaymentUse,
  item: LockedItemRow,
  difference: Difference,
  place: string,
) => ({ ledgerId, commandId, item, difference, place, paidOn: payment.bookingDate });

/** The item in its currency, what differs in the base currency, and the exchange difference between the two. */
function legsInTwoCurrencies(
  use: PaymentUse,
  item: LockedItemRow,
  { paid }: SettledLine,
  line: Readonly<{ paidMinor: bigint; differences: readonly ReadDifference[]; place: string; lefts: Lefts }>,
): readonly SettlementLeg[] {
  const { payment, worth } = use;
  const { baseCurrency } = worth;
  if (paid === undefined) throw new LedgerError('ledger.currencies_mixed', { openItem: item.id });
  if (line.paidMinor === 0n) throw new LedgerError('ledger.settlement_unbalanced', { openItem: item.id, by: paid });
  const itemLeg = (means: ItemLeg['means'], amountMinor: bigint): ItemLeg & Readonly<{ baseMinor: bigint }> => {
    const before = line.lefts.get(item.id) ?? 0n;
    line.lefts.set(item.id, before - amountMinor);
    const baseMinor = itemValue(worth, item, before, before - amountMinor);
    return { kind: 'item', openItemId: item.id, amountMinor, means, baseMinor };
  };
  const takenMinor = minorOf(paid, payment.currency);
  const broughtMinor = cashValue(worth, payment, takenMinor);
  const cleared = itemLeg('payment', line.paidMinor);
  return [
    {
      kind: 'cash',
      amountMinor: takenOf(payment, item, takenMinor),
      baseMinor: takenOf(payment, item, broughtMinor),
    },
    cleared,
    ...line.differences.flatMap(({ difference, amountMinor }, index): readonly SettlementLeg[] => {
      const leg = itemLeg(difference.as, amountMinor);
      const booked = { amountMinor: leg.baseMinor, currency: baseCurrency };
      return [leg, ...counterLegs(differenceOf(use, item, difference, `${line.place}.${index}`), booked)];
    }),
    ...exchangeLegs(item.side, cleared.baseMinor, broughtMinor, baseCurrency),
  ];
}

function itemValue({ baseCurrency, itemBase }: Worth, item: LockedItemRow, before: bigint, after: bigint): bigint {
  if (item.currency === baseCurrency) return before - after;
  const baseMinor = itemBase.get(item.id);
  if (baseMinor === undefined) throw new LedgerError('ledger.base_value_unknown', { openItem: item.id });
  // What is more than the item the settlement refuses; there is no share of it to tell.
  return after < 0n ? 0n : valueOfPart({ amountMinor: item.amountMinor, baseMinor }, before, after);
}

function cashValue({ baseCurrency, cashRate }: Worth, payment: LockedPaymentRow, minor: bigint): bigint {
  if (payment.currency === baseCurrency) return minor;
  const value = cashRate === null ? null : valueInBase(minor, payment.currency, cashRate, baseCurrency);
  if (value === null) throw new LedgerError('ledger.base_value_unknown', { payment: payment.id });
  return value;
}

/** What is cleared of an item by one means is one allocation. */
function mergeItemLegs(legs: readonly SettlementLeg[]): readonly SettlementLeg[] {
  const merged = new Map<string, ItemLeg>();
  for (const leg of legs) {
    if (leg.kind !== 'item') continue;
    const key = `${leg.openItemId} ${leg.means}`;
    const { amountMinor, baseMinor } = merged.get(key) ?? { amountMinor: 0n, baseMinor: undefined };
    const sum = { ...leg, amountMinor: amountMinor + leg.amountMinor };
    const base = leg.baseMinor === undefined ? baseMinor : (baseMinor ?? 0n) + leg.baseMinor;
    merged.set(key, base === undefined ? sum : { ...sum, baseMinor: base });
  }
  const itemLegs = [...merged.values()].filter(({ amountMinor }) => amountMinor !== 0n);
  return [...itemLegs, ...legs.filter(({ kind }) => kind !== 'item')];
}

/** @throws LedgerError `ledger.stale` when the item is not as the person saw it. */
export function seenAs(item: LockedItemRow, residual: string): void {
  const seen = /^0+(?:\.0*)?$/.test(residual) ? 0n : minorOf(residual, item.currency);
  if (seen !== item.residualMinor)
    throw new LedgerError('ledger.stale', { openItem: item.id, residual: String(item.residualMinor) });
}
