/**
 * What a person makes of a payment, as legs of a settlement. Pure.
 *
 * A part takes cash of the payment; items take what is paid, and what differs becomes legs of its own (differences.ts).
 */
import type { PaymentPart, SettledLine } from '../../domain/command.ts';
import type { CustomerId, LedgerId, OpenItemId } from '../../domain/ids.ts';
import { accounts, isOwnAccount } from '../accounts.ts';
import type { LockedItemRow } from '../commands/lock-settlement-rows.ts';
import { contentId } from '../content-id.ts';
import { LedgerError } from '../errors.ts';
import { minorOf } from './amount-text.ts';
import { counterLegs, markOf, writeOffLeg } from './differences.ts';
import { exchangeLegs, openValues, type Worth } from './exchange.ts';
import type { DatedPayment, ItemLeg, NewItem, SettlementLeg } from './settlement-model.ts';

export type PaymentUse = Readonly<{
  ledgerId: LedgerId;
  commandId: string;
  payment: DatedPayment;
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
  const values = isValued(use) ? openValues(use.worth) : null;
  return mergeItemLegs(parts.flatMap((part, partIndex) => legsOfPart(use, values, part, partIndex)));
}

type Values = ReturnType<typeof openValues> | null;

/** Between currencies every value has to be known. Within one that is not the base, the legs balance without them too. */
function isValued({ payment, items, worth: { baseCurrency, documents, payment: cash } }: PaymentUse): boolean {
  const all = [...items.values()];
  if (all.some(({ currency }) => currency !== payment.currency)) return true;
  return payment.currency !== baseCurrency && cash !== null && all.every(({ id }) => documents.has(id));
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

function legsOfPart(use: PaymentUse, values: Values, part: PaymentPart, partIndex: number): readonly SettlementLeg[] {
  const { payment } = use;
  const { currency, side } = payment;
  if (part.use === 'items') {
    const legs = part.lines.flatMap((line, lineIndex) => legsOfLine(use, values, line, `${partIndex}.${lineIndex}`));
    if (part.overpaidWrittenOff === undefined) return legs;
    const cash = cashLeg(use, values, minorOf(part.overpaidWrittenOff, currency));
    const { kind: _, ...booked } = cash;
    return [...legs, cash, writeOffLeg(side, { ...booked, currency })];
  }
  const cash = cashLeg(use, values, minorOf(part.amount, currency));
  const { kind: _, ...booked } = cash;
  if (part.use === 'not_receivable') {
    const account = part.account ?? accounts[part.purpose];
    if (!/^\d{2,12}$/.test(account) || (part.account !== undefined && isOwnAccount(account)))
      throw new LedgerError('ledger.account_refused', { account });
    return [cash, { kind: 'account', account, side, currency, ...booked }];
  }
  if (side !== 'credit') throw new LedgerError('ledger.side_mismatch', { payment: payment.id });
  return [cash, { kind: 'new_item', item: ownItem(use, part.use, part.customerId, cash, partIndex) }];
}

/** Money of the payer that no document claims yet: an item of the customer, on the credit side. */
function ownItem(
  { ledgerId, commandId, payment, worth }: PaymentUse,
  kind: 'on_account' | 'advance',
  customerId: CustomerId,
  { amountMinor, baseMinor }: CashLeg,
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
    baseMinor: payment.currency === worth.baseCurrency ? null : (baseMinor ?? null),
    vat: null,
    issueDate: payment.bookingDate,
    dueDate: payment.bookingDate,
  };
}

/**
 * What a line takes of the payment, what that clears, and what differs. Where the item is in another currency than the
 * payment, what differs is booked in the base currency; where values are known, so is the exchange difference.
 */
function legsOfLine(use: PaymentUse, values: Values, line: SettledLine, place: string): readonly SettlementLeg[] {
  const { payment, items, worth } = use;
  const item = items.get(line.openItemId);
  if (item === undefined) throw new LedgerError('ledger.not_found', { openItem: line.openItemId });
  seenAs(item, line.residual);
  const clearedMinor = minorOf(line.cleared, item.currency);
  const differences = (line.differences ?? []).map((difference) => {
    return { difference, amountMinor: minorOf(difference.amount, item.currency) };
  });
  const paidMinor = differences.reduce((rest, { amountMinor }) => rest - amountMinor, clearedMinor);
  if (paidMinor < 0n) throw new LedgerError('ledger.settlement_unbalanced', { openItem: item.id, by: line.cleared });
  const takenMinor = takenFor(payment, item, line, paidMinor);
  const cash = cashLeg(use, values, signedFor(payment, item, takenMinor));
  const cleared = itemLeg(use, values, item, 'payment', paidMinor);
  const bookedIn = item.currency === payment.currency ? item.currency : worth.baseCurrency;
  return [
    cash,
    cleared,
    ...differences.flatMap(({ difference, amountMinor }, index): readonly SettlementLeg[] => {
      const leg = itemLeg(use, values, item, difference.as, amountMinor);
      const value =
        item.currency === worth.baseCurrency || leg.baseMinor === undefined ? {} : { baseMinor: leg.baseMinor };
      const { ledgerId, commandId } = use;
      const of = { ledgerId, commandId, item, difference, place: `${place}.${index}`, paidOn: payment.bookingDate };
      return [leg, ...counterLegs({ ...of, amountMinor, ...value, bookedIn })];
    }),
    ...(cleared.baseMinor === undefined || cash.baseMinor === undefined
      ? []
      : exchangeLegs(item.side, cleared.baseMinor, signedFor(payment, item, cash.baseMinor), worth.baseCurrency)),
  ];
}

/** What of the payment clears `paidMinor` of the item, in the payment's currency. */
function takenFor(payment: DatedPayment, item: LockedItemRow, { paid }: SettledLine, paidMinor: bigint): bigint {
  if (item.currency === payment.currency) {
    if (paid !== undefined && minorOf(paid, payment.currency) !== paidMinor)
      throw new LedgerError('ledger.settlement_unbalanced', { openItem: item.id, by: paid });
    return paidMinor;
  }
  if (paid === undefined) throw new LedgerError('ledger.currencies_mixed', { openItem: item.id });
  if (paidMinor === 0n) throw new LedgerError('ledger.settlement_unbalanced', { openItem: item.id, by: paid });
  return minorOf(paid, payment.currency);
}

/** A debit item takes money in; a credit item gives it back, as a credit note deducted does. */
const signedFor = (payment: DatedPayment, item: LockedItemRow, amountMinor: bigint): bigint =>
  (item.side === 'debit') === (payment.side === 'credit') ? amountMinor : -amountMinor;

type CashLeg = Extract<SettlementLeg, { kind: 'cash' }>;

function cashLeg({ payment, worth }: PaymentUse, values: Values, amountMinor: bigint): CashLeg {
  if (values === null) return { kind: 'cash', amountMinor };
  const baseMinor = payment.currency === worth.baseCurrency ? amountMinor : values.take('payment', amountMinor);
  if (baseMinor === null) throw new LedgerError('ledger.base_value_unknown', { payment: payment.id });
  return { kind: 'cash', amountMinor, baseMinor };
}

function itemLeg(
  { worth }: PaymentUse,
  values: Values,
  { id: openItemId, currency }: LockedItemRow,
  means: ItemLeg['means'],
  amountMinor: bigint,
): ItemLeg {
  if (values === null) return { kind: 'item', openItemId, amountMinor, means };
  const baseMinor = currency === worth.baseCurrency ? amountMinor : values.take(openItemId, amountMinor);
  if (baseMinor === null) throw new LedgerError('ledger.base_value_unknown', { openItem: openItemId });
  return { kind: 'item', openItemId, amountMinor, means, baseMinor };
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
