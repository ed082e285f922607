/**
 * Exact money: whole minor units in a bigint, beside a currency. No amount ever passes through a float.
 *
 * Direction is not in the sign where ISO 20022 has `CdtDbtInd`: there a `Side` stands beside an amount ≥ 0.
 * Balances, sums and differences are signed.
 */
import { exponentOf, parseCurrency, type CurrencyCode } from './currency.ts';
import { err, ok, type Result } from './result.ts';

/** An exact amount. `minor` counts the smallest unit of `currency`: cents for EUR, yen for JPY. */
export type Money = Readonly<{ minor: bigint; currency: CurrencyCode }>;

/** ISO 20022 `CdtDbtInd`: `credit` is money in for the account holder. */
export type Side = 'credit' | 'debit';

export type AmountProblem = 'amount_not_decimal' | 'amount_too_precise' | 'amount_out_of_range' | 'currency_unknown';

// Postgres `bigint`, and the widest sum that still fits it after adding two such amounts is checked by Postgres itself.
const largestMinor = 9_223_372_036_854_775_807n;

/**
 * The only door by which a written amount becomes money: digits, a point, digits; an optional leading minus.
 *
 * Extra zeros are fine (`1.10000` EUR); extra cents are refused, never rounded. `12,34`, `1e3`, `NaN` and `` are refused.
 *
 * @see ISO 20022 `ActiveOrHistoricCurrencyAndAmount`: 18 digits, 5 after the point.
 */
export function parseAmount(decimal: string, code: string): Result<Money, AmountProblem> {
  const currency = parseCurrency(code);
  if (!currency.ok) return currency;
  const parts = /^(-?)(\d{1,30})(?:\.(\d{0,15}))?$/.exec(decimal);
  if (parts === null) return err('amount_not_decimal');
  const [, sign, whole = '', written = ''] = parts;
  const exponent = exponentOf(currency.value);
  const fraction = written.padEnd(exponent, '0');
  if (/[1-9]/.test(fraction.slice(exponent))) return err('amount_too_precise');
  const magnitude = BigInt(whole + fraction.slice(0, exponent));
  if (magnitude > largestMinor) return err('amount_out_of_range');
  return ok({ minor: sign === '-' ? -magnitude : magnitude, currency: currency.value });
}

/** `-1234.50` for EUR, `-1234` for JPY: the inverse of {@link parseAmount}. */
export function formatDecimal({ minor, currency }: Money): string {
  const exponent = exponentOf(currency);
  const sign = minor < 0n ? '-' : '';
  const digits = String(minor < 0n ? -minor : minor).padStart(exponent + 1, '0');
  return exponent === 0 ? sign + digits : `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

/** Adding two currencies is a bug of ours, not bad data: hence an exception and not a `Result`. */
export class CurrencyMismatch extends Error {
  override readonly name = 'CurrencyMismatch';
}

function sameCurrency(a: Money, b: Money): CurrencyCode {
  if (a.currency !== b.currency) throw new CurrencyMismatch(`${a.currency} beside ${b.currency}`);
  return a.currency;
}

export const money = (minor: bigint, currency: CurrencyCode): Money => ({ minor, currency });
/** @throws CurrencyMismatch */
export const add = (a: Money, b: Money): Money => ({ currency: sameCurrency(a, b), minor: a.minor + b.minor });
export const negate = ({ minor, currency }: Money): Money => ({ minor: -minor, currency });
/** Credit counts up, debit counts down: the bank's view of the account. */
export const signed = (amount: Money, side: Side): Money => (side === 'credit' ? amount : negate(amount));
