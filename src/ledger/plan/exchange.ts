/**
 * Values in the base currency. Pure.
 *
 * An item in another currency is lettered in its own; what the payment brought and what the item was booked at differ, and
 * the gap is an exchange loss or gain in the base currency, in the same posting. Parts of an item are worth their share of
 * what it was booked at, each the difference of two roundings: of what was left before and of what is left after. So the
 * parts add up to the whole, whatever they are, and the last takes the remainder.
 *
 * @see Règlement ANC 2015-05 (656 and 756, on trade receivables)
 */
import { exponentOf, type CurrencyCode } from '../../domain/currency.ts';
import type { OpenItemId } from '../../domain/ids.ts';
import type { Side } from '../../domain/money.ts';
import { accounts } from '../accounts.ts';
import { divideHalfUp, shareOf } from './rounding.ts';
import type { SettlementLeg } from './settlement-model.ts';

/** What is known of values in the base currency, minor units; what nobody said is absent. */
export type Worth = Readonly<{
  baseCurrency: CurrencyCode;
  /** Whole documents in another currency. */
  itemBase: ReadonlyMap<OpenItemId, bigint>;
  /** Units of the payment's currency for one of the base currency, a decimal; null: unknown, or the same currency. */
  cashRate: string | null;
}>;

const powerOfTen = (exponent: number): bigint => 10n ** BigInt(exponent);

/**
 * An amount ≥ 0 in the base currency, half up; null when the rate is none.
 *
 * @param rate - units of the amount's currency for one of the base currency, as the ECB prints them.
 */
export function valueInBase(
  minor: bigint,
  currency: CurrencyCode,
  rate: string,
  baseCurrency: CurrencyCode,
): bigint | null {
  const parts = /^(\d{1,12})(?:\.(\d{1,18}))?$/.exec(rate);
  if (parts === null) return null;
  const [, whole = '', fraction = ''] = parts;
  const scaledRate = BigInt(whole + fraction);
  if (scaledRate === 0n) return null;
  const dividend = minor * powerOfTen(fraction.length + exponentOf(baseCurrency));
  return divideHalfUp(dividend, scaledRate * powerOfTen(exponentOf(currency)));
}

export type ValuedDocument = Readonly<{ amountMinor: bigint; baseMinor: bigint }>;

/** What the part of a document between two residuals was booked at; `before` ≥ `after`. */
export const valueOfPart = ({ amountMinor, baseMinor }: ValuedDocument, before: bigint, after: bigint): bigint =>
  shareOf(baseMinor, before, amountMinor) - shareOf(baseMinor, after, amountMinor);

/**
 * The exchange difference of what a payment clears of an item.
 *
 * @param side - of the item: what a debit item brings less than it was booked at is a loss.
 */
export function exchangeLegs(
  side: Side,
  bookedMinor: bigint,
  broughtMinor: bigint,
  baseCurrency: CurrencyCode,
): readonly SettlementLeg[] {
  const lost = side === 'debit' ? bookedMinor - broughtMinor : broughtMinor - bookedMinor;
  if (lost === 0n) return [];
  const currency = baseCurrency;
  return lost > 0n
    ? [{ kind: 'account', account: accounts.exchangeLost, side: 'debit', amountMinor: lost, currency }]
    : [{ kind: 'account', account: accounts.exchangeGained, side: 'credit', amountMinor: -lost, currency }];
}
