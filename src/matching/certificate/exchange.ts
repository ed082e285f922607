/** Rates as decimals and amounts in minor units: rounded once, half up, never through a float. */
import { exponentOf, type CurrencyCode } from '../../domain/currency.ts';
import type { Money } from '../../domain/money.ts';

/** Decimals of a rate that two amounts imply. */
const impliedDecimals = 6;

const powerOfTen = (exponent: number): bigint => 10n ** BigInt(exponent);
/** Of numbers ≥ 0. */
const divideHalfUp = (dividend: bigint, divisor: bigint): bigint => (dividend * 2n + divisor) / (divisor * 2n);

/** Units of the payment's currency for one of the items', to six decimals: `1.084200`. Amounts > 0. */
export function impliedRate(payment: Money, items: Money): string {
  const scaled = payment.minor * powerOfTen(exponentOf(items.currency) + impliedDecimals);
  const rate = divideHalfUp(scaled, items.minor * powerOfTen(exponentOf(payment.currency)));
  const digits = String(rate).padStart(impliedDecimals + 1, '0');
  return `${digits.slice(0, -impliedDecimals)}.${digits.slice(-impliedDecimals)}`;
}

/** An amount > 0 at a rate written as a decimal, or null when the rate is none. */
export function convertedMinor(amount: Money, rate: string, currency: CurrencyCode): bigint | null {
  const parts = /^(\d{1,12})(?:\.(\d{1,18}))?$/.exec(rate);
  if (parts === null) return null;
  const [, whole = '', fraction = ''] = parts;
  const scaled = amount.minor * BigInt(whole + fraction) * powerOfTen(exponentOf(currency));
  return divideHalfUp(scaled, powerOfTen(fraction.length + exponentOf(amount.currency)));
}

const shortestForm = /^\d+(?:\.\d{1,18})?$/;

/** A rate as it is looked up, as a decimal: the shortest that is this number. */
export const rateText = (rate: number): string => (shortestForm.test(String(rate)) ? String(rate) : rate.toFixed(18));
