/** What reports are asked with: a moment, a currency. */
import { Type } from 'typebox';
import type { Pool } from 'pg';
import { parseCurrency, type CurrencyCode } from '../../domain/currency.ts';
import type { LedgerId } from '../../domain/ids.ts';
import { readMoment, type Moment } from '../../ledger/moment.ts';
import { findBaseCurrency } from '../../ledger/queries/base-currency.ts';
import type { Direction } from '../../ledger/queries/page.ts';
import { ApiError } from '../errors.ts';
import { oneOf } from './shared.ts';

export const momentParameter = Type.Unsafe<string>({
  type: 'string',
  anyOf: [{ format: 'date' }, { format: 'date-time' }],
  description: 'As it was known then: a day (to its end, in UTC) or an instant with its zone. Now, if it is left away.',
  examples: ['2026-03-31'],
});

/**
 * @returns now for undefined.
 * @throws ApiError `api.request_invalid`
 */
export function toMoment(text: string | undefined, now: Date): Moment {
  const moment = readMoment(text ?? now.toISOString());
  if (moment === null) throw new ApiError('api.request_invalid');
  return moment;
}

export const currencyParameter = Type.String({
  pattern: '^[A-Z]{3}$',
  description: "The ledger's own, if it is left away.",
  examples: ['EUR'],
});

/**
 * @returns the base currency of the ledger for undefined.
 * @throws ApiError `api.request_invalid`
 */
export async function toCurrency(pool: Pool, ledgerId: LedgerId, code: string | undefined): Promise<CurrencyCode> {
  if (code === undefined) return findBaseCurrency(pool, ledgerId);
  const currency = parseCurrency(code);
  if (!currency.ok) throw new ApiError('api.request_invalid');
  return currency.value;
}

export const orderParameter = oneOf(['ascending', 'descending'], {
  description: 'Names and codes from A, amounts from the greatest, if it is left away.',
});

/** @param sort - `code` and `name` are words, all else amounts. */
export const toDirection = (sort: string, order: Direction | undefined): Direction =>
  order ?? (sort === 'code' || sort === 'name' ? 'ascending' : 'descending');

/** @param usual - in the form of the parameter: `30,60,90`. */
export const limitsParameter = (what: string, usual: string) =>
  Type.String({
    pattern: '^\\d{1,4}(,\\d{1,4}){0,11}$',
    description: `${what}, rising; the last bucket is open. ${usual}, if they are left away.`,
    examples: [usual],
  });

/** @throws ApiError `api.request_invalid` when they do not rise, from 1. */
export function toLimits(text: string | undefined, usual: readonly number[]): readonly number[] {
  const limits = text?.split(',').map(Number) ?? usual;
  if (limits.some((limit, index) => limit <= (limits[index - 1] ?? 0))) throw new ApiError('api.request_invalid');
  return limits;
}
