/**
 * What is cleared of an item without having been paid, and where it is booked. Pure.
 *
 * Each difference clears the item by its own means and stands against an account: 658 or 758, 627, 665 with the tax on
 * 44571, or a guarantee on 4117 that stays owed. A fee that a bank kept is a charge of ours: the customer paid in full.
 */
import type { Difference } from '../../domain/command.ts';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { LedgerId, OpenItemId } from '../../domain/ids.ts';
import { parseLocalDate, type LocalDate } from '../../domain/local-date.ts';
import { accounts } from '../accounts.ts';
import type { LockedItemRow } from '../commands/lock-settlement-rows.ts';
import { contentId } from '../content-id.ts';
import { LedgerError } from '../errors.ts';
import { fromStoredVat, toStoredVat, type StoredVatShare } from '../vat-column.ts';
import { isLate, splitDiscount } from './discount.ts';
import { shareOf } from './rounding.ts';
import type { NewItem, SettlementLeg } from './settlement-model.ts';
import { splitByRate } from './vat-shares.ts';

/** An amount of an account, minor units, with its value where the currency is not the base and the value is known. */
type Booked = Readonly<{ amountMinor: bigint; currency: CurrencyCode; baseMinor?: bigint }>;

export type DifferenceOfItem = Readonly<{
  ledgerId: LedgerId;
  commandId: string;
  item: LockedItemRow;
  difference: Difference;
  /** What it clears of the item, in its currency, and what that gives up of the item's value where it is known. */
  amountMinor: bigint;
  baseMinor?: bigint;
  /** The item's currency, or the base currency where the payment is in another than the item. */
  bookedIn: CurrencyCode;
  /** Sets apart the items that one command makes. */
  place: string;
  paidOn: LocalDate;
}>;

/**
 * The other side of a difference: what it clears of the item is a leg of the caller's.
 *
 * @throws LedgerError `ledger.side_mismatch`, `ledger.discount_late`, `ledger.vat_unknown`, `ledger.date_invalid`,
 *   `ledger.base_value_unknown`.
 */
export function counterLegs(of: DifferenceOfItem): readonly SettlementLeg[] {
  const { item, difference } = of;
  const booked = bookedOf(of);
  switch (difference.as) {
    case 'write_off':
      return [writeOffLeg(item.side, booked)];
    case 'bank_charge':
      return [{ kind: 'account', account: accounts.bank_charge, side: debitOf(item), ...booked }];
    case 'discount':
      return discountLegs(of, difference, booked);
    case 'retention':
      return [{ kind: 'new_item', item: retentionOf(of, difference.dueDate) }];
  }
}

function bookedOf({ item, amountMinor, baseMinor, bookedIn }: DifferenceOfItem): Booked {
  const value = baseMinor === undefined ? {} : { baseMinor };
  if (bookedIn === item.currency) return { amountMinor, currency: bookedIn, ...value };
  if (baseMinor === undefined) throw new LedgerError('ledger.base_value_unknown', { openItem: item.id });
  return { amountMinor: baseMinor, currency: bookedIn };
}

/** What is given up of a claim is lost; of a debt, gained. */
export const writeOffLeg = (side: 'debit' | 'credit', booked: Booked): SettlementLeg => ({
  kind: 'account',
  account: side === 'debit' ? accounts.differenceLost : accounts.differenceGained,
  side,
  ...booked,
});

function debitOf({ id, side }: LockedItemRow): 'debit' {
  if (side !== 'debit') throw new LedgerError('ledger.side_mismatch', { openItem: id });
  return side;
}

function discountLegs(
  { item, paidOn }: DifferenceOfItem,
  { vat, late = false }: Extract<Difference, { as: 'discount' }>,
  { amountMinor, currency, baseMinor }: Booked,
): readonly SettlementLeg[] {
  if (isLate(item, paidOn) && !late)
    throw new LedgerError('ledger.discount_late', { openItem: item.id, until: item.discountUntil ?? 'never' });
  const leg = (account: string, minor: bigint, value?: bigint): SettlementLeg => {
    const booked = { kind: 'account', account, side: item.side, amountMinor: minor, currency } as const;
    return value === undefined ? booked : { ...booked, baseMinor: value };
  };
  if (vat === 'gross') return [leg(accounts.discounts, amountMinor, baseMinor)];
  const shares = fromStoredVat(item.vat, item.currency);
  if (shares === null || shares.length === 0) throw new LedgerError('ledger.vat_unknown', { openItem: item.id });
  const { netMinor, taxes } = splitDiscount(amountMinor, shares);
  const ofTaxes = taxes.map(({ taxMinor }) => ({
    taxMinor,
    value: baseMinor === undefined ? undefined : shareOf(baseMinor, taxMinor, amountMinor),
  }));
  const netValue = ofTaxes.reduce<bigint | undefined>((rest, { value }) => (rest ?? 0n) - (value ?? 0n), baseMinor);
  return [
    leg(accounts.discounts, netMinor, baseMinor === undefined ? undefined : netValue),
    ...ofTaxes.map(({ taxMinor, value }) => leg(accounts.vat, taxMinor, value)),
  ];
}

function retentionOf(
  { ledgerId, commandId, item, place, paidOn, amountMinor, baseMinor }: DifferenceOfItem,
  due: string,
): NewItem {
  debitOf(item);
  const dueDate = parseLocalDate(due);
  if (!dueDate.ok) throw new LedgerError('ledger.date_invalid', { date: due });
  return {
    id: contentId<OpenItemId>('open_item', ledgerId, commandId, 'retention', place),
    customerId: item.customerId,
    kind: 'retention',
    account: accounts.retentions,
    documentNumber: `${item.documentNumber} RG ${markOf(commandId)}-${place}`,
    currency: item.currency,
    amountMinor,
    baseMinor: baseMinor ?? null,
    vat: vatOfPart(item, amountMinor),
    issueDate: paidOn,
    dueDate: dueDate.value,
  };
}

/** What a part of a document totals by VAT rate, as the column has it; null: nobody said the rates. */
export function vatOfPart(
  { vat, currency }: Pick<LockedItemRow, 'vat' | 'currency'>,
  amountMinor: bigint,
): readonly StoredVatShare[] | null {
  const shares = fromStoredVat(vat, currency);
  return shares === null ? null : toStoredVat(splitByRate(amountMinor, shares), currency);
}

/** Tells the own items of one command from another's: the end of a UUID, which is random in every version. */
export const markOf = (commandId: string): string => commandId.slice(-8);
