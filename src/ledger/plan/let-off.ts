/**
 * What a settlement lets off, by the names under which limits are counted. Pure.
 *
 * Counted is all that stands of a document, of whoever wrote it: amounts in slices are one amount. The same words serve a
 * person's command, counted after it is written, and a night's decision, counted before.
 */
import type { OpenItemId, PaymentId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { SettlementMeans } from '../../domain/settlement.ts';
import { accounts } from '../accounts.ts';
import type { LockedItemRow } from '../commands/lock-settlement-rows.ts';
import { LedgerError } from '../errors.ts';
import { isLate, largestDiscount } from './discount.ts';
import type { ItemLeg, SettlementLeg } from './settlement-model.ts';
import type { LetOff, WrittenOff } from './tolerances.ts';

const conceding: ReadonlySet<SettlementMeans> = new Set(['write_off', 'discount', 'bank_charge']);
const differenceAccounts: readonly string[] = [accounts.differenceLost, accounts.differenceGained];

/** The legs by which something of a document is let off. */
export const concessionsOf = (legs: readonly SettlementLeg[]): readonly ItemLeg[] =>
  legs.filter((leg) => leg.kind === 'item').filter(({ means }) => conceding.has(means));

/** What stands on these accounts, minor units, whatever its side. */
export const bookedOn = (legs: readonly SettlementLeg[], on: readonly string[]): bigint =>
  legs.reduce((sum, leg) => (leg.kind === 'account' && on.includes(leg.account) ? sum + leg.amountMinor : sum), 0n);

/** What a payment brings beyond its items, and its payer gives up: a posting that writes items off has none. */
export const overpaidBy = (legs: readonly SettlementLeg[]): bigint =>
  concessionsOf(legs).some(({ means }) => means === 'write_off') ? 0n : bookedOn(legs, differenceAccounts);

/** All that was ever cleared of a document by one means, minor units of its currency. */
export type ClearedByMeans = Readonly<{ openItemId: OpenItemId; means: SettlementMeans; minor: bigint }>;

/** Of documents, as {@link LetOff} names it. */
export type Conceded = Pick<LetOff, 'writtenOff' | 'conceded'>;

/**
 * @param sums - one a document and means; of means that concede nothing, none is counted.
 * @param paidOn - of the payment that is settled: a discount of a document after its last day is a late one. Null: none.
 * @param valueOf - an amount of a document in the base currency.
 * @throws LedgerError `ledger.discount_too_large`, and what `valueOf` throws.
 */
export function concededOf(
  sums: readonly ClearedByMeans[],
  items: ReadonlyMap<OpenItemId, LockedItemRow>,
  paidOn: LocalDate | null,
  valueOf: (item: LockedItemRow, minor: bigint) => bigint,
): Conceded {
  const writtenOff: WrittenOff[] = [];
  const conceded: LetOff['conceded'][number][] = [];
  for (const { openItemId, means, minor } of sums) {
    const item = items.get(openItemId);
    if (item === undefined || minor <= 0n || !conceding.has(means)) continue;
    if (means === 'write_off')
      writtenOff.push({
        subject: item.id,
        ofMinor: item.amountMinor,
        writtenOffMinor: minor,
        baseMinor: valueOf(item, minor),
      });
    else if (means === 'bank_charge') conceded.push({ what: 'bank charge', baseMinor: valueOf(item, minor) });
    else if (minor > largestDiscount(item))
      throw new LedgerError('ledger.discount_too_large', { openItem: item.id, discount: String(minor) });
    else if (paidOn !== null && isLate(item, paidOn))
      conceded.push({ what: 'late discount', baseMinor: valueOf(item, minor) });
  }
  return { writtenOff, conceded };
}

/** A calendar month of a customer, by which write-offs are counted. @param day - a day of it, or `YYYY-MM`. */
export const monthKey = (customerId: string, day: string): string => `${customerId} ${day.slice(0, 7)}`;

/** What stands before a settlement is planned, in the base currency where it is not of one document. */
export type StandingLetOff = Readonly<{
  cleared: readonly ClearedByMeans[];
  overpaidById: ReadonlyMap<PaymentId, bigint>;
  /** By {@link monthKey}; null: something of it has no known value in the base currency. */
  monthly: ReadonlyMap<string, bigint | null>;
}>;
