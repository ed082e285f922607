/** Amounts, signs and accounts as CODA writes them. @see Febelfin, Coded statement of account (CODA) 2.6, annex I */
import { isIban } from '../../domain/check-digits.ts';
import { parseCurrency, type CurrencyCode } from '../../domain/currency.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { signed, type Money, type Side } from '../../domain/money.ts';
import type { Balance } from '../../domain/statement.ts';
import { refusal } from '../findings.ts';
import { scaledMoney, zone, zoneDay, zoneDigits, zonePosition } from '../fixed-values.ts';
import { belgianIban } from '../national-iban.ts';
import { normalizeAccount } from '../written-values.ts';

/** Amounts have three decimals in every currency. */
export const codaScale = 3;

/** `21`, `9`: the name of the kind of a record. */
export const codeOf = (record: string): string =>
  record.startsWith('2') || record.startsWith('3') ? zone(record, 1, 2) : zone(record, 1, 1);

/**
 * The amount of 15 digits from `first` on, ≥ 0.
 *
 * @throws IngestRefusal `ingest.amount_not_decimal`, `ingest.amount_too_precise`
 */
export function readAmount(record: string, line: number, first: number, currency: CurrencyCode): Money {
  const last = first + 14;
  const unscaled = zoneDigits(record, first, last);
  const amount = unscaled === null ? null : scaledMoney(unscaled, codaScale, currency);
  if (amount !== null) return amount;
  const at = zonePosition(line, codeOf(record), first, last);
  if (unscaled === null) {
    throw refusal('ingest.amount_not_decimal', 'The amount is not of 15 digits', at, zone(record, first, last));
  }
  const what = `The amount has more decimals than ${currency}`;
  throw refusal('ingest.amount_too_precise', what, at, zone(record, first, last));
}

/** @throws IngestRefusal `ingest.side_unreadable` for a sign other than 0 (credit) and 1 (debit) */
export function readSide(record: string, line: number, place: number): Side {
  const sign = zone(record, place, place);
  if (sign === '0') return 'credit';
  if (sign === '1') return 'debit';
  const at = zonePosition(line, codeOf(record), place, place);
  throw refusal('ingest.side_unreadable', 'The sign is neither 0 nor 1', at, sign);
}

/** @throws IngestRefusal `ingest.date_unreadable` */
export function readDate(record: string, line: number, first: number): LocalDate {
  const day = zoneDay(record, first);
  if (day !== null) return day;
  const at = zonePosition(line, codeOf(record), first, first + 5);
  throw refusal('ingest.date_unreadable', 'The date is not a day that exists', at, zone(record, first, first + 5));
}

/** Sign, amount and date, which follow each other in the records 1 and 8. */
export function readBalance(record: string, line: number, first: number, currency: CurrencyCode): Balance {
  const side = readSide(record, line, first);
  const amount = readAmount(record, line, first + 1, currency);
  return { amount: signed(amount, side), date: readDate(record, line, first + 16) };
}

export type Account = Readonly<{ asWritten: string; iban: string | null; currencyWritten: string }>;

/**
 * The 37 characters of account and currency.
 *
 * @param structure - 0: Belgian number, 1: foreign number, 2: Belgian IBAN, 3: foreign IBAN.
 */
export function readAccount(written: string, structure: string): Account {
  if (structure === '0') {
    const number = written.slice(0, 12).trim();
    return { asWritten: number, iban: belgianIban(number), currencyWritten: written.slice(13, 16) };
  }
  // The extension zone behind a Belgian IBAN is no part of it.
  const asWritten = written.slice(0, structure === '2' ? 31 : 34).trim();
  return { asWritten, iban: ibanOrNull(asWritten), currencyWritten: written.slice(34, 37) };
}

/** The counterparty's account has no structure code: an IBAN, a Belgian number, or one that is neither. */
export function counterpartyIban(written: string): string | null {
  const number = /^(\d{12})(?: |$)/.exec(written)?.[1];
  return ibanOrNull(written.slice(0, 34)) ?? (number === undefined ? null : belgianIban(number));
}

/** @throws IngestRefusal `ingest.currency_unknown` */
export function readCurrency(written: string, line: number, code: string): CurrencyCode {
  const parsed = parseCurrency(written);
  if (parsed.ok) return parsed.value;
  const what = `The currency "${written}" of the account is not in ISO 4217`;
  throw refusal('ingest.currency_unknown', what, { line, path: code }, written);
}

function ibanOrNull(written: string): string | null {
  const account = normalizeAccount(written);
  return isIban(account) ? account : null;
}
