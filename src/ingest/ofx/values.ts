/** Amounts, days and texts as OFX writes them. */
import type { CurrencyCode } from '../../domain/currency.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { parseAmount, type Money } from '../../domain/money.ts';
import type { SourcePosition } from '../../domain/statement.ts';
import { refusal } from '../findings.ts';
import { readDay } from '../known-days.ts';

/**
 * A signed amount: an optional sign, digits, an optional point or comma. There are no thousands separators.
 *
 * @throws IngestRefusal `ingest.amount_not_decimal`, `ingest.amount_too_precise`, `ingest.amount_out_of_range`
 * @see OFX 3.2.9.1
 */
export function readAmount(written: string, currency: CurrencyCode, at: SourcePosition): Money {
  const [, sign = '', whole = '', fraction = ''] = /^([+-]?)(\d*)(?:[.,](\d*))?$/.exec(written) ?? [];
  const parsed =
    whole + fraction === ''
      ? ({ ok: false, error: 'amount_not_decimal' } as const)
      : parseAmount(`${sign === '-' ? '-' : ''}${whole || '0'}.${fraction}`, currency);
  if (parsed.ok) return parsed.value;
  throw refusal(`ingest.${parsed.error}`, `The amount "${written.slice(0, 40)}" cannot be read`, at, written);
}

const dateTime = /^(\d{4})(\d{2})(\d{2})(?:\d{2}|\d{4}|\d{6}(?:[.:,]\d{1,6})?)?\s*(?:\[[^\]]{0,40}\])?$/;

/**
 * The day of `YYYYMMDD` or `YYYYMMDDHHMMSS.XXX[-5:EST]`: the local one as written, whatever the zone.
 *
 * @returns null for what is no day that exists.
 */
export function readDate(written: string): LocalDate | null {
  const [, year = '', month = '', day = ''] = dateTime.exec(written) ?? [];
  return readDay(`${year}-${month}-${day}`);
}

/** @throws IngestRefusal `ingest.date_unreadable` */
export function requiredDate(written: string, name: string, at: SourcePosition): LocalDate {
  const date = readDate(written);
  if (date !== null) return date;
  throw refusal('ingest.date_unreadable', `${name} "${written.slice(0, 40)}" is not a day`, at, written);
}
