/** The account record `03`: whose statement it is, its balances, and the totals that the bank counted. */
import { parseCurrency, type CurrencyCode } from '../../domain/currency.ts';
import type { Money } from '../../domain/money.ts';
import type { ControlTotals } from '../check-statement.ts';
import { refusal } from '../findings.ts';
import { fieldsOf, placeOf, readFunds, type LogicalRecord } from './fields.ts';
import { readAmount, readCount } from './values.ts';

type Account = Readonly<{
  number: string;
  currency: CurrencyCode;
  /** Type 010. */
  openingLedger: Money | null;
  /** Type 015. */
  closingLedger: Money | null;
  /** Types 100 and 400, with their item counts; null where there is neither. */
  totals: ControlTotals | null;
  /** Σ of all amounts of the record, signed: part of the control total of the account. */
  sumMinor: bigint;
}>;

type Total = Readonly<{ amount: Money; count: number | null }>;

/**
 * @param groupCurrency - of `02`; null where neither it nor the version of the format gives one.
 * @throws IngestRefusal `ingest.currency_unknown`, `ingest.record_unreadable`, `ingest.amount_…`
 */
export function readAccount(record: LogicalRecord, groupCurrency: string | null): Account {
  const at = placeOf(record);
  const fields = fieldsOf(record);
  const number = fields.next();
  if (number === '') throw refusal('ingest.record_unreadable', 'The account has no number', at);
  const code = fields.next() || groupCurrency;
  const currency = parseCurrency(code ?? '');
  if (!currency.ok) {
    throw refusal('ingest.currency_unknown', `The currency "${code ?? ''}" is not in ISO 4217`, at, code);
  }
  const amounts = new Map<string, Total>();
  let sumMinor = 0n;
  while (!fields.isAtEnd()) {
    const type = fields.next();
    const written = fields.next();
    const count = readCount(fields.next(), at);
    readFunds(fields, at);
    const amount = readAmount(written, currency.value, at);
    if (type === '' && amount === null) continue;
    if (!/^\d{3}$/.test(type)) throw refusal('ingest.record_unreadable', `"${type}" is no type code`, at, type);
    if (amount === null) continue;
    sumMinor += amount.minor;
    // A type that stands there twice is a bank's own doing; the first is the one that programs have always taken.
    if (!amounts.has(type)) amounts.set(type, { amount, count });
  }
  return {
    number,
    currency: currency.value,
    openingLedger: amounts.get('010')?.amount ?? null,
    closingLedger: amounts.get('015')?.amount ?? null,
    totals: totalsOf(amounts.get('100'), amounts.get('400')),
    sumMinor,
  };
}

function totalsOf(credits: Total | undefined, debits: Total | undefined): ControlTotals | null {
  if (credits === undefined && debits === undefined) return null;
  return {
    entryCount: null,
    creditCount: credits?.count ?? null,
    debitCount: debits?.count ?? null,
    sumMinor: null,
    creditsMinor: credits?.amount.minor ?? null,
    debitsMinor: debits?.amount.minor ?? null,
  };
}
