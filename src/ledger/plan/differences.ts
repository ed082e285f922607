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
import { fromStoredVat } from '../vat-column.ts';
import { isLate, splitDiscount } from './discount.ts';
import type { SettlementLeg } from './settlement-model.ts';

/** An amount of an account, minor units. */
type Booked = Readonly<{ amountMinor: bigint; currency: CurrencyCode }>;

export type DifferenceOfItem = Readonly<{
  ledgerId: LedgerId;
  commandId: string;
  item: LockedItemRow;
  difference: Difference;
  /** Sets apart the items that one command makes. */
  place: string;
  paidOn: LocalDate;
}>;

/**
 * The other side of a difference: what it clears of the item is a leg of the caller's.
 *
 * @param booked - in the item's currency, or its value in the base currency where the posting mixes them.
 * @throws LedgerError `ledger.side_mismatch`, `ledger.discount_late`, `ledger.vat_unknown`, `ledger.date_invalid`,
 *   `ledger.retention_in_other_currency`.
 */
export function counterLegs(of: DifferenceOfItem, booked: Booked): readonly SettlementLeg[] {
  const { item, difference } = of;
  switch (difference.as) {
    case 'write_off':
      return [writeOffLeg(item.side, booked)];
    case 'bank_charge':
      return [{ kind: 'account', account: accounts.bank_charge, side: debitOf(item), ...booked }];
    case 'discount':
      return discountLegs(of, difference, booked);
    case 'retention':
      return [{ kind: 'new_item', item: retentionOf(of, difference.dueDate, booked) }];
  }
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
  { amountMinor, currency }: Booked,
): readonly SettlementLeg[] {
  if (isLate(item, paidOn) && !late)
    throw new LedgerError('ledger.discount_late', { openItem: item.id, until: item.discountUntil ?? 'never' });
  const leg = (account: string, minor: bigint): SettlementLeg => ({
    kind: 'account',
    account,
    side: item.side,
    amountMinor: minor,
    currency,
  });
  if (vat === 'gross') return [leg(accounts.discounts, amountMinor)];
  const shares = fromStoredVat(item.vat, item.currency);
  if (shares === null || shares.length === 0) throw new LedgerError('ledger.vat_unknown', { openItem: item.id });
  const { netMinor, taxes } = splitDiscount(amountMinor, shares);
  return [leg(accounts.discounts, netMinor), ...taxes.map(({ taxMinor }) => leg(accounts.vat, taxMinor))];
}

function retentionOf({ ledgerId, commandId, item, place, paidOn }: DifferenceOfItem, due: string, booked: Booked) {
  debitOf(item);
  if (booked.currency !== item.currency)
    throw new LedgerError('ledger.retention_in_other_currency', { openItem: item.id });
  const dueDate = parseLocalDate(due);
  if (!dueDate.ok) throw new LedgerError('ledger.date_invalid', { date: due });
  return {
    id: contentId<OpenItemId>('open_item', ledgerId, commandId, 'retention', place),
    customerId: item.customerId,
    kind: 'retention' as const,
    account: accounts.retentions,
    documentNumber: `${item.documentNumber} RG ${markOf(commandId)}-${place}`,
    ...booked,
    issueDate: paidOn,
    dueDate: dueDate.value,
  };
}

/** Tells the own items of one command from another's: the end of a UUID, which is random in every version. */
export const markOf = (commandId: string): string => commandId.slice(-8);
