/** SWIFT amounts and dates: `1234,5`, `YYMMDD`, `MMDD`. */
import { exponentOf, type CurrencyCode } from '../../domain/currency.ts';
import { daysBetween, type LocalDate } from '../../domain/local-date.ts';
import { parseAmount, type Money } from '../../domain/money.ts';
import type { SourcePosition } from '../../domain/statement.ts';
import { refusal } from '../findings.ts';
import { readDay } from '../known-days.ts';

/** The amount, and whether it is written as SWIFT asks: with exactly one decimal comma. */
type SwiftAmount = Readonly<{ amount: Money; isRegular: boolean }>;

/**
 * Reads an amount with its decimal comma. A point, or none of both, is taken and said: real banks do it.
 *
 * @throws IngestRefusal `ingest.amount_not_decimal`, `ingest.amount_too_precise`, `ingest.amount_out_of_range`,
 * `ingest.currency_unknown`
 * @see SWIFT field 61, subfield 5: 15d.
 */
export function readSwiftAmount(written: string, currency: CurrencyCode | string, at: SourcePosition): SwiftAmount {
  const parsed = /^\d+[.,]?\d*$/.test(written)
    ? parseAmount(written.replace(',', '.'), currency)
    : ({ ok: false, error: 'amount_not_decimal' } as const);
  if (parsed.ok) return { amount: parsed.value, isRegular: written.includes(',') };
  const what =
    parsed.error === 'currency_unknown'
      ? `The currency "${currency}" is not in ISO 4217`
      : `The amount "${written.slice(0, 40)}" cannot be read as ${currency}`;
  throw refusal(`ingest.${parsed.error}`, what, at, written);
}

const comma = 44;
const zero = 48;
/** Fifteen digits are below 2^53: every step on the way is exact. */
const exactDigits = 15;
const tenTo = [1, 10, 100, 1_000, 10_000];

// One currency follows itself for whole statements.
let lastCurrency: CurrencyCode | null = null;
let lastExponent = 0;

function exponentIn(currency: CurrencyCode): number {
  lastCurrency = currency;
  lastExponent = exponentOf(currency);
  return lastExponent;
}

/**
 * Minor units of an ordinary amount: digits with one comma, neither too long nor too precise, in one pass without
 * strings in between.
 *
 * @returns null for every other spelling: {@link readSwiftAmount} knows what it is, or why it is refused.
 */
export function minorOfPlainAmount(line: string, start: number, end: number, currency: CurrencyCode): bigint | null {
  const exponent = currency === lastCurrency ? lastExponent : exponentIn(currency);
  let value = 0;
  let commaAt = -1;
  for (let index = start; index < end; index++) {
    const digit = line.charCodeAt(index) - zero;
    if (digit >= 0 && digit <= 9) value = value * 10 + digit;
    else if (digit === comma - zero && commaAt === -1 && index > start) commaAt = index;
    else return null;
  }
  const missingDecimals = exponent - (end - commaAt - 1);
  if (commaAt === -1 || missingDecimals < 0 || end - start - 1 + missingDecimals > exactDigits) return null;
  return BigInt(value * (tenTo[missingDecimals] ?? 1));
}

/** `YYMMDD`: 80 to 99 are of the last century. */
const fullYear = (twoDigits: string): string => (twoDigits >= '80' ? `19${twoDigits}` : `20${twoDigits}`);

/** A value date, and whether a 30 February had to be moved. */
type SwiftDate = Readonly<{ date: LocalDate; isClamped: boolean }>;

/**
 * Reads `YYMMDD`. German banks count interest on 30 February: the last day of that month is taken.
 *
 * @returns null for what is no date at all.
 */
export function readSwiftDate(digits: string): SwiftDate | null {
  const yearMonth = `${fullYear(digits.slice(0, 2))}-${digits.slice(2, 4)}`;
  const exact = readDay(`${yearMonth}-${digits.slice(4, 6)}`);
  if (exact !== null) return { date: exact, isClamped: false };
  if (digits.slice(2, 6) !== '0230' && digits.slice(2, 6) !== '0229') return null;
  const last = readDay(`${yearMonth}-29`) ?? readDay(`${yearMonth}-28`);
  return last === null ? null : { date: last, isClamped: true };
}

/** Reads `MMDD` in the year that brings it nearest to `near`: value date 2019-01-01 and `1231` make 2018-12-31. */
export function readMonthDay(digits: string, near: LocalDate): LocalDate | null {
  const monthDay = `${digits.slice(0, 2)}-${digits.slice(2, 4)}`;
  if (near.endsWith(monthDay)) return near;
  const year = +near.slice(0, 4);
  let nearest: LocalDate | null = null;
  for (const candidateYear of [year, year - 1, year + 1]) {
    const candidate = readDay(`${String(candidateYear)}-${monthDay}`);
    if (candidate === null) continue;
    if (nearest === null || distance(near, candidate) < distance(near, nearest)) nearest = candidate;
  }
  return nearest;
}

const distance = (a: LocalDate, b: LocalDate): number => Math.abs(daysBetween(a, b));
