/** Amounts, days and type codes as BAI2 writes them. */
import { exponentOf, type CurrencyCode } from '../../domain/currency.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { parseAmount, type Money, type Side } from '../../domain/money.ts';
import type { SourcePosition } from '../../domain/statement.ts';
import { refusal } from '../findings.ts';
import { readDay } from '../known-days.ts';

/**
 * An amount in minor units, with or without a sign; null where the field is empty.
 *
 * BAI2 writes no decimal point: the currency has it (ISO 4217), two digits for USD, none for JPY.
 *
 * @throws IngestRefusal `ingest.amount_not_decimal`, `ingest.amount_out_of_range`
 */
export function readAmount(written: string, currency: CurrencyCode, at: SourcePosition): Money | null {
  if (written === '') return null;
  const [, sign = '', digits] = /^([+-]?)(\d{1,30})$/.exec(written) ?? [];
  if (digits === undefined) {
    throw refusal('ingest.amount_not_decimal', `"${written.slice(0, 40)}" is not a whole number`, at, written);
  }
  const exponent = exponentOf(currency);
  const padded = digits.padStart(exponent + 1, '0');
  const point = padded.length - exponent;
  const decimal = `${sign === '-' ? '-' : ''}${padded.slice(0, point)}.${padded.slice(point)}`;
  const parsed = parseAmount(decimal, currency);
  if (!parsed.ok) throw refusal(`ingest.${parsed.error}`, `The amount "${written}" cannot be read`, at, written);
  return parsed.value;
}

/** A sum of minor units, or null where the field is empty. @throws IngestRefusal `ingest.record_unreadable` */
export function readTotal(written: string, at: SourcePosition): bigint | null {
  if (written === '') return null;
  if (!/^[+-]?\d{1,30}$/.test(written)) {
    throw refusal('ingest.record_unreadable', `The control total "${written.slice(0, 40)}" is no number`, at, written);
  }
  return BigInt(written.replace('+', ''));
}

/** A count, or null where the field is empty. @throws IngestRefusal `ingest.record_unreadable` */
export function readCount(written: string, at: SourcePosition): number | null {
  if (written === '') return null;
  if (/^\d{1,15}$/.test(written)) return +written;
  throw refusal('ingest.record_unreadable', `The count "${written.slice(0, 40)}" is no number`, at, written);
}

/** `YYMMDD` (80 to 99 are of the last century) or `YYYYMMDD`. @throws IngestRefusal `ingest.date_unreadable` */
export function readDate(written: string, at: SourcePosition): LocalDate {
  const full = written.length === 6 ? `${written < '80' ? '20' : '19'}${written}` : written;
  const day = readDay(`${full.slice(0, 4)}-${full.slice(4, 6)}-${full.slice(6)}`);
  if (day === null) throw refusal('ingest.date_unreadable', `"${written.slice(0, 20)}" is not a day`, at, written);
  return day;
}

/**
 * The side of a detail's type code; null for those that say none: loans (700–799), status codes, and what is not listed.
 *
 * @see BAI2, type code ranges: 100–399 credits, 400–699 debits; 920–959 and 960–999 the same for the bank's own codes.
 */
export function sideOfType(type: string): Side | null {
  if (!/^\d{3}$/.test(type)) return null;
  if (between(type, '100', '399') || between(type, '920', '959')) return 'credit';
  return between(type, '400', '699') || between(type, '960', '999') ? 'debit' : null;
}

const between = (type: string, first: string, last: string): boolean => type >= first && type <= last;
