/** One line of a receivable account, as the documents and their lettering need it. */
import type { CurrencyCode } from '../../domain/currency.ts';
import { isIban } from '../../domain/check-digits.ts';
import { parseLocalDate, type LocalDate } from '../../domain/local-date.ts';
import { money, parseAmount, type Money } from '../../domain/money.ts';
import type { RowProblem } from '../../domain/open-item.ts';
import type { PaymentTerms } from '../../domain/payment-terms.ts';
import { ok, type Result } from '../../domain/result.ts';
import { readCreditorReference } from '../open-items/open-item-row.ts';
import { rowValues, type RowValues } from '../open-items/values.ts';
import type { FecColumn } from './heading.ts';

/** The values of a line by column; a column that the file has not got is absent. */
export type FecRow = Readonly<Partial<Record<FecColumn, string>>>;

export type FecLine = Readonly<{
  /** Of the file, from 1; the heading is line 1. */
  line: number;
  account: string;
  /** Empty where the line is not of one customer. */
  customerCode: string;
  customerName: string;
  /** The entry that the line belongs to: its journal and its number. */
  entry: string;
  /** Of an entry that opens the year. */
  isOpening: boolean;
  entryDate: LocalDate;
  /** Empty or null where the line names no document. */
  pieceRef: string;
  pieceDate: LocalDate | null;
  letter: string;
  /** Euro cents: what is debited, less what is credited. Never zero. */
  bookMinor: bigint;
  /** The same in the document's own currency, where the line has one; else in euros. */
  own: Money;
  dueDate: LocalDate | null;
  terms: PaymentTerms | null;
  creditorReference: string | null;
  iban: string | null;
  /** The tax in `bookMinor`, on its side. */
  vatMinor: bigint | null;
}>;

/** What the amounts of a FEC are in: books are kept in euros (Code de commerce, L123-22). */
export const bookCurrency = 'EUR' as CurrencyCode;

const codeLength = 35;
const nameLength = 140;

const isOpeningName = (name: string): boolean => /nouveau|ouverture/i.test(name);
const isOpeningCode = (code: string): boolean => /^(?:AN|RAN|ANO|ANOUV)\d*$/i.test(code);

/** An amount of a FEC: a decimal comma, one sign before or behind. Null when there is none. */
function readAmount(values: RowValues, column: FecColumn, currency: CurrencyCode): Result<bigint | null, RowProblem> {
  const written = values.optionalText(column, codeLength);
  if (!written.ok || written.value === null) return written.ok ? ok(null) : written;
  const parts = /^([+-]?)(\d+)(?:,(\d*))?([+-]?)$/.exec(written.value);
  const [, before = '', whole = '', fraction = '', behind = ''] = parts ?? [];
  if (parts === null || (before !== '' && behind !== '')) return values.refuse('import.fec_amount_unreadable', column);
  const amount = parseAmount(`${before + behind === '-' ? '-' : ''}${whole}.${fraction}`, currency);
  return amount.ok ? ok(amount.value.minor) : values.refuse(`import.${amount.error}`, column);
}

/** `20260131`; null when empty. */
function readDate(values: RowValues, column: FecColumn): Result<LocalDate | null, RowProblem> {
  const written = values.optionalText(column, codeLength);
  if (!written.ok || written.value === null) return written.ok ? ok(null) : written;
  const parts = /^(\d{4})(\d\d)(\d\d)$/.exec(written.value);
  const date = parseLocalDate(parts === null ? '' : `${parts[1]}-${parts[2]}-${parts[3]}`);
  return date.ok ? date : values.refuse('import.fec_date_invalid', column);
}

/** What is debited less what is credited. A negative debit stays one: it is a credit, and never turned around. */
function readBookAmount(values: RowValues, hasSides: boolean): Result<bigint, RowProblem> {
  if (!hasSides) {
    const debit = readAmount(values, 'Debit', bookCurrency);
    if (!debit.ok) return debit;
    const credit = readAmount(values, 'Credit', bookCurrency);
    if (!credit.ok) return credit;
    return debit.value === null && credit.value === null
      ? values.refuse('import.value_missing', 'Debit')
      : ok((debit.value ?? 0n) - (credit.value ?? 0n));
  }
  const amount = readAmount(values, 'Montant', bookCurrency);
  if (!amount.ok) return amount;
  if (amount.value === null) return values.refuse('import.value_missing', 'Montant');
  const side = values.compactText('Sens', codeLength);
  if (!side.ok) return side;
  if (side.value === 'D' || side.value === '+1' || side.value === '1') return ok(amount.value);
  return side.value === 'C' || side.value === '-1'
    ? ok(-amount.value)
    : values.refuse('import.fec_side_unknown', 'Sens');
}

// Some programs sign the amounts that stand beside the line's own, some do not: their side is that of the line.
const onSideOf = (bookMinor: bigint, minor: bigint): bigint => (minor < 0n === bookMinor < 0n ? minor : -minor);

/** The amount in the document's own currency, or in euros where no other is named. */
function readOwnAmount(values: RowValues, bookMinor: bigint): Result<Money, RowProblem> {
  const none = ok(money(bookMinor, bookCurrency));
  const code = values.compactText('Idevise', codeLength);
  if (!code.ok) return code;
  if (code.value === null || code.value === bookCurrency) return none;
  const currency = values.currency('Idevise');
  if (!currency.ok) return currency;
  const amount = readAmount(values, 'Montantdevise', currency.value);
  if (!amount.ok) return amount;
  if (amount.value === null || amount.value === 0n) return none;
  return ok(money(onSideOf(bookMinor, amount.value), currency.value));
}

function readIban(values: RowValues): Result<string | null, RowProblem> {
  const iban = values.compactText('IBANTiers', codeLength);
  return iban.ok && iban.value !== null && !isIban(iban.value)
    ? values.refuse('import.iban_invalid', 'IBANTiers')
    : iban;
}

type Extras = Pick<FecLine, 'dueDate' | 'terms' | 'creditorReference' | 'iban' | 'vatMinor'>;

function readExtras(values: RowValues, bookMinor: bigint): Result<Extras, RowProblem> {
  const dueDate = readDate(values, 'DateEcheance');
  if (!dueDate.ok) return dueDate;
  const terms = values.optionalTerms('ConditionRegl');
  if (!terms.ok) return terms;
  const reference = readCreditorReference(values, 'RefPaiement');
  if (!reference.ok) return reference;
  const iban = readIban(values);
  if (!iban.ok) return iban;
  const vat = readAmount(values, 'MontantTVA', bookCurrency);
  if (!vat.ok) return vat;
  return ok({
    dueDate: dueDate.value,
    terms: terms.value,
    creditorReference: reference.value,
    iban: iban.value,
    vatMinor: vat.value === null ? null : onSideOf(bookMinor, vat.value),
  });
}

/**
 * Reads one line of a receivable account; the first thing wrong with it is the problem, null a line without an amount.
 *
 * @param line - from 1; the heading is line 1.
 */
export function readFecLine(row: FecRow, line: number, hasSides: boolean): Result<FecLine | null, RowProblem> {
  const values = rowValues(row, line);
  const bookMinor = readBookAmount(values, hasSides);
  if (!bookMinor.ok) return bookMinor;
  if (bookMinor.value === 0n) return ok(null);
  const own = readOwnAmount(values, bookMinor.value);
  if (!own.ok) return own;
  const customerCode = values.optionalText('CompAuxNum', codeLength);
  if (!customerCode.ok) return customerCode;
  const customerName = values.optionalText('CompAuxLib', nameLength);
  if (!customerName.ok) return customerName;
  const pieceRef = values.optionalText('PieceRef', codeLength);
  if (!pieceRef.ok) return pieceRef;
  const pieceDate = readDate(values, 'PieceDate');
  if (!pieceDate.ok) return pieceDate;
  const entryDate = readDate(values, 'EcritureDate');
  if (!entryDate.ok) return entryDate;
  if (entryDate.value === null) return values.refuse('import.value_missing', 'EcritureDate');
  const extras = readExtras(values, bookMinor.value);
  if (!extras.ok) return extras;
  const journal = row.JournalCode?.trim() ?? '';
  return ok({
    line,
    account: row.CompteNum?.trim() ?? '',
    customerCode: customerCode.value ?? '',
    // The law lets the name be blank: the code is then all that is known of the customer.
    customerName: customerName.value ?? customerCode.value ?? '',
    entry: entryKey(journal, row.EcritureNum ?? ''),
    isOpening: isOpeningCode(journal) || isOpeningName(row.JournalLib ?? ''),
    entryDate: entryDate.value,
    pieceRef: pieceRef.value ?? '',
    pieceDate: pieceDate.value,
    letter: row.EcritureLet?.trim() ?? '',
    bookMinor: bookMinor.value,
    own: own.value,
    ...extras.value,
  });
}

/** What the lines of an entry have in common. */
export const entryKey = (journal: string, number: string): string => `${journal.trim()}\t${number.trim()}`;
