/**
 * Values in the base currency. Pure.
 *
 * An item in another currency is lettered in its own; what the payment brought and what the item was booked at differ, and
 * the gap is an exchange loss or gain in the base currency, in the same posting. A part of an item takes so much of its
 * value that the rest keeps the share of what is left, and the last takes what is left. What is taken back gives back what
 * it took, to the cent: whatever the order, the parts add up to the whole. A payment in another currency is worth its rate of the day,
 * and used in the same way.
 *
 * @see Règlement ANC 2015-05 (656 and 756, on trade receivables)
 */
import { exponentOf, type CurrencyCode } from '../../domain/currency.ts';
import type { OpenItemId } from '../../domain/ids.ts';
import type { Side } from '../../domain/money.ts';
import { accounts } from '../accounts.ts';
import { divideHalfUp, shareOf } from './rounding.ts';
import type { SettlementLeg } from './settlement-model.ts';

/** Something in another currency and its value, minor units: the whole, and what no part has taken yet. */
export type Valued = Readonly<{ amountMinor: bigint; baseMinor: bigint; leftMinor: bigint; leftBaseMinor: bigint }>;

/** What is known of values in the base currency; what is in that currency, or of a value that nobody said, is absent. */
export type Worth = Readonly<{
  baseCurrency: CurrencyCode;
  documents: ReadonlyMap<OpenItemId, Valued>;
  payment: Valued | null;
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

/**
 * The value of a document or payment, part of which was taken.
 *
 * @param leftMinor - of `amountMinor`.
 * @param taken - by parts that noted what they took; parts that noted nothing, or that were cleared elsewhere, have taken
 *   their share.
 */
export function valuedOf(
  { amountMinor, baseMinor }: Pick<Valued, 'amountMinor' | 'baseMinor'>,
  leftMinor: bigint,
  taken: Readonly<{ amountMinor: bigint; baseMinor: bigint }>,
): Valued {
  const leftBaseMinor = shareOf(baseMinor, leftMinor + taken.amountMinor, amountMinor) - taken.baseMinor;
  return { amountMinor, baseMinor, leftMinor, leftBaseMinor: leftBaseMinor < 0n ? 0n : leftBaseMinor };
}

/** What a part takes of the value; < 0: gives back. More than is left takes nothing: the settlement refuses it. */
export function valueOfPart({ amountMinor, baseMinor, leftMinor, leftBaseMinor }: Valued, partMinor: bigint): bigint {
  const after = leftMinor - partMinor;
  if (after < 0n) return 0n;
  const value = leftBaseMinor - shareOf(baseMinor, after, amountMinor);
  // A cent that an earlier part gave back otherwise than it would be taken now waits for a part that can hold it.
  return partMinor > 0n === value > 0n ? value : 0n;
}

/** Takes parts one after the other, each from what the ones before leave. */
export function openValues({ documents, payment }: Worth) {
  const left = new Map<OpenItemId | 'payment', Valued>(documents);
  if (payment !== null) left.set('payment', payment);
  return {
    /** @returns null: its value is unknown. */
    take: (of: OpenItemId | 'payment', partMinor: bigint): bigint | null => {
      const valued = left.get(of);
      if (valued === undefined) return null;
      const baseMinor = valueOfPart(valued, partMinor);
      const leftMinor = valued.leftMinor - partMinor;
      left.set(of, { ...valued, leftMinor, leftBaseMinor: valued.leftBaseMinor - baseMinor });
      return baseMinor;
    },
  };
}

type OneCurrencyLeg = Extract<SettlementLeg, { kind: 'cash' | 'item' }>;

/**
 * Legs of one currency that balance in it, with their values and the exchange difference between them; as they are where
 * the currency is the base, or a value is unknown.
 *
 * @param clearsDebit - whether the leg stands against a debit: credits its account when it is > 0.
 */
export function valuedLegs(
  worth: Worth,
  legs: readonly OneCurrencyLeg[],
  clearsDebit: (leg: OneCurrencyLeg) => boolean,
): readonly SettlementLeg[] {
  const values = openValues(worth);
  const bases = legs.map((leg) => values.take(leg.kind === 'cash' ? 'payment' : leg.openItemId, leg.amountMinor));
  let lostMinor = 0n;
  const valued: SettlementLeg[] = [];
  for (const [index, leg] of legs.entries()) {
    const baseMinor = bases[index] ?? null;
    if (baseMinor === null) return legs;
    lostMinor += clearsDebit(leg) ? baseMinor : -baseMinor;
    valued.push({ ...leg, baseMinor });
  }
  return [...valued, ...exchangeLegs('debit', lostMinor, 0n, worth.baseCurrency)];
}

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
